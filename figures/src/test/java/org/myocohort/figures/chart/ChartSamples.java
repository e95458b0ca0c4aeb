package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.myocohort.figures.Band;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Dash;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Event;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Interval;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;

/// One of every chart for a number of subjects, from a seed. Subjects and values are invented. All
/// are in one file since each takes up the seed's numbers where the one before left them.
public final class ChartSamples {
  private static final Scale TIME = Scale.months(-3, 24);
  private static final SeriesStyle ONE = new SeriesStyle(Hue.BLUE, Symbol.CIRCLE, Dash.SOLID);
  private static final SeriesStyle TWO =
      new SeriesStyle(Hue.VERMILLION, Symbol.TRIANGLE_UP, Dash.LONG);
  private static final SeriesStyle THREE = new SeriesStyle(Hue.GREEN, Symbol.SQUARE, Dash.SHORT);

  private final int subjects;
  private final boolean wordy;
  private final SplittableRandom random;
  private final List<Mark> marks = new ArrayList<>();

  private ChartSamples(int subjects, boolean wordy) {
    this.subjects = subjects;
    this.wordy = wordy;
    this.random = new SplittableRandom(7 * subjects + 1);
  }

  /// A chart and the marks that it was given.
  ///
  /// @param name of its picture
  /// @param chart the chart
  /// @param marks all of them
  public record Sample(String name, Chart chart, List<Mark> marks) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// Every chart.
  ///
  /// @param subjects how many
  /// @param wordy whether names are long
  public static List<Sample> all(int subjects, boolean wordy) {
    ChartSamples samples = new ChartSamples(subjects, wordy);
    return List.of(
        samples.sample("spaghetti", samples::spaghetti),
        samples.sample("small-multiples", samples::smallMultiples),
        samples.sample("swimmer", samples::swimmer),
        samples.sample("waterfall", samples::waterfall),
        samples.sample("box-plot", samples::boxPlot),
        samples.sample("paired-lines", samples::pairedLines),
        samples.sample("heat-map", samples::heatMap),
        samples.sample("survival-curves", samples::survivalCurves),
        samples.sample("cumulative-incidence", samples::incidence),
        samples.sample("sequences", samples::sequences),
        samples.sample("scatter", samples::scatter),
        samples.sample("interval-plot", samples::intervalPlot));
  }

  private Sample sample(String name, Supplier<Chart> chart) {
    marks.clear();
    Chart made = chart.get();
    return new Sample(name, made, List.copyOf(marks));
  }

  private Caption caption(String title) {
    return Caption.of(title, "What " + title + " shows, in words.", "no value recorded")
        .stamped(name("Synthetic data", "no patient of any centre is shown here or meant"));
  }

  private String name(String text, String more) {
    return wordy ? text + " " + more + " (" + more + ", " + more + ")" : text;
  }

  private String subject(int index) {
    return name("P" + (index + 1), "of the northern outpatient clinic");
  }

  private Mark mark(String title, String row) {
    Mark mark = Mark.of(title, row).linkedTo("#row-" + row.replace('/', '-'));
    marks.add(mark);
    return mark;
  }

  private List<Integer> half(int which) {
    return IntStream.range(0, subjects).filter(index -> index % 2 == which).boxed().toList();
  }

  private Course course(int index, boolean good) {
    List<Datum> data = new ArrayList<>();
    double value = 900 * Math.pow(8, random.nextDouble());
    for (double month : new double[] {-2, 0, 1, 3, 6, 12, 18, 24}) {
      String row = "labs/" + index + "-" + (int) month + "/value";
      if (random.nextInt(7) > 0) {
        Point point = Point.of(month, Math.max(30, value), mark("value of " + index, row));
        data.add(value < 30 ? point.beyond(Limit.BELOW) : point);
      }
      value *= month < 0 ? 1 : good ? random.nextDouble(0.2, 0.9) : random.nextDouble(0.5, 1.3);
    }
    if (index == 2) {
      data.add(Interval.of(9, 60, 300, mark("between 60 and 300", "labs/2-9/value")));
    }
    return new Course(subject(index), data);
  }

