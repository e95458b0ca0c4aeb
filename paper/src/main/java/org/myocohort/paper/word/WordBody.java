package org.myocohort.paper.word;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.myocohort.paper.container.Xml;
import org.myocohort.paper.document.Block;
import org.myocohort.paper.document.BulletList;
import org.myocohort.paper.document.Caption;
import org.myocohort.paper.document.CodeBlock;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.Emphasis;
import org.myocohort.paper.document.Heading;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.PageBreak;
import org.myocohort.paper.document.Paragraph;
import org.myocohort.paper.document.Picture;
import org.myocohort.paper.document.References;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.document.Table;
import org.myocohort.paper.layout.PageSize;
import org.myocohort.paper.picture.Drawing;
import org.myocohort.paper.picture.PictureFile;

/// The main part of a Word file: the blocks of the document, and the pictures among them.
final class WordBody {
  static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String PICTURE = "picture";

  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture";
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final int UNITS_PER_POINT = 12_700;

  private final Language language;
  private final Xml xml = new Xml();
  private final WordTable tables = new WordTable(xml, this::runs);
  private final List<byte[]> pictures = new ArrayList<>();
  private PageSize page = PageSize.PORTRAIT;

  WordBody(Language language) {
    this.language = language;
  }

  /// The pictures in their order, as PNG.
  List<byte[]> pictures() {
    return pictures;
  }

  String write(Document document) {
    xml.begin(
        "w:document",
        "xmlns:w",
        NAMESPACE,
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a",
        DRAWING,
        "xmlns:pic",
        PICTURES);
    xml.begin("w:body");
    paragraph("Title", List.of(Run.plain(document.title())), false);
    if (!document.subtitle().isEmpty()) {
      paragraph("Subtitle", List.of(Run.plain(document.subtitle())), false);
    }
    for (int i = 0; i < document.blocks().size(); i++) {
      turnTo(PageSize.of(document.blocks(), i));
      block(document.blocks().get(i));
    }
    section();
    return xml.end().end().document();
  }

  /// Pages of another size are a section of their own.
  private void turnTo(PageSize needed) {
    if (page != needed) {
      xml.begin("w:p").begin("w:pPr");
      xml.empty(
          "w:spacing", "w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact");
      section();
      xml.end().end();
      page = needed;
    }
  }

  private void section() {
    xml.begin("w:sectPr").empty("w:footerReference", "w:type", "default", "r:id", footer(page));
    String width = twentieths(page.width());
    String height = twentieths(page.height());
    if (page == PageSize.LANDSCAPE) {
      xml.empty("w:pgSz", "w:w", width, "w:h", height, "w:orient", "landscape");
    } else {
      xml.empty("w:pgSz", "w:w", width, "w:h", height);
    }
    String margin = twentieths(PageSize.MARGIN);
    xml.empty(
            "w:pgMar",
            "w:top",
            margin,
            "w:right",
            margin,
            "w:bottom",
            margin,
            "w:left",
            margin,
            "w:header",
            "708",
            "w:footer",
            "708",
            "w:gutter",
            "0")
        .end();
  }

  /// What the footer of pages of this size is called by.
  static String footer(PageSize page) {
    return page == PageSize.LANDSCAPE ? "footer-landscape" : "footer";
  }

  static String twentieths(double points) {
    return Long.toString(Math.round(points * 20));
  }

  private void block(Block block) {
    switch (block) {
      case Heading heading ->
          paragraph("Heading" + heading.level(), List.of(Run.plain(heading.text())), false);
      case Paragraph paragraph -> paragraph("Normal", paragraph.runs(), false);
      case BulletList list ->
          list.items().forEach(item -> paragraph("ListBullet", item.runs(), false));
      case Table table -> table(table);
      case Picture picture -> picture(picture);
      case PageBreak _ -> xml.begin("w:p").begin("w:r").empty("w:br", "w:type", "page").end().end();
      case CodeBlock code -> paragraph("Code", List.of(Run.plain(code.text())), false);
      case References references -> references(references);
    }
  }

