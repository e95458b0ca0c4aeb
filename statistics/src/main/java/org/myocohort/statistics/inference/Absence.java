package org.myocohort.statistics.inference;

import java.util.Locale;

/// Why a number cannot be given. The sentence for a reader stands with whoever shows it.
public enum Absence {
  /// No value is left.
  NO_VALUES,
  /// One of the groups has no value.
  EMPTY_GROUP,
  /// One value tells nothing of the spread.
  ONE_VALUE,
  /// More values are needed.
  TOO_FEW_VALUES,
  /// All values are equal.
  ALL_EQUAL,
  /// All differences are zero.
  ALL_ZERO,
  /// A table needs two levels in both columns.
  ONE_LEVEL,
  /// No pair changed its level.
  NO_CHANGE,
  /// No event was seen.
  NO_EVENT,
  /// The curve does not fall so far.
  NOT_REACHED,
  /// A value is zero or negative.
  NOT_POSITIVE,
  /// The correlation is complete: the approximation breaks down.
  COMPLETE,
  /// Values known only as beyond a limit have an order, no size.
  ONLY_ORDER_KNOWN,
  /// The method does not give this number.
  NOT_GIVEN,
  /// Several rows: every row has its own.
  SEVERAL_ROWS;

  /// The name as written in answers, such as `all-zero`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
