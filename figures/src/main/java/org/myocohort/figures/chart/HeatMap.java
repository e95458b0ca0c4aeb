package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Box;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// Subjects by columns of yes, no and unknown: filled, empty and hatched cells.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param columns from the left
/// @param rows from the top, each with a cell for every column
/// @param states what the legend calls the three states
/// @param countTitle the name of the counts beneath the columns; empty for none
public record HeatMap(
    Caption caption,
    FigureSize size,
    List<HeatColumn> columns,
    List<HeatRow> rows,
    StateNames states,
    String countTitle)
    implements Chart {
  /// What the legend calls the three states.
  ///
  /// @param yes a filled cell
  /// @param no an empty cell
  /// @param unknown a hatched cell
  public record StateNames(String yes, String no, String unknown) {}

  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (HeatRow row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row '"
                + row.name()
                + "' must have "
                + columns.size()
                + " cells, one a column, but had "
                + row.cells().size());
      }
    }
  }

  /// A map of two journal columns (174 mm).
  public static HeatMap of(
      Caption caption,
      List<HeatColumn> columns,
      List<HeatRow> rows,
      StateNames states,
      String countTitle) {
    return new HeatMap(caption, FigureSize.print(174), columns, rows, states, countTitle);
  }

  @Override
  public HeatMap sized(FigureSize newSize) {
    return new HeatMap(caption, newSize, columns, rows, states, countTitle);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private static final double NAME_SHARE = 0.32;

    private final HeatMap chart;
    private final Canvas canvas;
    private final double names;
    private final double left;
    private final double pitch;
    private final double[] starts;
    private final TextStyle heading;

    Painter(HeatMap chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      this.heading = chart.size().smallBold(Grey.INK);
      double widest = TextWidths.width(chart.countTitle(), canvas.small());
      for (HeatRow row : chart.rows()) {
        widest = Math.max(widest, TextWidths.width(row.name(), canvas.smallInk()));
      }
      this.names = Math.min(widest + 0.01, NAME_SHARE * canvas.width());
      this.left = canvas.left() + names + canvas.scaled(7);
      int gaps = 0;
      for (int index = 1; index < chart.columns().size(); index++) {
        gaps += begins(index) ? 1 : 0;
      }
      double gap = canvas.scaled(6);
      double room = canvas.right() - left - gaps * gap;
      this.pitch = Math.min(room / Math.max(1, chart.columns().size()), canvas.scaled(60));
      this.starts = new double[chart.columns().size()];
      double x = left;
      for (int index = 0; index < starts.length; index++) {
        x += index > 0 && begins(index) ? gap : 0;
        starts[index] = x;
        x += pitch;
      }
    }

    private boolean begins(int column) {
      return column == 0
          || !chart.columns().get(column).group().equals(chart.columns().get(column - 1).group());
    }

    String paint() {
      Legend legend = new Legend(chart.size());
      for (HeatRow.State state : HeatRow.State.values()) {
        legend.shape(name(state), box -> cell(state, box));
      }
      double top = legend.draw(canvas, canvas.top()) + canvas.scaled(3);
      if (chart.rows().isEmpty() || chart.columns().isEmpty()) {
        double bottom = top + canvas.scaled(60);
        canvas.noData(new Box(canvas.left(), top, canvas.right(), bottom));
        return canvas.finish(bottom);
      }
      double y = columnNames(columnGroups(top));
      String group = "";
      double height = Math.clamp(pitch, 1.25 * chart.size().smallFontSize(), canvas.scaled(17));
      for (HeatRow row : chart.rows()) {
        if (!row.group().equals(group)) {
          group = row.group();
          y = rowGroup(group, y);
        }
        row(row, y, height);
        y += height;
      }
      return canvas.finish(counts(y + canvas.scaled(4)));
    }

    private String name(HeatRow.State state) {
      return switch (state) {
        case YES -> chart.states().yes();
        case NO -> chart.states().no();
        case UNKNOWN -> chart.states().unknown();
      };
    }

    private List<Svg> cell(HeatRow.State state, Box box) {
      double width = box.right() - box.left();
      double height = box.bottom() - box.top();
      String fill = state == HeatRow.State.YES ? Hue.BLUE.colour() : Grey.WHITE;
      List<Svg> shapes = new ArrayList<>();
      shapes.add(
          Marks.stroked(
              Marks.filled(box.left(), box.top(), width, height, fill),
              state == HeatRow.State.YES ? Hue.BLUE.colour() : Grey.LEADER,
              canvas.scaled(0.7)));
      if (state == HeatRow.State.UNKNOWN) {
        shapes.addAll(Hatch.RISING.over(box, canvas.scaled(3.4), canvas.scaled(0.8), Grey.CUT_OFF));
      }
      return shapes;
    }

    /// Headings over a line that spans their columns; returns the top of what is beneath.
    private double columnGroups(double top) {
      int most = 0;
      List<Box> spans = new ArrayList<>();
      List<List<String>> headings = new ArrayList<>();
      for (int index = 0; index < starts.length; index++) {
        if (!begins(index) || chart.columns().get(index).group().isBlank()) {
          continue;
        }
        int last = index;
        while (last + 1 < starts.length && !begins(last + 1)) {
          last++;
        }
        double right = starts[last] + pitch;
        String name = chart.columns().get(index).group();
        List<String> lines = TextWidths.wrap(name, right - starts[index], 3, heading);
        most = Math.max(most, lines.size());
        headings.add(lines);
        spans.add(new Box(starts[index], 0, right, 0));
      }
      if (most == 0) {
        return top;
      }
      double line = top + most * heading.lineHeight() + canvas.scaled(2);
      for (int index = 0; index < spans.size(); index++) {
        Box span = spans.get(index);
        List<String> lines = headings.get(index);
        for (int row = 0; row < lines.size(); row++) {
          double base = line - canvas.scaled(4) - (lines.size() - 1 - row) * heading.lineHeight();
          double middle = (span.left() + span.right()) / 2;
          canvas.add(Label.of(lines.get(row), middle, base, Anchor.MIDDLE, heading));
        }
        canvas.line(
            span.left(),
            line,
            span.right() - canvas.scaled(1),
            line,
            Grey.LINE,
            canvas.scaled(0.9));
      }
      return line + canvas.scaled(4);
    }

    private double columnNames(double top) {
      double widest = 0;
      for (HeatColumn column : chart.columns()) {
        widest = Math.max(widest, TextWidths.width(column.name(), canvas.smallInk()));
      }
      boolean level = widest <= pitch - canvas.scaled(4);
      double room = Math.min(widest + 0.01, canvas.scaled(150));
      double height = level ? chart.size().smallFontSize() : room;
      for (int index = 0; index < starts.length; index++) {
        double middle = starts[index] + pitch / 2;
        String name = chart.columns().get(index).name();
        double base = top + height;
        if (level) {
          canvas.add(Label.of(name, middle, base, Anchor.MIDDLE, canvas.smallInk()));
        } else {
          canvas.upright(name, middle, base, Anchor.START, room, canvas.smallInk());
        }
      }
      return top + height + canvas.scaled(5);
    }

    private double rowGroup(String group, double top) {
      if (group.isBlank()) {
        return top + canvas.scaled(6);
      }
      double base = top + canvas.scaled(3) + heading.size();
      canvas.add(
          Label.of(group, canvas.left(), base, Anchor.START, heading).within(canvas.width()));
      return base + canvas.scaled(4);
    }

    private void row(HeatRow row, double top, double height) {
      double middle = top + height / 2;
      canvas.add(
          Label.centred(row.name(), canvas.left(), middle, Anchor.START, canvas.smallInk())
              .within(names));
      double margin = canvas.scaled(0.9);
      for (int index = 0; index < starts.length; index++) {
        HeatRow.Cell cell = row.cells().get(index);
        Box box =
            new Box(
                starts[index] + margin,
                top + margin,
                starts[index] + pitch - margin,
                top + height - margin);
        canvas.add(cell.mark(), cell(cell.state(), box));
      }
    }

    /// Counts level where all fit, else upright; returns their bottom.
    private double counts(double top) {
      double widest = 0;
      for (HeatColumn column : chart.columns()) {
        widest = Math.max(widest, TextWidths.width(column.count(), canvas.small()));
      }
      if (widest == 0) {
        return top;
      }
      boolean level = widest <= pitch - canvas.scaled(2);
      double base = top + 0.8 * chart.size().smallFontSize();
      canvas.add(
          Label.of(chart.countTitle(), canvas.left(), base, Anchor.START, canvas.small())
              .within(names));
      for (int index = 0; index < starts.length; index++) {
        double middle = starts[index] + pitch / 2;
        String count = chart.columns().get(index).count();
        if (level) {
          canvas.add(Label.of(count, middle, base, Anchor.MIDDLE, canvas.small()));
        } else {
          canvas.upright(count, middle, top, Anchor.END, widest + 0.01, canvas.small());
        }
      }
      return level ? base + canvas.scaled(2) : top + widest;
    }
  }
}
