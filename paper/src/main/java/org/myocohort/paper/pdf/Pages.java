package org.myocohort.paper.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.myocohort.paper.document.Alignment;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.font.EmbeddedFonts;
import org.myocohort.paper.font.Typeface;
import org.myocohort.paper.layout.PageSize;

/// The pages of a PDF file, filled from above. Lengths are points; `y` counts downwards from the
/// upper margin, `x` from the left one.
final class Pages {
  private static final double ASCENT = 0.74;
  private static final TextStyle FOOTER = TextStyle.of(7.5, 10);

  private final PDDocument file;
  private final EmbeddedFonts fonts;
  private final Tags tags;
  private final List<PDPage> pages = new ArrayList<>();
  private @Nullable PDPageContentStream open;
  private PageSize size = PageSize.PORTRAIT;
  private double y;

  Pages(PDDocument file) {
    this.file = file;
    fonts = new EmbeddedFonts(file);
    tags = new Tags(file);
  }

  Tags tags() {
    return tags;
  }

  EmbeddedFonts fonts() {
    return fonts;
  }

  PageSize size() {
    return size;
  }

  /// How far down the page is filled.
  double y() {
    return open == null ? 0 : y;
  }

  /// What is left of the page; all of it where the next page is yet to begin.
  double left() {
    return size.textHeight() - y();
  }

  /// The page that is being filled.
  PDPage page() throws IOException {
    content();
    return pages.getLast();
  }

  /// Where the text's left margin meets `y`, in the page's own coordinates.
  double fromBelow(double down) {
    return size.height() - PageSize.MARGIN - down;
  }

  /// What follows stands on a new page of this size, unless the page is such and empty.
  void turn(PageSize next) throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
    size = next;
  }

  /// What follows is so high: a new page is begun where this one has less room.
  void need(double height) throws IOException {
    if (height > left() && y() > 0) {
      turn(size);
    }
  }

  void advance(double height) throws IOException {
    content();
    y += height;
  }

  /// A space between two blocks, which none begins a page with.
  void space(double height) {
    if (y() > 0) {
      y += height;
    }
  }

  PDPageContentStream content() throws IOException {
    PDPageContentStream stream = open;
    if (stream == null) {
      PDPage page = new PDPage(new PDRectangle((float) size.width(), (float) size.height()));
      // Fields and links are gone through in the order of the structure.
      page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
      file.addPage(page);
      pages.add(page);
      stream = new PDPageContentStream(file, page);
      open = stream;
      y = 0;
    }
    return stream;
  }

  /// Begins content of an element.
  void begin(PDStructureElement element) throws IOException {
    PDPageContentStream stream = content();
    stream.beginMarkedContent(
        COSName.getPDFName(element.getStructureType()), tags.mark(page(), element));
  }

  /// Begins content that is none, such as a rule or what was said on the page before.
  void beginArtifact() throws IOException {
    content().beginMarkedContent(COSName.ARTIFACT);
  }

  void end() throws IOException {
    content().endMarkedContent();
  }

  /// Draws lines of text one below another, from `down` on.
  void lines(List<Line> lines, TextStyle style, double x, double width, double down, Alignment side)
      throws IOException {
    double top = down;
    for (Line line : lines) {
      double free = width - line.width();
      double start =
          switch (side) {
            case LEFT -> x;
            case CENTRE -> x + free / 2;
            case RIGHT -> x + free;
          };
      double base = top + (style.leading() - style.size()) / 2 + ASCENT * style.size() + 0.06;
      line(content(), line, PageSize.MARGIN + start, fromBelow(base));
      top += style.leading();
    }
  }

  private void line(PDPageContentStream stream, Line line, double x, double base)
      throws IOException {
    double at = x;
    for (Line.Piece piece : line.pieces()) {
      stream.beginText();
      stream.setFont(fonts.of(piece.typeface()), (float) piece.size());
      stream.setTextMatrix(Matrix.getTranslateInstance((float) at, (float) (base + piece.rise())));
      stream.showText(piece.text());
      stream.endText();
      at += piece.width();
    }
  }

  /// Draws a rule across some width.
  void rule(double x, double width, double down, double thickness) throws IOException {
    PDPageContentStream stream = content();
    beginArtifact();
    stream.setLineWidth((float) thickness);
    stream.moveTo((float) (PageSize.MARGIN + x), (float) fromBelow(down));
    stream.lineTo((float) (PageSize.MARGIN + x + width), (float) fromBelow(down));
    stream.stroke();
    end();
  }

  /// Ends the last page and writes the foot of each.
  ///
  /// @param word stands before the number of the page
  void finish(String stamp, String word) throws IOException {
    page();
    turn(size);
    tags.finish();
    for (int i = 0; i < pages.size(); i++) {
      PDPage page = pages.get(i);
      double width = page.getMediaBox().getWidth() - 2 * PageSize.MARGIN;
      try (PDPageContentStream foot =
          new PDPageContentStream(file, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        foot.beginMarkedContent(COSName.ARTIFACT);
        foot.setNonStrokingColor(0.27f, 0.27f, 0.27f);
        Line number = single(word + " " + (i + 1) + " / " + pages.size());
        line(foot, number, PageSize.MARGIN + width - number.width(), 36);
        if (!stamp.isEmpty()) {
          Line fitted =
              Lines.of(List.of(Run.plain(stamp)), FOOTER, width - number.width() - 20).getFirst();
          line(foot, fitted, PageSize.MARGIN, 36);
        }
        foot.endMarkedContent();
      }
    }
  }

  private static Line single(String text) {
    Line.Piece piece =
        new Line.Piece(Typeface.REGULAR.settable(text), Typeface.REGULAR, FOOTER.size(), 0);
    return new Line(List.of(piece), piece.width());
  }
}
