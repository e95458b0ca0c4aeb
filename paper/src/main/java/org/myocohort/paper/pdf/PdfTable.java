package org.myocohort.paper.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Caption;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.PlacedHeader;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.document.Table;
import org.myocohort.paper.layout.TableLayout;

/// A table of a PDF file: caption, header between rules on each page, rows, notes.
final class PdfTable {
  private static final TextStyle CAPTION = TextStyle.of(9.5, 13);
  private static final TextStyle NOTE = TextStyle.of(8, 10.5);
  private static final double ABOVE_AND_BELOW = 2;
  private static final double THICK = 1;
  private static final double THIN = 0.5;

  private final Pages pages;
  private final Table table;
  private final Language language;
  private final TableLayout layout;
  private final TextStyle style;
  private final double width;
  private final List<TableCell> header;
  private final double[] headerHeights;
  private final List<Line> caption;

  private PdfTable(Pages pages, Table table, Language language) {
    this.pages = pages;
    this.table = table;
    this.language = language;
    width = pages.size().textWidth();
    layout = TableLayout.of(table, width);
    style = TextStyle.of(layout.fontSize(), layout.fontSize() * 1.25);
    header = table.placedHeader().stream().map(this::headerCell).toList();
    headerHeights = headerHeights();
    caption = Lines.of(Caption.of(table, language), CAPTION, width);
  }

  static void write(Pages pages, Table table, Language language) throws IOException {
    new PdfTable(pages, table, language).write();
  }

  /// The height of what is not parted: caption, header and first row.
  static double beginning(Pages pages, Table table, Language language) {
    return new PdfTable(pages, table, language).beginning();
  }

  private double captionHeight() {
    return caption.size() * CAPTION.leading() + 4;
  }

  private double beginning() {
    return captionHeight() + headerHeight() + firstRowsHeight();
  }

  /// The lines of a cell and where they stand.
  private record TableCell(
      double x, double width, List<Line> lines, Alignment side, int row, int rows, int columns) {}

  private void write() throws IOException {
    PDStructureElement element = pages.tags().add(pages.tags().document(), "Table");
    pages.space(14);
    pages.need(Math.min(beginning(), pages.size().textHeight()));
    pages.begin(pages.tags().add(element, "Caption"));
    pages.lines(caption, CAPTION, 0, width, pages.y(), Alignment.LEFT);
    pages.end();
    pages.advance(captionHeight());
    PDStructureElement head = pages.tags().add(element, "THead");
    header(head);
    PDStructureElement body = pages.tags().add(element, "TBody");
    for (RowGroup group : table.body()) {
      group(group, body);
    }
    pages.rule(0, width, pages.y(), THICK);
    notes();
  }

  private double firstRowsHeight() {
    return table.body().stream()
        .flatMap(group -> group.rows().stream())
        .limit(1)
        .mapToDouble(row -> height(cells(row, 0)) + style.leading())
        .sum();
  }

  private TableCell headerCell(PlacedHeader placed) {
    int columns = placed.cell().columns();
    double x = sum(0, placed.column());
    double room = sum(placed.column(), placed.endColumn());
    return new TableCell(
        x,
        room,
        lines(List.of(Run.plain(placed.cell().text())), style.inBold(), room, 0),
        columns > 1 ? Alignment.CENTRE : table.columns().get(placed.column()),
        placed.row(),
        placed.cell().rows(),
        columns);
  }

  private static List<Line> lines(List<Run> runs, TextStyle style, double room, double indent) {
    return Lines.of(runs, style, room - 2 * TableLayout.PADDING - indent + 0.01);
  }

  private double sum(int from, int to) {
    return layout.widths().subList(from, to).stream().mapToDouble(each -> each).sum();
  }

