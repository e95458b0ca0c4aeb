package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Band;
import org.myocohort.figures.Box;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Scale;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;

/// A line for each subject from one occasion to the next, groups beside each other.
///
/// A value whose partner is missing stands alone, without a line.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param y the axis; a value beyond it stands at its edge with an arrow
/// @param groups from the left
/// @param bands reference bands behind the lines
/// @param cutOffs dotted lines
public record PairedLines(
    Caption caption,
    FigureSize size,
    Axis y,
    List<PairGroup> groups,
    List<Band> bands,
    List<CutOff> cutOffs)
    implements Chart {
  public PairedLines {
    groups = List.copyOf(groups);
    bands = List.copyOf(bands);
    cutOffs = List.copyOf(cutOffs);
  }

  /// A chart of one journal column (84 mm) without bands and cut-offs.
  public static PairedLines of(Caption caption, Axis y, List<PairGroup> groups) {
    return new PairedLines(caption, FigureSize.print(84), y, groups, List.of(), List.of());
  }

  /// The same chart with reference bands.
  public PairedLines withBands(List<Band> newBands) {
    return new PairedLines(caption, size, y, groups, newBands, cutOffs);
  }

  /// The same chart with dotted lines.
  public PairedLines withCutOffs(List<CutOff> newCutOffs) {
    return new PairedLines(caption, size, y, groups, bands, newCutOffs);
  }

  @Override
  public PairedLines sized(FigureSize newSize) {
    return new PairedLines(caption, newSize, y, groups, bands, cutOffs);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private static final double BETWEEN = 0.35;
    private static final double RADIUS = 2.9;
    private static final double FINE = 2.1;

    private final PairedLines chart;
    private final Canvas canvas;
    private final XyPlot plot;
    private final Frame frame;
    private final double pitch;

    Painter(PairedLines chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      double wide = 0;
      for (PairGroup group : chart.groups()) {
        wide += group.occasions().size() + BETWEEN;
      }
      Scale places = Scale.linear(0, Math.max(1, wide - BETWEEN));
      double height = Math.clamp(0.72 * canvas.width(), canvas.scaled(170), canvas.scaled(300));
      this.plot =
          new XyPlot(canvas, places, chart.y(), chart.cutOffs(), List.of(), canvas.top(), height);
      this.frame = plot.frame();
      this.pitch = frame.across(1) - frame.across(0);
    }

    String paint() {
      plot.behind(plot.drawing(1, 1), chart.bands());
      double last = plot.categoryBase(lowest());
      double occasionBase = last;
      double first = 0;
      for (PairGroup group : chart.groups()) {
        for (int index = 0; index < group.occasions().size(); index++) {
          double x = frame.across(first + index + 0.5);
          double base =
              canvas.wrapped(
                  group.occasions().get(index),
                  x,
                  occasionBase,
                  pitch - canvas.scaled(4),
                  Anchor.MIDDLE,
                  canvas.small());
          last = Math.max(last, base);
        }
        pairs(group, first);
        first += group.occasions().size() + BETWEEN;
      }
      if (chart.groups().isEmpty()) {
        canvas.noData(plot.area());
      }
      return canvas.finish(names(last) + canvas.scaled(3));
    }

    /// The lower end of the lowest arrow.
    private double lowest() {
      return chart.groups().stream()
          .flatMap(group -> group.pairs().stream())
          .flatMap(pair -> pair.values().stream())
          .flatMap(Optional::stream)
          .mapToDouble(value -> value.lowest(frame, canvas.scaled(RADIUS)))
          .max()
          .orElse(0);
    }

    private double names(double occasions) {
      double top = occasions + canvas.scaled(5);
      double base = top + chart.size().smallFontSize() + canvas.scaled(2);
      double last = base;
      double first = 0;
      for (PairGroup group : chart.groups()) {
        double width = group.occasions().size();
        double middle = frame.across(first + width / 2);
        double half = width * pitch / 2;
        canvas.line(
            middle - half + canvas.scaled(4),
            top,
            middle + half - canvas.scaled(4),
            top,
            Grey.CUT_OFF,
            canvas.scaled(0.8));
        double name =
            canvas.wrapped(
                group.name(),
                middle,
                base,
                2 * half,
                Anchor.MIDDLE,
                chart.size().smallBold(group.style().hue().ink()));
        last = Math.max(last, name);
        first += width + BETWEEN;
      }
      double counts = last + canvas.small().lineHeight();
      first = 0;
      for (PairGroup group : chart.groups()) {
        double width = group.occasions().size();
        plot.under(group.count(), frame.across(first + width / 2), counts, width * pitch);
        first += width + BETWEEN;
      }
      return counts;
    }

    private void pairs(PairGroup group, double first) {
      int occasions = group.occasions().size();
      double radius = canvas.scaled(group.pairs().size() > 30 ? FINE : RADIUS);
      double[][] places = new double[occasions][];
      for (int occasion = 0; occasion < occasions; occasion++) {
        places[occasion] = places(group, occasion, first, radius);
      }
      SeriesStyle style = group.style();
      for (int row = 0; row < group.pairs().size(); row++) {
        lines(group.pairs().get(row), row, places, style);
      }
      for (int row = 0; row < group.pairs().size(); row++) {
        for (int occasion = 0; occasion < occasions; occasion++) {
          int at = occasion;
          double x = places[at][row];
          group
              .pairs()
              .get(row)
              .values()
              .get(at)
              .ifPresent(value -> canvas.add(value.mark(), value.symbol(frame, x, radius, style)));
        }
      }
      for (int occasion = 0; occasion < group.middles().size(); occasion++) {
        double x = frame.across(first + occasion + 0.5);
        group.middles().get(occasion).ifPresent(value -> middle(value, x));
      }
      if (group.pairs().stream()
          .allMatch(pair -> pair.values().stream().allMatch(Optional::isEmpty))) {
        double left = frame.across(first);
        Box area = plot.area();
        canvas.noData(new Box(left, area.top(), left + occasions * pitch, area.bottom()));
      }
    }

    /// Points of one occasion, moved a little where they would cover each other.
    private double[] places(PairGroup group, int occasion, double first, double radius) {
      double middle = frame.across(first + occasion + 0.5);
      List<Integer> rows = new ArrayList<>();
      List<Double> heights = new ArrayList<>();
      for (int row = 0; row < group.pairs().size(); row++) {
        Optional<Value> value = group.pairs().get(row).values().get(occasion);
        if (value.isPresent()) {
          rows.add(row);
          heights.add(frame.up(value.get().amount()));
        }
      }
      // Half a radius keeps equal values apart and lets lines still meet their occasion.
      double[] offsets =
          Swarm.offsets(
              heights.stream().mapToDouble(Double::doubleValue).toArray(),
              0.6 * radius,
              0.18 * pitch);
      double[] places = new double[group.pairs().size()];
      for (int index = 0; index < offsets.length; index++) {
        places[rows.get(index)] = middle + offsets[index];
      }
      return places;
    }

    private void lines(Pair pair, int row, double[][] places, SeriesStyle style) {
      for (int occasion = 0; occasion + 1 < places.length; occasion++) {
        Optional<Value> from = pair.values().get(occasion);
        Optional<Value> to = pair.values().get(occasion + 1);
        if (from.isPresent() && to.isPresent()) {
          double[] line = {
            places[occasion][row],
            frame.up(from.get().amount()),
            places[occasion + 1][row],
            frame.up(to.get().amount())
          };
          canvas.add(
              Svg.element("g")
                  .add(Svg.element("title").content(pair.name()))
                  .add(Marks.polyline(line, style, canvas.scaled(1.1))));
        }
      }
    }

    /// A short broad line over the points, with a white rim.
    private void middle(Value value, double x) {
      double y = frame.up(value.amount());
      double half = Math.min(0.28 * pitch, canvas.scaled(22));
      canvas.add(
          value.mark(),
          Marks.stroked(Marks.line(x - half, y, x + half, y), Grey.WHITE, canvas.scaled(5.5)),
          Marks.stroked(Marks.line(x - half, y, x + half, y), Grey.INK, canvas.scaled(3)));
    }
  }
}
