package org.myocohort.app.web.literature.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.extract.ExtractionSentences;
import org.myocohort.app.web.entry.Labels;
import org.myocohort.evidence.extraction.ExtractionCheck;
import org.myocohort.evidence.extraction.ExtractionColumns;
import org.myocohort.evidence.extraction.ExtractionFinding;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.Place;
import org.myocohort.evidence.extraction.ReportProgress;
import org.myocohort.exchange.study.CellReader;
import org.myocohort.exchange.study.StudySchema;

/// What one person read out of a report.
///
/// @param report the facts of the report
/// @param patients told of one by one
/// @param results of several patients together
/// @param findings what does not fit and what is missing
public record ReportPage(
    Section report, List<Patient> patients, Section results, List<FindingView> findings) {
  /// A table, its rows as columns: it reads like a table of a paper.
  ///
  /// @param rows keys of the rows
  /// @param lines what they say, a line for each column of the table
  /// @param whole where each row as a whole was read
  public record Section(
      String table, List<String> rows, List<Line> lines, List<List<RowForm.PlaceView>> whole) {}

  /// A column of a table.
  public record Line(String column, String label, List<Cell> cells) {}

  /// A cell.
  ///
  /// @param text as typed
  /// @param shown in words
  /// @param kind `value`, `absent`, `open`, or `none` where nobody asks
  /// @param places where it was read
  public record Cell(String text, String shown, String kind, List<RowForm.PlaceView> places) {}

  /// A patient with all that is told of him.
  public record Patient(String id, String source, Section facts, List<Section> tables) {}

  /// Something that does not fit, or is missing.
  public record FindingView(boolean wrong, String table, String row, String column, String text) {}

  static ReportPage of(
      ExtractionFolder folder, String report, ColumnWords words, QuotedText text, Texts texts)
      throws IOException {
    Reader reader = new Reader(folder, words, text, texts);
    List<Patient> patients = new ArrayList<>();
    for (String patient : folder.rowsOf("patients", report)) {
      List<Section> tables = new ArrayList<>();
      for (String table : ExtractionColumns.ofPatients()) {
        List<String> rows =
            folder.rowsOf(table, report).stream()
                .filter(row -> folder.cell(table, row, "patient").orElse("").equals(patient))
                .toList();
        if (!rows.isEmpty()) {
          tables.add(reader.section(table, rows, false));
        }
      }
      patients.add(
          new Patient(
              patient,
              folder.cell("patients", patient, "source").orElse(""),
              reader.section("patients", List.of(patient), true),
              tables));
    }
    return new ReportPage(
        reader.section("reports", folder.rowsOf("reports", report), true),
        patients,
        reader.section("results", folder.rowsOf("results", report), true),
        findings(folder, report, words, texts));
  }

  private static List<FindingView> findings(
      ExtractionFolder folder, String report, ColumnWords words, Texts texts) throws IOException {
    List<FindingView> findings = new ArrayList<>();
    for (ExtractionFinding finding : ExtractionCheck.of(folder).findings()) {
      if (finding.report().equals(report)) {
        String table = finding.file().replace(".csv", "");
        String row =
            finding.row()
                + (finding.column().isEmpty() ? "" : ", " + words.column(table, finding.column()));
        findings.add(
            new FindingView(
                finding.kind().isWrong(),
                words.table(table),
                finding.row(),
                row,
                ExtractionSentences.of(finding, texts)));
      }
    }
    findings.sort((one, other) -> Boolean.compare(other.wrong(), one.wrong()));
    return findings;
  }

  private record Reader(ExtractionFolder folder, ColumnWords words, QuotedText text, Texts texts) {
    /// @param all whether empty columns stay, so that it is seen what nobody looked for
    Section section(String table, List<String> rows, boolean all) {
      List<Line> lines = new ArrayList<>();
      for (StudySchema.Column column : ExtractionColumns.of(folder, table)) {
        List<Cell> cells = rows.stream().map(row -> cell(table, row, column.name())).toList();
        if (all || cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
          lines.add(new Line(column.name(), words.column(table, column.name()), cells));
        }
      }
      return new Section(
          table, rows, lines, rows.stream().map(row -> places(table, row, "")).toList());
    }

    private Cell cell(String table, String row, String column) {
      String typed = folder.cell(table, row, column).orElse("");
      String kind =
          typed.isEmpty()
              ? ReportProgress.isAsked(column) ? "open" : "none"
              : CellReader.absence(typed) == null ? "value" : "absent";
      String shown = kind.equals("absent") ? typed : Labels.text(texts, table, column, typed);
      return new Cell(typed, shown, kind, places(table, row, column));
    }

    private List<RowForm.PlaceView> places(String table, String row, String column) {
      return folder.extraction().placesOf(table, row, column).stream()
          .filter(place -> place.column().equals(column))
          .map((Place place) ->
              new RowForm.PlaceView(
                  column, place.where(), place.quote(), text.state(place.quote()), List.of(), null))
          .toList();
    }
  }
}