  private double[] headerHeights() {
    double[] heights = new double[table.header().size()];
    for (TableCell cell : header) {
      if (cell.rows() == 1) {
        heights[cell.row()] = Math.max(heights[cell.row()], height(List.of(cell)));
      }
    }
    for (TableCell cell : header) {
      double missing = height(List.of(cell)) - sum(heights, cell.row(), cell.row() + cell.rows());
      if (missing > 0) {
        heights[cell.row() + cell.rows() - 1] += missing;
      }
    }
    return heights;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  private double headerHeight() {
    return sum(headerHeights, 0, headerHeights.length) + 2;
  }

  /// @param head the element of the header; null on further pages, where it is only shown
  private void header(@Nullable PDStructureElement head) throws IOException {
    double top = pages.y();
    pages.rule(0, width, top, THICK);
    for (int row = 0; row < headerHeights.length; row++) {
      PDStructureElement line = head == null ? null : pages.tags().add(head, "TR");
      for (TableCell cell : header) {
        if (cell.row() == row) {
          headerCell(cell, line, top);
        }
      }
    }
    pages.advance(headerHeight());
    pages.rule(0, width, pages.y() - 1, THIN);
  }

  private void headerCell(TableCell cell, @Nullable PDStructureElement line, double top)
      throws IOException {
    int endRow = cell.row() + cell.rows();
    double bottom = top + sum(headerHeights, 0, endRow);
    // Headings stand on the rule below them.
    double down = bottom - ABOVE_AND_BELOW - cell.lines().size() * style.leading();
    if (line == null) {
      pages.beginArtifact();
    } else {
      PDStructureElement tag = pages.tags().add(line, "TH");
      Tags.tableAttributes(tag, "Column", cell.columns(), cell.rows());
      pages.begin(tag);
    }
    text(cell, cell.lines(), style.inBold(), down);
    pages.end();
    if (cell.columns() > 1 && endRow < headerHeights.length) {
      double inset = TableLayout.PADDING;
      pages.rule(cell.x() + inset, cell.width() - 2 * inset, bottom - 0.5, THIN);
    }
  }

  private void text(TableCell cell, List<Line> lines, TextStyle as, double down)
      throws IOException {
    double inset = TableLayout.PADDING;
    pages.lines(lines, as, cell.x() + inset, cell.width() - 2 * inset, down, cell.side());
  }

  private void group(RowGroup group, PDStructureElement body) throws IOException {
    boolean named = !group.name().isEmpty();
    if (named) {
      List<Line> lines = lines(List.of(Run.plain(group.name())), style.inBold(), width, 0);
      TableCell cell = new TableCell(0, width, lines, Alignment.LEFT, 0, 1, table.columns().size());
      double first =
          group.rows().isEmpty() ? 0 : height(cells(group.rows().getFirst(), TableLayout.INDENT));
      room(height(List.of(cell)) + Math.min(first, pages.size().textHeight() / 2));
      row(List.of(cell), style.inBold(), body, "TH");
    }
    for (List<Cell> row : group.rows()) {
      row(cells(row, named ? TableLayout.INDENT : 0), style, body, "TD");
    }
  }

  private List<TableCell> cells(List<Cell> row, double indentOfFirst) {
    List<TableCell> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      double indent = i == 0 ? indentOfFirst : 0;
      double x = sum(0, i) + indent;
      double room = layout.widths().get(i) - indent;
      Cell cell = row.get(i);
      List<Run> runs = List.of(Run.plain(cell.text()), Run.raised(cell.mark()));
      cells.add(
          new TableCell(x, room, lines(runs, style, room, 0), table.columns().get(i), 0, 1, 1));
    }
    return cells;
  }

  private double height(List<TableCell> cells) {
    int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
    return lines * style.leading() + 2 * ABOVE_AND_BELOW;
  }

  /// Goes to the next page, with the header again, where this one has less room.
  private void room(double height) throws IOException {
    if (height > pages.left()) {
      nextPage();
    }
  }

  private void nextPage() throws IOException {
    pages.rule(0, width, pages.y(), THICK);
    pages.turn(pages.size());
    String again = language.word("table") + " " + table.number();
    if (!table.number().isEmpty()) {
      pages.beginArtifact();
      List<Line> line =
          Lines.of(
              List.of(Run.bold(again), Run.italic(" (" + language.word("continued") + ")")),
              CAPTION,
              width);
      pages.lines(line, CAPTION, 0, width, 0, Alignment.LEFT);
      pages.end();
      pages.advance(CAPTION.leading() + 4);
    }
    header(null);
  }

  /// A row; one that is higher than a page goes on over pages.
  private void row(List<TableCell> cells, TextStyle as, PDStructureElement body, String type)
      throws IOException {
    PDStructureElement line = pages.tags().add(body, "TR");
    List<PDStructureElement> tags = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      boolean first = i == 0 && cells.size() > 1;
      PDStructureElement tag = pages.tags().add(line, first ? "TH" : type);
      Tags.tableAttributes(tag, first || type.equals("TH") ? "Row" : "", cells.get(i).columns(), 1);
      tags.add(tag);
    }
    double whole = height(cells);
    if (whole <= pages.size().textHeight() - headerHeight() - CAPTION.leading() - 4) {
      room(whole);
    }
    int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
    int done = 0;
    while (done < lines) {
      int fit = (int) ((pages.left() - 2 * ABOVE_AND_BELOW) / style.leading() + 1e-6);
      if (fit < 1) {
        nextPage();
        continue;
      }
      int upTo = Math.min(lines, done + fit);
      for (int i = 0; i < cells.size(); i++) {
        TableCell cell = cells.get(i);
        pages.begin(tags.get(i));
        int from = Math.min(done, cell.lines().size());
        List<Line> part = cell.lines().subList(from, Math.min(upTo, cell.lines().size()));
        text(cell, part, as, pages.y() + ABOVE_AND_BELOW);
        pages.end();
      }
      pages.advance((upTo - done) * style.leading() + 2 * ABOVE_AND_BELOW);
      done = upTo;
    }
  }

  private void notes() throws IOException {
    pages.space(4);
    for (var note : Caption.below(table, language)) {
      Paragraphs.write(pages, pages.tags().add(pages.tags().document(), "P"), note.runs(), NOTE, 0);
    }
    pages.space(12);
  }
}
