package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Figures from a seed: few or many marks, long and odd texts, all lanes, all sizes.
final class RandomFigures {
  private static final List<String> WORDS =
      List.of(
          "a", "flare", "µ < 5 & \"x\"", "pulmonary", "10⁹/L", "è", "医", "\u0001", "'", "relapse");

  private static final List<Symbol> SYMBOLS = List.of(Symbol.values());
  private static final List<Hue> HUES = List.of(Hue.values());

  private final SplittableRandom random;
  private int rows;

  RandomFigures(long seed) {
    random = new SplittableRandom(seed);
  }

  FigureSize size() {
    return switch (random.nextInt(5)) {
      case 0 -> FigureSize.screen(1150);
      case 1 -> FigureSize.screen(360);
      case 2 -> FigureSize.screen(700);
      case 3 -> FigureSize.print(84);
      default -> FigureSize.print(174);
    };
  }

  LaneChart laneChart() {
    List<Lane> lanes = new ArrayList<>();
    int count = random.nextInt(1, 7);
    for (int index = 0; index < count; index++) {
      lanes.add(lane());
    }
    return LaneChart.of(words(), words(), "months from " + words(), lanes, "no data " + words())
        .sized(size())
        .stamped(random.nextBoolean() ? "Synthetic data" : "");
  }

  PanelFigure panelFigure() {
    List<Panel> panels = new ArrayList<>();
    int count = random.nextInt(1, 4);
    for (int index = 0; index < count; index++) {
      List<Plot> plots = new ArrayList<>();
      do {
        Scale y = scale();
        plots.add(Plot.of(words(), y, series(y)).withBands(bands(y)).withCutOffs(cutOffs(y)));
      } while (plots.size() < 3 && random.nextBoolean());
      panels.add(new Panel(words(), words(), Scale.months(-24, 24), plots));
    }
    PanelFigure figure =
        PanelFigure.of(words(), words(), panels, "no data").sized(size()).stamped("Synthetic data");
    return random.nextBoolean() ? figure : figure.stacked();
  }

  private Lane lane() {
    return switch (random.nextInt(4)) {
      case 0 -> new EventLane(words(), words(), events());
      case 1 -> new BarLane(words(), words(), bars());
      case 2 ->
          new StepLane(
              words(), words(), Scale.linear(0, 80), hue(), steps(), cutOffs(Scale.linear(0, 80)));
      default -> {
        Scale y = scale();
        yield CurveLane.of(words(), words(), y, series(y))
            .withBands(bands(y))
            .withCutOffs(cutOffs(y))
            .withHeight(random.nextInt(30, 160));
      }
    };
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int count = random.nextInt(12); count > 0; count--) {
      events.add(new Event(time(), words(), symbol(), hue(), mark()));
    }
    return events;
  }

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    for (int count = random.nextInt(10); count > 0; count--) {
      double from = time();
      Bar bar = Bar.of(from, from + random.nextDouble(24 - from), words(), hue(), mark());
      bar = random.nextBoolean() ? bar : bar.asOngoing();
      bar = random.nextBoolean() ? bar : bar.noted(words());
      bar = random.nextBoolean() ? bar : bar.onTrack("track " + random.nextInt(3));
      bars.add(bar.atLevel(random.nextDouble(0.05, 1)));
    }
    return bars;
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    double from = -24;
    for (int count = random.nextInt(20); count > 0 && from < 20; count--) {
      double to = from + random.nextDouble(4);
      steps.add(new Step(from, to, random.nextDouble(80), mark()));
      from = random.nextBoolean() ? to : to + random.nextDouble(1);
    }
    return steps;
  }

  private Scale scale() {
    return random.nextBoolean() ? Scale.linear(0, 100) : Scale.log(1, 1000);
  }

  private List<Series> series(Scale y) {
    List<Series> series = new ArrayList<>();
    for (int count = random.nextInt(9); count > 0; count--) {
      List<Datum> data = new ArrayList<>();
      for (int points = random.nextInt(9); points > 0; points--) {
        data.add(datum(y));
      }
      series.add(new Series(words(), Palette.style(random.nextInt(140)), data));
    }
    return series;
  }

  private Datum datum(Scale y) {
    double value = random.nextInt(8) == 0 ? y.high() * 3 : random.nextDouble(y.low(), y.high());
    if (random.nextInt(6) == 0) {
      return Interval.of(time(), value / 2, value, mark()).labelled(words());
    }
    Point point = Point.of(time(), random.nextInt(10) == 0 ? -1 : value, mark());
    point = random.nextBoolean() ? point : point.asHollow();
    point = random.nextInt(4) == 0 ? point.labelled(words()) : point;
    return random.nextInt(6) == 0
        ? point.beyond(random.nextBoolean() ? Limit.ABOVE : Limit.BELOW)
        : point;
  }

  private List<Band> bands(Scale y) {
    return random.nextBoolean() ? List.of() : List.of(Band.upTo(y.high() / 10, words()));
  }

  private List<CutOff> cutOffs(Scale y) {
    return random.nextBoolean()
        ? List.of()
        : List.of(new CutOff(y.high() / 2, words()), new CutOff(y.high() / 5, words()));
  }

  private Mark mark() {
    Mark mark = Mark.of("value " + words(), "table/row<" + rows++ + ">/column");
    return random.nextBoolean() ? mark : mark.linkedTo("#row-" + rows);
  }

  private double time() {
    return random.nextInt(4) == 0 ? random.nextInt(-24, 24) : random.nextDouble(-24, 24);
  }

  private Symbol symbol() {
    return SYMBOLS.get(random.nextInt(SYMBOLS.size()));
  }

  private Hue hue() {
    return HUES.get(random.nextInt(HUES.size()));
  }

  private String words() {
    StringBuilder words = new StringBuilder("w");
    int count = random.nextInt(6) == 0 ? 30 : random.nextInt(4);
    for (int index = 0; index < count; index++) {
      words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }
}
