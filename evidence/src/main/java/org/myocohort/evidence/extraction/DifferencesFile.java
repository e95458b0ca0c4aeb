package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// The table of differences that people work through: what both said of a cell and where they read
/// it, and a column for what they agree on.
///
/// In the column `agreed` stands the value itself, or `first`, `second`, `empty`; of a row that
/// only one has, `keep` or `drop`. Where it is known, the columns `agreed_by`, `agreed_at` and
/// `why` tell who decided it, when and why.
public final class DifferencesFile {
  public static final String FIRST = "first";
  public static final String SECOND = "second";
  public static final String EMPTY = "empty";
  public static final String KEEP = "keep";
  public static final String DROP = "drop";

  private static final String AGREED = "agreed";
  private static final List<String> BY_WHOM = List.of("agreed_by", "agreed_at", "why");
  private static final List<String> COLUMNS =
      List.of(
          "table",
          "report",
          "patient",
          "first_row",
          "second_row",
          "column",
          FIRST,
          SECOND,
          "first_place",
          "second_place",
          AGREED);

  private DifferencesFile() {}

  /// What was agreed on a difference.
  ///
  /// @param agreed the value or word; empty while nothing is
  /// @param by who decided it; this and what follows is empty where nobody wrote it down
  /// @param at when
  /// @param why in words
  public record Decision(String agreed, String by, String at, String why) {
    static final Decision NONE = new Decision("", "", "", "");
  }

  /// Writes the differences. What was agreed in the file that stood there stays where both still
  /// say the same.
  ///
  /// @return how many decisions were kept
  /// @throws BadInputException if another table stands there, which is left alone
  public static int write(Path file, ExtractionComparison comparison)
      throws IOException, BadInputException {
    Map<Difference, Decision> decisions = read(file, comparison);
    write(file, comparison, decisions);
    return (int)
        decisions.values().stream().filter(decision -> !decision.agreed().isEmpty()).count();
  }

  /// What was agreed on each difference, as long as both still say the same; nothing of all where
  /// there is no file.
  public static SequencedMap<Difference, Decision> read(Path file, ExtractionComparison comparison)
      throws IOException, BadInputException {
    Map<Difference.Subject, Decided> before =
        Files.exists(file) ? byDifference(read(file)) : Map.of();
    SequencedMap<Difference, Decision> decisions = new LinkedHashMap<>();
    for (Difference difference : comparison.differences()) {
      Decided decided = before.get(difference.subject());
      boolean same = decided != null && decided.isOf(difference) && !decided.agreed().isEmpty();
      decisions.put(difference, same && decided != null ? decided.decision() : Decision.NONE);
    }
    return decisions;
  }

