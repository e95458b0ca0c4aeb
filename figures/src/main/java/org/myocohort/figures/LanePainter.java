package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Lays out a [LaneChart]: names, axis, grid, day 0, and each lane in its place.
final class LanePainter {
  // Below this width, in letters, names at the side would take the room of the curves.
  private static final double WIDE = 50;
  private static final int SUBTITLE_LINES = 3;

  private final LaneChart chart;
  private final FigureSize size;
  private final boolean wide;
  private final double pad;
  private final double gap;
  private final double nameWidth;
  private final double left;
  private final double right;
  private final List<Svg> behind = new ArrayList<>();
  private final List<Svg> front = new ArrayList<>();

  LanePainter(LaneChart chart) {
    this.chart = chart;
    this.size = chart.size();
    this.wide = size.width() >= WIDE * size.fontSize();
    this.pad = size.scaled(8);
    this.gap = size.scaled(20);
    this.nameWidth = wide ? nameWidth() : 0;
    double tickWidth = 0;
    double endWidth = TextWidths.width(chart.time().label(chart.time().high()), axisStyle()) / 2;
    for (Lane lane : chart.lanes()) {
      for (double value : tickValues(lane)) {
        String label = scale(lane).label(value);
        tickWidth = Math.max(tickWidth, TextWidths.width(label, tickStyle()));
      }
      endWidth = Math.max(endWidth, endLabels(lane).width());
    }
    this.left = pad + nameWidth + Math.max(tickWidth + size.scaled(10), size.scaled(16));
    this.right = size.width() - pad - endWidth;
  }

  Svg paint() {
    double axisBottom = axisTop() + size.fontSize() * 1.5;
    double y = axisBottom + size.scaled(6);
    for (Lane lane : chart.lanes()) {
      y = paint(lane, y) + gap;
    }
    double bottom = y - gap + size.scaled(10);
    if (!chart.stamp().isEmpty()) {
      bottom += size.smallFontSize() * 1.2;
      front.add(stamp(bottom));
    }
    double plotBottom = y - gap + size.scaled(6);
    FigureSize full = size.withHeight(Math.ceil(bottom + size.scaled(6)));
    boolean linked =
        chart.lanes().stream()
            .flatMap(lane -> lane.marks().stream())
            .anyMatch(m -> m.href() != null);
    Svg root = Svg.document(full, chart.title(), chart.description(), linked);
    root.add(Marks.filled(0, 0, full.width(), full.height(), Grey.WHITE));
    return root.addAll(axis(axisBottom, plotBottom))
        .addAll(behind)
        .addAll(zero(axisBottom, plotBottom))
        .addAll(front);
  }

  private double axisTop() {
    return wide ? size.scaled(4) : size.scaled(6) + size.fontSize() * 1.3;
  }

  private List<Svg> axis(double top, double bottom) {
    List<Svg> drawn = new ArrayList<>();
    double base = top - size.scaled(7);
    int most = Math.max(2, (int) ((right - left) / size.scaled(58)));
    double first = right;
    for (Tick tick : chart.time().ticks(most)) {
      double x = left + chart.time().fraction(tick.value()) * (right - left);
      drawn.add(Marks.stroked(Marks.line(x, top, x, bottom), Grey.GRID, size.scaled(1)));
      Label label = Label.of(tick.label(), x, base, Anchor.MIDDLE, axisStyle());
      first = Math.min(first, label.box().left());
      label.addTo(drawn);
    }
    Label title =
        wide
            ? Label.of(chart.timeTitle(), first - size.scaled(6), base, Anchor.END, axisStyle())
                .within(first - size.scaled(6) - pad)
            : Label.of(chart.timeTitle(), pad, size.fontSize() * 1.3, Anchor.START, axisStyle())
                .within(size.width() - 2 * pad);
    title.addTo(drawn);
    return drawn;
  }

  private List<Svg> zero(double top, double bottom) {
    double fraction = chart.time().fraction(0);
    if (!(fraction >= 0 && fraction <= 1)) {
      return List.of();
    }
    double x = left + fraction * (right - left);
    return List.of(
        Marks.stroked(Marks.line(x, top - size.scaled(4), x, bottom), Grey.LINE, size.scaled(1.3)));
  }

  private Svg stamp(double base) {
    return Label.of(chart.stamp(), size.width() - pad, base, Anchor.END, size.small(Grey.TEXT))
        .within(size.width() - 2 * pad)
        .draw();
  }

  /// Draws one lane from `top` on and returns its bottom.
  private double paint(Lane lane, double top) {
    double nameBottom = name(lane, top);
    double start = wide ? top : nameBottom + size.scaled(lane.hasAxis() ? 10 : 4);
    double bottom =
        lane.isEmpty()
            ? noData(start)
            : switch (lane) {
              case EventLane events ->
                  new RowDrawing(size, chart.time(), left, right).events(events, start, front);
              case BarLane bars ->
                  new RowDrawing(size, chart.time(), left, right).bars(bars, start, front);
              case StepLane steps -> steps(steps, start);
              case CurveLane curves -> curves(curves, start);
            };
    return Math.max(bottom, nameBottom);
  }

  private double name(Lane lane, double top) {
    TextStyle bold = size.bold(Grey.INK);
    TextStyle small = size.small(Grey.TEXT);
    double base = top + size.fontSize();
    if (!wide) {
      return nameAbove(lane, base, bold, small);
    }
    Label.of(lane.title(), pad, base, Anchor.START, bold).within(nameWidth).addTo(front);
    for (String line : TextWidths.wrap(lane.subtitle(), nameWidth, SUBTITLE_LINES, small)) {
      base += small.lineHeight() * 1.1;
      Label.of(line, pad, base, Anchor.START, small).addTo(front);
    }
    return base + size.scaled(3);
  }

