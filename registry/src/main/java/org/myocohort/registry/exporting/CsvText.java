package org.myocohort.registry.exporting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.myocohort.registry.importing.Formulas;
import org.myocohort.registry.patient.StoredRow;

/// A CSV table being written.
final class CsvText {
  private final List<String> columns;
  private final boolean defused;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringBuilder line = new StringBuilder();

  /// Begins a table with its headings.
  ///
  /// @param defused whether cells that a spreadsheet might run get an apostrophe in front
  CsvText(List<String> columns, boolean defused) {
    this.columns = columns;
    this.defused = defused;
    texts(columns);
  }

  void row(StoredRow row) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(columns.get(i).equals("id") ? row.id() : row.cell(columns.get(i)));
    }
    end();
  }

  void texts(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(texts.get(i));
    }
    end();
  }

  private void end() {
    out.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  private void append(String text) {
    String cell = defused ? Formulas.defused(text) : text;
    boolean quotes = cell.startsWith(" ") || cell.endsWith(" ");
    for (int i = 0; i < cell.length() && !quotes; i++) {
      quotes = ",\"\n\r;\t".indexOf(cell.charAt(i)) >= 0;
    }
    line.append(quotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
