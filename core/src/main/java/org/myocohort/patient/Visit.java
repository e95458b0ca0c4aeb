package org.myocohort.patient;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One assessment of a patient: the IMACS core set as far as it was recorded.
///
/// @param row where it stands
/// @param date when
/// @param scales what was recorded; a scale that is not in the map was not recorded
/// @param enzymes muscle enzymes of the visit
public record Visit(
    RowReference row,
    Moment date,
    Map<CoreSetScale, Value<BigDecimal>> scales,
    List<EnzymeMeasurement> enzymes) {

  private static final Value<BigDecimal> NOT_RECORDED = Value.absent(AbsenceReason.NOT_RECORDED);

  public Visit {
    scales = scales.isEmpty() ? Map.of() : new EnumMap<>(scales);
    enzymes = List.copyOf(enzymes);
  }

  public Value<BigDecimal> scale(CoreSetScale scale) {
    return scales.getOrDefault(scale, NOT_RECORDED);
  }
}
