package org.myocohort.paper.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.myocohort.paper.font.EmbeddedFonts;
import org.myocohort.paper.font.Typeface;

/// Draws into a PDF page as areas, lines and letters.
public final class PdfCanvas implements Canvas {
  private final PDPageContentStream page;
  private final EmbeddedFonts fonts;
  private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

  private PdfCanvas(PDPageContentStream page, EmbeddedFonts fonts) {
    this.page = page;
    this.fonts = fonts;
  }

  /// Draws a drawing to a page.
  ///
  /// @param left of the drawing on the page, in points
  /// @param top of the drawing on the page, in points from the page's lower edge
  /// @param width of the drawing on the page, in points
  public static void draw(
      Drawing drawing,
      PDPageContentStream page,
      EmbeddedFonts fonts,
      double left,
      double top,
      double width)
      throws IOException {
    double scale = width / drawing.width();
    page.saveGraphicsState();
    page.transform(new Matrix(new AffineTransform(scale, 0, 0, -scale, left, top)));
    try {
      drawing.drawOn(new PdfCanvas(page, fonts));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    page.restoreGraphicsState();
  }

  @Override
  public void fill(Shape area, Ink ink) {
    written(() -> {
      page.saveGraphicsState();
      colourOfAreas(ink);
      path(area.getPathIterator(null));
      page.fill();
      page.restoreGraphicsState();
    });
  }

  @Override
  public void stroke(Shape outline, Pen pen, AffineTransform place) {
    written(() -> {
      page.saveGraphicsState();
      page.transform(new Matrix(place));
      colourOfLines(pen);
      path(outline.getPathIterator(null));
      page.stroke();
      page.restoreGraphicsState();
    });
  }

  @Override
  public void text(String text, Typeface typeface, double size, AffineTransform place, Ink ink) {
    written(() -> {
      page.saveGraphicsState();
      colourOfAreas(ink);
      letters(text, typeface, size, place, RenderingMode.FILL);
      page.restoreGraphicsState();
    });
  }

  @Override
  public void rim(String text, Typeface typeface, double size, AffineTransform place, Pen pen) {
    // As an outline and not as letters, so that the text is found once when it is searched.
    stroke(typeface.outline(text, size), pen, place);
  }

  private void letters(
      String text, Typeface typeface, double size, AffineTransform place, RenderingMode mode)
      throws IOException {
    AffineTransform upright = new AffineTransform(place);
    upright.scale(1, -1);
    page.beginText();
    page.setRenderingMode(mode);
    page.setFont(fonts.of(typeface), (float) size);
    page.setTextMatrix(new Matrix(upright));
    page.showText(text);
    page.endText();
  }

  private void colourOfAreas(Ink ink) throws IOException {
    page.setNonStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
    opacity(ink);
  }

  private void colourOfLines(Pen pen) throws IOException {
    page.setStrokingColor(part(pen.ink(), 16), part(pen.ink(), 8), part(pen.ink(), 0));
    opacity(pen.ink());
    page.setLineWidth((float) pen.width());
    page.setLineJoinStyle(pen.roundJoin() ? 1 : 0);
    page.setLineCapStyle(pen.roundCap() ? 1 : 0);
    // As in SVG.
    page.setMiterLimit(4);
    float[] dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = pen.dashes().get(i).floatValue();
    }
    page.setLineDashPattern(dashes, 0);
  }

  private static float part(Ink ink, int shift) {
    return (ink.rgb() >> shift & 0xFF) / 255f;
  }

  private void opacity(Ink ink) throws IOException {
    if (ink.opacity() < 1) {
      page.setGraphicsStateParameters(
          opacities.computeIfAbsent(ink.opacity(), PdfCanvas::ofOpacity));
    }
  }

  private static PDExtendedGraphicsState ofOpacity(double opacity) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant((float) opacity);
    state.setStrokingAlphaConstant((float) opacity);
    return state;
  }

  private void path(PathIterator path) throws IOException {
    float[] c = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          page.moveTo(c[0], c[1]);
          x = c[0];
          y = c[1];
        }
        case PathIterator.SEG_LINETO -> {
          page.lineTo(c[0], c[1]);
          x = c[0];
          y = c[1];
        }
        case PathIterator.SEG_QUADTO -> {
          page.curveTo(
              x + (c[0] - x) * 2 / 3,
              y + (c[1] - y) * 2 / 3,
              c[2] + (c[0] - c[2]) * 2 / 3,
              c[3] + (c[1] - c[3]) * 2 / 3,
              c[2],
              c[3]);
          x = c[2];
          y = c[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          page.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
          x = c[4];
          y = c[5];
        }
        default -> page.closePath();
      }
    }
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void written(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
