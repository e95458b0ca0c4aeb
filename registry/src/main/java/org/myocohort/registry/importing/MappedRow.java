package org.myocohort.registry.importing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.myocohort.exchange.csv.Problem;

/// A row of a study's table, as a row of a file gives it.
///
/// @param line of the file
/// @param id as the file gives it, or empty
/// @param cells without the id; an empty text is a cell that the file has and leaves empty
/// @param headings under which heading of the file a column stands
/// @param problems what the mapping could not read
record MappedRow(
    String file,
    int line,
    String table,
    String patient,
    String id,
    SortedMap<String, String> cells,
    Map<String, String> headings,
    List<Problem> problems) {

  /// The same row with other cells.
  MappedRow with(SortedMap<String, String> other) {
    return new MappedRow(file, line, table, patient, id, other, headings, problems);
  }

  /// Something wrong with this row, told as its file has it.
  Problem problem(String column, String code, String found, List<String> values) {
    return new Problem(file, line, headings.getOrDefault(column, column), code, found, values);
  }
}
