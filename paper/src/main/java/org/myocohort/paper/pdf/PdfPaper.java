package org.myocohort.paper.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.myocohort.paper.container.PdfFile;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Block;
import org.myocohort.paper.document.BulletList;
import org.myocohort.paper.document.Caption;
import org.myocohort.paper.document.CodeBlock;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.Heading;
import org.myocohort.paper.document.PageBreak;
import org.myocohort.paper.document.Paragraph;
import org.myocohort.paper.document.Picture;
import org.myocohort.paper.document.References;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.document.Table;
import org.myocohort.paper.layout.PageSize;
import org.myocohort.paper.picture.Drawing;
import org.myocohort.paper.picture.PdfCanvas;

/// Writes a document as a PDF file.
public final class PdfPaper {
  private static final TextStyle TEXT = TextStyle.of(10, 14);
  private static final TextStyle TITLE = TextStyle.of(17, 22).inBold();
  private static final TextStyle SUBTITLE = TextStyle.of(10.5, 14);
  private static final TextStyle CAPTION = TextStyle.of(9.5, 13);
  private static final TextStyle SMALL = TextStyle.of(9, 12.5);
  private static final TextStyle CODE = TextStyle.of(7.5, 10.5).inCode();
  private static final List<TextStyle> HEADINGS =
      List.of(
          TextStyle.of(13.5, 18).inBold(),
          TextStyle.of(11.5, 15).inBold(),
          TextStyle.of(10, 14).inBold().inItalic());
  private static final double INDENT = 20;
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final Document document;
  private final Pages pages;
  private final Bookmarks bookmarks;

  private PdfPaper(Document document, PDDocument file) {
    this.document = document;
    pages = new Pages(file);
    bookmarks = new Bookmarks(file);
  }

