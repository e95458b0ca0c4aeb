package org.myocohort.lung;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Observation;
import org.myocohort.reading.Readings;

/// Progressive pulmonary fibrosis by the 2022 ATS/ERS/JRS/ALAT guideline.
///
/// In an interstitial lung disease other than IPF with fibrosis on CT, at least 2 of 3 within the
/// past year: worse respiratory symptoms; physiology; radiology.
///
/// - **Physiology:** FVC down by >= 5 or DLCO (corrected for haemoglobin) down by >= 10 points of
///   the percentage of predicted, an absolute difference. Both together are still one criterion.
///   Some secondary pages print > 5 and > 10; the guideline's table has >=.
/// - **Radiology:** any of six signs of progression.
/// - **Window:** 365 days, both ends within (this project's reading of "the past year"). The latest
///   value up to the day is compared with every earlier one in the window.
/// - **Not checked:** that nothing else explains it; that DLCO was corrected.
/// - **Source:** Raghu G, Remy-Jardin M, Richeldi L, et al. Am J Respir Crit Care Med
///   2022;205:e18-e47, doi 10.1164/rccm.202202-0399ST, Table 4.
public final class ProgressivePulmonaryFibrosis2022 implements Instrument {

  public static final String CODE = "ppf-2022";

  static final int WINDOW_DAYS = 365;

  private static final String FVC = "fvc-percent";
  private static final String DLCO = "dlco-percent";
  private static final String SYMPTOMS = "respiratory-symptoms-worse";
  private static final String FIBROSIS = "fibrosis-on-ct";
  private static final BigDecimal FVC_POINTS = BigDecimal.valueOf(5);
  private static final BigDecimal DLCO_POINTS = BigDecimal.valueOf(10);
  private static final int WANTED = 2;

  // Table 4, criterion 3, in its order.
  private static final List<String> RADIOLOGY =
      List.of(
          "ct-traction-bronchiectasis-more",
          "ct-new-ground-glass-with-traction",
          "ct-new-fine-reticulation",
          "ct-reticulation-more",
          "ct-honeycombing-more",
          "ct-lobar-volume-loss-more");

  /// A fall of one lung function in the window.
  ///
  /// @param enough whether it was large enough
  /// @param points how far it fell in points of the percentage of predicted, null where two values
  ///   are not known; negative for a rise
  /// @param inputs the two values
  public record Decline(Truth enough, @Nullable BigDecimal points, List<Input> inputs) {
    public Decline {
      inputs = List.copyOf(inputs);
    }
  }

  /// What the definition reads.
  ///
  /// @param fibrosis an interstitial lung disease with fibrosis on CT
  /// @param symptoms worse respiratory symptoms
  /// @param fvc decline by at least 5 points
  /// @param dlco decline by at least 10 points
  /// @param radiology the six signs
  public record Evidence(
      Observation fibrosis,
      Observation symptoms,
      Decline fvc,
      Decline dlco,
      List<Observation> radiology) {
    public Evidence {
      radiology = List.copyOf(radiology);
    }
  }

  /// Applies the definition.
  public static Assessment classify(Evidence evidence, @Nullable Moment at) {
    Truth physiology = evidence.fvc().enough().or(evidence.dlco().enough());
    Truth radiology = Truth.FALSE;
    List<Input> signs = new ArrayList<>();
    List<Note> notes = new ArrayList<>(evidence.fibrosis().notes());
    for (Observation sign : evidence.radiology()) {
      radiology = radiology.or(sign.truth());
      signs.addAll(sign.inputs());
    }
    Truth twoOfThree =
        Truth.atLeast(WANTED, List.of(evidence.symptoms().truth(), physiology, radiology));
    Truth met = evidence.fibrosis().truth().and(twoOfThree);
    List<Part> parts =
        List.of(
            Part.item("fibrosis", evidence.fibrosis().truth(), evidence.fibrosis().inputs()),
            Part.item("symptoms", evidence.symptoms().truth(), evidence.symptoms().inputs()),
            Part.item("physiology", physiology, List.of()),
            new Part(
                "fvc-decline",
                evidence.fvc().inputs(),
                evidence.fvc().enough(),
                evidence.fvc().points(),
                null),
            new Part(
                "dlco-decline",
                evidence.dlco().inputs(),
                evidence.dlco().enough(),
                evidence.dlco().points(),
                null),
            Part.item("radiology", radiology, signs));
    boolean complete =
        evidence.fibrosis().truth() != Truth.UNKNOWN
            && evidence.symptoms().truth() != Truth.UNKNOWN
            && physiology != Truth.UNKNOWN
            && radiology != Truth.UNKNOWN;
    if (met == Truth.TRUE) {
      notes.add(Note.of("other-explanation-not-checked"));
    }
    return new Assessment(
        CODE,
        at,
        complete ? Status.COMPUTED : Status.PARTIAL,
        null,
        null,
        switch (met) {
          case TRUE -> Assessment.MET;
          case FALSE -> Assessment.NOT_MET;
          case UNKNOWN -> Assessment.UNDETERMINED;
        },
        parts,
        notes);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "2022";
  }

