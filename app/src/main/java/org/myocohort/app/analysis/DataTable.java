package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.variable.Course;

/// The data of a finding: a row each, with the rows of the study that it rests on.
///
/// Its columns are those of the command `stats`, so that its answer can be had again from the
/// table.
final class DataTable {
  private final MatchWords words;

  DataTable(Texts texts) {
    this.words = new MatchWords(texts);
  }

  /// Names of the columns.
  static List<String> head(Finding finding) {
    return Stream.of(
            List.of("patient"),
            finding.columns(),
            hasFlags(finding) ? List.of("flags") : List.<String>of(),
            List.of("source_rows", "missing"))
        .flatMap(List::stream)
        .toList();
  }

  /// Whether a reader must know something of one of the values.
  private static boolean hasFlags(Finding finding) {
    return finding.rows().stream().anyMatch(row -> !flags(row).isEmpty());
  }

  /// What a reader must know of the values of a row, by code.
  static String flags(Row row) {
    return row.cells().stream()
        .flatMap(cell -> cell.flags().stream())
        .map(Course.Flag::code)
        .distinct()
        .sorted()
        .collect(Collectors.joining(";"));
  }

  List<List<String>> rows(Finding finding) {
    List<List<String>> rows = new ArrayList<>();
    boolean flagged = hasFlags(finding);
    for (Row row : finding.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.patient());
      row.cells().forEach(cell -> cells.add(cell.value()));
      if (flagged) {
        cells.add(flags(row));
      }
      cells.add(String.join("; ", references(row)));
      cells.add(String.join("; ", missing(row)));
      rows.add(cells);
    }
    return rows;
  }

  /// The rows of the study that a row rests on, each once.
  static List<String> references(Row row) {
    return row.cells().stream()
        .flatMap(cell -> cell.used().stream())
        .map(used -> used.row().column(used.column()))
        .distinct()
        .toList();
  }

  /// What the record lacks, in words.
  List<String> missing(Row row) {
    return row.cells().stream()
        .flatMap(cell -> cell.missing().stream())
        .map(words::missing)
        .distinct()
        .toList();
  }
}
