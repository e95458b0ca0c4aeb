package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.statistics.meta.analysis.LabelledStudy;
import org.myocohort.statistics.meta.effect.EffectMeasure;

/// The studies of a table, and the rows that could not be read as one.
///
/// @param studies those that are complete
/// @param lines the line of each
/// @param moderators the values of the covariates of each, in the order asked for
/// @param left rows left out, with the reason
record MetaTable(
    List<LabelledStudy> studies,
    List<Integer> lines,
    List<List<Double>> moderators,
    List<LeftOut> left) {

  /// What a cell says where nothing is known; such a study cannot be pooled.
  private static final Set<String> NOT_KNOWN =
      Set.of("", "nr", "nd", "na", "n/a", "nan", "unknown", "refused", ".");

  private static final List<String> LABELS =
      List.of("slab", "label", "study", "author", "authors", "trial", "source", "id");

  /// A row that does not enter.
  ///
  /// @param line of the file, from 1
  /// @param label of the study
  /// @param column that lacks a value
  /// @param found what it says
  record LeftOut(int line, String label, String column, String found) {}

  static MetaTable read(
      CsvFile table, EffectMeasure measure, List<String> moderators, RowFilter filter)
      throws BadInputException {
    Problems problems = new Problems();
    Optional<StudyColumns> found = StudyColumns.of(measure, table);
    if (found.isEmpty()) {
      List<String> ways =
          StudyColumns.kinds(measure).stream()
              .map(kind -> String.join(",", kind.columns()))
              .toList();
      problems.add(
          table.name(),
          1,
          "",
          "meta-columns",
          String.join(",", table.header()),
          measure.name(),
          String.join("; ", ways));
    }
    for (String moderator : moderators) {
      if (table.column(moderator) < 0) {
        problems.add(table.name(), 1, moderator, "column-missing", "");
      }
    }
    if (!filter.column().isEmpty() && table.column(filter.column()) < 0) {
      problems.add(table.name(), 1, filter.column(), "column-missing", "");
    }
    problems.throwIfAny();
    StudyColumns columns = found.orElseThrow();
    List<LabelledStudy> studies = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<List<Double>> values = new ArrayList<>();
    List<LeftOut> left = new ArrayList<>();
    CsvFile.Row row = table.cursor();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < table.rowCount(); i++) {
      row.moveTo(i);
      if (!filter.column().isEmpty()
          && !row.text(table.column(filter.column())).strip().equals(filter.value())) {
        continue;
      }
      String label = label(table, row, i, seen);
      int leftBefore = left.size();
      double[] data = numbers(table, row, columns.names(), label, left, problems);
      double[] covariates = numbers(table, row, moderators, label, left, problems);
      if (left.size() > leftBefore) {
        // One reason a study is enough.
        left.subList(leftBefore + 1, left.size()).clear();
        continue;
      }
      studies.add(new LabelledStudy(label, columns.kind().data(data)));
      lines.add(row.line());
      List<Double> each = new ArrayList<>();
      for (double covariate : covariates) {
        each.add(covariate);
      }
      values.add(each);
    }
    problems.throwIfAny();
    return new MetaTable(studies, lines, values, left);
  }

  private static double[] numbers(
      CsvFile table,
      CsvFile.Row row,
      List<String> names,
      String label,
      List<LeftOut> left,
      Problems problems) {
    double[] values = new double[names.size()];
    for (int j = 0; j < values.length; j++) {
      String name = names.get(j);
      String text = row.text(table.column(name)).strip();
      if (NOT_KNOWN.contains(text.toLowerCase(java.util.Locale.ROOT))) {
        left.add(new LeftOut(row.line(), label, name, text));
        continue;
      }
      Optional<Double> number = Numbers.parse(text, table.delimiter() == ';');
      if (number.isEmpty()) {
        problems.add(table.name(), row.line(), name, "number-expected", text);
      }
      values[j] = number.orElse(Double.NaN);
    }
    return values;
  }

  /// What a study is called: its label or author with the year where there is one, else its number.
  private static String label(
      CsvFile table, CsvFile.Row row, int index, Map<String, Integer> seen) {
    String name = "";
    for (String column : LABELS) {
      int place = table.column(column);
      String text = place < 0 ? "" : row.text(place).strip();
      // A running number says less than an author in a later column.
      if (!text.isEmpty() && (name.isEmpty() || name.matches("[0-9.]+"))) {
        name = text;
      }
    }
    int yearColumn = table.column("year");
    String year = yearColumn < 0 ? "" : row.text(yearColumn).strip();
    if (name.isEmpty()) {
      name = "#" + (index + 1);
    } else if (!year.isEmpty() && !name.contains(year)) {
      name = name + " " + year;
    }
    int times = seen.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + " (" + times + ")";
  }
}
