package org.myocohort.response;

import static org.myocohort.response.PlainCoreSet.MISSING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Points;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.MuscleEnzyme;

/// What [FollowUp] says of a visit, in short, where every value is a plain number or missing.
///
/// A long visits table holds little else, and its answer shows neither inputs nor parts. Whole
/// numbers need a tenth of the work; ranges, bands, points and cut-offs are those of
/// [TotalImprovementScore] and [CoreSetComparison], where the rules are explained, and a test
/// compares the two on thousands of visits.
public final class PlainFollowUp {

  /// A value that the score needs and that is not there.
  ///
  /// @param atBaseline whether it is the baseline that lacks it, not the visit
  /// @param column where it would stand
  public record Missing(boolean atBaseline, String column) {}

  /// A measure with what is said where a visit lacks it.
  private record Measure(
      CoreSetMeasure measure, PlainPoints points, Missing atBaseline, Missing atVisit) {
    static Measure of(CoreSetMeasure measure, String column) {
      return new Measure(
          measure, new PlainPoints(measure), new Missing(true, column), new Missing(false, column));
    }

    static Measure of(CoreSetMeasure measure, CoreSetScale scale) {
      return of(measure, scale.column());
    }
  }

  private static final Measure PHYSICIAN_GLOBAL =
      Measure.of(CoreSetMeasure.PHYSICIAN_GLOBAL, CoreSetScale.PHYSICIAN_GLOBAL);
  private static final Measure PATIENT_GLOBAL =
      Measure.of(CoreSetMeasure.PATIENT_GLOBAL, CoreSetScale.PATIENT_GLOBAL);
  private static final Measure STRENGTH =
      Measure.of(CoreSetMeasure.MANUAL_MUSCLE_TEST, CoreSetScale.MANUAL_MUSCLE_TEST);
  private static final Measure QUESTIONNAIRE =
      Measure.of(
          CoreSetMeasure.HEALTH_ASSESSMENT_QUESTIONNAIRE,
          CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);
  private static final Measure EXTRAMUSCULAR =
      Measure.of(CoreSetMeasure.EXTRAMUSCULAR, CoreSetScale.EXTRAMUSCULAR);

  private static final Missing FORM_AT_BASELINE =
      new Missing(true, CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.column());
  private static final Missing FORM_AT_VISIT = new Missing(false, FORM_AT_BASELINE.column());

  private static final int GLOBAL_RANGE = range(CoreSetScale.PHYSICIAN_GLOBAL);
  private static final int PATIENT_RANGE = range(CoreSetScale.PATIENT_GLOBAL);
  private static final int QUESTIONNAIRE_RANGE =
      range(CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);
  private static final int EXTRAMUSCULAR_RANGE = range(CoreSetScale.EXTRAMUSCULAR);

  /// An enzyme as the measure scored.
  ///
  /// @param multiple of the upper limit that makes up its range
  private record Enzyme(
      MuscleEnzyme enzyme, Measure measure, int multiple, Note withoutUpperLimit) {
    static Enzyme of(MuscleEnzyme enzyme) {
      return new Enzyme(
          enzyme,
          Measure.of(CoreSetMeasure.ENZYME, enzyme.code()),
          CoreSetComparison.multipleOfUpperLimit(enzyme).intValueExact(),
          CoreSetComparison.withoutUpperLimit(enzyme));
    }
  }

  private static final List<Enzyme> ENZYMES = enzymes();
  private static final Measure NO_ENZYME =
      Measure.of(CoreSetMeasure.ENZYME, CoreSetComparison.ENZYMES);

  private static final int MEASURES = CoreSetMeasure.values().length;

  /// A total and its category.
  private record Total(BigDecimal score, ResponseCategory category) {}

  /// Every total there can be, by its number of steps.
  private static final List<Total> TOTALS = totals();

