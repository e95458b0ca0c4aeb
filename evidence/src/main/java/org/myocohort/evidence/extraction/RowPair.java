package org.myocohort.evidence.extraction;

import org.jspecify.annotations.Nullable;

/// A row of the first extraction and the row of the second that is about the same, or one of them
/// alone.
///
/// @param table that both stand in
/// @param report that they are read from; empty where the table does not say
/// @param patient that they are about, by the first extraction's id where it has one; else empty
/// @param first key of the row; null where only the second has it
/// @param second key of the row; null where only the first has it
/// @param owner the unmatched report or patient that this row belongs to, so that nothing is
///   decided of it by itself; null of all others
record RowPair(
    String table,
    String report,
    String patient,
    @Nullable String first,
    @Nullable String second,
    @Nullable RowPair owner) {
  boolean matched() {
    return first != null && second != null;
  }

  String firstKey() {
    return first == null ? "" : first;
  }

  String secondKey() {
    return second == null ? "" : second;
  }
}
