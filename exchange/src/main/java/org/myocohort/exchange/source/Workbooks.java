package org.myocohort.exchange.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;

/// Reads the sheets of a workbook (.xlsx) as tables. A formula is never computed: the value that
/// the spreadsheet kept beside it is taken, and that is said.
final class Workbooks {
  private final String name;
  private final Limits limits;
  private final List<Notice> notices;
  private final Problems problems = new Problems();
  private long cells;

  private Workbooks(String name, Limits limits, List<Notice> notices) {
    this.name = name;
    this.limits = limits;
    this.notices = notices;
  }

  /// The visible sheets that hold something.
  static List<SourceTable> read(Path file, String name, Limits limits, List<Notice> notices)
      throws IOException, BadInputException {
    List<String> merged = WorkbookGuard.check(file, name, limits);
    if (!merged.isEmpty()) {
      notices.add(Notice.of(name, "merged-cells", String.join(", ", merged)));
    }
    return new Workbooks(name, limits, notices).sheets(file);
  }

  private List<SourceTable> sheets(Path file) throws IOException, BadInputException {
    List<SourceTable> tables = new ArrayList<>();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(isStyled(file), true));
        Stream<Sheet> sheets = workbook.getSheets()) {
      for (Sheet sheet : sheets.toList()) {
        if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
          notices.add(Notice.of(name, "sheet-hidden", sheet.getName()));
          continue;
        }
        SheetSource table = sheet(sheet, workbook.isDate1904());
        if (table == null) {
          notices.add(Notice.of(name, "sheet-empty", sheet.getName()));
        } else {
          tables.add(table);
        }
      }
    } catch (IOException
        | ExcelReaderException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | java.util.NoSuchElementException
        | IllegalStateException
        | NullPointerException damaged) {
      // The library says damage in many ways; none of them is worth more to a user than this. That
      // the file can be read at all, the guard has shown.
      problems.add(name, 0, "", "workbook-damaged", "");
    }
    problems.throwIfAny();
    return tables;
  }

  /// Whether there are number formats to know dates by; the library wants to be told.
  private static boolean isStyled(Path file) throws IOException {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      return zip.getEntry("xl/styles.xml") != null;
    }
  }

  private @Nullable SheetSource sheet(Sheet sheet, boolean date1904)
      throws IOException, BadInputException {
    List<String> header = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Seen seen = new Seen();
    try (Stream<Row> stream = sheet.openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        cells += row.getCellCount();
        if (cells > limits.cells()) {
          problems.add(name, row.getRowNum(), "", "cells-too-many", "", "" + limits.cells());
          problems.throwIfAny();
        }
        String[] texts = texts(row, date1904, header.isEmpty() ? 0 : header.size(), seen);
        if (texts.length == 0) {
          continue;
        }
        if (header.isEmpty()) {
          header.addAll(List.of(texts));
        } else {
          rows.add(texts);
          lines.add(row.getRowNum());
        }
      }
    }
    if (header.isEmpty()) {
      return null;
    }
    checkHeader(sheet.getName(), header);
    seen.tell(name + ", " + sheet.getName(), notices);
    return new SheetSource(name + ", " + sheet.getName(), sheet.getName(), header, rows, lines);
  }

  /// What is worth telling of a sheet's cells.
  private static final class Seen {
    private int formulas;
    private int withoutValue;
    private int beyondHeader;
    private int hiddenRows;

    void tell(String where, List<Notice> notices) {
      tell(where, "formulas", formulas, notices);
      tell(where, "formulas-without-value", withoutValue, notices);
      tell(where, "cells-beyond-header", beyondHeader, notices);
      tell(where, "rows-hidden", hiddenRows, notices);
    }

    private static void tell(String where, String code, int count, List<Notice> notices) {
      if (count > 0) {
        notices.add(Notice.of(where, code, Integer.toString(count)));
      }
    }
  }

  /// The texts of a row; none where all are empty.
  ///
  /// @param width how many there must be, 0 for as many as the row has
  private static String[] texts(Row row, boolean date1904, int width, Seen seen) {
    String[] texts = new String[width > 0 ? width : row.getCellCount()];
    java.util.Arrays.fill(texts, "");
    boolean any = false;
    for (int column = 0; column < row.getCellCount(); column++) {
      Cell cell = row.getCell(column);
      if (cell == null) {
        continue;
      }
      String text = ShownCell.text(cell, date1904);
      if (cell.getFormula() != null && width > 0) {
        seen.formulas++;
        seen.withoutValue += text.isEmpty() ? 1 : 0;
      }
      if (column >= texts.length) {
        seen.beyondHeader += text.isEmpty() ? 0 : 1;
      } else {
        texts[column] = text;
        any |= !text.isEmpty();
      }
    }
    seen.hiddenRows += any && row.isHidden() ? 1 : 0;
    if (!any) {
      return new String[0];
    }
    return width > 0 ? texts : withoutEmptyEnd(texts);
  }

  private static String[] withoutEmptyEnd(String[] texts) {
    int length = texts.length;
    while (length > 0 && texts[length - 1].isEmpty()) {
      length--;
    }
    return java.util.Arrays.copyOf(texts, length);
  }

  private void checkHeader(String sheet, List<String> header) throws BadInputException {
    for (int column = 0; column < header.size(); column++) {
      String text = header.get(column);
      if (!text.isEmpty() && header.indexOf(text) < column) {
        problems.add(name + ", " + sheet, 1, text, "column-twice", text);
      }
    }
    problems.throwIfAny();
  }

  /// A sheet's texts.
  private record SheetSource(
      String file, String name, List<String> header, List<String[]> rows, List<Integer> lines)
      implements SourceTable {

    @Override
    public int rowCount() {
      return rows.size();
    }

    @Override
    public List<String> row(int index) {
      return List.of(rows.get(index));
    }

    @Override
    public int line(int index) {
      return lines.get(index);
    }

    @Override
    public boolean commaFree() {
      return true;
    }
  }
}
