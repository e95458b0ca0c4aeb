package org.myocohort.evidence.extraction;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a person typed of one row, and what stood there when he began.
///
/// Fields are named by their column; the place of a cell by its column and [#PLACE] or [#QUOTE],
/// the place of a whole row by these alone.
///
/// @param table that the row stands in
/// @param row its key; empty for a new row, which gets an id
/// @param report that is read
/// @param fixed cells that a row is begun with, such as its patient
/// @param before text of each field when the person began
/// @param typed text of each field now; a field that is not named stays as it is
public record RowEntry(
    String table,
    String row,
    String report,
    Map<String, String> fixed,
    Map<String, String> before,
    Map<String, String> typed) {
  /// After a column: where its cell was read, in words.
  public static final String PLACE = "@place";

  /// After a column: the report's own words there.
  public static final String QUOTE = "@quote";

  public RowEntry {
    fixed = Map.copyOf(fixed);
    before = plain(before);
    typed = plain(typed);
  }

  /// Without the white space that a table does not keep; a browser sends other line ends.
  private static Map<String, String> plain(Map<String, String> texts) {
    Map<String, String> plain = new LinkedHashMap<>();
    texts.forEach((field, text) -> plain.put(field, text.replace("\r\n", "\n").strip()));
    return plain;
  }

  boolean isNew() {
    return row.isEmpty();
  }

  String before(String field) {
    return before.getOrDefault(field, "");
  }

  /// The column that a field is of or tells the place of; empty for the whole row.
  static String column(String field) {
    int at = field.indexOf('@');
    return at < 0 ? field : field.substring(0, at);
  }

  static boolean isPlace(String field) {
    return field.endsWith(PLACE) || field.endsWith(QUOTE);
  }
}
