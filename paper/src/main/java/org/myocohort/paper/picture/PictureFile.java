package org.myocohort.paper.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.myocohort.paper.container.PdfFile;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.font.EmbeddedFonts;

/// One figure as a file of its own, as journals ask for it.
public final class PictureFile {
  /// What journals ask of line drawings.
  public static final int DOTS_PER_INCH = 600;

  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final int DOTS_PER_METRE = 23_622;
  private static final long MOST_DOTS = 400_000_000;

  /// Rows that are drawn at a time: the whole picture never stands in memory.
  private static final int ROWS = 256;

  private PictureFile() {}

  /// A PDF of one page as large as the figure: vectors, and text that can be searched.
  ///
  /// @param widthMillimetres of the page; its height follows from the figure
  public static byte[] pdf(String svg, double widthMillimetres, String title, Language language) {
    Drawing drawing = Drawing.parse(svg);
    double width = checked(widthMillimetres) / MILLIMETRES_PER_INCH * 72;
    double height = drawing.heightAt(width);
    try (PDDocument file = PdfFile.begin(title, language.tag())) {
      PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
      file.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(file, page)) {
        PdfCanvas.draw(drawing, content, new EmbeddedFonts(file), 0, height, width);
      }
      return PdfFile.bytes(file, svg + widthMillimetres + title);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A PNG of 600 dots per inch that says so, on white.
  ///
  /// @param widthMillimetres how wide it will stand on paper
  public static byte[] png(String svg, double widthMillimetres) {
    Drawing drawing = Drawing.parse(svg);
    double exact = checked(widthMillimetres) / MILLIMETRES_PER_INCH * DOTS_PER_INCH;
    int width = (int) Math.round(exact);
    int height = (int) Math.max(1, Math.round(drawing.heightAt(exact)));
    if ((long) width * height > MOST_DOTS) {
      throw new IllegalArgumentException(
          "a picture must have at most %d dots but would have %d by %d"
              .formatted(MOST_DOTS, width, height));
    }
    RasterCanvas canvas = new RasterCanvas(exact / drawing.width());
    drawing.drawOn(canvas);
    Png png = new Png(width, height, DOTS_PER_METRE);
    for (int first = 0; first < height; first += ROWS) {
      png.rows(canvas.rows(first, Math.min(ROWS, height - first), width));
    }
    return png.bytes();
  }

  private static double checked(double millimetres) {
    if (!(millimetres >= 10 && millimetres <= 1000)) {
      throw new IllegalArgumentException(
          "a picture's width must be in [10, 1000] mm but was " + millimetres);
    }
    return millimetres;
  }
}
