package org.myocohort.patient;

import java.math.BigDecimal;

/// One measured quantity at one time: a laboratory value, a lung or heart function, a vital sign.
///
/// @param row where it stands
/// @param code code in the measurements vocabulary
/// @param date when the sample was taken or the test done
/// @param value the number, or its limit, or why it is absent
/// @param qualitative where a word is all there is, such as `increased`
/// @param unit UCUM code as recorded
/// @param lowerLimit lower limit of normal at that laboratory and date
/// @param upperLimit upper limit of normal at that laboratory and date
/// @param assay the assay; values of different assays never convert into each other
public record Measurement(
    RowReference row,
    String code,
    Value<Moment> date,
    Value<BigDecimal> value,
    Value<String> qualitative,
    String unit,
    Value<BigDecimal> lowerLimit,
    Value<BigDecimal> upperLimit,
    Value<String> assay) {}
