package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Axes;
import org.myocohort.figures.Band;
import org.myocohort.figures.Box;
import org.myocohort.figures.CurveDrawing;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.EndLabels;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Series;
import org.myocohort.figures.TextWidths;

/// One plot with two axes: makes its frame, draws what is behind the data and the names beside
/// them.
final class XyPlot {
  private final Canvas canvas;
  private final FigureSize size;
  private final Axis y;
  private final List<CutOff> cutOffs;
  private final EndLabels ends;
  private final Axes axes;
  private final double titleBase;
  private final Frame frame;

  /// @param named series named at the right; none where a legend names them
  /// @param top where the name of the vertical axis begins
  /// @param height of the frame alone
  XyPlot(
      Canvas canvas,
      Scale x,
      Axis y,
      List<CutOff> cutOffs,
      List<Series> named,
      double top,
      double height) {
    this(canvas, x, y, cutOffs, named, top, height, 0);
  }

  /// @param least how far from the left the frame begins at least
  XyPlot(
      Canvas canvas,
      Scale x,
      Axis y,
      List<CutOff> cutOffs,
      List<Series> named,
      double top,
      double height,
      double least) {
    this.canvas = canvas;
    this.size = canvas.size();
    this.y = y;
    this.cutOffs = cutOffs;
    this.axes = new Axes(size);
    this.ends = new EndLabels(size, y.scale(), cutOffs, named, 0.28 * canvas.width());
    this.titleBase = top + size.smallFontSize();
    double last = titleBase + (titleLines().size() - 1) * canvas.smallInk().lineHeight();
    double areaTop = last + size.scaled(11);
    double beside = TextWidths.width(x.label(x.high()), canvas.small()) / 2;
    double left =
        canvas.left() + Math.max(least, axes.tickWidth(y.scale(), height) + size.scaled(9));
    double right = canvas.right() - Math.max(ends.width(), beside);
    this.frame = new Frame(new Box(left, areaTop, right, areaTop + height), x, y.scale());
  }

  private List<String> titleLines() {
    return TextWidths.wrap(y.title(), canvas.width(), Canvas.LINES, canvas.smallInk());
  }

  Frame frame() {
    return frame;
  }

  Box area() {
    return frame.area();
  }

  /// A drawing whose texts keep within the frame and a little above it.
  CurveDrawing drawing(double radius, double lineWidth) {
    Box area = frame.area();
    Box bounds =
        new Box(
            area.left() + size.scaled(2),
            area.top() - size.scaled(9),
            area.right() + size.scaled(4),
            area.bottom() - size.scaled(1));
    return new CurveDrawing(frame, size, radius, lineWidth, bounds);
  }

  /// Bands, day 0 of a time axis, dotted lines, axis lines, ticks at the left, names at the right.
  void behind(CurveDrawing drawing, List<Band> bands) {
    Box area = frame.area();
    canvas.wrapped(
        y.title(), canvas.left(), titleBase, canvas.width(), Anchor.START, canvas.smallInk());
    canvas.addAll(drawing.bands(bands));
    double zero = frame.x().fraction(0);
    if (zero > 0 && zero < 1) {
      double x = frame.across(0);
      canvas.line(x, area.top(), x, area.bottom(), Grey.LEADER, size.scaled(1));
    }
    canvas.addAll(drawing.cutOffs(cutOffs));
    canvas.addAll(axes.lines(frame));
    canvas.addAll(axes.left(frame));
    canvas.addAll(ends.draw(frame));
  }

  /// Ticks, labels and name of the horizontal axis; returns the bottom of it all.
  double beneath(String title) {
    canvas.addAll(axes.bottom(frame, true));
    return name(title, frame.area().bottom() + size.scaled(6) + size.fontSize() * 2.5);
  }

  /// The name of the horizontal axis at a base line, under the middle of the frame; returns its
  /// bottom.
  double name(String title, double base) {
    if (title.isBlank()) {
      return base - size.fontSize();
    }
    Box area = frame.area();
    double middle = (area.left() + area.right()) / 2;
    double room = 2 * Math.min(middle - canvas.left(), canvas.right() - middle);
    return canvas.wrapped(title, middle, base, room, Anchor.MIDDLE, canvas.smallInk())
        + size.scaled(3);
  }

  /// Where names beneath the axis begin: lower where an arrow at the axis needs room.
  ///
  /// @param lowest the lower end of all marks
  double categoryBase(double lowest) {
    double bottom = Math.max(frame.area().bottom() + size.scaled(5), lowest + size.scaled(2));
    return bottom + size.smallFontSize();
  }

  /// Names under places of the horizontal axis, each broken into lines; returns the last base line.
  double categories(List<String> names, double pitch, double lowest) {
    double base = categoryBase(lowest);
    double last = base;
    for (int index = 0; index < names.size(); index++) {
      double x = frame.across(index + 0.5);
      last =
          Math.max(
              last,
              canvas.wrapped(
                  names.get(index),
                  x,
                  base,
                  pitch - size.scaled(5),
                  Anchor.MIDDLE,
                  canvas.smallInk()));
    }
    return last;
  }

  /// A short text in the middle of a place of the horizontal axis.
  void under(String text, double x, double base, double room) {
    canvas.add(Label.of(text, x, base, Anchor.MIDDLE, canvas.small()).within(room));
  }
}
