package org.myocohort.patient;

import java.math.BigDecimal;

/// One muscle enzyme at one visit with the upper limit of normal of its own laboratory, both in the
/// same unit.
///
/// @param row where it stands
/// @param column the column of the value
/// @param value activity, at least 0, lower is better
/// @param upperLimitOfNormal more than 0
/// @param unit the unit of both, as recorded
public record EnzymeMeasurement(
    MuscleEnzyme enzyme,
    RowReference row,
    String column,
    Value<BigDecimal> value,
    Value<BigDecimal> upperLimitOfNormal,
    String unit) {}
