package org.myocohort.paper.word;

import org.myocohort.paper.container.Xml;
import org.myocohort.paper.document.Language;

/// The styles and lists of every Word file. Letters are Arial, which Liberation Sans of the other
/// files was made to the widths of.
final class WordStyles {
  static final String BULLETS = "1";
  static final String REFERENCES = "2";

  private final Xml xml = new Xml();

  private WordStyles() {}

  static String styles(Language language) {
    WordStyles styles = new WordStyles();
    styles.xml.begin("w:styles", "xmlns:w", WordBody.NAMESPACE);
    styles.defaults(language);
    styles.paragraph("Normal", "Normal", new Look().size(21).space(0, 120).line(276));
    styles.paragraph("Title", "Title", new Look().size(36).bold().space(0, 60).keep());
    styles.paragraph("Subtitle", "Subtitle", new Look().size(22).colour("444444").space(0, 240));
    styles.paragraph("Heading1", "heading 1", new Look().size(28).bold().space(320, 100).level(0));
    styles.paragraph("Heading2", "heading 2", new Look().size(24).bold().space(260, 80).level(1));
    styles.paragraph(
        "Heading3", "heading 3", new Look().size(21).bold().italic().space(200, 60).level(2));
    styles.paragraph("Caption", "caption", new Look().size(19).space(240, 100));
    styles.paragraph("TableText", "Table Text", new Look().size(18).space(30, 30));
    styles.paragraph("TableNote", "Table Note", new Look().size(16).space(40, 0));
    styles.paragraph("Figure", "Figure", new Look().size(21).space(200, 0).keep());
    styles.paragraph("ListBullet", "List Bullet", new Look().size(21).space(0, 60).list(BULLETS));
    styles.paragraph(
        "Bibliography", "Bibliography", new Look().size(19).space(0, 60).list(REFERENCES));
    styles.paragraph("Code", "Code", new Look().size(16).space(60, 120).font("Courier New"));
    styles.paragraph("Footer", "footer", new Look().size(15).colour("444444").space(0, 0));
    styles.tables();
    return styles.xml.end().document();
  }

  /// How a paragraph looks; sizes in half points, spaces in twentieths of a point.
  private static final class Look {
    private int size;
    private int before;
    private int after;
    private int line = 240;
    private int level = -1;
    private boolean bold;
    private boolean italic;
    private boolean keep;
    private String colour = "";
    private String list = "";
    private String font = "";

    Look size(int halfPoints) {
      size = halfPoints;
      return this;
    }

    Look space(int newBefore, int newAfter) {
      before = newBefore;
      after = newAfter;
      return this;
    }

    Look line(int newLine) {
      line = newLine;
      return this;
    }

    Look bold() {
      bold = true;
      return this;
    }

    Look italic() {
      italic = true;
      return this;
    }

    Look keep() {
      keep = true;
      return this;
    }

    Look level(int outline) {
      level = outline;
      return keep();
    }

    Look colour(String rgb) {
      colour = rgb;
      return this;
    }

    Look list(String number) {
      list = number;
      return this;
    }

    Look font(String name) {
      font = name;
      return this;
    }
  }

  private void defaults(Language language) {
    xml.begin("w:docDefaults").begin("w:rPrDefault").begin("w:rPr");
    fonts("Arial");
    xml.empty("w:lang", "w:val", language.tag()).end().end().empty("w:pPrDefault").end();
  }

  private void fonts(String name) {
    xml.empty("w:rFonts", "w:ascii", name, "w:hAnsi", name, "w:eastAsia", name, "w:cs", name);
  }

  private void paragraph(String id, String name, Look look) {
    boolean normal = id.equals("Normal");
    if (normal) {
      xml.begin("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", id);
    } else {
      xml.begin("w:style", "w:type", "paragraph", "w:styleId", id);
    }
    xml.empty("w:name", "w:val", name);
    if (!normal) {
      xml.empty("w:basedOn", "w:val", "Normal");
    }
    xml.empty("w:qFormat").begin("w:pPr");
    if (look.keep) {
      xml.empty("w:keepNext");
    }
    if (!look.list.isEmpty()) {
      xml.begin("w:numPr").empty("w:numId", "w:val", look.list).end();
    }
    xml.empty(
        "w:spacing",
        "w:before",
        Integer.toString(look.before),
        "w:after",
        Integer.toString(look.after),
        "w:line",
        Integer.toString(look.line),
        "w:lineRule",
        "auto");
    if (look.level >= 0) {
      xml.empty("w:outlineLvl", "w:val", Integer.toString(look.level));
    }
    xml.end().begin("w:rPr");
    if (!look.font.isEmpty()) {
      fonts(look.font);
    }
    if (look.bold) {
      xml.empty("w:b");
    }
    if (look.italic) {
      xml.empty("w:i");
    }
    if (!look.colour.isEmpty()) {
      xml.empty("w:color", "w:val", look.colour);
    }
    xml.empty("w:sz", "w:val", Integer.toString(look.size)).end().end();
  }

  /// Three rules and no vertical line: above, below the header, below.
  private void tables() {
    xml.begin("w:style", "w:type", "table", "w:styleId", "JournalTable")
        .empty("w:name", "w:val", "Journal Table")
        .empty("w:qFormat")
        .begin("w:tblPr")
        .begin("w:tblBorders");
    rule("w:top", 12);
    rule("w:bottom", 12);
    xml.end()
        .begin("w:tblCellMar")
        .empty("w:left", "w:w", "70", "w:type", "dxa")
        .empty("w:right", "w:w", "70", "w:type", "dxa")
        .end()
        .end()
        .end();
  }

  private void rule(String side, int eighths) {
    rule(xml, side, eighths);
  }

  /// A rule on a side of a cell or table, its width in eighths of a point.
  static void rule(Xml xml, String side, int eighths) {
    xml.empty(
        side,
        "w:val",
        "single",
        "w:sz",
        Integer.toString(eighths),
        "w:space",
        "0",
        "w:color",
        "000000");
  }

  static String numbering() {
    Xml xml = new Xml().begin("w:numbering", "xmlns:w", WordBody.NAMESPACE);
    level(xml, BULLETS, "bullet", "•", "ListBullet");
    level(xml, REFERENCES, "decimal", "%1.", "Bibliography");
    for (String each : new String[] {BULLETS, REFERENCES}) {
      xml.begin("w:num", "w:numId", each).empty("w:abstractNumId", "w:val", each).end();
    }
    return xml.end().document();
  }

  private static void level(Xml xml, String id, String format, String text, String style) {
    xml.begin("w:abstractNum", "w:abstractNumId", id)
        .empty("w:multiLevelType", "w:val", "singleLevel")
        .begin("w:lvl", "w:ilvl", "0")
        .empty("w:start", "w:val", "1")
        .empty("w:numFmt", "w:val", format)
        .empty("w:pStyle", "w:val", style)
        .empty("w:lvlText", "w:val", text)
        .empty("w:lvlJc", "w:val", "left")
        .begin("w:pPr")
        .empty("w:ind", "w:left", "425", "w:hanging", "425")
        .end()
        .end()
        .end();
  }
}
