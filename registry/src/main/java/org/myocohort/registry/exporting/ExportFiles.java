package org.myocohort.registry.exporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.source.WorkbookWriter;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.patient.StoredRow;

/// The files of an export, in each of its forms.
final class ExportFiles {
  private final String study;
  private final StudyWriter.Description description;
  private final Map<String, Set<String>> columns;
  private final Consumer<Consumer<StoredRow>> rows;

  /// Files to be made.
  ///
  /// @param columns by table, in order
  /// @param rows tells every row that leaves, in the order of the export
  ExportFiles(
      String study,
      StudyWriter.Description description,
      Map<String, Set<String>> columns,
      Consumer<Consumer<StoredRow>> rows) {
    this.study = study;
    this.description = description;
    this.columns = columns;
    this.rows = rows;
  }

  /// Files by their names, in order.
  Map<String, byte[]> of(ExportRequest.Form form) {
    return switch (form) {
      case FOLDER -> folder();
      case CSV -> csv();
      case XLSX -> workbook();
    };
  }

  private Map<String, byte[]> tables(boolean defused) {
    Map<String, CsvText> texts = new LinkedHashMap<>();
    columns.forEach((name, names) -> texts.put(name, new CsvText(List.copyOf(names), defused)));
    rows.accept(row -> {
      CsvText text = texts.get(row.table());
      if (text != null) {
        text.row(row);
      }
    });
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach((name, text) -> files.put(name, text.bytes()));
    return files;
  }

  private Map<String, byte[]> folder() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, CsvFile> tables = new LinkedHashMap<>();
    tables(false)
        .forEach((name, bytes) -> {
          files.put(name + ".csv", bytes);
          try {
            tables.put(name, CsvFile.parse(bytes, name + ".csv"));
          } catch (BadInputException impossible) {
            throw new IllegalStateException("a table written here cannot be read", impossible);
          }
        });
    files.put("datapackage.json", StudyWriter.dataPackage(description, tables));
    return files;
  }

  private Map<String, byte[]> csv() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    tables(true).forEach((name, bytes) -> files.put(name + ".csv", bytes));
    CsvText book = new CsvText(CodeBook.HEADER, true);
    CodeBook.rows(columns).forEach(book::texts);
    files.put(CodeBook.NAME + ".csv", book.bytes());
    return files;
  }

  private Map<String, byte[]> workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    columns.forEach((name, _) -> sheets.put(name, new ArrayList<>()));
    rows.accept(row -> {
      List<String> texts = new ArrayList<>();
      for (String column : columns.getOrDefault(row.table(), Set.of())) {
        texts.add(column.equals("id") ? row.id() : row.cell(column));
      }
      sheets.getOrDefault(row.table(), new ArrayList<>()).add(texts);
    });
    try (WorkbookWriter workbook = new WorkbookWriter(out)) {
      sheets.forEach((name, list) -> sheet(workbook, name, list));
      WorkbookWriter.Sheet book = workbook.sheet(CodeBook.NAME, CodeBook.HEADER);
      List<Boolean> none = CodeBook.HEADER.stream().map(_ -> false).toList();
      CodeBook.rows(columns).forEach(row -> book.row(row, none));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Map.of(study + ".xlsx", out.toByteArray());
  }

  private void sheet(WorkbookWriter workbook, String name, List<List<String>> list) {
    List<String> header = List.copyOf(columns.getOrDefault(name, Set.of()));
    StudySchema.Table table = StudySchema.table(name).orElseThrow();
    List<Boolean> numbers =
        header.stream()
            .map(column ->
                column.endsWith("day")
                    || table
                        .column(column)
                        .filter(known ->
                            known.type() == StudySchema.Type.NUMBER
                                || known.type() == StudySchema.Type.LIMITED
                                || known.type() == StudySchema.Type.WHOLE)
                        .isPresent())
            .toList();
    WorkbookWriter.Sheet sheet = workbook.sheet(name, header);
    list.forEach(row -> sheet.row(row, numbers));
  }
}
