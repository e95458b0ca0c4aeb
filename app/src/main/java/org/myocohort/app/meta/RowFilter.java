package org.myocohort.app.meta;

import org.jspecify.annotations.Nullable;

/// The rows of a table that count.
///
/// @param column whose value decides; empty for all rows
/// @param value that it has
record RowFilter(String column, String value) {
  static final RowFilter ALL = new RowFilter("", "");

  /// Reads `COLUMN=VALUE`.
  static RowFilter of(@Nullable String text) {
    if (text == null) {
      return ALL;
    }
    int equals = text.indexOf('=');
    return equals < 0
        ? new RowFilter(text, "")
        : new RowFilter(text.substring(0, equals), text.substring(equals + 1));
  }
}
