package org.myocohort.paper.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.myocohort.paper.container.Xml;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.HeaderCell;
import org.myocohort.paper.document.PlacedHeader;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.document.Table;
import org.myocohort.paper.layout.PageSize;
import org.myocohort.paper.layout.TableLayout;

/// A table of a Word file: its header rows are marked as such and repeated on each page.
final class WordTable {
  private static final int HEADER_RULE = 6;
  private static final int SPAN_RULE = 4;

  private final Xml xml;
  private final BiConsumer<List<Run>, String> runs;

  WordTable(Xml xml, BiConsumer<List<Run>, String> runs) {
    this.xml = xml;
    this.runs = runs;
  }

  void write(Table table, PageSize page) {
    TableLayout layout = TableLayout.of(table, page.textWidth());
    String halfPoints = Long.toString(Math.round(2 * layout.fontSize()));
    xml.begin("w:tbl").begin("w:tblPr").empty("w:tblStyle", "w:val", "JournalTable");
    xml.empty("w:tblW", "w:w", WordBody.twentieths(page.textWidth()), "w:type", "dxa")
        .empty("w:tblLayout", "w:type", "fixed")
        .empty("w:tblLook", "w:firstRow", "1", "w:firstColumn", "1", "w:noVBand", "1")
        .empty("w:tblCaption", "w:val", table.caption())
        .end()
        .begin("w:tblGrid");
    layout.widths().forEach(each -> xml.empty("w:gridCol", "w:w", WordBody.twentieths(each)));
    xml.end();
    new Rows(table, layout.widths(), halfPoints).write();
    xml.end();
  }

  private final class Rows {
    private final Table table;
    private final List<Double> widths;
    private final String halfPoints;

    Rows(Table table, List<Double> widths, String halfPoints) {
      this.table = table;
      this.widths = widths;
      this.halfPoints = halfPoints;
    }

    void write() {
      List<PlacedHeader> placed = table.placedHeader();
      for (int row = 0; row < table.header().size(); row++) {
        headerRow(row, placed);
      }
      for (RowGroup group : table.body()) {
        if (!group.name().isEmpty()) {
          begin(false);
          cell(0, table.columns().size(), "", 0, false);
          text(List.of(Run.bold(group.name())), Alignment.LEFT, true, 0);
          xml.end().end();
        }
        double indent = group.name().isEmpty() ? 0 : TableLayout.INDENT;
        group.rows().forEach(row -> row(row, indent));
      }
    }

    private void headerRow(int row, List<PlacedHeader> placed) {
      begin(true);
      int last = table.header().size();
      for (int column = 0; column < widths.size(); ) {
        PlacedHeader header = at(placed, row, column);
        HeaderCell cell = header.cell();
        boolean begins = header.row() == row;
        boolean ends = header.endRow() == row + 1;
        int rule = 0;
        if (ends && header.endRow() == last) {
          rule = HEADER_RULE;
        } else if (ends && cell.columns() > 1) {
          rule = SPAN_RULE;
        }
        String merge = cell.rows() == 1 ? "" : begins ? "restart" : "continue";
        cell(column, cell.columns(), merge, rule, true);
        Alignment alignment = cell.columns() > 1 ? Alignment.CENTRE : table.columns().get(column);
        text(begins ? List.of(Run.bold(cell.text())) : List.of(), alignment, true, 0);
        xml.end();
        column = header.endColumn();
      }
      xml.end();
    }

    private static PlacedHeader at(List<PlacedHeader> placed, int row, int column) {
      return placed.stream()
          .filter(each -> each.row() <= row && row < each.endRow())
          .filter(each -> each.column() <= column && column < each.endColumn())
          .findFirst()
          .orElseThrow();
    }

    private void row(List<Cell> row, double indent) {
      begin(false);
      for (int column = 0; column < row.size(); column++) {
        Cell cell = row.get(column);
        cell(column, 1, "", 0, false);
        List<Run> content = new ArrayList<>();
        if (!cell.text().isEmpty()) {
          content.add(Run.plain(cell.text()));
        }
        if (!cell.mark().isEmpty()) {
          content.add(Run.raised(cell.mark()));
        }
        text(content, table.columns().get(column), false, column == 0 ? indent : 0);
        xml.end();
      }
      xml.end();
    }

    private void begin(boolean header) {
      xml.begin("w:tr").begin("w:trPr").empty("w:cantSplit");
      if (header) {
        xml.empty("w:tblHeader");
      }
      xml.end();
    }

    private void cell(int column, int columns, String merge, int rule, boolean header) {
      double width =
          widths.subList(column, column + columns).stream().mapToDouble(each -> each).sum();
      xml.begin("w:tc").begin("w:tcPr");
      xml.empty("w:tcW", "w:w", WordBody.twentieths(width), "w:type", "dxa");
      if (columns > 1) {
        xml.empty("w:gridSpan", "w:val", Integer.toString(columns));
      }
      if (!merge.isEmpty()) {
        xml.empty("w:vMerge", "w:val", merge);
      }
      if (rule > 0) {
        xml.begin("w:tcBorders");
        WordStyles.rule(xml, "w:bottom", rule);
        xml.end();
      }
      if (header) {
        xml.empty("w:vAlign", "w:val", "bottom");
      }
      xml.end();
    }

    private void text(List<Run> content, Alignment alignment, boolean keep, double indent) {
      xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", "TableText");
      if (keep) {
        xml.empty("w:keepNext");
      }
      if (indent > 0) {
        xml.empty("w:ind", "w:left", WordBody.twentieths(indent));
      }
      xml.empty("w:jc", "w:val", side(alignment)).end();
      runs.accept(content, halfPoints);
      xml.end();
    }

    private static String side(Alignment alignment) {
      return switch (alignment) {
        case LEFT -> "left";
        case CENTRE -> "center";
        case RIGHT -> "right";
      };
    }
  }
}
