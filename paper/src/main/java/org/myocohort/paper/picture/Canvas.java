package org.myocohort.paper.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import org.myocohort.paper.font.Typeface;

/// What a drawing is drawn on. Coordinates are the drawing's own, `y` downwards.
public interface Canvas {
  /// Fills an area by the non-zero rule.
  void fill(Shape area, Ink ink);

  /// Draws a line along an outline.
  void stroke(Shape outline, Pen pen, AffineTransform place);

  /// Writes a text whose base line starts at the origin of `place`.
  void text(String text, Typeface typeface, double size, AffineTransform place, Ink ink);

  /// Draws a rim around the letters of a text.
  void rim(String text, Typeface typeface, double size, AffineTransform place, Pen pen);
}
