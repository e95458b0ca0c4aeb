package org.myocohort.evidence.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// A table of records to be ranked, with their labels where it has them.
///
/// Columns are known by the names that published sets use. A row that the source marks as a
/// duplicate, by `duplicate_record_id`, is left out.
///
/// @param labelColumn that the labels come from; empty where the table has none
/// @param records in the order of the file
/// @param duplicates rows left out
public record ScreeningTable(String labelColumn, List<Row> records, int duplicates) {
  private static final List<String> TITLES = List.of("title", "primary_title", "article title");
  private static final List<String> ABSTRACTS =
      List.of("abstract", "abstract note", "notes_abstract");
  private static final List<String> KEYWORDS = List.of("keywords", "keyword", "author keywords");

  public ScreeningTable {
    records = List.copyOf(records);
  }

  /// One record.
  ///
  /// @param id as the table names it, or its number in the table where it has none or not each has
  ///   its own
  /// @param text that is ranked
  /// @param relevant its label; null where it has none
  public record Row(String id, RankedText text, @Nullable Boolean relevant) {}

  /// Reads a table in CSV, also gzipped.
  ///
  /// @param labelColumn the column with the labels; null for the first known one that is there
  /// @throws IOException if the file cannot be opened
  /// @throws BadInputException if it is no table, has no titles, or a label is neither
  public static ScreeningTable read(Path path, @Nullable String labelColumn)
      throws IOException, BadInputException {
    CsvFile csv = ScreeningLabels.open(path);
    Problems problems = new Problems();
    int title = ScreeningLabels.column(csv, TITLES);
    if (title < 0) {
      problems.add(csv.name(), 1, TITLES.getFirst(), "column-missing", "");
    }
    int label = ScreeningLabels.labelColumn(csv, labelColumn, problems);
    problems.throwIfAny();
    int abstracts = ScreeningLabels.column(csv, ABSTRACTS);
    int keywords = ScreeningLabels.column(csv, KEYWORDS);
    int duplicate = ScreeningLabels.column(csv, List.of("duplicate_record_id"));
    int id = uniqueIds(csv);
    List<Row> records = new ArrayList<>();
    int duplicates = 0;
    CsvFile.Row row = csv.cursor();
    for (int i = 0; i < csv.rowCount(); i++) {
      row.moveTo(i);
      if (!row.text(duplicate).isEmpty()) {
        duplicates++;
        continue;
      }
      records.add(
          new Row(
              id < 0 ? Integer.toString(i + 1) : row.text(id),
              new RankedText(row.text(title), row.text(abstracts), row.text(keywords)),
              ScreeningLabels.relevance(row, label, csv, problems)));
    }
    problems.throwIfAny();
    return new ScreeningTable(label < 0 ? "" : csv.header().get(label), records, duplicates);
  }

  /// The labels that there are, by the names of their records.
  public Map<String, Boolean> labels() {
    Map<String, Boolean> labels = new LinkedHashMap<>();
    for (Row row : records) {
      if (row.relevant() != null) {
        labels.put(row.id(), row.relevant());
      }
    }
    return labels;
  }

  /// The first column of names of which every row has its own; -1 for none.
  private static int uniqueIds(CsvFile csv) {
    CsvFile.Row row = csv.cursor();
    for (String name : ScreeningLabels.ids()) {
      int id = ScreeningLabels.column(csv, List.of(name));
      Set<String> seen = new HashSet<>();
      int i = 0;
      while (id >= 0 && i < csv.rowCount()) {
        String value = row.moveTo(i).text(id);
        if (value.isEmpty() || !seen.add(value)) {
          break;
        }
        i++;
      }
      if (id >= 0 && i == csv.rowCount()) {
        return id;
      }
    }
    return -1;
  }
}
