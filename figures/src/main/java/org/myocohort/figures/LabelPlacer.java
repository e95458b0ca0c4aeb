package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds places for the texts beside points: never on another text, and off points and lines where
/// there is room.
final class LabelPlacer {
  private static final double ON_POINT = 4;
  private static final double ON_LINE = 2;
  private static final double ON_DOTS = 1;
  private static final double FAR = 0.05;

  private final Box bounds;
  private final List<Box> texts = new ArrayList<>();
  private final List<Box> points = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();
  private final List<double[]> dots = new ArrayList<>();

  LabelPlacer(Box bounds) {
    this.bounds = bounds;
  }

  void avoidPoint(Box point) {
    points.add(point);
  }

  void avoidLine(double fromX, double fromY, double toX, double toY) {
    lines.add(new double[] {fromX, fromY, toX, toY});
  }

  void avoidDots(double fromX, double fromY, double toX, double toY) {
    dots.add(new double[] {fromX, fromY, toX, toY});
  }

  /// The best place around a box, or none where every place would lie on another text or outside.
  @Nullable Label place(String text, Box about, TextStyle style) {
    List<Label> candidates = new ArrayList<>(around(text, about, style, 0.3 * style.size()));
    candidates.addAll(around(text, about, style, 1.3 * style.size()));
    candidates.addAll(around(text, about, style, 2.6 * style.size()));
    Label best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int rank = 0; rank < candidates.size(); rank++) {
      Label candidate = inside(candidates.get(rank));
      Box box = candidate.box();
      if (bounds.contains(box) && !box.overlaps(about) && texts.stream().noneMatch(box::overlaps)) {
        double cost = rank * FAR + cost(box);
        if (cost < least) {
          least = cost;
          best = candidate;
        }
      }
    }
    if (best != null) {
      texts.add(best.box());
      return best.withHalo();
    }
    return null;
  }

  /// The label, moved sideways where it would leave the bounds.
  private Label inside(Label label) {
    Box box = label.box();
    double over = Math.max(0, box.right() - bounds.right());
    double under = Math.max(0, bounds.left() - box.left());
    return over == under ? label : label.movedBy(under - over);
  }

  /// Places at a distance, the better liked ones first.
  private static List<Label> around(String text, Box about, TextStyle style, double gap) {
    double above = about.top() - gap - 0.15 * style.size();
    double below = about.bottom() + gap + 0.75 * style.size();
    double middle = (about.left() + about.right()) / 2;
    double height = (about.top() + about.bottom()) / 2;
    double right = about.right() + gap;
    double left = about.left() - gap;
    return List.of(
        Label.of(text, middle, above, Anchor.MIDDLE, style),
        Label.of(text, about.right(), above, Anchor.END, style),
        Label.of(text, about.left(), above, Anchor.START, style),
        Label.of(text, middle, below, Anchor.MIDDLE, style),
        Label.of(text, about.right(), below, Anchor.END, style),
        Label.of(text, about.left(), below, Anchor.START, style),
        Label.centred(text, right, height, Anchor.START, style),
        Label.centred(text, left, height, Anchor.END, style),
        Label.of(text, right, below, Anchor.START, style),
        Label.of(text, left, below, Anchor.END, style),
        Label.of(text, right, above, Anchor.START, style),
        Label.of(text, left, above, Anchor.END, style));
  }

  private double cost(Box box) {
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
