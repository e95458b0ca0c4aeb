package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Draws the two axes of a plot: lines, outward ticks and their labels, in the figure's letters.
public final class Axes {
  private final FigureSize size;

  /// Axes of a figure of a size.
  public Axes(FigureSize size) {
    this.size = size;
  }

  /// How wide the labels of a vertical axis are.
  ///
  /// @param height how high the axis will stand
  public double tickWidth(Scale y, double height) {
    return y.ticks(ticksOver(height)).stream()
        .mapToDouble(tick -> TextWidths.width(tick.label(), style()))
        .max()
        .orElse(0);
  }

  /// The lines at the left and at the bottom.
  public List<Svg> lines(Frame frame) {
    Box area = frame.area();
    return List.of(
        line(area.left(), area.top(), area.left(), area.bottom()),
        line(area.left(), area.bottom(), area.right(), area.bottom()));
  }

  /// Ticks and labels of the vertical axis.
  public List<Svg> left(Frame frame) {
    Box area = frame.area();
    List<Svg> drawn = new ArrayList<>();
    for (Tick tick : frame.y().ticks(ticksOver(area.bottom() - area.top()))) {
      double y = frame.up(tick.value());
      drawn.add(line(area.left() - size.scaled(4), y, area.left(), y));
      Label.centred(tick.label(), area.left() - size.scaled(6), y, Anchor.END, style())
          .addTo(drawn);
    }
    return drawn;
  }

  /// Ticks of the horizontal axis and, where it is labelled, as many labels as fit.
  public List<Svg> bottom(Frame frame, boolean labelled) {
    Box area = frame.area();
    List<Svg> drawn = new ArrayList<>();
    int most = Math.max(2, (int) ((area.right() - area.left()) / size.scaled(44)));
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : frame.x().ticks(most)) {
      double x = frame.across(tick.value());
      double end = area.bottom() + size.scaled(4);
      drawn.add(line(x, area.bottom(), x, end));
      Label label = Label.of(tick.label(), x, end + size.fontSize() * 1.15, Anchor.MIDDLE, style());
      if (labelled && label.box().left() > free) {
        label.addTo(drawn);
        free = label.box().right();
      }
    }
    return drawn;
  }

  private Svg line(double fromX, double fromY, double toX, double toY) {
    return Marks.stroked(Marks.line(fromX, fromY, toX, toY), Grey.LINE, size.scaled(0.9));
  }

  private int ticksOver(double height) {
    return Math.clamp((int) (height / size.scaled(18)), 3, 7);
  }

  private TextStyle style() {
    return size.small(Grey.TEXT);
  }
}
