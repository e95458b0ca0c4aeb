package org.myocohort.patient;

import java.math.BigDecimal;

/// One course of a drug at one dose; a change of dose is a new course.
///
/// @param column the column that holds it
/// @param drug code in the drugs vocabulary
/// @param phase when it stands relative to the index drug, where a published table says only that
/// @param dose a single dose
/// @param unit of the dose: `mg`, `g`, `mg/kg`, `g/kg`, `mg/m2`
/// @param route `oral`, `iv`, `sc`
/// @param frequency how often
/// @param start first day
/// @param stop the day after the last dose; absent as not applicable while it goes on
/// @param reasonStarted why it was started or changed
/// @param reasonStopped why it was stopped
public record Treatment(
    RowReference row,
    String column,
    String drug,
    Phase phase,
    Value<BigDecimal> dose,
    String unit,
    Value<String> route,
    Value<Frequency> frequency,
    Value<Moment> start,
    Value<Moment> stop,
    Value<String> reasonStarted,
    Value<String> reasonStopped) {
  private static final String INTRAVENOUS = "iv";

  /// Whether it is one dose, which runs on its first day only.
  public boolean isSingleDose() {
    return frequency instanceof Value.Known<Frequency>(Frequency known) && known == Frequency.ONCE;
  }

  public boolean isIntravenous() {
    return route instanceof Value.Known<String>(String known) && known.equals(INTRAVENOUS);
  }

  /// When a course stands relative to the index drug.
  public enum Phase {
    /// Dated: the dates tell.
    DATED,
    PRIOR,
    CONCOMITANT,
    INDEX
  }
}
