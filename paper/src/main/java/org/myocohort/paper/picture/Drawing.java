package org.myocohort.paper.picture;

import java.util.List;

/// A figure read from SVG: what is to be drawn, from the lowest to the uppermost.
///
/// @param width in the drawing's own units
/// @param height in the drawing's own units
public record Drawing(double width, double height, List<Item> items) {
  /// Something to draw.
  @FunctionalInterface
  public interface Item {
    void drawOn(Canvas canvas);
  }

  public Drawing {
    if (!(width > 0 && height > 0 && width <= 1e6 && height <= 1e6)) {
      throw new IllegalArgumentException(
          "a drawing's size must be in (0, 1000000] but was " + width + " by " + height);
    }
    items = List.copyOf(items);
  }

  /// Reads the SVG that the module `figures` writes: shapes, lines and texts with presentation
  /// attributes. What would change the drawing and is not known is refused, never left out.
  public static Drawing parse(String svg) {
    return new SvgReader().read(svg);
  }

  /// Draws everything.
  public void drawOn(Canvas canvas) {
    items.forEach(each -> each.drawOn(canvas));
  }

  /// How high the drawing is where it is so wide.
  public double heightAt(double otherWidth) {
    return otherWidth * height / width;
  }
}
