package org.myocohort.paper.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.myocohort.paper.container.Xml;

/// The looks that occur in a workbook, each with its number: SpreadsheetML keeps them in a part of
/// their own.
final class CellLooks {
  /// Numbers below are formats of the standard itself.
  private static final int OWN_FORMATS = 164;

  private final Map<CellLook, Integer> looks = new LinkedHashMap<>();
  private final Map<String, Integer> formats = new LinkedHashMap<>();

  CellLooks() {
    number(CellLook.PLAIN);
  }

  String number(CellLook look) {
    if (!look.format().isEmpty()) {
      formats.putIfAbsent(look.format(), OWN_FORMATS + formats.size());
    }
    looks.putIfAbsent(look, looks.size());
    return Integer.toString(looks.getOrDefault(look, 0));
  }

  String part() {
    Xml xml = new Xml().begin("styleSheet", "xmlns", Sheet.NAMESPACE);
    if (!formats.isEmpty()) {
      xml.begin("numFmts", "count", Integer.toString(formats.size()));
      formats.forEach((format, id) ->
          xml.empty("numFmt", "numFmtId", Integer.toString(id), "formatCode", format));
      xml.end();
    }
    xml.begin("fonts", "count", "2");
    font(xml, false);
    font(xml, true);
    xml.end()
        .begin("fills", "count", "2")
        .begin("fill")
        .empty("patternFill", "patternType", "none")
        .end()
        .begin("fill")
        .empty("patternFill", "patternType", "gray125")
        .end()
        .end()
        .begin("borders", "count", "2");
    border(xml, false);
    border(xml, true);
    xml.end()
        .begin("cellStyleXfs", "count", "1")
        .empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")
        .end()
        .begin("cellXfs", "count", Integer.toString(looks.size()));
    looks.keySet().forEach(look -> look(xml, look));
    return xml.end().end().document();
  }

  private static void font(Xml xml, boolean bold) {
    xml.begin("font");
    if (bold) {
      xml.empty("b");
    }
    xml.empty("sz", "val", "10").empty("name", "val", "Arial").end();
  }

  private static void border(Xml xml, boolean ruled) {
    xml.begin("border").empty("left").empty("right").empty("top");
    if (ruled) {
      xml.begin("bottom", "style", "thin").empty("color", "auto", "1").end();
    } else {
      xml.empty("bottom");
    }
    xml.empty("diagonal").end();
  }

  private void look(Xml xml, CellLook look) {
    xml.begin(
            "xf",
            "numFmtId",
            Integer.toString(formats.getOrDefault(look.format(), 0)),
            "fontId",
            look.bold() ? "1" : "0",
            "fillId",
            "0",
            "borderId",
            look.ruled() ? "1" : "0",
            "xfId",
            "0",
            "applyNumberFormat",
            "1",
            "applyFont",
            "1",
            "applyBorder",
            "1",
            "applyAlignment",
            "1")
        .empty(
            "alignment",
            "horizontal",
            look.side(),
            "vertical",
            look.height(),
            "wrapText",
            look.wrapped() ? "1" : "0",
            "indent",
            Integer.toString(look.indent()))
        .end();
  }
}