  @Override
  public String citation() {
    return "Raghu G, Remy-Jardin M, Richeldi L, et al. Idiopathic pulmonary fibrosis (an update)"
        + " and progressive pulmonary fibrosis in adults. Am J Respir Crit Care Med"
        + " 2022;205:e18-e47. doi:10.1164/rccm.202202-0399ST";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("population", Verification.VERIFIED, "[23]"),
        new Rule("two-of-three", Verification.VERIFIED, "[23]"),
        new Rule("physiology", Verification.VERIFIED, "[23]"),
        new Rule("radiology", Verification.VERIFIED, "[23]"),
        new Rule("window", Verification.OURS, ""));
  }

  /// One answer for each day on which lung function was measured or a sign of progression was first
  /// stated.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    Readings readings = new Readings(patient);
    List<Moment> days = new ArrayList<>(readings.dates(FVC, DLCO));
    for (Manifestation manifestation : patient.manifestations()) {
      if ((manifestation.finding().equals(SYMPTOMS) || RADIOLOGY.contains(manifestation.finding()))
          && manifestation.from() instanceof Value.Known<Moment>(Moment from)
          && !days.contains(from)) {
        days.add(from);
      }
    }
    days.sort(Comparator.comparingLong(Moment::middle));
    List<Assessment> answers = new ArrayList<>();
    for (Moment at : days) {
      List<Observation> radiology = new ArrayList<>();
      for (String sign : RADIOLOGY) {
        radiology.add(readings.change(sign, at, WINDOW_DAYS));
      }
      Evidence evidence =
          new Evidence(
              readings.finding(FIBROSIS, at),
              readings.change(SYMPTOMS, at, WINDOW_DAYS),
              decline(readings, FVC, FVC_POINTS, at),
              decline(readings, DLCO, DLCO_POINTS, at),
              radiology);
      answers.add(classify(evidence, at));
    }
    return answers;
  }

  /// The largest fall from an earlier value in the window to the latest one.
  private static Decline decline(Readings readings, String code, BigDecimal enough, Moment at) {
    Measurement last = null;
    for (Measurement measurement : readings.measurements(code)) {
      if (measurement.date() instanceof Value.Known<Moment>(Moment date)
          && !measurement.value().isAbsent()
          && date.isAfter(at) == Truth.FALSE
          && within(date, at) != Truth.FALSE
          && (last == null || isBefore(last, measurement))) {
        last = measurement;
      }
    }
    List<Input> missing = readings.missing(code, "%").inputs();
    if (last == null) {
      return new Decline(Truth.UNKNOWN, null, missing);
    }
    Truth fell = null;
    BigDecimal largest = null;
    Measurement from = null;
    for (Measurement earlier : readings.measurements(code)) {
      if (!isBefore(earlier, last)
          || !(earlier.date() instanceof Value.Known<Moment>(Moment date))
          || within(date, at) == Truth.FALSE) {
        continue;
      }
      if (earlier.value() instanceof Value.Known<BigDecimal>(BigDecimal before)
          && last.value() instanceof Value.Known<BigDecimal>(BigDecimal after)) {
        BigDecimal points = before.subtract(after);
        Truth here = Truth.of(points.compareTo(enough) >= 0).and(within(date, at));
        fell = fell == null ? here : fell.or(here);
        if (largest == null || points.compareTo(largest) > 0) {
          largest = points;
          from = earlier;
        }
      } else if (!earlier.value().isAbsent()) {
        // A value that is only limited leaves the difference open.
        fell = fell == null ? Truth.UNKNOWN : fell.or(Truth.UNKNOWN);
        from = from == null ? earlier : from;
      }
    }
    Input latest = new Input(last.row(), "value", last.value(), last.unit());
    if (fell == null || from == null) {
      return new Decline(Truth.UNKNOWN, null, List.of(missing.getFirst(), latest));
    }
    return new Decline(
        fell, largest, List.of(new Input(from.row(), "value", from.value(), from.unit()), latest));
  }

  private static boolean isBefore(Measurement a, Measurement b) {
    return a.date() instanceof Value.Known<Moment>(Moment first)
        && b.date() instanceof Value.Known<Moment>(Moment second)
        && first.isBefore(second) == Truth.TRUE;
  }

  /// Whether a date is at most 365 days before a day.
  private static Truth within(Moment date, Moment at) {
    if (!date.comparableWith(at)) {
      return Truth.FALSE;
    }
    if (at.latest() - date.earliest() <= WINDOW_DAYS) {
      return Truth.TRUE;
    }
    return at.earliest() - date.latest() > WINDOW_DAYS ? Truth.FALSE : Truth.UNKNOWN;
  }
}
