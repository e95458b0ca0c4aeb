package org.myocohort.response;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Truth;

/// One core set measure at two visits of a patient.
///
/// @param scale what was compared: the scale's column, or the enzyme
/// @param baseline everything the value can be at baseline
/// @param followUp everything the value can be at follow-up
/// @param assessedAtBaseline whether a value or a limit was recorded at baseline
/// @param assessedAtFollowUp whether a value or a limit was recorded at follow-up
/// @param higherIsBetter direction of the scale
/// @param range the range that a change is a percentage of, or null if it is not known
/// @param inputs what was read, baseline first
/// @param notes assumptions
record MeasureComparison(
    CoreSetMeasure measure,
    String scale,
    Span baseline,
    Span followUp,
    boolean assessedAtBaseline,
    boolean assessedAtFollowUp,
    boolean higherIsBetter,
    @Nullable BigDecimal range,
    List<Input> inputs,
    List<Note> notes) {

  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;

  boolean complete() {
    return assessedAtBaseline && assessedAtFollowUp && range != null;
  }

  /// The change in the direction of improvement, in the scale's unit.
  Span improvement() {
    return higherIsBetter ? followUp.minus(baseline) : baseline.minus(followUp);
  }

  Truth worsened() {
    return worsening().isMoreThan(ZERO);
  }

  /// Whether it worsened by at least `amount` of the scale's unit.
  Truth worsenedBy(BigDecimal amount) {
    return worsening().isAtLeast(amount);
  }

  /// Whether it improved by at least `fraction` of its baseline value. No change from a baseline of
  /// 0 is no improvement.
  Truth improvedByFraction(BigDecimal fraction) {
    Span beyond =
        higherIsBetter
            ? followUp.minus(baseline.times(ONE.add(fraction)))
            : baseline.times(ONE.subtract(fraction)).minus(followUp);
    return beyond.isAtLeast(ZERO).and(improvement().isMoreThan(ZERO));
  }

  /// Whether it worsened by at least `fraction` of its baseline value. A rise from a baseline of 0
  /// is worsening.
  Truth worsenedByFraction(BigDecimal fraction) {
    Span beyond =
        higherIsBetter
            ? baseline.times(ONE.subtract(fraction)).minus(followUp)
            : followUp.minus(baseline.times(ONE.add(fraction)));
    return beyond.isAtLeast(ZERO).and(worsened());
  }

  private Span worsening() {
    return higherIsBetter ? baseline.minus(followUp) : followUp.minus(baseline);
  }
}