  private List<Datum> middle(String group, double... pairs) {
    List<Datum> data = new ArrayList<>();
    for (int index = 0; index < pairs.length; index += 2) {
      data.add(
          Point.of(
              pairs[index],
              pairs[index + 1],
              mark("median of " + group, "median/" + group + index)));
    }
    return data;
  }

  private List<CourseGroup> courses(boolean summed) {
    CourseGroup one =
        CourseGroup.of(
            name("Responders", "by the score of month six"),
            ONE,
            half(0).stream().map(index -> course(index, true)).toList());
    CourseGroup two =
        CourseGroup.of(
            name("Others", "of whom the score is below forty"),
            TWO,
            half(1).stream().map(index -> course(index, false)).toList());
    return summed && subjects > 5
        ? List.of(
            one.withMiddle(middle("one", 0, 2000, 1, 900, 3, 500, 6, 200, 12, 90, 24, 50)),
            two.withMiddle(middle("two", 0, 2100, 1, 1900, 3, 1500, 6, 1400, 12, 1000, 24, 900)))
        : List.of(one, two);
  }

  private Axis enzyme() {
    return new Axis(
        name("Creatine kinase, U/L (log)", "as measured by the hospital's own laboratory"),
        Scale.log(30, 20_000));
  }

  private Axis months() {
    return new Axis(name("Months from start", "of the drug, day 0 the first dose"), TIME);
  }

  private Spaghetti spaghetti() {
    return Spaghetti.of(caption("Course of CK"), months(), enzyme(), courses(true))
        .withBands(List.of(Band.upTo(190, "up to 190 U/L")))
        .withCutOffs(List.of(new CutOff(1900, "10 × ULN")));
  }

  private SmallMultiples smallMultiples() {
    return SmallMultiples.of(caption("Course of CK by subject"), months(), enzyme(), courses(false))
        .withCutOffs(List.of(new CutOff(190, "ULN")));
  }

  private Swimmer swimmer() {
    List<Kind> kinds =
        Kind.list(
            List.of(
                name("anakinra 100 mg", "once a day"),
                name("anakinra 200 mg", "once a day, in the morning"),
                name("tapered", "every other day")));
    List<SwimLane> lanes = new ArrayList<>();
    for (int index = 0; index < subjects; index++) {
      double first = random.nextInt(1, 8);
      double second = first + random.nextInt(0, 9);
      double third = Math.min(24, second + random.nextInt(0, 9));
      List<Segment> segments = new ArrayList<>();
      segments.add(
          Segment.of(0, first, kinds.get(index % 2), mark("first dose", "doses/a" + index))
              .labelled(index % 2 == 0 ? "100" : "200"));
      segments.add(Segment.of(first, second, kinds.get(1), mark("second", "doses/b" + index)));
      if (index % 3 == 0) {
        segments.add(Segment.of(second, third, kinds.get(2), mark("taper", "doses/c" + index)));
        segments.add(
            Segment.of(
                first / 2,
                first + 1,
                Kind.of("prednisone", Hue.ORANGE),
                mark("prednisone", "doses/d" + index)));
      }
      List<Event> events = new ArrayList<>();
      events.add(
          event(random.nextDouble(first), "response", Symbol.CIRCLE, Hue.GREEN, "r" + index));
      if (index % 4 == 1) {
        events.add(event(second, "relapse", Symbol.TRIANGLE_UP, Hue.VERMILLION, "l" + index));
        events.add(event(second, "stop", Symbol.SQUARE, Hue.BLACK, "s" + index));
      }
      lanes.add(new SwimLane(subject(index), segments, events, index % 4 == 0));
    }
    return Swimmer.of(
        caption("Time on the drug"), new Axis("Months from start", Scale.months(0, 24)), lanes);
  }

  private Event event(double x, String label, Symbol symbol, Hue hue, String row) {
    return new Event(x, label, symbol, hue, mark(label, "events/" + row));
  }

