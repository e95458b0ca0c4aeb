package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Finds places for the texts beside points: never on another text, and off points and lines where
/// there is room.
public final class LabelPlacer {
  private static final double ON_POINT = 4;
  private static final double ON_LINE = 2;
  private static final double ON_DOTS = 1;
  private static final double FAR = 0.05;
  private static final double BROKEN = 0.8;
  private static final double MOVED = 0.02;
  // A text on a point and a line would hide more than it says; its mark's title still says it.
  private static final double MOST = 6;
  private static final int LINES = 3;

  private final Box bounds;
  private final List<Box> texts = new ArrayList<>();
  private final List<Box> points = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();
  private final List<double[]> dots = new ArrayList<>();

  /// Finds places within bounds.
  public LabelPlacer(Box bounds) {
    this.bounds = bounds;
  }

  /// Keeps texts off another text.
  public void avoidText(Box text) {
    texts.add(text);
  }

  /// Keeps texts off a point.
  public void avoidPoint(Box point) {
    points.add(point);
  }

  /// Keeps texts off a line.
  public void avoidLine(double fromX, double fromY, double toX, double toY) {
    lines.add(new double[] {fromX, fromY, toX, toY});
  }

  /// Keeps texts off a dotted line, where that costs little.
  public void avoidDots(double fromX, double fromY, double toX, double toY) {
    dots.add(new double[] {fromX, fromY, toX, toY});
  }

  /// The best place around a box, broken into lines where that finds a better one; none where every
  /// place would lie on another text, outside, or on too much else.
  public List<Label> place(String text, Box about, TextStyle style) {
    Block best = null;
    double least = MOST;
    for (int lines = 1; lines <= LINES; lines++) {
      double width = TextWidths.width(text, style) / lines * (lines == 1 ? 1 : 1.15);
      List<String> broken = TextWidths.wrap(text, width + 0.01, lines, style);
      // A word too long for its line would be cut: then this breaking is none.
      if (lines > 1 && !String.join(" ", broken).equals(text)) {
        continue;
      }
      double rank = BROKEN * (lines - 1);
      for (double gap : new double[] {0.3, 1.3, 2.6}) {
        for (Block wished : around(broken, about, style, gap * style.size())) {
          rank += FAR;
          Block block = inside(wished);
          double cost = rank + cost(block, about) + MOVED * Math.abs(block.x - wished.x);
          if (cost < least) {
            least = cost;
            best = block;
          }
        }
      }
    }
    if (best == null) {
      return List.of();
    }
    texts.add(best.box());
    return best.labels();
  }

  /// A text of one or more lines at a place.
  private record Block(List<String> lines, double x, double top, Anchor anchor, TextStyle style) {
    List<Label> labels() {
      List<Label> labels = new ArrayList<>();
      double base = top + 0.76 * style.size();
      for (String line : lines) {
        labels.add(Label.of(line, x, base, anchor, style).withHalo());
        base += style.lineHeight();
      }
      return labels;
    }

    Box box() {
      List<Box> boxes = labels().stream().map(Label::box).toList();
      double left = boxes.stream().mapToDouble(Box::left).min().orElse(x);
      double right = boxes.stream().mapToDouble(Box::right).max().orElse(x);
      return new Box(left, top, right, top + height(lines.size(), style));
    }
  }

  private static double height(int lines, TextStyle style) {
    return (lines - 1) * style.lineHeight() + 0.98 * style.size();
  }

  /// The block, moved sideways where it would leave the bounds.
  private Block inside(Block block) {
    Box box = block.box();
    double over = Math.max(0, box.right() - bounds.right());
    double under = Math.max(0, bounds.left() - box.left());
    return new Block(block.lines, block.x + under - over, block.top, block.anchor, block.style);
  }

  /// Places at a distance, the better liked ones first.
  private static List<Block> around(List<String> lines, Box about, TextStyle style, double gap) {
    double height = height(lines.size(), style);
    double above = about.top() - gap - height;
    double below = about.bottom() + gap;
    double centre = (about.left() + about.right()) / 2;
    double middle = (about.top() + about.bottom() - height) / 2;
    double right = about.right() + gap;
    double left = about.left() - gap;
    return List.of(
        new Block(lines, centre, above, Anchor.MIDDLE, style),
        new Block(lines, about.right(), above, Anchor.END, style),
        new Block(lines, about.left(), above, Anchor.START, style),
        new Block(lines, centre, below, Anchor.MIDDLE, style),
        new Block(lines, about.right(), below, Anchor.END, style),
        new Block(lines, about.left(), below, Anchor.START, style),
        new Block(lines, right, middle, Anchor.START, style),
        new Block(lines, left, middle, Anchor.END, style),
        new Block(lines, right, below, Anchor.START, style),
        new Block(lines, left, below, Anchor.END, style),
        new Block(lines, right, above, Anchor.START, style),
        new Block(lines, left, above, Anchor.END, style));
  }

  private double cost(Block block, Box about) {
    Box box = block.box();
    if (!bounds.contains(box) || box.overlaps(about) || texts.stream().anyMatch(box::overlaps)) {
      return Double.POSITIVE_INFINITY;
    }
    double cost = 0;
    for (Box point : points) {
      cost += box.overlaps(point) ? ON_POINT : 0;
    }
    for (double[] line : lines) {
      cost += box.touches(line[0], line[1], line[2], line[3]) ? ON_LINE : 0;
    }
    for (double[] line : dots) {
      cost += box.touches(line[0], line[1], line[2], line[3]) ? ON_DOTS : 0;
    }
    return cost;
  }
}
