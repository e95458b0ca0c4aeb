package org.myocohort.paper.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.paper.container.Xml;

/// One sheet of a workbook as SpreadsheetML (ISO/IEC 29500, transitional). Texts stand in their
/// cells as texts, never as formulas. Rows and columns are counted from 0.
final class Sheet {
  static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private record Content(String text, @Nullable BigDecimal number, CellLook look) {}

  private final CellLooks looks;
  private final TreeMap<Integer, TreeMap<Integer, Content>> rows = new TreeMap<>();
  private final Map<Integer, Integer> widths = new TreeMap<>();
  private final List<String> merged = new ArrayList<>();
  private int frozenRows;

  Sheet(CellLooks looks) {
    this.looks = looks;
  }

  void text(int row, int column, String text, CellLook look) {
    put(row, column, new Content(text, null, look));
  }

  void number(int row, int column, BigDecimal number, CellLook look) {
    put(row, column, new Content("", number, look));
  }

  private void put(int row, int column, Content content) {
    rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, content);
  }

  /// Makes one cell of several.
  void merge(int row, int column, int lastRow, int lastColumn) {
    merged.add(name(row, column) + ":" + name(lastRow, lastColumn));
  }

  /// Keeps the first rows, and the first column, in sight.
  void freeze(int newRows) {
    frozenRows = newRows;
  }

  /// @param letters how many letters wide a column is
  void width(int column, int letters) {
    widths.put(column, letters);
  }

  String part() {
    Xml xml = new Xml().begin("worksheet", "xmlns", NAMESPACE);
    if (frozenRows > 0) {
      xml.begin("sheetViews")
          .begin("sheetView", "workbookViewId", "0")
          .empty(
              "pane",
              "xSplit",
              "1",
              "ySplit",
              Integer.toString(frozenRows),
              "topLeftCell",
              name(frozenRows, 1),
              "activePane",
              "bottomRight",
              "state",
              "frozen")
          .end()
          .end();
    }
    xml.begin("cols");
    widths.forEach((column, letters) -> {
      String number = Integer.toString(column + 1);
      xml.empty(
          "col", "min", number, "max", number, "width", letters.toString(), "customWidth", "1");
    });
    xml.end().begin("sheetData");
    rows.forEach((row, cells) -> {
      xml.begin("row", "r", Integer.toString(row + 1));
      cells.forEach((column, content) -> cell(xml, name(row, column), content));
      xml.end();
    });
    xml.end();
    if (!merged.isEmpty()) {
      xml.begin("mergeCells", "count", Integer.toString(merged.size()));
      merged.forEach(each -> xml.empty("mergeCell", "ref", each));
      xml.end();
    }
    return xml.end().document();
  }

  private void cell(Xml xml, String name, Content content) {
    String look = looks.number(content.look());
    BigDecimal number = content.number();
    if (number != null) {
      xml.begin("c", "r", name, "s", look).element("v", number.toPlainString()).end();
    } else if (content.text().isEmpty()) {
      xml.empty("c", "r", name, "s", look);
    } else {
      xml.begin("c", "r", name, "s", look, "t", "inlineStr")
          .begin("is")
          .element("t", content.text(), "xml:space", "preserve")
          .end()
          .end();
    }
  }

  private static String name(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.append(row + 1).toString();
  }
}
