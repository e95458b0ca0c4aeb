package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.evidence.record.RawField;
import org.myocohort.evidence.record.RecordDraft;

/// Reads tables: a heading, then a record a row. Every column is kept as a raw field.
///
/// @param separator between cells
record CsvReader(char separator) implements FormatReader {

  @Override
  public void read(Lines lines, Reading reading) throws IOException {
    CsvRows rows = new CsvRows(lines, separator);
    CsvRows.Row first = rows.next();
    int preface = 0;
    while (first != null && preface < CsvText.PREFACE && CsvText.heading(first.cells()) == 0) {
      reading.count(ReadNotice.Kind.OUTSIDE, 1, first.line());
      first = rows.next();
      preface++;
    }
    if (first == null) {
      return;
    }
    List<String> heading = heading(first.cells());
    rows.expect(heading.size());
    TaggedFields mapping = WosTable.looksLike(heading) ? new WosFields() : new TableFields();
    for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
      add(row, heading, mapping, reading);
    }
  }

  private static List<String> heading(List<String> cells) {
    return cells.stream().map(String::strip).map(String::intern).toList();
  }

  private static void add(
      CsvRows.Row row, List<String> heading, TaggedFields mapping, Reading reading)
      throws IOException {
    List<String> cells = row.cells();
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    int width = heading.size();
    if (width > 2 && cells.size() == 2 * width - 1) {
      // Two rows whose line end is lost: the last cell of one and the first of the other are one.
      List<String> second = cells.subList(width - 1, cells.size());
      add(
          new CsvRows.Row(cells.subList(0, width - 1), row.line(), false),
          heading,
          mapping,
          reading);
      add(new CsvRows.Row(second, row.line(), row.unclosed()), heading, mapping, reading);
      return;
    }
    if (row.unclosed()) {
      reading.problem(row.line(), "", ReadProblem.Kind.UNCLOSED_QUOTE, cells.getLast());
    } else if (wrongWidth(cells, heading.size())) {
      reading.problem(
          row.line(), "", ReadProblem.Kind.CELLS, cells.size() + " ≠ " + heading.size());
    }
    List<RawField> fields = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = i < heading.size() ? heading.get(i) : "";
      if (i < heading.size() || !cells.get(i).isBlank()) {
        fields.add(new RawField(name, cells.get(i)));
      }
    }
    RecordDraft draft = new RecordDraft().fields(fields);
    mapping.map(
        fields,
        draft,
        (field, kind) -> reading.problem(row.line(), field.tag(), kind, field.value()));
    reading.add(draft, row.line());
  }

  /// Blank cells beyond the heading are what a spreadsheet leaves.
  private static boolean wrongWidth(List<String> cells, int width) {
    return cells.size() < width
        || (cells.size() > width
            && !cells.subList(width, cells.size()).stream().allMatch(String::isBlank));
  }
}
