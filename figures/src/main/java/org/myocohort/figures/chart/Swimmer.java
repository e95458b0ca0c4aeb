package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Axes;
import org.myocohort.figures.Box;
import org.myocohort.figures.Event;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Rows;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;
import org.myocohort.figures.Tick;

/// A bar for each subject over time, its segments by what was given, symbols for what happened.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param time the axis, holding every segment and event
/// @param lanes from the top, in the caller's order
public record Swimmer(Caption caption, FigureSize size, Axis time, List<SwimLane> lanes)
    implements Chart {
  public Swimmer {
    lanes = List.copyOf(lanes);
  }

  /// A chart of two journal columns (174 mm).
  public static Swimmer of(Caption caption, Axis time, List<SwimLane> lanes) {
    return new Swimmer(caption, FigureSize.print(174), time, lanes);
  }

  @Override
  public Swimmer sized(FigureSize newSize) {
    return new Swimmer(caption, newSize, time, lanes);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private static final int MANY = 30;
    private static final double NAME_SHARE = 0.25;

    private final Swimmer chart;
    private final Canvas canvas;
    private final double bar;
    private final double gap;

    Painter(Swimmer chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      boolean many = chart.lanes().size() > MANY;
      this.bar = canvas.scaled(many ? 9 : 12);
      this.gap = canvas.scaled(many ? 4 : 6);
    }

    String paint() {
      double top = legend().draw(canvas, canvas.top()) + canvas.scaled(2);
      double names = 0;
      for (SwimLane lane : chart.lanes()) {
        names = Math.max(names, TextWidths.width(lane.name(), canvas.smallInk()));
      }
      names = Math.min(names + 0.01, NAME_SHARE * canvas.width());
      double left = canvas.left() + names + canvas.scaled(8);
      Scale scale = chart.time().scale();
      double beside = TextWidths.width(scale.label(scale.high()), canvas.small()) / 2;
      double right = canvas.right() - Math.max(beside, canvas.scaled(13));
      List<int[]> rows = chart.lanes().stream().map(Painter::rows).toList();
      double bottom = top;
      for (int[] each : rows) {
        bottom += height(each) + gap;
      }
      bottom = chart.lanes().isEmpty() ? top + canvas.scaled(60) : bottom;
      Frame frame = new Frame(new Box(left, top, right, bottom), scale, Scale.linear(0, 1));
      grid(frame);
      double y = top + gap / 2;
      for (int index = 0; index < chart.lanes().size(); index++) {
        lane(chart.lanes().get(index), rows.get(index), frame, y, names);
        y += height(rows.get(index)) + gap;
      }
      if (chart.lanes().isEmpty()) {
        canvas.noData(frame.area());
      }
      Axes axes = new Axes(chart.size());
      canvas.line(left, bottom, right, bottom, Grey.LINE, canvas.scaled(0.9));
      canvas.addAll(axes.bottom(frame, true));
      double base = bottom + canvas.scaled(6) + chart.size().fontSize() * 2.5;
      double middle = (left + right) / 2;
      double end =
          canvas.wrapped(
              chart.time().title(),
              middle,
              base,
              2 * (canvas.right() - middle),
              Anchor.MIDDLE,
              canvas.smallInk());
      return canvas.finish(end + canvas.scaled(3));
    }

    private Legend legend() {
      Legend legend = new Legend(chart.size());
      chart.lanes().stream()
          .flatMap(lane -> lane.segments().stream())
          .forEach(segment -> legend.area(segment.kind()));
      chart.lanes().stream()
          .flatMap(lane -> lane.events().stream())
          .forEach(event -> legend.point(event.label(), event.symbol(), event.hue()));
      return legend;
    }

    private void grid(Frame frame) {
      Box area = frame.area();
      int most = Math.max(2, (int) ((area.right() - area.left()) / canvas.scaled(44)));
      for (Tick tick : frame.x().ticks(most)) {
        double x = frame.across(tick.value());
        canvas.line(x, area.top(), x, area.bottom(), Grey.GRID, canvas.scaled(0.8));
      }
      double zero = frame.x().fraction(0);
      if (zero >= 0 && zero < 1) {
        double x = frame.across(0);
        canvas.line(x, area.top(), x, area.bottom(), Grey.LINE, canvas.scaled(1));
      }
    }

    /// Which of its rows each segment takes: what lasted at the same time lies under each other.
    private static int[] rows(SwimLane lane) {
      List<Rows.Span> spans = new ArrayList<>();
      for (Segment segment : lane.segments()) {
        spans.add(new Rows.Span("", segment.from(), segment.to()));
      }
      return Rows.pack(spans, 0);
    }

    private double height(int[] rows) {
      int last = 0;
      for (int row : rows) {
        last = Math.max(last, row);
      }
      return (last + 1) * bar + last * canvas.scaled(1);
    }

    private void lane(SwimLane lane, int[] rows, Frame frame, double top, double names) {
      double height = height(rows);
      double middle = top + height / 2;
      canvas.add(
          Label.centred(lane.name(), canvas.left(), middle, Anchor.START, canvas.smallInk())
              .within(names));
      double end = frame.area().left();
      double endMiddle = middle;
      for (int index = 0; index < rows.length; index++) {
        Segment segment = lane.segments().get(index);
        double from = frame.place(segment.from(), segment.mark());
        double to = frame.place(segment.to(), segment.mark());
        double rowTop = top + rows[index] * (bar + canvas.scaled(1));
        Box box = new Box(from, rowTop, Math.max(to, from + 0.6), rowTop + bar);
        segment(segment, box, taken(lane, frame, rowTop, middle));
        if (to >= end) {
          end = to;
          endMiddle = rowTop + bar / 2;
        }
      }
      if (lane.ongoing()) {
        double tip = end + canvas.scaled(10);
        canvas.line(
            end, endMiddle, tip - canvas.scaled(5), endMiddle, Grey.INK, canvas.scaled(1.6));
        canvas.add(
            Symbol.polygon(
                    tip,
                    endMiddle,
                    tip - canvas.scaled(6),
                    endMiddle - canvas.scaled(3.6),
                    tip - canvas.scaled(6),
                    endMiddle + canvas.scaled(3.6))
                .set("fill", Grey.INK));
      }
      events(lane, frame, middle);
    }

    /// Where symbols stand on a row of bars, so that no text lies under them.
    private List<Box> taken(SwimLane lane, Frame frame, double rowTop, double middle) {
      double reach = 0.6 * bar;
      boolean beside = middle + reach <= rowTop || middle - reach >= rowTop + bar;
      return beside
          ? List.of()
          : places(lane, frame).stream().map(x -> Box.around(x, rowTop + bar / 2, reach)).toList();
    }

    private void segment(Segment segment, Box box, List<Box> taken) {
      List<Svg> shapes = new ArrayList<>(segment.kind().fill(box, chart.size()));
      TextStyle style = chart.size().smallBold(segment.kind().hue().textOn());
      double wanted = TextWidths.width(segment.label(), style);
      double left = box.left() + canvas.scaled(4);
      for (Box symbol : taken) {
        boolean covered = symbol.left() < left + wanted + canvas.scaled(2) && left < symbol.right();
        left = covered ? symbol.right() + canvas.scaled(2) : left;
      }
      if (!segment.label().isBlank() && left + wanted + canvas.scaled(2) <= box.right()) {
        double middle = (box.top() + box.bottom()) / 2;
        // The ground of a text is plain, so that no hatching runs through it.
        shapes.add(
            Marks.filled(
                left - canvas.scaled(2),
                box.top(),
                wanted + canvas.scaled(4),
                box.bottom() - box.top(),
                segment.kind().hue().colour()));
        shapes.add(Label.centred(segment.label(), left, middle, Anchor.START, style).draw());
      }
      canvas.add(segment.mark(), shapes);
    }

    /// Where symbols stand; one that would hide another moves on, as far as the two need.
    private List<Double> places(SwimLane lane, Frame frame) {
      List<Double> places = new ArrayList<>();
      double free = Double.NEGATIVE_INFINITY;
      for (Event event : lane.events()) {
        double x = Math.max(frame.place(event.x(), event.mark()), free);
        places.add(x);
        free = x + 0.68 * bar;
      }
      return places;
    }

    private void events(SwimLane lane, Frame frame, double middle) {
      double radius = 0.38 * bar;
      List<Double> places = places(lane, frame);
      for (int index = 0; index < places.size(); index++) {
        Event event = lane.events().get(index);
        double x = places.get(index);
        canvas.add(
            event.mark(),
            event.symbol().outline(x, middle, 1.4 * radius).set("fill", Grey.WHITE),
            Marks.symbolAt(x, middle, radius, event.symbol(), event.hue(), false));
      }
    }
  }
}