  private final PlainCoreSet baseline;
  private final PlainCoreSet visit;
  private final int enzyme;
  private final List<Points> points = new ArrayList<>(MEASURES);
  private final List<CoreSetMeasure> worsened = new ArrayList<>(MEASURES);
  private final List<CoreSetMeasure> worsenedByQuarter = new ArrayList<>(MEASURES);
  private final List<Missing> missing = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private boolean assessedAtBaseline;
  private boolean assessedAtVisit;
  private int lowerSteps;
  private int upperSteps;

  private PlainFollowUp(PlainCoreSet baseline, PlainCoreSet visit) {
    this.baseline = baseline;
    this.visit = visit;
    enzyme = baseline.mostAbnormalEnzyme();
  }

  /// Judges a visit against a baseline by the adult form. The visit must not be before it.
  ///
  /// @return null where only [FollowUp] can: an upper limit or a form of the muscle test that has
  ///   changed, a visit without any measure
  public static @Nullable PlainFollowUp of(PlainCoreSet baseline, PlainCoreSet visit) {
    PlainFollowUp judged = new PlainFollowUp(baseline, visit);
    if (judged.anotherUpperLimit() || judged.anotherForm()) {
      return null;
    }
    judged.addScale(
        PHYSICIAN_GLOBAL, baseline.physicianGlobal, visit.physicianGlobal, GLOBAL_RANGE);
    judged.addScale(PATIENT_GLOBAL, baseline.patientGlobal, visit.patientGlobal, PATIENT_RANGE);
    judged.addStrength();
    judged.addScale(
        QUESTIONNAIRE, baseline.questionnaire, visit.questionnaire, QUESTIONNAIRE_RANGE);
    judged.addEnzyme();
    judged.addScale(
        EXTRAMUSCULAR, baseline.extramuscular, visit.extramuscular, EXTRAMUSCULAR_RANGE);
    return judged.assessedAtBaseline && judged.assessedAtVisit ? judged : null;
  }

  private boolean anotherUpperLimit() {
    return enzyme >= 0
        && visit.upperLimit(enzyme) != MISSING
        && visit.upperLimit(enzyme) != baseline.upperLimit(enzyme);
  }

  private boolean anotherForm() {
    return baseline.placedStrength() != MISSING
        && visit.placedStrength() != MISSING
        && baseline.strengthMaximum != visit.strengthMaximum;
  }

  private void addScale(Measure measure, int before, int after, int range) {
    addIfMissing(before, measure.atBaseline());
    addIfMissing(after, measure.atVisit());
    add(measure, false, before, after, range);
  }

  private void addStrength() {
    addIfMissing(baseline.strength, STRENGTH.atBaseline());
    addIfMissing(baseline.strengthMaximum, FORM_AT_BASELINE);
    addIfMissing(visit.strength, STRENGTH.atVisit());
    addIfMissing(visit.strengthMaximum, FORM_AT_VISIT);
    int before = baseline.placedStrength();
    add(
        STRENGTH,
        true,
        before,
        visit.placedStrength(),
        before == MISSING ? visit.strengthMaximum : baseline.strengthMaximum);
  }

  private void addEnzyme() {
    for (int i = 0; i < ENZYMES.size(); i++) {
      if (baseline.lacksUpperLimit(i)) {
        notes.add(ENZYMES.get(i).withoutUpperLimit());
      }
    }
    if (enzyme < 0) {
      missing.add(NO_ENZYME.atBaseline());
      add(NO_ENZYME, false, MISSING, MISSING, MISSING);
      assessedAtVisit |= visit.hasEnzyme();
      return;
    }
    Enzyme most = ENZYMES.get(enzyme);
    addIfMissing(visit.enzyme(enzyme), most.measure().atVisit());
    add(
        most.measure(),
        false,
        baseline.enzyme(enzyme),
        visit.enzyme(enzyme),
        (long) most.multiple() * baseline.upperLimit(enzyme));
  }

  private void addIfMissing(int value, Missing what) {
    if (value == MISSING) {
      missing.add(what);
    }
  }