  /// Writes the differences with what was agreed on them. The columns of who, when and why are left
  /// out while nobody wrote anything in them.
  ///
  /// @param decisions by difference; one that is not named is undecided
  public static void write(
      Path file, ExtractionComparison comparison, Map<Difference, Decision> decisions)
      throws IOException {
    boolean told =
        decisions.values().stream()
            .anyMatch(each -> !(each.by() + each.at() + each.why()).isEmpty());
    List<String> header = new ArrayList<>(COLUMNS);
    if (told) {
      header.addAll(BY_WHOM);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (Difference difference : comparison.differences()) {
      Decision decision = decisions.getOrDefault(difference, Decision.NONE);
      Map<String, String> row = row(difference, decision.agreed());
      if (told) {
        row.put("agreed_by", decision.by());
        row.put("agreed_at", decision.at());
        row.put("why", decision.why());
      }
      rows.add(row);
    }
    TableText.of(file.toString(), header, rows).save(file);
  }

  private static Map<String, String> row(Difference difference, String agreed) {
    List<String> texts =
        List.of(
            difference.table(),
            difference.report(),
            difference.patient(),
            difference.firstRow(),
            difference.secondRow(),
            difference.column(),
            difference.first(),
            difference.second(),
            difference.firstPlace(),
            difference.secondPlace(),
            agreed);
    Map<String, String> row = new LinkedHashMap<>();
    for (int at = 0; at < texts.size(); at++) {
      row.put(COLUMNS.get(at), texts.get(at));
    }
    return row;
  }

  /// A line of the file.
  record Decided(
      Difference.Subject subject, String first, String second, Decision decision, int line) {
    String agreed() {
      return decision.agreed();
    }

    /// Whether it was decided of these texts.
    boolean isOf(Difference difference) {
      return text(first).equals(text(difference.first()))
          && text(second).equals(text(difference.second()));
    }

    /// A spreadsheet may write other line ends, and a table leaves white space at the ends out.
    private static String text(String text) {
      return text.replace("\r\n", "\n").strip();
    }
  }

  private static Map<Difference.Subject, Decided> byDifference(List<Decided> lines) {
    Map<Difference.Subject, Decided> byDifference = new HashMap<>();
    lines.forEach(line -> byDifference.put(line.subject(), line));
    return byDifference;
  }

  private static List<Decided> read(Path file) throws IOException, BadInputException {
    CsvFile table = CsvFile.read(file, file.toString());
    Problems problems = new Problems();
    for (String column : COLUMNS) {
      if (table.column(column) < 0) {
        problems.add(table.name(), 1, column, "column-missing", String.join(", ", table.header()));
      }
    }
    problems.throwIfAny();
    List<Decided> lines = new ArrayList<>();
    CsvFile.Row row = table.cursor();
    for (int index = 0; index < table.rowCount(); index++) {
      row.moveTo(index);
      lines.add(
          new Decided(
              new Difference.Subject(
                  row.text(table.column("table")),
                  row.text(table.column("first_row")),
                  row.text(table.column("second_row")),
                  row.text(table.column("column"))),
              row.text(table.column(FIRST)),
              row.text(table.column(SECOND)),
              new Decision(
                  row.text(table.column(AGREED)),
                  row.text(table.column("agreed_by")),
                  row.text(table.column("agreed_at")),
                  row.text(table.column("why"))),
              row.line()));
    }
    return lines;
  }

  /// What was agreed on each difference.
  ///
  /// @throws BadInputException naming each difference that is undecided, not in the file, or
  ///   decided of other texts, and each line that is of no difference
  static Map<Difference.Subject, String> decisions(Path file, ExtractionComparison comparison)
      throws IOException, BadInputException {
    Problems problems = new Problems();
    String name = file.toString();
    List<Decided> lines = read(file);
    Map<Difference.Subject, Decided> byDifference = byDifference(lines);
    Map<Difference.Subject, String> agreed = new HashMap<>();
    for (Difference difference : comparison.differences()) {
      Decided decided = byDifference.remove(difference.subject());
      if (decided == null) {
        problems.add(name, 0, AGREED, "difference-missing", "", shown(difference));
      } else if (!decided.isOf(difference)) {
        problems.add(name, decided.line(), AGREED, "difference-changed", "", shown(difference));
      } else if (decided.agreed().isEmpty()) {
        problems.add(name, decided.line(), AGREED, "difference-undecided", "", shown(difference));
      } else if (difference.isRow()
          && !decided.agreed().equals(KEEP)
          && !decided.agreed().equals(DROP)) {
        problems.add(
            name, decided.line(), AGREED, "one-of-expected", decided.agreed(), KEEP + ", " + DROP);
      } else {
        agreed.put(difference.subject(), decided.agreed());
      }
    }
    for (Decided decided : lines) {
      if (byDifference.containsKey(decided.subject())) {
        problems.add(name, decided.line(), "", "difference-gone", "");
      }
    }
    problems.throwIfAny();
    return agreed;
  }

  /// Which cell, for a message: `patients L1 age_years (60, 61)`.
  private static String shown(Difference difference) {
    String row = difference.firstRow().isEmpty() ? difference.secondRow() : difference.firstRow();
    return difference.isRow()
        ? difference.table() + " " + row
        : "%s %s %s (%s, %s)"
            .formatted(
                difference.table(),
                row,
                difference.column(),
                difference.first().isEmpty() ? "-" : difference.first(),
                difference.second().isEmpty() ? "-" : difference.second());
  }
}
