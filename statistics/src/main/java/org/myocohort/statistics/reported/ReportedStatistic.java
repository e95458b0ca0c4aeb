package org.myocohort.statistics.reported;

import org.jspecify.annotations.Nullable;

/// One reported statistic: a printed number and what was printed with it.
///
/// Start with [#of] and add what the source gives; what it does not give stays null, and no check
/// guesses it.
///
/// @param id the caller's name for it, repeated in every finding
/// @param kind what the printed number is
/// @param value the printed number
/// @param size the number of members or pairs it is based on, at least 1; null if not known
/// @param sizeInferred whether the size was inferred by the reader instead of printed
/// @param bounds the range, interquartile range or interval printed with it, or null
/// @param standardDeviation the sample standard deviation printed with it, or null
/// @param p the p value printed with it, or null
/// @param valueType what the caller knows of the single values; never guessed from the digits
/// @param items how many whole numbers each member's value is the mean of; 1 unless a scale's mean
public record ReportedStatistic(
    String id,
    Kind kind,
    PrintedNumber value,
    @Nullable Integer size,
    boolean sizeInferred,
    @Nullable PrintedBounds bounds,
    @Nullable PrintedNumber standardDeviation,
    @Nullable PrintedProbability p,
    ValueType valueType,
    int items) {

  /// What a printed number is.
  public enum Kind {
    /// The arithmetic mean.
    MEAN,
    /// The median.
    MEDIAN,
    /// The number of members with something, between 0 and the size.
    COUNT,
    /// The share of members with something, in percent of the size; never a change in percent.
    PERCENT,
    /// A correlation between -1 and 1.
    CORRELATION,
    /// Any other estimate; only its bounds are looked at.
    OTHER
  }

  /// What is known of the single values behind a mean.
  public enum ValueType {
    /// Nothing: no check of granularity is made.
    UNSTATED,
    /// Whole numbers, or means of [ReportedStatistic#items()] whole numbers.
    WHOLE,
    /// Each 0 or 1.
    ZERO_OR_ONE
  }

  public ReportedStatistic {
    if (size != null && !(size >= 1)) {
      throw new IllegalArgumentException("size must be at least 1 but was " + size);
    }
    if (!(items >= 1)) {
      throw new IllegalArgumentException("items must be at least 1 but was " + items);
    }
  }

  /// A printed number with nothing beside it.
  public static ReportedStatistic of(String id, Kind kind, PrintedNumber value) {
    return new ReportedStatistic(
        id, kind, value, null, false, null, null, null, ValueType.UNSTATED, 1);
  }

  /// The same with a size that was printed.
  public ReportedStatistic withSize(int printed) {
    return new ReportedStatistic(
        id, kind, value, printed, false, bounds, standardDeviation, p, valueType, items);
  }

  /// The same with a size that the reader inferred; findings then name that assumption.
  public ReportedStatistic withInferredSize(int inferred) {
    return new ReportedStatistic(
        id, kind, value, inferred, true, bounds, standardDeviation, p, valueType, items);
  }

  /// The same with bounds.
  public ReportedStatistic withBounds(PrintedBounds printed) {
    return new ReportedStatistic(
        id, kind, value, size, sizeInferred, printed, standardDeviation, p, valueType, items);
  }

  /// The same with a sample standard deviation.
  public ReportedStatistic withStandardDeviation(PrintedNumber printed) {
    return new ReportedStatistic(
        id, kind, value, size, sizeInferred, bounds, printed, p, valueType, items);
  }

  /// The same with a p value.
  public ReportedStatistic withP(PrintedProbability printed) {
    return new ReportedStatistic(
        id, kind, value, size, sizeInferred, bounds, standardDeviation, printed, valueType, items);
  }

  /// The same, its single values being whole numbers, or means of so many whole numbers.
  public ReportedStatistic ofWholeNumbers(int itemsPerMember) {
    return new ReportedStatistic(
        id,
        kind,
        value,
        size,
        sizeInferred,
        bounds,
        standardDeviation,
        p,
        ValueType.WHOLE,
        itemsPerMember);
  }

  /// The same, its single values being 0 or 1.
  public ReportedStatistic ofZerosAndOnes() {
    return new ReportedStatistic(
        id,
        kind,
        value,
        size,
        sizeInferred,
        bounds,
        standardDeviation,
        p,
        ValueType.ZERO_OR_ONE,
        1);
  }
}