  private void add(Measure measure, boolean higherIsBetter, int before, int after, long range) {
    assessedAtBaseline |= before != MISSING;
    assessedAtVisit |= after != MISSING;
    PlainPoints row = measure.points();
    if (before == MISSING || after == MISSING) {
      int most = row.lastBand();
      // The known end leaves the rest of the scale to improve.
      if (before != MISSING) {
        most = row.band(higherIsBetter ? range - before : before, range);
      } else if (after != MISSING) {
        most = row.band(higherIsBetter ? after : range - after, range);
      }
      points.add(row.open(most));
      upperSteps += row.steps(most);
      return;
    }
    long improvement = higherIsBetter ? (long) after - before : (long) before - after;
    int band = row.band(improvement, range);
    points.add(row.decided(band));
    lowerSteps += row.steps(band);
    upperSteps += row.steps(band);
    if (improvement < 0) {
      worsened.add(measure.measure());
      // A quarter of the baseline value.
      if (-4 * improvement >= before) {
        worsenedByQuarter.add(measure.measure());
      }
    }
  }

  /// Computed, or partial where anything is missing.
  public ResponseStatus status() {
    return missing.isEmpty() ? ResponseStatus.COMPUTED : ResponseStatus.PARTIAL;
  }

  /// The total improvement score, null where something is missing.
  public @Nullable BigDecimal total() {
    return missing.isEmpty() ? lower() : null;
  }

  /// The lowest total that what is missing leaves open.
  public BigDecimal lower() {
    return TOTALS.get(lowerSteps).score();
  }

  /// The highest total that what is missing leaves open.
  public BigDecimal upper() {
    return TOTALS.get(upperSteps).score();
  }

  /// The code of the category, [Assessment#UNDETERMINED] where the bounds do not agree.
  public String category() {
    ResponseCategory atLeast = TOTALS.get(lowerSteps).category();
    return atLeast == TOTALS.get(upperSteps).category() ? atLeast.code() : Assessment.UNDETERMINED;
  }

  /// The enzyme scored, null where the baseline has none with its upper limit.
  public @Nullable MuscleEnzyme enzyme() {
    return enzyme < 0 ? null : ENZYMES.get(enzyme).enzyme();
  }

  /// The points of each of [CoreSetMeasure], in its order.
  public List<Points> points() {
    return Collections.unmodifiableList(points);
  }

  /// Measures that got worse at all.
  public List<CoreSetMeasure> worsened() {
    return Collections.unmodifiableList(worsened);
  }

  /// Measures that got worse by at least 25 % of their baseline value.
  public List<CoreSetMeasure> worsenedByQuarter() {
    return Collections.unmodifiableList(worsenedByQuarter);
  }

  /// What was missing, in the order of the measures.
  public List<Missing> missing() {
    return Collections.unmodifiableList(missing);
  }

  /// Assumptions and cautions.
  public List<Note> notes() {
    return Collections.unmodifiableList(notes);
  }

  private static int range(CoreSetScale scale) {
    return Objects.requireNonNull(scale.maximum()).movePointRight(3).intValueExact();
  }

  private static List<Enzyme> enzymes() {
    List<Enzyme> enzymes = new ArrayList<>();
    for (MuscleEnzyme enzyme : PlainCoreSet.ENZYMES) {
      enzymes.add(Enzyme.of(enzyme));
    }
    return enzymes;
  }

  private static List<Total> totals() {
    BigDecimal step = PlainPoints.STEP;
    int all = BigDecimal.valueOf(100).divide(step).intValueExact();
    List<Total> totals = new ArrayList<>(all + 1);
    for (int i = 0; i <= all; i++) {
      // Without trailing zeros, as it is written.
      BigDecimal score =
          new BigDecimal(step.multiply(BigDecimal.valueOf(i)).stripTrailingZeros().toPlainString());
      totals.add(new Total(score, TotalImprovementScore.category(ScoreForm.ADULT, score)));
    }
    return totals;
  }
}
