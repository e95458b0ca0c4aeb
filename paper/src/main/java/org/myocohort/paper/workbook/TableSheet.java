package org.myocohort.paper.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Caption;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.Paragraph;
import org.myocohort.paper.document.PlacedHeader;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.document.Table;

/// A table on a sheet: its header on top and always in sight, its rows, its notes below. Every text
/// is a text, which no spreadsheet runs, whatever it begins with.
final class TableSheet {
  /// More digits than a spreadsheet keeps stay a text.
  private static final int DIGITS = 15;

  private static final int WIDEST = 60;

  private final Table table;
  private final Sheet sheet;
  private final int[] letters;
  private int row;

  private TableSheet(Table table, Sheet sheet) {
    this.table = table;
    this.sheet = sheet;
    letters = new int[table.columns().size()];
  }

  static void write(Table table, Sheet sheet, Language language) {
    new TableSheet(table, sheet).write(language);
  }

  private void write(Language language) {
    table.placedHeader().forEach(this::header);
    row = table.header().size();
    sheet.freeze(row);
    for (RowGroup group : table.body()) {
      if (!group.name().isEmpty()) {
        sheet.text(row, 0, group.name(), CellLook.BOLD);
        row++;
      }
      group.rows().forEach(cells -> row(cells, group.name().isEmpty() ? 0 : 1));
    }
    row++;
    sheet.text(row, 0, plain(Caption.of(table, language)), CellLook.PLAIN);
    for (Paragraph note : Caption.below(table, language)) {
      row++;
      sheet.text(row, 0, plain(note.runs()), CellLook.PLAIN);
    }
    for (int i = 0; i < letters.length; i++) {
      sheet.width(i, Math.clamp(letters[i] + 2, 8, WIDEST));
    }
  }

  private static String plain(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  private void header(PlacedHeader header) {
    String text = header.cell().text();
    boolean spans = header.cell().columns() > 1;
    boolean ruled = spans || header.endRow() == table.header().size();
    CellLook look =
        CellLook.header(spans ? "center" : side(table.columns().get(header.column())), ruled);
    for (int each = header.row(); each < header.endRow(); each++) {
      for (int column = header.column(); column < header.endColumn(); column++) {
        boolean corner = each == header.row() && column == header.column();
        sheet.text(each, column, corner ? text : "", look);
      }
    }
    if (spans || header.cell().rows() > 1) {
      sheet.merge(header.row(), header.column(), header.endRow() - 1, header.endColumn() - 1);
    }
    if (!spans) {
      widen(header.column(), text.length() / 2);
    }
  }

  private void row(List<Cell> cells, int indent) {
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      if (!cell.text().isEmpty() || !cell.mark().isEmpty()) {
        CellLook look = CellLook.at(side(table.columns().get(column)));
        write(cell, column, column == 0 ? look.indented(indent) : look);
        for (String line : cell.text().split("\n", -1)) {
          widen(column, line.length() + cell.mark().length());
        }
      }
    }
    row++;
  }

  private void write(Cell cell, int column, CellLook look) {
    BigDecimal number = cell.number();
    if (number != null && number.precision() <= DIGITS) {
      int decimals = Math.max(0, number.scale());
      String format = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
      // The mark is shown, the value stays a number.
      String mark = cell.mark().isEmpty() ? "" : "\" " + cell.mark().replace("\"", "") + "\"";
      sheet.number(row, column, number, look.asNumber(format + mark));
    } else {
      String mark = cell.mark().isEmpty() ? "" : " " + cell.mark();
      sheet.text(row, column, cell.text() + mark, look.wrappedAtSpaces());
    }
  }

  private void widen(int column, int needed) {
    letters[column] = Math.max(letters[column], needed);
  }

  private static String side(Alignment alignment) {
    return switch (alignment) {
      case LEFT -> "left";
      case CENTRE -> "center";
      case RIGHT -> "right";
    };
  }
}
