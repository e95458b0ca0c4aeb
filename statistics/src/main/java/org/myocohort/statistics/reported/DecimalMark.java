package org.myocohort.statistics.reported;

/// The sign between whole and decimal digits; the other one of the two groups thousands.
public enum DecimalMark {
  /// As in 1,234.5.
  POINT('.', ','),
  /// As in 1.234,5.
  COMMA(',', '.');

  private final char decimal;
  private final char grouping;

  DecimalMark(char decimal, char grouping) {
    this.decimal = decimal;
    this.grouping = grouping;
  }

  char decimal() {
    return decimal;
  }

  char grouping() {
    return grouping;
  }
}
