package org.myocohort.assay.biomarker;

import java.util.List;
import java.util.stream.Collectors;

/// A table as comma-separated text.
public final class CsvText {
  private final StringBuilder text = new StringBuilder();

  public CsvText(List<String> header) {
    row(header);
  }

  /// The table of biomarkers with these rows.
  public static String of(List<BiomarkerRow> rows) {
    CsvText table = new CsvText(BiomarkerRow.COLUMNS);
    rows.forEach(row -> table.row(row.cells()));
    return table.toString();
  }

  public CsvText row(List<String> cells) {
    text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(","))).append('\n');
    return this;
  }

  private static String cell(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
