package org.myocohort.statistics.reported;

import static org.myocohort.statistics.reported.FindingLevel.ERROR;
import static org.myocohort.statistics.reported.FindingLevel.NOTE;
import static org.myocohort.statistics.reported.FindingLevel.WARNING;

import java.util.List;

/// What a check of reported numbers can find, with its level and the names of its values.
///
/// A finding of a code always carries all of the code's values, in this order. `low` and `high` are
/// bounds as printed in [#BOUNDS_REVERSED], and in ascending order elsewhere. Limits that end in
/// `-rounded` are the widest that the rounding of every printed number allows; a finding is only
/// made outside these.
public enum FindingCode {
  /// The first of two printed bounds is above the second.
  BOUNDS_REVERSED("bounds-reversed", ERROR, "low high"),
  /// The bounds of a single value differ.
  BOUNDS_OF_ONE_VALUE("bounds-of-one-value", ERROR, "n low high"),
  /// The mean lies outside the range.
  MEAN_OUTSIDE_RANGE("mean-outside-range", ERROR, "mean low high"),
  /// The mean lies in the range, but above every mean that so many values with these ends can have.
  MEAN_ABOVE_LIMIT(
      "mean-above-limit",
      ERROR,
      "mean n low high limit limit-rounded smallest-n smallest-n-rounded"),
  /// The mean lies in the range, but below every mean that so many values with these ends can have.
  MEAN_BELOW_LIMIT(
      "mean-below-limit",
      ERROR,
      "mean n low high limit limit-rounded smallest-n smallest-n-rounded"),
  /// The median lies outside the range.
  MEDIAN_OUTSIDE_RANGE("median-outside-range", ERROR, "median low high"),
  /// The median does not lie between the quartiles.
  MEDIAN_OUTSIDE_QUARTILES("median-outside-quartiles", ERROR, "median low high"),
  /// The estimate lies outside its own confidence interval.
  ESTIMATE_OUTSIDE_INTERVAL("estimate-outside-interval", ERROR, "value low high"),
  /// The standard deviation is below zero.
  SD_NEGATIVE("sd-negative", ERROR, "sd"),
  /// A standard deviation above zero is given for one value.
  SD_OF_ONE_VALUE("sd-of-one-value", ERROR, "sd"),
  /// No values with this mean and these ends have this standard deviation.
  SD_OUTSIDE_RANGE(
      "sd-outside-range",
      ERROR,
      "sd mean n low high sd-low sd-high sd-low-rounded sd-high-rounded"),
  /// An interquartile range of three values: what it means depends on the method.
  IQR_OF_THREE("iqr-of-three", WARNING, "n median low high values-type-6 values-type-7"),
  /// An interquartile range of one, two or four values, or of three without a median.
  IQR_OF_FEW("iqr-of-few", WARNING, "n low high"),
  /// The correlation lies outside -1 to 1.
  CORRELATION_OUTSIDE_LIMITS("correlation-outside-limits", ERROR, "r"),
  /// The p value lies outside 0 to 1.
  P_OUTSIDE_LIMITS("p-outside-limits", ERROR, "p"),
  /// No correlation that rounds to the printed one gives the printed p.
  P_FROM_CORRELATION("p-from-correlation", WARNING, "r n p p-recomputed p-low p-high r-low r-high"),
  /// The printed correlation gives another p; one that rounds to it gives the printed p.
  P_FROM_CORRELATION_BY_ROUNDING(
      "p-from-correlation-by-rounding", NOTE, "r n p p-recomputed p-low p-high r-low r-high"),
  /// A count is not a whole number.
  COUNT_NOT_WHOLE("count-not-whole", ERROR, "count"),
  /// A count is below zero.
  COUNT_NEGATIVE("count-negative", ERROR, "count"),
  /// A count of members is above the number of members.
  COUNT_EXCEEDS_N("count-exceeds-n", ERROR, "count n"),
  /// A share lies outside 0 to 100 percent.
  PERCENT_OUTSIDE_LIMITS("percent-outside-limits", ERROR, "percent"),
  /// No whole count of so many members gives the percentage (GRIM for percentages).
  GRIM_PERCENT(
      "grim-percent", WARNING, "percent n count-below percent-below count-above percent-above"),
  /// No whole sum of so many values gives the mean (GRIM).
  GRIM_MEAN("grim-mean", WARNING, "mean n items sum-low sum-high mean-below mean-above"),
  /// No whole numbers with the printed mean have the standard deviation (GRIMMER).
  GRIMMER_SD("grimmer-sd", WARNING, "sd mean n items sd-below sd-above"),
  /// No zeros and ones with the printed mean have the standard deviation (DEBIT).
  DEBIT_SD("debit-sd", WARNING, "sd mean n sd-low sd-high");

  private final String code;
  private final FindingLevel level;
  private final String keys;

  FindingCode(String code, FindingLevel level, String keys) {
    this.code = code;
    this.level = level;
    this.keys = keys;
  }

  /// The stable name under which a message file has its sentence.
  public String code() {
    return code;
  }

  /// The level of every finding of this code.
  public FindingLevel level() {
    return level;
  }

  /// The names of its values, in order.
  public List<String> keys() {
    return List.of(keys.split(" ", -1));
  }
}
