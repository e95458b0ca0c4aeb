package org.myocohort.patient;

/// One adverse event.
///
/// @param term as recorded
/// @param grade CTCAE grade 1 to 5
/// @param ctcaeVersion version that the grade belongs to: the same value may grade differently
/// @param serious as judged by the centre
/// @param relatedTo drug code that it was attributed to
public record AdverseEvent(
    RowReference row,
    String term,
    Value<Integer> grade,
    Value<String> ctcaeVersion,
    Value<Moment> start,
    Value<Moment> stop,
    Value<String> serious,
    Value<String> relatedTo) {}
