package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Lays out a [PanelFigure]: letters, axes with outward ticks, plots, names at the right.
final class PanelPainter {
  private static final double WIDE = 50;

  private final PanelFigure figure;
  private final FigureSize size;
  private final Axes axes;
  private final double pad;
  private final boolean lettered;
  private final List<Svg> drawn = new ArrayList<>();

  PanelPainter(PanelFigure figure) {
    this.figure = figure;
    this.size = figure.size();
    this.axes = new Axes(size);
    this.pad = size.scaled(8);
    this.lettered = figure.panels().size() > 1;
  }

  Svg paint() {
    boolean beside =
        figure.arrangement() == PanelFigure.Arrangement.SIDE_BY_SIDE
            && size.width() >= WIDE * size.fontSize();
    int columns = beside ? figure.panels().size() : 1;
    double between = size.scaled(22);
    double width = (size.width() - 2 * pad - (columns - 1) * between) / columns;
    double body = beside ? besideHeight(width) : 0;
    double top = pad;
    double bottom = pad;
    for (int index = 0; index < figure.panels().size(); index++) {
      Panel panel = figure.panels().get(index);
      double left = pad + (beside ? index * (width + between) : 0);
      double height = beside ? body : stackedHeight(panel, width);
      double end = panel(panel, index, new Box(left, top, left + width, top + height));
      bottom = Math.max(bottom, end);
      top = beside ? top : end + size.scaled(14);
    }
    if (!figure.stamp().isEmpty()) {
      bottom += size.smallFontSize() * 1.6;
      Label.of(figure.stamp(), size.width() - pad, bottom, Anchor.END, size.small(Grey.TEXT))
          .within(size.width() - 2 * pad)
          .addTo(drawn);
    }
    FigureSize full = size.withHeight(Math.ceil(bottom + size.scaled(6)));
    return Svg.document(full, figure.title(), figure.description(), linked())
        .add(Marks.filled(0, 0, full.width(), full.height(), Grey.WHITE))
        .addAll(drawn);
  }

  private boolean linked() {
    return figure.panels().stream()
        .flatMap(panel -> panel.plots().stream())
        .flatMap(plot -> plot.series().stream())
        .flatMap(series -> series.data().stream())
        .anyMatch(datum -> datum.mark().href() != null);
  }

  private double besideHeight(double width) {
    int most = figure.panels().stream().mapToInt(panel -> panel.plots().size()).max().orElse(1);
    return Math.max(0.86 * width, most * size.scaled(125));
  }

  private double stackedHeight(Panel panel, double width) {
    double each = Math.clamp(0.5 * width, size.scaled(120), size.scaled(240));
    return panel.plots().size() * each + size.scaled(20);
  }

  /// Draws a panel whose plots end at the bottom of the box; returns the bottom of its axis title.
  private double panel(Panel panel, int index, Box box) {
    double headBase = box.top() + size.fontSize() * 1.1;
    head(panel, index, box, headBase);
    boolean headed = lettered || !panel.title().isEmpty();
    double top = headed ? headBase + size.scaled(8) : box.top();
    double tickWidth = 0;
    double endWidth = TextWidths.width(panel.x().label(panel.x().high()), small()) / 2;
    double widest = 0.28 * (box.right() - box.left());
    int count = panel.plots().size();
    double plotHeight = (box.bottom() - top) / count;
    for (Plot plot : panel.plots()) {
      tickWidth = Math.max(tickWidth, axes.tickWidth(plot.y(), plotHeight));
      endWidth = Math.max(endWidth, endLabels(plot, widest).width());
    }
    double left = box.left() + tickWidth + size.scaled(9);
    double right = box.right() - endWidth;
    for (int row = 0; row < count; row++) {
      Plot plot = panel.plots().get(row);
      double plotTop = top + row * plotHeight;
      double titleBase = plotTop + size.fontSize();
      Label.of(plot.yTitle(), box.left(), titleBase, Anchor.START, size.small(Grey.INK))
          .within(box.right() - box.left())
          .addTo(drawn);
      double areaTop = titleBase + size.scaled(11);
      double areaBottom = plotTop + plotHeight - (row < count - 1 ? size.scaled(10) : 0);
      Frame frame = new Frame(new Box(left, areaTop, right, areaBottom), panel.x(), plot.y());
      plot(plot, frame, widest, row == count - 1);
    }
    double titleBase = box.bottom() + size.scaled(6) + size.fontSize() * 2.5;
    Label.of(panel.xTitle(), (left + right) / 2, titleBase, Anchor.MIDDLE, size.small(Grey.INK))
        .within(right - left)
        .addTo(drawn);
    return titleBase + size.scaled(3);
  }

  private void head(Panel panel, int index, Box box, double base) {
    double left = box.left();
    if (lettered) {
      TextStyle letter = new TextStyle(size.fontSize() * 1.25, true, "#000000");
      Label label = Label.of(Character.toString('A' + index), left, base, Anchor.START, letter);
      label.addTo(drawn);
      left = label.box().right() + size.scaled(7);
    }
    if (!panel.title().isEmpty()) {
      Label.of(panel.title(), left, base, Anchor.START, size.bold(Grey.INK))
          .within(box.right() - left)
          .addTo(drawn);
    }
  }

  private void plot(Plot plot, Frame frame, double widest, boolean last) {
    Box area = frame.area();
    Box bounds =
        new Box(
            area.left() + size.scaled(2),
            area.top() - size.scaled(10),
            area.right() + size.scaled(4),
            area.bottom() - size.scaled(1));
    CurveDrawing drawing =
        new CurveDrawing(frame, size, size.scaled(3.1), size.scaled(1.5), bounds);
    drawn.addAll(drawing.bands(plot.bands()));
    double zero = frame.x().fraction(0);
    if (zero > 0 && zero < 1) {
      double x = frame.across(0);
      drawn.add(
          Marks.stroked(Marks.line(x, area.top(), x, area.bottom()), Grey.LEADER, size.scaled(1)));
    }
    drawn.addAll(drawing.cutOffs(plot.cutOffs()));
    drawn.addAll(axes.lines(frame));
    drawn.addAll(axes.left(frame));
    drawn.addAll(axes.bottom(frame, last));
    if (plot.isEmpty()) {
      Label.centred(
              figure.noData(),
              (area.left() + area.right()) / 2,
              (area.top() + area.bottom()) / 2,
              Anchor.MIDDLE,
              small())
          .within(area.right() - area.left())
          .addTo(drawn);
    }
    drawn.addAll(endLabels(plot, widest).draw(frame));
    drawn.addAll(drawing.series(plot.series()));
  }

  private EndLabels endLabels(Plot plot, double widest) {
    return new EndLabels(size, plot.y(), plot.cutOffs(), plot.series(), widest);
  }

  private TextStyle small() {
    return size.small(Grey.TEXT);
  }
}
