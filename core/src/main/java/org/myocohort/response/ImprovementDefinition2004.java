package org.myocohort.response;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

/// 2004 IMACS preliminary definition of improvement.
///
///     any 3 of the 6 core set measures improved by >= 20 % of their baseline value,
///     and no more than 2 worse by >= 25 %, manual muscle testing not among them
///
/// - **Input:** two visits of one patient, see [CoreSetComparison]. The change is relative to the
///   baseline value, unlike the 2016 score's change of the scale's range.
/// - **Baseline 0:** a rise is worsening, no change is neither (ours).
/// - **Missing:** three-valued; undetermined as long as a missing measure could change the answer.
/// - **Source:** Rider LG, Giannini EH, Brunner HI, et al. Arthritis Rheum 2004;50:2281-2290, doi
///   10.1002/art.20349, from memory; "20 % in at least 3 of 6" as used in the rituximab trial.
public final class ImprovementDefinition2004 {
  private ImprovementDefinition2004() {}

  public static final String CODE = "imacs-2004";
  public static final String VERSION = "2004";
  public static final String CITATION =
      "Rider LG, Giannini EH, Brunner HI, et al. International consensus on preliminary definitions"
          + " of improvement in adult and juvenile myositis. Arthritis Rheum 2004;50:2281-2290."
          + " doi:10.1002/art.20349";

  private static final BigDecimal IMPROVED = new BigDecimal("0.20");
  private static final BigDecimal WORSE = new BigDecimal("0.25");
  private static final int IMPROVED_MEASURES = 3;
  private static final int WORSE_MEASURES = 2;

  public static List<Rule> rules() {
    return List.of(
        new Rule("improved", Verification.VERIFIED, "[47]"),
        new Rule("worse", Verification.FROM_MEMORY, ""),
        new Rule("citation", Verification.FROM_MEMORY, ""),
        new Rule("baseline-zero", Verification.OURS, ""),
        new Rule("missing", Verification.OURS, ""));
  }

  /// Applies the definition.
  ///
  /// @return met, not met or undetermined; not computable where either visit has no measure at all
  public static Assessment assess(CoreSetComparison comparison) {
    return assess(null, comparison);
  }

  /// Applies it to a follow-up.
  ///
  /// @param at when the follow-up was
  public static Assessment assess(@Nullable Moment at, CoreSetComparison comparison) {
    List<Part> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    List<Truth> improved = new ArrayList<>();
    List<Truth> worse = new ArrayList<>();
    boolean complete = true;
    for (MeasureComparison measure : comparison.measures()) {
      Truth better = measure.improvedByFraction(IMPROVED);
      improved.add(better);
      worse.add(measure.worsenedByFraction(WORSE));
      complete &= measure.assessedAtBaseline() && measure.assessedAtFollowUp();
      parts.add(part("improved-" + measure.measure().code(), better, measure));
      notes.addAll(measure.notes());
    }
    for (int i = 0; i < worse.size(); i++) {
      MeasureComparison measure = comparison.measures().get(i);
      parts.add(part("worse-" + measure.measure().code(), worse.get(i), measure));
    }
    Truth strengthWorse =
        comparison.measure(CoreSetMeasure.MANUAL_MUSCLE_TEST).worsenedByFraction(WORSE);
    Truth met =
        Truth.atLeast(IMPROVED_MEASURES, improved)
            .and(Truth.atLeast(WORSE_MEASURES + 1, worse).not())
            .and(strengthWorse.not());
    return answer(CODE, at, comparison, met, complete, parts, notes);
  }

  /// An answer in three values, none where either visit is empty.
  static Assessment answer(
      String instrument,
      @Nullable Moment at,
      CoreSetComparison comparison,
      Truth met,
      boolean complete,
      List<Part> parts,
      List<Note> notes) {
    boolean empty = comparison.nothingAtBaseline() || comparison.nothingAtFollowUp();
    if (empty) {
      notes.add(Note.of(comparison.nothingAtBaseline() ? "empty-baseline" : "empty-follow-up"));
    }
    Status status = complete ? Status.COMPUTED : Status.PARTIAL;
    return new Assessment(
        instrument,
        at,
        empty ? Status.NOT_COMPUTABLE : status,
        null,
        null,
        switch (empty ? Truth.UNKNOWN : met) {
          case TRUE -> Assessment.MET;
          case FALSE -> Assessment.NOT_MET;
          case UNKNOWN -> Assessment.UNDETERMINED;
        },
        parts,
        notes);
  }

  static Part part(String code, Truth truth, MeasureComparison measure) {
    return new Part(code, measure.inputs(), truth, relativeChange(measure), null);
  }

  /// The improvement in percent of the baseline value to one decimal, for display only; null unless
  /// both values are known and the baseline is not 0.
  private static @Nullable BigDecimal relativeChange(MeasureComparison measure) {
    BigDecimal change = measure.improvement().low();
    BigDecimal baseline = measure.baseline().low();
    if (change == null
        || baseline == null
        || !measure.improvement().isPoint()
        || baseline.signum() == 0) {
      return null;
    }
    return change.movePointRight(2).divide(baseline, 1, RoundingMode.HALF_UP);
  }
}