  /// The name in a line of its own, the subtitle beside it or, for want of room, beneath.
  private double nameAbove(Lane lane, double base, TextStyle bold, TextStyle small) {
    double room = size.width() - 2 * pad;
    Label title = Label.of(lane.title(), pad, base, Anchor.START, bold).withHalo().within(room);
    title.addTo(front);
    double beside = title.box().right() + size.scaled(6);
    boolean fits = beside + TextWidths.width(lane.subtitle(), small) <= pad + room;
    double next = fits ? base : base + size.fontSize() * 1.25;
    if (!lane.subtitle().isEmpty()) {
      Label.of(lane.subtitle(), fits ? beside : pad, next, Anchor.START, small)
          .withHalo()
          .within(room)
          .addTo(front);
    }
    return next + size.fontSize() * 0.3;
  }

  private double noData(double top) {
    double base = top + size.fontSize();
    Label.of(chart.noData(), left + size.scaled(6), base, Anchor.START, size.small(Grey.TEXT))
        .withHalo()
        .within(right - left - size.scaled(6))
        .addTo(front);
    return base + size.scaled(4);
  }

  private double steps(StepLane lane, double top) {
    Frame frame = frame(top, size.scaled(52), lane.scale());
    frameLines(lane, frame);
    front.addAll(new StepDrawing(frame, size).draw(lane));
    CurveDrawing guides = new CurveDrawing(frame, size, 1, 1, frame.area());
    front.addAll(guides.cutOffs(lane.cutOffs()));
    return frame.area().bottom();
  }

  private double curves(CurveLane lane, double top) {
    Frame frame = frame(top, size.scaled(lane.height()), lane.scale());
    boolean large = lane.height() >= 100;
    double beyond = 0.45 * gap;
    Box bounds =
        new Box(left, top - beyond, right + size.scaled(4), frame.area().bottom() + beyond);
    CurveDrawing drawing =
        new CurveDrawing(
            frame, size, size.scaled(large ? 3.6 : 3), size.scaled(large ? 2 : 1.5), bounds);
    behind.addAll(drawing.bands(lane.bands()));
    frameLines(lane, frame);
    behind.addAll(drawing.cutOffs(lane.cutOffs()));
    front.addAll(drawing.series(lane.series()));
    return frame.area().bottom();
  }

  /// Base line, tick labels at the left, names at the right.
  private void frameLines(Lane lane, Frame frame) {
    double base = frame.area().bottom();
    behind.add(Marks.stroked(Marks.line(left, base, right, base), Grey.GRID, size.scaled(1)));
    double taken = Double.POSITIVE_INFINITY;
    for (double value : tickValues(lane).stream().sorted().toList()) {
      double y = frame.up(value);
      Label label =
          Label.centred(frame.y().label(value), left - size.scaled(8), y, Anchor.END, tickStyle());
      // Going up, a label that would touch the one below it is left out.
      if (label.box().bottom() <= taken && frame.outside(value) == Limit.NONE) {
        label.addTo(front);
        taken = label.box().top();
      }
    }
    front.addAll(endLabels(lane).draw(frame));
  }

  private Frame frame(double top, double height, Scale y) {
    return new Frame(new Box(left, top, right, top + height), chart.time(), y);
  }

  private EndLabels endLabels(Lane lane) {
    double widest = size.width() * (wide ? 0.12 : 0.2);
    return switch (lane) {
      case CurveLane curves ->
          new EndLabels(size, curves.scale(), curves.cutOffs(), curves.series(), widest);
      case StepLane steps -> new EndLabels(size, steps.scale(), steps.cutOffs(), List.of(), widest);
      case EventLane events -> none();
      case BarLane bars -> none();
    };
  }

  private EndLabels none() {
    return new EndLabels(size, chart.time(), List.of(), List.of(), 0);
  }

  private Scale scale(Lane lane) {
    return switch (lane) {
      case CurveLane curves -> curves.scale();
      case StepLane steps -> steps.scale();
      case EventLane events -> chart.time();
      case BarLane bars -> chart.time();
    };
  }

  private static List<Double> tickValues(Lane lane) {
    if (lane.isEmpty()) {
      return List.of();
    }
    return switch (lane) {
      case CurveLane curves ->
          curves.tickValues().isEmpty()
              ? List.of(curves.scale().low(), curves.scale().high())
              : curves.tickValues();
      case StepLane steps -> List.of(steps.scale().low(), steps.scale().high());
      case EventLane events -> List.of();
      case BarLane bars -> List.of();
    };
  }

  /// As wide as the longest name or subtitle word needs, at most an eighth of the figure.
  private double nameWidth() {
    double widest = 0;
    for (Lane lane : chart.lanes()) {
      widest = Math.max(widest, TextWidths.width(lane.title(), size.bold(Grey.INK)));
      widest = Math.max(widest, TextWidths.width(lane.subtitle(), size.small(Grey.TEXT)));
    }
    return Math.min(widest, size.width() / 8);
  }

  private TextStyle axisStyle() {
    return size.small(Grey.TEXT);
  }

  private TextStyle tickStyle() {
    return size.small(Grey.TEXT);
  }
}
