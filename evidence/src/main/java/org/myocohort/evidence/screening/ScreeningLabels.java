package org.myocohort.evidence.screening;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// Labels as tables write them.
public final class ScreeningLabels {
  private static final List<String> COLUMNS =
      List.of(
          "label_included",
          "final_included",
          "included",
          "label",
          "asreview_label",
          "label_abstract_screening");

  private static final List<String> IDS =
      List.of("record_id", "id", "pmid", "pubmedid", "doi", "key");

  private static final Map<String, Boolean> RELEVANT =
      Map.ofEntries(
          Map.entry("1", true),
          Map.entry("1.0", true),
          Map.entry("yes", true),
          Map.entry("true", true),
          Map.entry("include", true),
          Map.entry("included", true),
          Map.entry("0", false),
          Map.entry("0.0", false),
          Map.entry("no", false),
          Map.entry("false", false),
          Map.entry("exclude", false),
          Map.entry("excluded", false));

  private ScreeningLabels() {}

  /// The labels of a table that names records and says of each whether it is relevant, in its
  /// order; a record without label is left out.
  ///
  /// @param labelColumn the column with the labels; null for the first known one that is there
  /// @throws IOException if the file cannot be opened
  /// @throws BadInputException if it is no such table, or a label is neither
  public static Map<String, Boolean> read(Path path, @Nullable String labelColumn)
      throws IOException, BadInputException {
    CsvFile csv = open(path);
    Problems problems = new Problems();
    int id = column(csv, IDS);
    int label = labelColumn(csv, labelColumn, problems);
    if (id < 0) {
      problems.add(csv.name(), 1, IDS.getFirst(), "column-missing", "");
    }
    if (label < 0 && labelColumn == null) {
      problems.add(csv.name(), 1, COLUMNS.getFirst(), "column-missing", "");
    }
    problems.throwIfAny();
    Map<String, Boolean> labels = new LinkedHashMap<>();
    CsvFile.Row row = csv.cursor();
    for (int i = 0; i < csv.rowCount(); i++) {
      row.moveTo(i);
      Boolean relevant = relevance(row, label, csv, problems);
      if (relevant != null) {
        labels.put(row.text(id), relevant);
      }
    }
    problems.throwIfAny();
    return labels;
  }

  /// A table in CSV, also gzipped. Control characters, which databases leave in abstracts now and
  /// then, are read as blanks.
  static CsvFile open(Path path) throws IOException, BadInputException {
    String name = path.toString();
    byte[] bytes;
    if (name.endsWith(".gz")) {
      try (InputStream in =
          new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
        bytes = in.readAllBytes();
      }
    } else {
      bytes = Files.readAllBytes(path);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\r\n".indexOf(bytes[i]) < 0) {
        bytes[i] = ' ';
      }
    }
    return CsvFile.parse(bytes, name);
  }

  /// Where the labels stand; -1 where none is asked for and none is known.
  static int labelColumn(CsvFile csv, @Nullable String wanted, Problems problems) {
    if (wanted == null) {
      return column(csv, COLUMNS);
    }
    int label = csv.column(wanted);
    if (label < 0) {
      problems.add(csv.name(), 1, wanted, "column-missing", "");
    }
    return label;
  }

  /// The label in a row; null for none, and for one that is neither, which is a problem.
  static @Nullable Boolean relevance(CsvFile.Row row, int label, CsvFile csv, Problems problems) {
    String text = row.text(label);
    Boolean relevant = RELEVANT.get(text.toLowerCase(Locale.ROOT));
    if (relevant == null && !text.isEmpty()) {
      problems.add(csv.name(), row.line(), csv.header().get(label), "relevance-expected", text);
    }
    return relevant;
  }

  /// The names of columns that may name a record, the best first.
  static List<String> ids() {
    return IDS;
  }

  /// The first column of these names, in upper or lower case; -1 for none.
  static int column(CsvFile csv, List<String> names) {
    for (String name : names) {
      for (int i = 0; i < csv.header().size(); i++) {
        if (csv.header().get(i).toLowerCase(Locale.ROOT).equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }
}