  /// The bytes of the file: the same for the same document.
  public static byte[] bytes(Document document) {
    try (PDDocument file = PdfFile.begin(document.title(), document.language().tag())) {
      new PdfPaper(document, file).write();
      return PdfFile.bytes(file, document.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() throws IOException {
    paragraph("P", List.of(Run.plain(document.title())), TITLE);
    pages.space(4);
    if (!document.subtitle().isEmpty()) {
      paragraph("P", List.of(Run.plain(document.subtitle())), SUBTITLE);
    }
    pages.space(10);
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      PageSize needed = PageSize.of(blocks, i);
      if (pages.size() != needed) {
        pages.turn(needed);
      }
      if (blocks.get(i) instanceof Heading heading) {
        heading(heading, beginning(blocks, i + 1));
      } else {
        block(blocks.get(i));
      }
    }
    pages.finish(document.stamp(), document.language().word("page"));
  }

  private void block(Block block) throws IOException {
    switch (block) {
      case Heading heading -> heading(heading, 0);
      case Paragraph paragraph -> {
        paragraph("P", paragraph.runs(), TEXT);
        pages.space(6);
      }
      case BulletList list -> {
        PDStructureElement tag = add("L");
        for (Paragraph item : list.items()) {
          item(tag, "•", item.runs(), TEXT);
        }
        pages.space(4);
      }
      case Table table -> PdfTable.write(pages, table, document.language());
      case Picture picture -> picture(picture);
      case PageBreak _ -> pages.turn(pages.size());
      case CodeBlock code -> {
        pages.space(4);
        paragraph("Code", List.of(Run.plain(code.text())), CODE);
        pages.space(8);
      }
      case References references -> references(references);
    }
  }

  private PDStructureElement add(String type) {
    return pages.tags().add(pages.tags().document(), type);
  }

  private void paragraph(String type, List<Run> runs, TextStyle style) throws IOException {
    Paragraphs.write(pages, add(type), runs, style, 0);
  }

  /// How much of what follows a heading is not parted from: of a heading, all that that one is not
  /// parted from.
  private double beginning(List<Block> blocks, int next) {
    if (next >= blocks.size()) {
      return 0;
    }
    return blocks.get(next) instanceof Heading heading
        ? over(heading)
            + HEADINGS.get(heading.level() - 1).leading()
            + 8
            + beginning(blocks, next + 1)
        : beginning(blocks.get(next));
  }

  private double beginning(Block block) {
    return switch (block) {
      case Picture picture -> new Placed(picture).height() + 10;
      case Table table -> PdfTable.beginning(pages, table, document.language()) + 14;
      case Heading _, Paragraph _, BulletList _, CodeBlock _, References _, PageBreak _ ->
          4 * TEXT.leading();
    };
  }

  /// The space over a heading.
  private static double over(Heading heading) {
    return 14.0 - 2 * heading.level();
  }

  /// @param follows height of what it is not parted from
  private void heading(Heading heading, double follows) throws IOException {
    TextStyle style = HEADINGS.get(heading.level() - 1);
    pages.space(over(heading));
    // Not alone at the foot of a page.
    double whole = style.leading() + 4 + follows;
    pages.need(Math.min(whole, pages.size().textHeight()));
    bookmarks.add(heading, pages.page(), pages.fromBelow(pages.y()));
    paragraph("H" + heading.level(), List.of(Run.plain(heading.text())), style);
    pages.space(4);
  }

  private void references(References references) throws IOException {
    heading(new Heading(1, document.language().word("references")), 4 * TEXT.leading());
    PDStructureElement list = add("L");
    for (int i = 0; i < references.entries().size(); i++) {
      item(list, (i + 1) + ".", List.of(Run.plain(references.entries().get(i))), SMALL);
    }
  }

  private void item(PDStructureElement list, String label, List<Run> runs, TextStyle style)
      throws IOException {
    PDStructureElement item = pages.tags().add(list, "LI");
    pages.need(Math.min(2, runs.size()) * style.leading());
    pages.begin(pages.tags().add(item, "Lbl"));
    List<Line> mark = Lines.of(List.of(Run.plain(label)), style, INDENT);
    pages.lines(mark, style, 0, INDENT, pages.y(), Alignment.LEFT);
    pages.end();
    Paragraphs.write(pages, pages.tags().add(item, "LBody"), runs, style, INDENT);
    pages.space(3);
  }

  /// A picture as large as it is asked for and the page allows, with its caption.
  private final class Placed {
    private final Drawing drawing;
    private final List<Line> caption;
    private final double width;
    private final double drawingHeight;
    private final double captionHeight;

    Placed(Picture picture) {
      drawing = Drawing.parse(picture.svg());
      double room = pages.size().textWidth();
      caption = Lines.of(Caption.of(picture, document.language()), CAPTION, room);
      captionHeight = caption.size() * CAPTION.leading() + 6;
      double wished = Math.min(picture.widthMillimetres() * POINTS_PER_MILLIMETRE, room);
      double most = pages.size().textHeight() - captionHeight - 60;
      width = Math.min(wished, most * drawing.width() / drawing.height());
      drawingHeight = drawing.heightAt(width);
    }

    double height() {
      return drawingHeight + captionHeight;
    }
  }

  private void picture(Picture picture) throws IOException {
    Placed placed = new Placed(picture);
    pages.space(10);
    pages.need(placed.height());
    PDStructureElement figure = add("Figure");
    figure.setAlternateDescription(picture.alternative());
    pages.begin(figure);
    double top = pages.fromBelow(pages.y());
    PdfCanvas.draw(
        placed.drawing, pages.content(), pages.fonts(), PageSize.MARGIN, top, placed.width);
    pages.end();
    box(figure, PageSize.MARGIN, top - placed.drawingHeight, PageSize.MARGIN + placed.width, top);
    pages.advance(placed.drawingHeight + 6);
    pages.begin(add("Caption"));
    double room = pages.size().textWidth();
    pages.lines(placed.caption, CAPTION, 0, room, pages.y(), Alignment.LEFT);
    pages.end();
    pages.advance(placed.captionHeight - 6);
    pages.space(12);
  }

  /// Where on the page a figure stands.
  private static void box(PDStructureElement figure, double... corners) {
    COSArray box = new COSArray();
    for (double each : corners) {
      box.add(new COSFloat((float) each));
    }
    COSDictionary attributes = new COSDictionary();
    attributes.setName(COSName.O, "Layout");
    attributes.setItem(COSName.BBOX, box);
    figure.getCOSObject().setItem(COSName.A, attributes);
  }
}
