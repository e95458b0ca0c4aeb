package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Box;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextWidths;

/// A bar for each subject from 0 to its value, the highest first; an unknown value last.
///
/// A value known only to lie between two bounds is solid up to the bound nearer to 0 and pale from
/// there to the other.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param xTitle the name of the row of bars; empty for none
/// @param y the axis; a bar beyond it ends at its edge in an arrow
/// @param columns kept from the highest lower bound to the lowest
/// @param cutOffs dotted lines
/// @param unknown what the legend calls an unknown value
public record Waterfall(
    Caption caption,
    FigureSize size,
    String xTitle,
    Axis y,
    List<Column> columns,
    List<CutOff> cutOffs,
    String unknown)
    implements Chart {
  private static final Comparator<Column> HIGHEST_FIRST =
      Comparator.comparingDouble(Waterfall::low).thenComparingDouble(Waterfall::high).reversed();

  public Waterfall {
    columns = columns.stream().sorted(HIGHEST_FIRST).toList();
    cutOffs = List.copyOf(cutOffs);
    if (!(y.scale().low() <= 0 && y.scale().high() >= 0)) {
      throw new IllegalArgumentException(
          "the axis of a waterfall must hold 0 but runs from "
              + y.scale().low()
              + " to "
              + y.scale().high());
    }
  }

  /// A chart of one journal column (84 mm) without cut-offs.
  public static Waterfall of(Caption caption, Axis y, List<Column> columns, String unknown) {
    return new Waterfall(caption, FigureSize.print(84), "", y, columns, List.of(), unknown);
  }

  /// The same chart with dotted lines.
  public Waterfall withCutOffs(List<CutOff> newCutOffs) {
    return new Waterfall(caption, size, xTitle, y, columns, newCutOffs, unknown);
  }

  /// The same chart with a name beneath the bars.
  public Waterfall named(String newXTitle) {
    return new Waterfall(caption, size, newXTitle, y, columns, cutOffs, unknown);
  }

  @Override
  public Waterfall sized(FigureSize newSize) {
    return new Waterfall(caption, newSize, xTitle, y, columns, cutOffs, unknown);
  }

  private static double low(Column column) {
    return column.bounds() == null ? Double.NEGATIVE_INFINITY : column.bounds().low();
  }

  private static double high(Column column) {
    return column.bounds() == null ? Double.NEGATIVE_INFINITY : column.bounds().high();
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private final Waterfall chart;
    private final Canvas canvas;
    private final XyPlot plot;
    private final Frame frame;
    private final double pitch;
    private final double zero;
    private final boolean labelled;

    Painter(Waterfall chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      double top = legend().draw(canvas, canvas.top());
      double height = Math.clamp(0.55 * canvas.width(), canvas.scaled(150), canvas.scaled(280));
      Scale places = Scale.linear(0, Math.max(1, chart.columns().size()));
      this.plot = new XyPlot(canvas, places, chart.y(), chart.cutOffs(), List.of(), top, height);
      this.frame = plot.frame();
      this.pitch = frame.across(1) - frame.across(0);
      this.zero = frame.up(0);
      // All bars carry their texts, or none does: a few would look like the important ones.
      this.labelled =
          chart.columns().stream()
              .allMatch(column -> width(column.label()) <= pitch - canvas.scaled(2));
    }

    private double width(String text) {
      return TextWidths.width(text, canvas.smallInk());
    }

    private Legend legend() {
      Legend legend = new Legend(chart.size());
      chart.columns().stream()
          .filter(column -> column.bounds() != null)
          .forEach(column -> legend.area(column.kind()));
      if (chart.columns().stream().anyMatch(column -> column.bounds() == null)) {
        legend.shape(chart.unknown(), box -> List.of(outline(box)));
      }
      return legend;
    }

    String paint() {
      Box area = frame.area();
      plot.behind(plot.drawing(1, 1), List.of());
      for (int index = 0; index < chart.columns().size(); index++) {
        column(chart.columns().get(index), frame.across(index + 0.5));
      }
      canvas.line(area.left(), zero, area.right(), zero, Grey.LINE, canvas.scaled(0.9));
      if (chart.columns().isEmpty()) {
        canvas.noData(area);
      }
      double end = names() + canvas.scaled(4) + chart.size().fontSize();
      return canvas.finish(plot.name(chart.xTitle(), end));
    }

    private void column(Column column, double middle) {
      double width = Math.min(0.76 * pitch, canvas.scaled(34));
      double left = middle - width / 2;
      Column.Bounds bounds = column.bounds();
      if (bounds == null) {
        double height = Math.min(canvas.scaled(10), frame.area().bottom() - frame.area().top());
        double top = Math.max(frame.area().top(), Math.min(zero, frame.area().bottom()) - height);
        canvas.add(column.mark(), outline(new Box(left, top, left + width, top + height)));
        return;
      }
      double sure = bounds.low() > 0 ? bounds.low() : Math.min(0, bounds.high());
      List<Svg> shapes = new ArrayList<>();
      double surePlace = frame.up(sure);
      // A value of 0 keeps a hair of a bar, so that it does not look missing.
      double solidBottom = Math.max(zero, surePlace);
      double solidTop = Math.min(Math.min(zero, surePlace), solidBottom - canvas.scaled(1.4));
      boolean open = bounds.low() < bounds.high();
      if (!open || sure != 0) {
        shapes.addAll(
            column.kind().fill(new Box(left, solidTop, left + width, solidBottom), chart.size()));
      }
      if (open) {
        shapes.addAll(pale(column.kind(), bounds, left, width));
      }
      shapes.addAll(beyond(bounds, middle, width));
      label(column, bounds, middle, shapes);
      canvas.add(column.mark(), shapes);
    }

    /// The part in which the value may lie, with a line at each of its bounds.
    private List<Svg> pale(Kind kind, Column.Bounds bounds, double left, double width) {
      double from = bounds.low() > 0 ? bounds.low() : Math.min(bounds.low(), 0);
      double to = bounds.high() < 0 ? bounds.high() : Math.max(bounds.high(), 0);
      double top = frame.up(to);
      double bottom = frame.up(from);
      double line = canvas.scaled(1.3);
      String colour = kind.hue().line();
      return List.of(
          Marks.filled(left, top, width, Math.max(0.5, bottom - top), kind.hue().colour())
              .set("fill-opacity", 0.3),
          bound(left, width, frame.up(bounds.low()), colour, line),
          bound(left, width, frame.up(bounds.high()), colour, line));
    }

    private static Svg bound(double left, double width, double y, String colour, double line) {
      return Marks.stroked(Marks.line(left, y, left + width, y), colour, line);
    }

    private List<Svg> beyond(Column.Bounds bounds, double middle, double width) {
      List<Svg> heads = new ArrayList<>();
      double half = Math.min(canvas.scaled(4), width / 2);
      if (frame.outside(bounds.high()) == Limit.ABOVE) {
        double y = frame.area().top();
        heads.add(
            Symbol.polygon(middle - half, y, middle + half, y, middle, y - 1.5 * half)
                .set("fill", Grey.INK));
      }
      if (frame.outside(bounds.low()) == Limit.BELOW) {
        double y = frame.area().bottom();
        heads.add(
            Symbol.polygon(middle - half, y, middle + half, y, middle, y + 1.5 * half)
                .set("fill", Grey.INK));
      }
      return heads;
    }

    private void label(Column column, Column.Bounds bounds, double middle, List<Svg> shapes) {
      if (column.label().isBlank() || !labelled) {
        return;
      }
      boolean down = bounds.high() <= 0 && bounds.low() < 0;
      double y =
          down
              ? frame.up(bounds.low()) + 0.95 * chart.size().smallFontSize()
              : frame.up(bounds.high()) - canvas.scaled(3);
      Label label = Label.of(column.label(), middle, y, Anchor.MIDDLE, canvas.smallInk());
      if (label.box().top() >= frame.area().top() - canvas.scaled(9)
          && label.box().bottom() <= frame.area().bottom()) {
        shapes.add(label.withHalo().draw());
      }
    }

    /// Names level where all fit, upright where they fit so, else none; returns their bottom.
    private double names() {
      double top = frame.area().bottom() + canvas.scaled(5);
      double widest = 0;
      for (Column column : chart.columns()) {
        widest = Math.max(widest, width(column.name()));
      }
      if (widest <= pitch - canvas.scaled(3)) {
        for (int index = 0; index < chart.columns().size(); index++) {
          String name = chart.columns().get(index).name();
          double base = top + 0.8 * chart.size().smallFontSize();
          canvas.add(
              Label.of(name, frame.across(index + 0.5), base, Anchor.MIDDLE, canvas.smallInk()));
        }
        return top + chart.size().smallFontSize();
      }
      if (pitch < 1.02 * chart.size().smallFontSize()) {
        return top;
      }
      double room = Math.min(widest, canvas.scaled(90)) + 0.01;
      for (int index = 0; index < chart.columns().size(); index++) {
        canvas.upright(
            chart.columns().get(index).name(),
            frame.across(index + 0.5),
            top,
            Anchor.END,
            room,
            canvas.smallInk());
      }
      return top + room;
    }

    private Svg outline(Box box) {
      double width = box.right() - box.left();
      return Marks.stroked(
              Marks.filled(box.left(), box.top(), width, box.bottom() - box.top(), Grey.WHITE),
              Grey.TEXT,
              canvas.scaled(0.9))
          .set("stroke-dasharray", "1.5 1.5");
    }
  }
}
