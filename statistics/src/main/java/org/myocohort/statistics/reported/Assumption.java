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
  COUNT_OF_MEMBERS("count-of-members");

  private final String code;

  Assumption(String code) {
    this.code = code;
  }

  /// The stable name under which a message file explains it.
  public String code() {
    return code;
  }
}