  private void references(References references) {
    paragraph("Heading1", List.of(Run.plain(language.word("references"))), false);
    references
        .entries()
        .forEach(each -> paragraph("Bibliography", List.of(Run.plain(each)), false));
  }

  private void paragraph(String style, List<Run> runs, boolean keepWithNext) {
    xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", style);
    if (keepWithNext) {
      xml.empty("w:keepNext");
    }
    xml.end();
    runs(runs, "");
    xml.end();
  }

  /// @param halfPoints the size of the letters; empty for that of the paragraph's style
  private void runs(List<Run> runs, String halfPoints) {
    for (Run run : runs) {
      xml.begin("w:r").begin("w:rPr");
      if (run.emphasis() == Emphasis.BOLD) {
        xml.empty("w:b");
      }
      if (run.emphasis() == Emphasis.ITALIC) {
        xml.empty("w:i");
      }
      if (!halfPoints.isEmpty()) {
        xml.empty("w:sz", "w:val", halfPoints);
      }
      if (run.emphasis() == Emphasis.RAISED) {
        xml.empty("w:vertAlign", "w:val", "superscript");
      }
      xml.end();
      Iterator<String> lines = run.text().lines().iterator();
      while (lines.hasNext()) {
        xml.element("w:t", lines.next(), "xml:space", "preserve");
        if (lines.hasNext()) {
          xml.empty("w:br");
        }
      }
      xml.end();
    }
  }

  private void table(Table table) {
    paragraph("Caption", Caption.of(table, language), true);
    tables.write(table, page);
    List<Paragraph> below = Caption.below(table, language);
    below.forEach(each -> paragraph("TableNote", each.runs(), false));
    // Two tables without a paragraph between them would become one.
    xml.begin("w:p").begin("w:pPr");
    xml.empty(
        "w:spacing", "w:before", "0", "w:after", "120", "w:line", "120", "w:lineRule", "exact");
    xml.end().end();
  }

  private void picture(Picture picture) {
    Drawing drawing = Drawing.parse(picture.svg());
    double width = Math.min(picture.widthMillimetres() * POINTS_PER_MILLIMETRE, page.textWidth());
    double height = drawing.heightAt(width);
    double most = page.textHeight() * 0.85;
    if (height > most) {
      width *= most / height;
      height = most;
    }
    pictures.add(PictureFile.png(picture.svg(), width / POINTS_PER_MILLIMETRE));
    xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", "Figure").end();
    xml.begin("w:r").begin("w:drawing");
    drawing(Integer.toString(pictures.size()), picture, units(width), units(height));
    xml.end().end().end();
    paragraph("Caption", Caption.of(picture, language), false);
  }

  private static String units(double points) {
    return Long.toString(Math.round(points * UNITS_PER_POINT));
  }

  private void drawing(String id, Picture picture, String width, String height) {
    String name = language.word("figure") + " " + id;
    xml.begin("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
        .empty("wp:extent", "cx", width, "cy", height)
        .empty("wp:docPr", "id", id, "name", name, "descr", picture.alternative())
        .begin("wp:cNvGraphicFramePr")
        .empty("a:graphicFrameLocks", "noChangeAspect", "1")
        .end()
        .begin("a:graphic")
        .begin("a:graphicData", "uri", PICTURES)
        .begin("pic:pic")
        .begin("pic:nvPicPr")
        .empty("pic:cNvPr", "id", id, "name", name, "descr", picture.alternative())
        .empty("pic:cNvPicPr")
        .end()
        .begin("pic:blipFill")
        .empty("a:blip", "r:embed", PICTURE + id)
        .begin("a:stretch")
        .empty("a:fillRect")
        .end()
        .end()
        .begin("pic:spPr")
        .begin("a:xfrm")
        .empty("a:off", "x", "0", "y", "0")
        .empty("a:ext", "cx", width, "cy", height)
        .end()
        .begin("a:prstGeom", "prst", "rect")
        .empty("a:avLst")
        .end()
        .end()
        .end()
        .end()
        .end()
        .end();
  }
}