  private Waterfall waterfall() {
    List<Kind> kinds =
        List.of(
            new Kind(name("with myocarditis", "of any degree"), Hue.BLUE, Hatch.NONE),
            new Kind(name("without", "as far as known"), Hue.ORANGE, Hatch.RISING));
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < subjects; index++) {
      Kind kind = kinds.get(index % 2);
      Mark mark = mark("score of " + index, "visits/" + index + "/score");
      double value = 2.5 * random.nextInt(0, 41);
      columns.add(
          switch (index % 9) {
            case 3 -> Column.between(subject(index), kind, value / 2, value / 2 + 20, mark);
            case 5 -> Column.unknown(subject(index), kind, mark);
            case 7 -> Column.of(subject(index), kind, 0, mark).labelled("0");
            default -> Column.of(subject(index), kind, value, mark).labelled(Svg.number(value));
          });
    }
    return Waterfall.of(
            caption("Score at month 6"),
            new Axis("Total improvement score", Scale.linear(0, 100)),
            columns,
            "not scorable")
        .withCutOffs(
            List.of(
                new CutOff(20, "minimal"), new CutOff(40, "moderate"), new CutOff(60, "major")));
  }

  private BoxPlot boxPlot() {
    List<BoxGroup> groups =
        List.of(
            box("Responders", ONE, half(0), 900, true),
            box("Others", TWO, half(1), 300, true),
            box("Healthy", THREE, List.of(), 0, false));
    return BoxPlot.of(
            caption("IL-1Ra at baseline"),
            new Axis(name("IL-1Ra, pg/mL (log)", "in serum"), Scale.log(10, 10_000)),
            groups)
        .withCutOffs(List.of(new CutOff(30, "LLOQ")));
  }

  private BoxGroup box(
      String name, SeriesStyle style, List<Integer> members, double centre, boolean boxed) {
    List<Value> values = new ArrayList<>();
    for (int index : members) {
      Mark mark = mark("IL-1Ra of " + index, "assays/" + index + "/il1ra");
      double value = centre * Math.pow(10, random.nextDouble(-0.9, 0.9));
      values.add(
          index % 7 == 6
              ? Value.beyond(30, Limit.BELOW, mark)
              : Value.of(index % 5 == 4 ? 500 : value, mark));
    }
    Quartiles quartiles =
        boxed && members.size() > 4
            ? new Quartiles(
                centre / 8,
                centre / 2,
                centre,
                centre * 2,
                centre * 6,
                mark("quartiles of " + name, "summary/" + name))
            : null;
    return new BoxGroup(
        name(name, "among all who were measured"),
        "n = " + members.size(),
        style,
        quartiles,
        values);
  }

  private PairedLines pairedLines() {
    return PairedLines.of(
            caption("Before and after"),
            new Axis("Th17 cells, % of CD4", Scale.linear(0, 8)),
            List.of(pairs("Responders", ONE, half(0), -1.5), pairs("Others", TWO, half(1), 0.5)))
        .withCutOffs(List.of(new CutOff(1.2, "reference")));
  }

  private PairGroup pairs(String name, SeriesStyle style, List<Integer> members, double change) {
    List<Pair> pairs = new ArrayList<>();
    for (int index : members) {
      double before = random.nextInt(20, 60) / 10.0;
      Value first = Value.of(before, mark("before of " + index, "flow/" + index + "/0"));
      double after = Math.max(0.1, before + change + random.nextDouble(-1, 1));
      Optional<Value> later =
          index % 6 == 5
              ? Optional.empty()
              : Optional.of(Value.of(after, mark("after of " + index, "flow/" + index + "/6")));
      pairs.add(new Pair(subject(index), List.of(Optional.of(first), later)));
    }
    List<Optional<Value>> middles =
        members.size() < 4
            ? List.of()
            : List.of(
                Optional.of(Value.of(4, mark("median before", "median/" + name + "/0"))),
                Optional.of(Value.of(4 + change, mark("median after", "median/" + name + "/6"))));
    return new PairGroup(
        name(name, "by the score"),
        "n = " + members.size(),
        style,
        List.of(name("Baseline", "visit"), name("Month 6", "visit")),
        pairs,
        middles);
  }

  private HeatMap heatMap() {
    String[] names = {
      "Myocarditis", "Interstitial lung disease", "Arthritis", "Mechanic's hands", "Dysphagia",
      "Raynaud", "Anti-Jo-1", "Anti-PL-7", "Anti-SRP", "Anti-Ro52"
    };
    List<HeatColumn> columns = new ArrayList<>();
    for (int index = 0; index < names.length; index++) {
      columns.add(
          new HeatColumn(
              name(names[index], "ever"),
              index < 6 ? name("Manifestations", "of the disease") : "Antibodies",
              index + "/" + subjects));
    }
    List<HeatRow> rows = new ArrayList<>();
    for (int row = 0; row < subjects; row++) {
      List<HeatRow.Cell> cells = new ArrayList<>();
      for (int column = 0; column < names.length; column++) {
        HeatRow.State[] states = HeatRow.State.values();
        HeatRow.State state = states[random.nextInt(5) % 3];
        cells.add(
            new HeatRow.Cell(
                state, mark(names[column] + " of " + row, "findings/" + row + "/" + column)));
      }
      rows.add(
          new HeatRow(subject(row), row < (subjects + 1) / 2 ? "Responders" : "Others", cells));
    }
    return HeatMap.of(
        caption("Manifestations and antibodies"),
        columns,
        rows,
        new HeatMap.StateNames("present", "absent", "not known"),
        "present/known");
  }

  private SurvivalCurves survivalCurves() {
    return SurvivalCurves.of(
            caption("Drug survival"),
            new Axis("Months from start", Scale.months(0, 24)),
            new Axis(name("Share still on the drug", "of all who began it"), Scale.linear(0, 1)),
            List.of(
                curve(name("with myocarditis", "at the start"), ONE, half(0), true, false),
                curve(name("without", "at the start"), TWO, half(1), true, false)),
            "Number at risk")
        .withNumbers(subjects == 15 ? List.of("log-rank p = 0.031 (exact)") : List.of());
  }

  private SurvivalCurves incidence() {
    return SurvivalCurves.of(
            caption("Cumulative incidence"),
            new Axis("Months from start", Scale.months(0, 24)),
            new Axis("Share with a relapse", Scale.linear(0, 1)),
            List.of(curve("relapse", ONE, half(0), false, true)),
            "Number at risk")
        .withLimits(SurvivalCurves.LimitStyle.DASHED);
  }

  private SurvivalGroup curve(
      String name, SeriesStyle style, List<Integer> members, boolean falling, boolean narrow) {
    if (members.isEmpty()) {
      return new SurvivalGroup(name, style, List.of(), 0, List.of(), List.of());
    }
    List<SurvivalGroup.Level> steps = new ArrayList<>();
    List<SurvivalGroup.Censored> censored = new ArrayList<>();
    double share = 1;
    int left = members.size();
    steps.add(level(name, 0, falling ? 1 : 0, narrow));
    double time = 0;
    List<SurvivalGroup.AtRisk> atRisk = new ArrayList<>();
    int next = 0;
    for (int index : members) {
      time += random.nextDouble(0.2, 40.0 / (members.size() + 1));
      time = Math.min(time, 23.5);
      for (; next <= time; next += 6) {
        atRisk.add(new SurvivalGroup.AtRisk(next, left));
      }
      if (index % 3 == 0) {
        censored.add(
            new SurvivalGroup.Censored(time, mark("last seen " + index, "follow/" + index + name)));
      } else {
        share *= (left - 1.0) / left;
        steps.add(level(name, time, falling ? share : 1 - share, narrow));
      }
      left--;
    }
    for (; next <= 24; next += 6) {
      atRisk.add(new SurvivalGroup.AtRisk(next, left));
    }
    return new SurvivalGroup(name, style, steps, time, censored, atRisk);
  }

  private SurvivalGroup.Level level(String name, double time, double share, boolean narrow) {
    double around = narrow ? 0.08 : 0.18;
    return new SurvivalGroup.Level(
        time,
        share,
        new SurvivalGroup.Limits(Math.max(0, share - around), Math.min(1, share + around)),
        mark(name + " at " + Svg.number(time), "survival/" + name + time));
  }

  private Sequences sequences() {
    List<Kind> kinds =
        Kind.list(
            List.of("methotrexate", "azathioprine", "mycophenolate mofetil", "IVIG", "rituximab"));
    List<Journey> journeys = new ArrayList<>();
    for (int index = 0; index < subjects; index++) {
      List<Kind> stops = new ArrayList<>();
      int lines = random.nextInt(1, 5);
      int kind = random.nextInt(3);
      for (int line = 0; line < lines; line++) {
        stops.add(kinds.get(kind));
        kind = (kind + random.nextInt(1, 4)) % kinds.size();
      }
      if (index % 3 == 0 && stops.size() < 4) {
        stops.add(Kind.of("anakinra", Hue.VERMILLION));
      }
      journeys.add(new Journey(stops, mark("lines of " + index, "lines/" + index)));
    }
    return Sequences.of(
        caption("Lines of treatment"),
        List.of(name("1st line", "of treatment"), "2nd line", "3rd line", "4th line"),
        journeys);
  }

  private Scatter scatter() {
    List<ScatterGroup> groups = new ArrayList<>();
    for (int which = 0; which < 2; which++) {
      List<ScatterPoint> points = new ArrayList<>();
      for (int index : half(which)) {
        Mark mark = mark("pair of " + index, "pairs/" + index);
        double x = index % 8 == 7 ? 30 : 30 * Math.pow(60, random.nextDouble());
        double y = Math.clamp(-90 + 25 * Math.log(x / 30) + random.nextDouble(-40, 40), -100, 60);
        ScatterPoint point =
            ScatterPoint.of(index % 5 == 4 ? 300 : x, index % 5 == 4 ? -50 : y, mark);
        point = index % 8 == 7 ? point.beyond(Limit.BELOW, Limit.NONE) : point;
        points.add(subjects <= 20 ? point.labelled("P" + (index + 1)) : point);
      }
      groups.add(
          new ScatterGroup(
              name(which == 0 ? "responders" : "others", "by the score"),
              which == 0 ? ONE : TWO,
              points));
    }
    Scatter scatter =
        Scatter.of(
                caption("IL-1Ra against the change of CK"),
                new Axis("IL-1Ra at baseline, pg/mL (log)", Scale.log(10, 5000)),
                new Axis("Change of CK, %", Scale.linear(-100, 100)),
                groups)
            .withNumbers(
                List.of(
                    "n = " + subjects,
                    name("ρ = 0.52 (0.01 to 0.81)", "by Spearman"),
                    "p = 0.047 (exact)"))
            .withCutOffs(List.of(new CutOff(0, "no change")));
    return subjects < 3
        ? scatter
        : scatter.withFit(
            new FitLine(
                name("least squares", "on the log"),
                new SeriesStyle(Hue.BLACK, Symbol.CIRCLE, Dash.LONG),
                List.of(new FitLine.Place(20, -95), new FitLine.Place(3000, 20))));
  }

  private IntervalPlot intervalPlot() {
    List<IntervalGroup> groups = new ArrayList<>();
    for (int which = 0; which < 2; which++) {
      List<IntervalRow> rows = new ArrayList<>();
      for (int index : half(which)) {
        Mark mark = mark("effect of " + index, "effects/" + index);
        double value = Math.pow(10, random.nextDouble(-1, 1));
        double wide = random.nextDouble(1.2, 9);
        String name = name("Criterion " + (index + 1), "within one year of the first dose");
        rows.add(
            index % 7 == 6
                ? IntervalRow.without(name, "not estimable: no event in either group", mark)
                : IntervalRow.of(
                    name, value, value / wide, value * wide, "0.52 (0.21 to 1.30)", mark));
      }
      groups.add(
          new IntervalGroup(
              name(which == 0 ? "Manifestations" : "Antibodies", "at the start"),
              which == 0 ? ONE : TWO,
              rows));
    }
    return IntervalPlot.of(
            caption("Odds of a response"),
            new Axis("Odds ratio (log)", Scale.log(0.05, 20)),
            groups,
            "Factor",
            "OR (95 % CI)")
        .withReference(1);
  }
}
