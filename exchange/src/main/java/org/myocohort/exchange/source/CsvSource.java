package org.myocohort.exchange.source;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.exchange.csv.CsvFile;

/// A CSV table.
record CsvSource(CsvFile csv, String name, CsvFile.Row cursor) implements SourceTable {
  static CsvSource of(CsvFile csv, String name) {
    return new CsvSource(csv, name, csv.cursor());
  }

  @Override
  public String file() {
    return csv.name();
  }

  @Override
  public List<String> header() {
    return csv.header();
  }

  @Override
  public int rowCount() {
    return csv.rowCount();
  }

  @Override
  public List<String> row(int index) {
    cursor.moveTo(index);
    List<String> texts = new ArrayList<>(csv.header().size());
    for (int column = 0; column < csv.header().size(); column++) {
      texts.add(cursor.text(column));
    }
    return texts;
  }

  @Override
  public int line(int index) {
    return cursor.moveTo(index).line();
  }

  @Override
  public boolean commaFree() {
    return csv.delimiter() != ',';
  }
}
