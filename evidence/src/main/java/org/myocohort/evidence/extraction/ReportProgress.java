package org.myocohort.evidence.extraction;

import java.util.List;
import java.util.Set;
import org.myocohort.exchange.study.CellReader;
import org.myocohort.exchange.study.StudySchema;

/// How far a person has come with a report: cells of the report, its patients, their rows and the
/// results.
///
/// @param listed whether the report has a line in `reports.csv`
/// @param filled cells with a value
/// @param absent cells that say why there is none, such as `NR`
/// @param open empty cells: nobody has looked
/// @param patients told of one by one
/// @param results of several patients together
/// @param answers of the appraisal
public record ReportProgress(
    boolean listed, int filled, int absent, int open, int patients, int results, int answers) {
  /// Cells that name the report, which are there before anybody reads it, or may stay empty.
  private static final Set<String> NOT_ASKED = Set.of("citation", "study", "cohort", "group");

  /// Whether anything was read out of the report.
  public boolean begun() {
    return listed && (filled + absent > 0 || patients > 0 || results > 0 || answers > 0);
  }

  /// Counts the cells of a report.
  public static ReportProgress of(ExtractionFolder folder, String report) {
    int filled = 0;
    int absent = 0;
    int open = 0;
    for (String table : folder.tables().names()) {
      if (!ExtractionTables.hasPlaces(table) || isReported(table)) {
        continue;
      }
      List<StudySchema.Column> columns = ExtractionColumns.of(folder, table);
      for (String row : folder.rowsOf(table, report)) {
        for (StudySchema.Column column : columns) {
          if (!isAsked(column.name())) {
            continue;
          }
          String text = folder.cell(table, row, column.name()).orElse("");
          if (text.isEmpty()) {
            open++;
          } else if (CellReader.absence(text) != null) {
            absent++;
          } else {
            filled++;
          }
        }
      }
    }
    return new ReportProgress(
        folder.extraction().report(report).isPresent(),
        filled,
        absent,
        open,
        folder.rowsOf(ExtractionTables.PATIENTS, report).size(),
        folder.rowsOf(ExtractionTables.RESULTS, report).size(),
        folder.extraction().appraisalsOf(report).size());
  }

  /// Whether an empty cell of a column says that nobody has looked.
  public static boolean isAsked(String column) {
    return !NOT_ASKED.contains(column);
  }

  private static boolean isReported(String table) {
    return table.equals("reported-statistics");
  }
}
