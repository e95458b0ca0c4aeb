package org.myocohort.paper.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `d` of an SVG path: moves, lines, curves and arcs, absolute or relative.
final class PathData {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z]|[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  private final String data;
  private final Matcher tokens;
  private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
  private boolean more;

  private PathData(String data) {
    this.data = data;
    tokens = TOKEN.matcher(data);
    more = tokens.find();
  }

  static Path2D parse(String data) {
    return new PathData(data).read();
  }

  private Path2D read() {
    char command = ' ';
    while (more) {
      String token = tokens.group();
      if (Character.isLetter(token.charAt(0))) {
        command = token.charAt(0);
        more = tokens.find();
      } else if (command == 'M' || command == 'm') {
        // Further points of a move are lines.
        command = command == 'M' ? 'L' : 'l';
      }
      apply(command);
    }
    return path;
  }

  private void apply(char command) {
    boolean relative = Character.isLowerCase(command);
    Point2D from = path.getCurrentPoint();
    double x0 = relative && from != null ? from.getX() : 0;
    double y0 = relative && from != null ? from.getY() : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> path.moveTo(x0 + next(), y0 + next());
      case 'L' -> path.lineTo(x0 + next(), y0 + next());
      case 'H' -> path.lineTo(x0 + next(), from.getY());
      case 'V' -> path.lineTo(from.getX(), y0 + next());
      case 'Q' -> path.quadTo(x0 + next(), y0 + next(), x0 + next(), y0 + next());
      case 'C' ->
          path.curveTo(
              x0 + next(), y0 + next(), x0 + next(), y0 + next(), x0 + next(), y0 + next());
      case 'A' -> {
        double rx = next();
        double ry = next();
        double turned = next();
        boolean large = next() != 0;
        boolean clockwise = next() != 0;
        arc(from, rx, ry, turned, large, clockwise, x0 + next(), y0 + next());
      }
      case 'Z' -> path.closePath();
      default ->
          throw new IllegalArgumentException(
              "a path must be of M, L, H, V, Q, C, A and Z but has '" + command + "': " + data);
    }
  }

  private double next() {
    if (!more || Character.isLetter(tokens.group().charAt(0))) {
      throw new IllegalArgumentException("a path must have all its numbers but ends: " + data);
    }
    double value = Double.parseDouble(tokens.group());
    more = tokens.find();
    return value;
  }

  /// An elliptical arc by its end points: SVG 1.1, appendix F.6.
  private void arc(
      Point2D from,
      double radiusX,
      double radiusY,
      double turned,
      boolean large,
      boolean clockwise,
      double x,
      double y) {
    double rx = Math.abs(radiusX);
    double ry = Math.abs(radiusY);
    if (rx == 0 || ry == 0 || (from.getX() == x && from.getY() == y)) {
      path.lineTo(x, y);
      return;
    }
    double angle = StrictMath.toRadians(turned);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double halfX = (from.getX() - x) / 2;
    double halfY = (from.getY() - y) / 2;
    double px = cos * halfX + sin * halfY;
    double py = cos * halfY - sin * halfX;
    double tooSmall = px * px / (rx * rx) + py * py / (ry * ry);
    if (tooSmall > 1) {
      rx *= StrictMath.sqrt(tooSmall);
      ry *= StrictMath.sqrt(tooSmall);
    }
    double rest =
        (rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px)
            / (rx * rx * py * py + ry * ry * px * px);
    double factor = StrictMath.sqrt(Math.max(0, rest)) * (large == clockwise ? -1 : 1);
    double cx = factor * rx * py / ry;
    double cy = -factor * ry * px / rx;
    double start = StrictMath.toDegrees(StrictMath.atan2((py - cy) / ry, (px - cx) / rx));
    double end = StrictMath.toDegrees(StrictMath.atan2((-py - cy) / ry, (-px - cx) / rx));
    double extent = end - start;
    if (clockwise && extent < 0) {
      extent += 360;
    } else if (!clockwise && extent > 0) {
      extent -= 360;
    }
    // Arc2D counts angles against the clock.
    Arc2D arc = new Arc2D.Double(-rx, -ry, 2 * rx, 2 * ry, -start, -extent, Arc2D.OPEN);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            cos * cx - sin * cy + (from.getX() + x) / 2,
            sin * cx + cos * cy + (from.getY() + y) / 2);
    place.rotate(angle);
    path.append(arc.getPathIterator(place), true);
  }
}
