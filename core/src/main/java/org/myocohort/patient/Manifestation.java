package org.myocohort.patient;

/// One dated statement about a finding: present, absent, or not reported.
///
/// @param column the column that holds it
/// @param finding code in the findings vocabulary
/// @param present TRUE, FALSE, or UNKNOWN where a report or a visit says nothing of it
/// @param from first seen
/// @param to last seen
public record Manifestation(
    RowReference row,
    String column,
    String finding,
    Truth present,
    Value<Moment> from,
    Value<Moment> to) {}
