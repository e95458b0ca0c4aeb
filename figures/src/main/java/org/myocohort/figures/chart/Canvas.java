package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Box;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// What a chart draws on: collects shapes from the top and closes the figure beneath them.
final class Canvas {
  /// A text has at most so many lines.
  static final int LINES = 3;

  private final Caption caption;
  private final FigureSize size;
  private final double pad;
  private final List<Svg> drawn = new ArrayList<>();
  private boolean linked;

  Canvas(Chart chart) {
    caption = chart.caption();
    size = chart.size();
    pad = size.scaled(8);
  }

  FigureSize size() {
    return size;
  }

  double left() {
    return pad;
  }

  double right() {
    return size.width() - pad;
  }

  double top() {
    return pad;
  }

  double width() {
    return size.width() - 2 * pad;
  }

  double scaled(double length) {
    return size.scaled(length);
  }

  TextStyle small() {
    return size.small(Grey.TEXT);
  }

  TextStyle smallInk() {
    return size.small(Grey.INK);
  }

  void add(Svg shape) {
    drawn.add(shape);
  }

  void addAll(List<Svg> shapes) {
    drawn.addAll(shapes);
  }

  void add(Label label) {
    label.addTo(drawn);
  }

  void add(Mark mark, Svg... shapes) {
    linked(mark);
    drawn.add(mark.draw(shapes));
  }

  void add(Mark mark, List<Svg> shapes) {
    add(mark, shapes.toArray(Svg[]::new));
  }

  /// Notes that a mark drawn elsewhere may hold a link.
  void linked(Mark mark) {
    linked |= mark.href() != null;
  }

  void line(double fromX, double fromY, double toX, double toY, String colour, double width) {
    drawn.add(Marks.stroked(Marks.line(fromX, fromY, toX, toY), colour, width));
  }

  /// A text that reads upwards: from `y` on where it is anchored at its start, up to `y` at its
  /// end.
  void upright(String text, double middle, double y, Anchor anchor, double room, TextStyle style) {
    Label label = Label.of(text, middle + 0.35 * style.size(), y, anchor, style).within(room);
    if (!label.text().isBlank()) {
      String centre = Svg.number(label.x()) + " " + Svg.number(y);
      drawn.add(label.draw().set("transform", "rotate(-90 " + centre + ")"));
    }
  }

  /// A text over as many lines as it needs, at most three; returns the last base line.
  double wrapped(String text, double x, double base, double room, Anchor anchor, TextStyle style) {
    double y = base;
    List<String> lines = text.isBlank() ? List.of() : TextWidths.wrap(text, room, LINES, style);
    for (int index = 0; index < lines.size(); index++) {
      y = base + index * style.lineHeight();
      String full = lines.get(index).endsWith("…") ? text : lines.get(index);
      add(new Label(lines.get(index), x, y, anchor, style, full, false));
    }
    return y;
  }

  /// What stands in the place of data.
  void noData(Box area) {
    double room = area.right() - area.left() - scaled(8);
    List<String> lines = TextWidths.wrap(caption.noData(), room, LINES, small());
    double middle =
        (area.top() + area.bottom()) / 2 - (lines.size() - 1) * small().lineHeight() / 2;
    for (String line : lines) {
      add(
          Label.centred(line, (area.left() + area.right()) / 2, middle, Anchor.MIDDLE, small())
              .withHalo());
      middle += small().lineHeight();
    }
  }

  /// Closes the figure under what was drawn down to `bottom`.
  String finish(double bottom) {
    double end = bottom;
    if (!caption.stamp().isEmpty()) {
      end += size.smallFontSize() * 1.6;
      add(Label.of(caption.stamp(), right(), end, Anchor.END, small()).within(width()));
    }
    FigureSize full = size.withHeight(Math.ceil(end + scaled(6)));
    return Svg.document(full, caption.title(), caption.description(), linked)
        .add(Marks.filled(0, 0, full.width(), full.height(), Grey.WHITE))
        .addAll(drawn)
        .render();
  }
}
