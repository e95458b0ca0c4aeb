package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Axes;
import org.myocohort.figures.Box;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// An estimate with its interval in each row, with the numbers in words beside it.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param x the axis; an interval beyond it ends at its edge in an arrow
/// @param groups from the top
/// @param reference a line through all rows, such as no difference; null for none
/// @param nameTitle over the names; empty for none
/// @param numbersTitle over the numbers; empty for none
public record IntervalPlot(
    Caption caption,
    FigureSize size,
    Axis x,
    List<IntervalGroup> groups,
    @Nullable Double reference,
    String nameTitle,
    String numbersTitle)
    implements Chart {
  public IntervalPlot {
    groups = List.copyOf(groups);
  }

  /// A chart of two journal columns (174 mm) without a reference line.
  public static IntervalPlot of(
      Caption caption, Axis x, List<IntervalGroup> groups, String nameTitle, String numbersTitle) {
    return new IntervalPlot(
        caption, FigureSize.print(174), x, groups, null, nameTitle, numbersTitle);
  }

  /// The same chart with a reference line.
  public IntervalPlot withReference(double value) {
    return new IntervalPlot(caption, size, x, groups, value, nameTitle, numbersTitle);
  }

  @Override
  public IntervalPlot sized(FigureSize newSize) {
    return new IntervalPlot(caption, newSize, x, groups, reference, nameTitle, numbersTitle);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private static final int NAME_LINES = 2;

    private final IntervalPlot chart;
    private final Canvas canvas;
    private final TextStyle heading;
    private final double names;
    private final double numbers;

    Painter(IntervalPlot chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      this.heading = chart.size().smallBold(Grey.INK);
      double name = TextWidths.width(chart.nameTitle(), heading);
      double number = TextWidths.width(chart.numbersTitle(), heading);
      for (IntervalGroup group : chart.groups()) {
        for (IntervalRow row : group.rows()) {
          name = Math.max(name, TextWidths.width(row.name(), canvas.smallInk()) + indent(group));
          if (row.estimate() != null) {
            number = Math.max(number, TextWidths.width(row.numbers(), canvas.smallInk()));
          }
        }
      }
      this.names = Math.min(name, 0.3 * canvas.width()) + 0.01;
      this.numbers = Math.min(number, 0.34 * canvas.width()) + 0.01;
    }

    private double indent(IntervalGroup group) {
      return group.heading().isBlank() ? 0 : canvas.scaled(8);
    }

    private List<String> lines(IntervalRow row, IntervalGroup group) {
      return TextWidths.wrap(row.name(), names - indent(group), NAME_LINES, canvas.smallInk());
    }

    private double height(IntervalRow row, IntervalGroup group) {
      return (lines(row, group).size() - 1) * canvas.small().lineHeight()
          + 1.7 * chart.size().smallFontSize();
    }

    private double headingHeight(IntervalGroup group) {
      return group.heading().isBlank() ? 0 : 1.9 * chart.size().smallFontSize();
    }

    String paint() {
      double top = heads();
      double bottom = top;
      for (IntervalGroup group : chart.groups()) {
        bottom += headingHeight(group) + canvas.scaled(4);
        for (IntervalRow row : group.rows()) {
          bottom += height(row, group);
        }
      }
      boolean empty = chart.groups().stream().allMatch(group -> group.rows().isEmpty());
      bottom = empty ? top + canvas.scaled(60) : bottom;
      Scale scale = chart.x().scale();
      double left = canvas.left() + names + canvas.scaled(10);
      double room = numbers > 1 ? numbers + canvas.scaled(10) : canvas.scaled(10);
      Box area = new Box(left, top, canvas.right() - room, bottom);
      Frame frame = new Frame(area, scale, Scale.linear(0, 1));
      Double reference = chart.reference();
      if (reference != null && scale.fraction(reference) >= 0 && scale.fraction(reference) <= 1) {
        double x = frame.across(reference);
        canvas.line(x, top, x, bottom, Grey.CUT_OFF, canvas.scaled(1));
      }
      double y = top + canvas.scaled(2);
      for (IntervalGroup group : chart.groups()) {
        y = group(group, frame, y) + canvas.scaled(4);
      }
      if (empty) {
        canvas.noData(area);
      }
      canvas.line(area.left(), bottom, area.right(), bottom, Grey.LINE, canvas.scaled(0.9));
      canvas.addAll(new Axes(chart.size()).bottom(frame, true));
      double base = bottom + canvas.scaled(6) + chart.size().fontSize() * 2.5;
      double middle = (area.left() + area.right()) / 2;
      double wide = 2 * Math.min(middle - canvas.left(), canvas.right() - middle);
      double end =
          canvas.wrapped(chart.x().title(), middle, base, wide, Anchor.MIDDLE, canvas.smallInk());
      return canvas.finish(end + canvas.scaled(3));
    }

    private double heads() {
      if (chart.nameTitle().isBlank() && chart.numbersTitle().isBlank()) {
        return canvas.top();
      }
      double base = canvas.top() + heading.size();
      double first =
          canvas.wrapped(chart.nameTitle(), canvas.left(), base, names, Anchor.START, heading);
      double last =
          canvas.wrapped(chart.numbersTitle(), canvas.right(), base, numbers, Anchor.END, heading);
      return Math.max(first, last) + canvas.scaled(7);
    }

    private double group(IntervalGroup group, Frame frame, double top) {
      double y = top;
      if (!group.heading().isBlank()) {
        y += headingHeight(group);
        double base = y - 0.5 * heading.size();
        canvas.add(
            Label.of(group.heading(), canvas.left(), base, Anchor.START, heading)
                .withHalo()
                .within(canvas.width()));
      }
      for (IntervalRow row : group.rows()) {
        double height = height(row, group);
        row(row, group, frame, y + height / 2);
        y += height;
      }
      return y;
    }

    private void row(IntervalRow row, IntervalGroup group, Frame frame, double middle) {
      List<String> lines = lines(row, group);
      double y = middle - (lines.size() - 1) * canvas.small().lineHeight() / 2;
      double left = canvas.left() + indent(group);
      for (String line : lines) {
        Label label = Label.centred(line, left, y, Anchor.START, canvas.smallInk());
        canvas.add(
            new Label(
                line,
                label.x(),
                label.y(),
                label.anchor(),
                label.style(),
                line.endsWith("…") ? row.name() : line,
                false));
        y += canvas.small().lineHeight();
      }
      Box area = frame.area();
      IntervalRow.Estimate estimate = row.estimate();
      if (estimate == null) {
        double room = canvas.right() - area.left();
        Label reason =
            Label.centred(row.numbers(), area.left(), middle, Anchor.START, canvas.small())
                .within(room)
                .withHalo();
        canvas.add(row.mark(), reason.draw());
        return;
      }
      canvas.add(
          Label.centred(row.numbers(), canvas.right(), middle, Anchor.END, canvas.smallInk())
              .within(numbers));
      canvas.add(row.mark(), interval(estimate, group, frame, middle));
    }

    private List<Svg> interval(
        IntervalRow.Estimate estimate, IntervalGroup group, Frame frame, double y) {
      Hue hue = group.style().hue();
      Scale scale = frame.x();
      double from = frame.across(estimate.lower());
      double to = frame.across(estimate.upper());
      double head = canvas.scaled(4);
      List<Svg> shapes = new ArrayList<>();
      shapes.add(Marks.stroked(Marks.line(from, y, to, y), hue.line(), canvas.scaled(1.6)));
      double fine = canvas.scaled(1.2);
      if (scale.fraction(estimate.lower()) < 0) {
        shapes.add(arrow(from - head, y, from + head / 2, head, hue));
      } else {
        shapes.add(
            Marks.stroked(Marks.line(from, y - head / 2, from, y + head / 2), hue.line(), fine));
      }
      if (scale.fraction(estimate.upper()) > 1) {
        shapes.add(arrow(to + head, y, to - head / 2, head, hue));
      } else {
        shapes.add(Marks.stroked(Marks.line(to, y - head / 2, to, y + head / 2), hue.line(), fine));
      }
      double place = scale.fraction(estimate.value());
      if (place >= 0 && place <= 1) {
        shapes.add(
            Marks.symbolAt(
                frame.across(estimate.value()),
                y,
                canvas.scaled(3.4),
                group.style().symbol(),
                hue,
                false));
      }
      return shapes;
    }

    private static Svg arrow(double tip, double y, double back, double half, Hue hue) {
      return Symbol.polygon(tip, y, back, y - 0.7 * half, back, y + 0.7 * half)
          .set("fill", hue.line());
    }
  }
}
