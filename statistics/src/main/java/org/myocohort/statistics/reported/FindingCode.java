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
  DEBIT_SD("debit-sd", WARNING, "sd mean n sd-low sd-high"),
  /// The test statistic and its degrees of freedom give another p, on the same side of 0.05.
  P_FROM_TEST("p-from-test", WARNING, "test p p-recomputed p-low p-high"),
  /// The test statistic and its degrees of freedom give a p on the other side of 0.05.
  P_FROM_TEST_DECISION("p-from-test-decision", WARNING, "test p p-recomputed p-low p-high"),
  /// The printed p is half of the two-sided one, and the source does not say one-sided.
  P_ONE_SIDED_ASKED("p-one-sided-asked", WARNING, "test p p-recomputed p-one-sided"),
  /// The source says one-sided; two-sided, p lies on the other side of 0.05.
  P_ONE_SIDED_DECISION("p-one-sided-decision", WARNING, "test p p-recomputed p-one-sided"),
  /// None of the usual tests of two proportions gives the printed p.
  P_FROM_PROPORTIONS(
      "p-from-proportions",
      WARNING,
      "count-1 n-1 count-2 n-2 p p-fisher p-chi-squared p-chi-squared-corrected"),
  /// Neither the Welch nor the pooled t test of two means gives the printed p.
  P_FROM_MEANS("p-from-means", WARNING, "group-1 n-1 group-2 n-2 p p-low p-high"),
  /// The printed p fits when what was printed after the mean is its standard error.
  SD_AS_STANDARD_ERROR(
      "sd-as-standard-error", NOTE, "group-1 n-1 group-2 n-2 p p-low p-high p-low-se p-high-se"),
  /// The printed p and the 95 % interval lie on different sides of the decision at 0.05.
  P_AGAINST_INTERVAL("p-against-interval", WARNING, "value low high p p-low p-high"),
  /// The estimate is not the middle of its interval, on the scale on which it should be.
  INTERVAL_NOT_SYMMETRIC("interval-not-symmetric", NOTE, "value low high middle-low middle-high"),
  /// The printed count of the printed size is another percentage.
  PERCENT_OF_COUNT("percent-of-count", WARNING, "percent count n percent-recomputed"),
  /// The printed count is the printed percentage of no whole size.
  SHARE_OF_NO_SIZE("share-of-no-size", WARNING, "count percent n-low n-high"),
  /// The parts do not add up to the printed whole.
  PARTS_SUM("parts-sum", WARNING, "n parts sum"),
  /// Percentages of all parts do not add up to 100.
  PERCENTAGES_SUM("percentages-sum", WARNING, "parts sum low high"),
  /// A share said in words is not that of the printed count.
  SHARE_IN_WORDS("share-in-words", WARNING, "words count n percent-recomputed"),
  /// A correlation without a size needs more members for its p than are printed anywhere.
  P_FROM_CORRELATION_SIZES(
      "p-from-correlation-sizes", NOTE, "r p sizes n-as-printed n-by-rounding"),
  /// Of the sizes printed near a correlation without one, none gives its p as it stands.
  P_FROM_CORRELATION_SIZES_ASKED(
      "p-from-correlation-sizes-asked", NOTE, "r p sizes n-as-printed n-by-rounding"),
  /// p is that of a signed-rank test by the normal approximation, all differences of one sign.
  P_OF_LIKE_SIGNS("p-of-like-signs", NOTE, "p n p-approximate p-exact"),
  /// One group is printed with two sizes.
  GROUP_SIZES_DIFFER("group-sizes-differ", WARNING, "group n-1 n-2"),
  /// Numbers are reported of fewer members than were included.
  SIZES_MOVE("sizes-move", NOTE, "n sizes"),
  /// A column of a printed table gives values for some of its rows only.
  NOT_REPORTED_IN_TABLE("not-reported-in-table", NOTE, "column n given not-reported empty"),
  /// A column of printed values, summarised.
  TABLE_SUMMARY(
      "table-summary",
      NOTE,
      "column n mean sd median quartiles-type-7 quartiles-type-6 quartiles-type-2"),
  /// A column of a few different words, counted.
  TABLE_COUNTS("table-counts", NOTE, "column n counts"),
  /// Two groups are printed with the same mean and standard deviation, digit for digit.
  VALUES_REPEATED("values-repeated", NOTE, "text");

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
