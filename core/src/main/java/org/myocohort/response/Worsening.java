package org.myocohort.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

/// Worsening, or a flare, as in the rituximab-in-myositis trial.
///
/// Any one of: (1) physician global worse by >= 2 cm and manual muscle testing worse by >= 20 %;
/// (2) extramuscular activity worse by >= 2 cm; (3) any 3 of the 6 core set measures worse by >= 30
/// %.
///
/// - **Input:** two visits of one patient, see [CoreSetComparison]; percentages are of the baseline
///   value. A rise from a baseline of 0 is worsening by any percentage (ours).
/// - **Missing:** three-valued; undetermined as long as a missing measure could change the answer.
/// - **Source:** from memory of the trial: Oddis CV, Reed AM, Aggarwal R, et al. Arthritis Rheum
///   2013;65:314-324, doi 10.1002/art.37754 (citation from memory too).
public final class Worsening {
  private Worsening() {}

  public static final String CODE = "worsening-rim";
  public static final String VERSION = "2013";
  public static final String CITATION =
      "Oddis CV, Reed AM, Aggarwal R, et al. Rituximab in the treatment of refractory adult and"
          + " juvenile dermatomyositis and adult polymyositis. Arthritis Rheum 2013;65:314-324."
          + " doi:10.1002/art.37754";

  private static final BigDecimal CENTIMETRES = BigDecimal.valueOf(2);
  private static final BigDecimal STRENGTH = new BigDecimal("0.20");
  private static final BigDecimal MEASURE = new BigDecimal("0.30");
  private static final int MEASURES = 3;

  public static List<Rule> rules() {
    return List.of(
        new Rule("global-and-strength", Verification.FROM_MEMORY, ""),
        new Rule("extramuscular", Verification.FROM_MEMORY, ""),
        new Rule("three-measures", Verification.FROM_MEMORY, ""),
        new Rule("citation", Verification.FROM_MEMORY, ""),
        new Rule("baseline-zero", Verification.OURS, ""),
        new Rule("missing", Verification.OURS, ""));
  }

  /// Applies the rule.
  ///
  /// @return met where the patient worsened, not met or undetermined; not computable where either
  ///   visit has no measure at all
  public static Assessment assess(CoreSetComparison comparison) {
    return assess(null, comparison);
  }

  /// Applies it to a follow-up.
  ///
  /// @param at when the follow-up was
  public static Assessment assess(@Nullable Moment at, CoreSetComparison comparison) {
    MeasureComparison global = comparison.measure(CoreSetMeasure.PHYSICIAN_GLOBAL);
    MeasureComparison strength = comparison.measure(CoreSetMeasure.MANUAL_MUSCLE_TEST);
    MeasureComparison extramuscular = comparison.measure(CoreSetMeasure.EXTRAMUSCULAR);
    Truth globalWorse = global.worsenedBy(CENTIMETRES);
    Truth strengthWorse = strength.worsenedByFraction(STRENGTH);
    Truth extramuscularWorse = extramuscular.worsenedBy(CENTIMETRES);
    List<Part> parts = new ArrayList<>();
    parts.add(ImprovementDefinition2004.part("worse-2-physician_global", globalWorse, global));
    parts.add(ImprovementDefinition2004.part("worse-20-mmt", strengthWorse, strength));
    parts.add(
        ImprovementDefinition2004.part("worse-2-extramuscular", extramuscularWorse, extramuscular));
    List<Truth> worse = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    boolean complete = true;
    for (MeasureComparison measure : comparison.measures()) {
      Truth byThirty = measure.worsenedByFraction(MEASURE);
      worse.add(byThirty);
      complete &= measure.assessedAtBaseline() && measure.assessedAtFollowUp();
      parts.add(
          ImprovementDefinition2004.part(
              "worse-30-" + measure.measure().code(), byThirty, measure));
      notes.addAll(measure.notes());
    }
    Truth met =
        globalWorse.and(strengthWorse).or(extramuscularWorse).or(Truth.atLeast(MEASURES, worse));
    return ImprovementDefinition2004.answer(CODE, at, comparison, met, complete, parts, notes);
  }
}
