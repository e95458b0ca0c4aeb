package org.myocohort.statistics.reported;

/// What a finding takes for granted, to be printed with it.
public enum Assumption {
  /// Every printed number is rounded to its last digit, a half in either direction.
  ROUNDED("rounded"),
  /// The size was inferred by the reader; the source does not print it.
  SIZE_INFERRED("size-inferred"),
  /// The bounds were exchanged, because they were printed in descending order.
  BOUNDS_PUT_IN_ORDER("bounds-put-in-order"),
  /// Both ends of the range are values of the sample.
  ENDS_ATTAINED("ends-attained"),
  /// Every member of the stated size has a value; none is missing.
  ALL_VALUES_PRESENT("all-values-present"),
  /// The standard deviation has the size less one below.
  SAMPLE_STANDARD_DEVIATION("sample-standard-deviation"),
  /// The source does not name how its quartiles were made.
  QUARTILE_METHOD_NOT_NAMED("quartile-method-not-named"),
  /// The correlation is Pearson's and its p the two-sided one of the t test.
  PEARSON_TWO_SIDED("pearson-two-sided"),
  /// The single values are whole numbers, or means of the stated number of whole numbers.
  WHOLE_NUMBERS("whole-numbers"),
  /// The single values are 0 or 1.
  ZEROS_AND_ONES("zeros-and-ones"),
  /// The count is of members, so that it cannot exceed the size; events may.
  COUNT_OF_MEMBERS("count-of-members"),
  /// The test is two-sided.
  TWO_SIDED("two-sided"),
  /// p belongs to the test printed with it and is not corrected for several tests.
  P_OF_THIS_TEST("p-of-this-test"),
  /// The two groups are independent and nothing was adjusted for.
  INDEPENDENT_UNADJUSTED("independent-unadjusted"),
  /// Estimate, interval and p come from one model, the interval at 95 % by the normal distribution.
  NORMAL_INTERVAL("normal-interval"),
  /// The percentage is that of the count and the size beside it.
  SHARE_OF_THESE("share-of-these"),
  /// The parts exclude each other and are all the parts.
  ALL_PARTS("all-parts"),
  /// Both places speak of the same members and of the same outcome.
  SAME_MEMBERS_AND_OUTCOME("same-members-and-outcome"),
  /// The size is one of those printed near.
  SIZE_PRINTED_NEAR("size-printed-near"),
  /// The differences are paired and all have the same sign.
  PAIRED_LIKE_SIGNS("paired-like-signs");

  private final String code;

  Assumption(String code) {
    this.code = code;
  }

  /// The stable name under which a message file explains it.
  public String code() {
    return code;
  }
}
