package org.myocohort.app.patient;

/// One mark of a timeline as a row of the table beneath it.
///
/// @param lane what the lane shows
/// @param date as recorded
/// @param month from day 0, to one decimal, with its sign
/// @param value in words and digits
/// @param remark limits of normal, why a point is hollow; empty for none
/// @param href where its source opens
/// @param corrected whether a value of the source was changed after it had been entered
public record TimelineRow(
    String lane,
    String date,
    String month,
    String value,
    String remark,
    String href,
    boolean corrected) {}
