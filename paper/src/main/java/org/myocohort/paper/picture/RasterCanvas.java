package org.myocohort.paper.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.myocohort.paper.font.Typeface;

/// Turns a drawing into rows of points. Letters are filled outlines, so nothing depends on the
/// machine's fonts or how it sets them.
final class RasterCanvas implements Canvas {
  private record Area(Shape shape, Rectangle2D bounds, Color colour) {}

  private final AffineTransform toPoints;
  private final List<Area> areas = new ArrayList<>();

  /// @param scale points for each unit of the drawing
  RasterCanvas(double scale) {
    toPoints = AffineTransform.getScaleInstance(scale, scale);
  }

  @Override
  public void fill(Shape area, Ink ink) {
    Shape shape = toPoints.createTransformedShape(area);
    int alpha = (int) Math.round(ink.opacity() * 255);
    areas.add(new Area(shape, shape.getBounds2D(), new Color(ink.rgb() | alpha << 24, true)));
  }

  @Override
  public void stroke(Shape outline, Pen pen, AffineTransform place) {
    float[] dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = pen.dashes().get(i).floatValue();
    }
    BasicStroke stroke =
        new BasicStroke(
            (float) pen.width(),
            pen.roundCap() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
            pen.roundJoin() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
            4,
            dashes.length == 0 ? null : dashes,
            0);
    fill(place.createTransformedShape(stroke.createStrokedShape(outline)), pen.ink());
  }

  @Override
  public void text(String text, Typeface typeface, double size, AffineTransform place, Ink ink) {
    fill(place.createTransformedShape(typeface.outline(text, size)), ink);
  }

  @Override
  public void rim(String text, Typeface typeface, double size, AffineTransform place, Pen pen) {
    stroke(typeface.outline(text, size), pen, place);
  }

  /// Some rows of points from above, 0xRRGGBB each, on white.
  ///
  /// @param first the first row
  int[] rows(int first, int rows, int width) {
    BufferedImage image = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
    int[] points = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(points, 0xFFFFFF);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(0, -first);
    for (Area area : areas) {
      if (area.bounds().getMaxY() > first && area.bounds().getMinY() < first + rows) {
        graphics.setColor(area.colour());
        graphics.fill(area.shape());
      }
    }
    graphics.dispose();
    return points;
  }
}
