package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Box;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// Who went from what to what: a column for each stage, a thread for each subject.
///
/// Threads of the same way lie together as a band. Each bar carries its name and how many subjects
/// stand there; where several bands of one bar are broad enough, each carries its number too.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param stages the names of the columns, from the left
/// @param journeys one for each subject
public record Sequences(
    Caption caption, FigureSize size, List<String> stages, List<Journey> journeys)
    implements Chart {
  public Sequences {
    stages = List.copyOf(stages);
    journeys = List.copyOf(journeys);
    for (Journey journey : journeys) {
      if (journey.stops().size() > stages.size()) {
        throw new IllegalArgumentException(
            "mark '"
                + journey.mark().title()
                + "' ("
                + journey.mark().row()
                + ") must have at most "
                + stages.size()
                + " stops, one a stage, but had "
                + journey.stops().size());
      }
    }
  }

  /// A chart of two journal columns (174 mm).
  public static Sequences of(Caption caption, List<String> stages, List<Journey> journeys) {
    return new Sequences(caption, FigureSize.print(174), stages, journeys);
  }

  @Override
  public Sequences sized(FigureSize newSize) {
    return new Sequences(caption, newSize, stages, journeys);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private static final int SAMPLES = 14;

    private final Sequences chart;
    private final Canvas canvas;
    private final double pitch;
    private final double bar;
    private final double text;

    Painter(Sequences chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      this.pitch = canvas.width() / Math.max(1, chart.stages().size());
      this.bar = canvas.scaled(9);
      this.text = chart.size().smallFontSize();
    }

    String paint() {
      SequenceLayout layout = SequenceLayout.of(chart.journeys());
      boolean named = layout.nodes().stream().allMatch(this::fits);
      double top = heads(named ? canvas.top() : legend(layout).draw(canvas, canvas.top()));
      if (layout.nodes().isEmpty()) {
        double bottom = top + canvas.scaled(60);
        canvas.noData(new Box(canvas.left(), top, canvas.right(), bottom));
        return canvas.finish(bottom);
      }
      double unit =
          Math.clamp(canvas.scaled(220) / layout.most(), canvas.scaled(3), canvas.scaled(15));
      double bottom = layout.stack(top, unit, canvas.scaled(7), (named ? 2.3 : 1.15) * text);
      for (int index = 0; index < chart.journeys().size(); index++) {
        Journey journey = chart.journeys().get(index);
        if (!journey.stops().isEmpty()) {
          canvas.add(journey.mark(), thread(layout, index, unit));
        }
      }
      for (SequenceLayout.Node node : layout.nodes()) {
        double left = left(node.stage());
        Box box = new Box(left, node.top(), left + bar, node.top() + node.count() * unit);
        canvas.addAll(
            node.kind()
                .hatch()
                .over(box, canvas.scaled(4.6), canvas.scaled(0.7), node.kind().hue().textOn()));
        name(node, box, named);
      }
      for (SequenceLayout.Band band : layout.bands()) {
        count(band, unit);
      }
      return canvas.finish(bottom);
    }

    private double left(int stage) {
      return canvas.left() + stage * pitch;
    }

    private Legend legend(SequenceLayout layout) {
      Legend legend = new Legend(chart.size());
      layout.nodes().forEach(node -> legend.area(node.kind()));
      return legend;
    }

    private double heads(double top) {
      double last = top;
      for (int stage = 0; stage < chart.stages().size(); stage++) {
        last =
            Math.max(
                last,
                canvas.wrapped(
                    chart.stages().get(stage),
                    left(stage),
                    top + text,
                    pitch - canvas.scaled(8),
                    Anchor.START,
                    chart.size().smallBold(Grey.INK)));
      }
      return last + canvas.scaled(9);
    }

    private List<Svg> thread(SequenceLayout layout, int index, double unit) {
      Journey journey = chart.journeys().get(index);
      List<Svg> shapes = new ArrayList<>();
      for (int stage = 0; stage < journey.stops().size(); stage++) {
        double arrival = layout.arrival(index, stage);
        String colour = journey.stops().get(stage).hue().colour();
        if (stage + 1 < journey.stops().size()) {
          double from = layout.departure(index, stage);
          double to = layout.arrival(index, stage + 1);
          shapes.add(
              ribbon(left(stage) + bar, from, left(stage + 1), to, unit)
                  .set("fill", colour)
                  .set("fill-opacity", 0.35));
        }
        shapes.add(Marks.filled(left(stage), arrival, bar, unit, colour));
      }
      return shapes;
    }

    /// A band with the course of a smooth step (3t² - 2t³), as a polygon.
    private static Svg ribbon(double fromX, double from, double toX, double to, double unit) {
      double[] places = new double[4 * (SAMPLES + 1)];
      for (int sample = 0; sample <= SAMPLES; sample++) {
        double share = (double) sample / SAMPLES;
        double x = fromX + share * (toX - fromX);
        double y = from + share * share * (3 - 2 * share) * (to - from);
        places[2 * sample] = x;
        places[2 * sample + 1] = y;
        places[places.length - 2 * sample - 2] = x;
        places[places.length - 2 * sample - 1] = y + unit;
      }
      return Symbol.polygon(places);
    }

    /// How wide the number of a band may be; names keep out of that room.
    private double countRoom() {
      String most = Integer.toString(chart.journeys().size());
      return TextWidths.width(most, canvas.smallInk()) + canvas.scaled(8);
    }

    private double room(SequenceLayout.Node node) {
      boolean lastStage = node.stage() == chart.stages().size() - 1;
      return pitch - bar - canvas.scaled(4) - (lastStage ? 0 : countRoom());
    }

    /// Whether a name fits beside its bar, if only on a line of its own.
    private boolean fits(SequenceLayout.Node node) {
      return TextWidths.width(node.kind().name(), canvas.smallInk()) <= room(node);
    }

    /// The number of a bar and its name, on two lines where one is too short; without the name
    /// where a legend holds it.
    private void name(SequenceLayout.Node node, Box box, boolean named) {
      TextStyle bold = chart.size().smallBold(Grey.INK);
      String count = Integer.toString(node.count());
      double x = box.right() + canvas.scaled(4);
      double middle = (box.top() + box.bottom()) / 2;
      String name = named ? node.kind().name() : "";
      double number = TextWidths.width(count + " ", bold);
      boolean level = TextWidths.width(name, canvas.smallInk()) + number <= room(node);
      double apart = level ? 0 : 0.58 * text;
      canvas.add(Label.centred(count, x, middle - apart, Anchor.START, bold).withHalo());
      canvas.add(
          Label.centred(
                  name, level ? x + number : x, middle + apart, Anchor.START, canvas.smallInk())
              .withHalo());
    }

    /// The number of a band before the bar that it goes to, where it says more than the bar's own.
    private void count(SequenceLayout.Band band, double unit) {
      double height = band.count() * unit;
      if (band.count() == band.to().count() || height < 1.05 * text) {
        return;
      }
      double middle = band.top() + height / 2;
      canvas.add(
          Label.centred(
                  Integer.toString(band.count()),
                  left(band.to().stage()) - canvas.scaled(3),
                  middle,
                  Anchor.END,
                  canvas.small())
              .withHalo());
    }
  }
}
