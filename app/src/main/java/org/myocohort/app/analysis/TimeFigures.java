package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.MemberCourse;
import org.myocohort.cohort.variable.Course;
import org.myocohort.figures.Datum;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Interval;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.myocohort.figures.chart.Axis;
import org.myocohort.figures.chart.Caption;
import org.myocohort.figures.chart.Chart;
import org.myocohort.figures.chart.CourseGroup;
import org.myocohort.figures.chart.Journey;
import org.myocohort.figures.chart.Kind;
import org.myocohort.figures.chart.Scatter;
import org.myocohort.figures.chart.ScatterGroup;
import org.myocohort.figures.chart.ScatterPoint;
import org.myocohort.figures.chart.Sequences;
import org.myocohort.figures.chart.SmallMultiples;
import org.myocohort.figures.chart.Spaghetti;
import org.myocohort.figures.chart.SurvivalCurves;
import org.myocohort.figures.chart.SurvivalGroup;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Moment;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.survival.AalenJohansen;
import org.myocohort.statistics.survival.KaplanMeier;

/// The figures of findings over time.
final class TimeFigures {
  private static final int MOST_STAGES = 6;
  private static final int RISK_TIMES = 5;

  private final FigureParts parts;
  private final Texts texts;
  private final Shown shown;
  private final FindingTables tables;
  private final MatchWords words;

  TimeFigures(FigureParts parts, Texts texts) {
    this.parts = parts;
    this.texts = texts;
    this.shown = new Shown(texts);
    this.tables = new FindingTables(texts);
    this.words = new MatchWords(texts);
  }

  Optional<Chart> of(Finding finding) {
    return switch (finding) {
      case Finding.Followed found -> courses(found);
      case Finding.Waited found -> survival(found);
      case Finding.RelapsesSeen found -> relapses(found);
      case Finding.Treated found ->
          switch (found.question().shown()) {
            case LINES -> sequences(found);
            case SWIMMER -> new SwimmerFigure(parts, texts).of(found);
          };
      default -> Optional.empty();
    };
  }

  private Optional<Chart> courses(Finding.Followed found) {
    List<String> names = tables.groups(found.question().by());
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    List<List<org.myocohort.figures.chart.Course>> groups = new ArrayList<>();
    names.forEach(_ -> groups.add(new ArrayList<>()));
    int row = 0;
    for (MemberCourse member : found.courses()) {
      List<Datum> data = new ArrayList<>();
      for (Course.Point point : member.course().points()) {
        datum(member.patient(), point, row).ifPresent(data::add);
        row++;
      }
      if (!data.isEmpty() && member.group() >= 0) {
        data.forEach(each -> {
          xs.add(each.x());
          switch (each) {
            case Point known -> ys.add(known.y());
            case Interval bounds -> {
              ys.add(bounds.low());
              ys.add(bounds.high());
            }
          }
        });
        groups
            .get(member.group())
            .add(new org.myocohort.figures.chart.Course(member.patient(), data));
      }
    }
    if (xs.isEmpty()) {
      return Optional.empty();
    }
    List<CourseGroup> drawn = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      drawn.add(
          CourseGroup.of(
              found.question().by().isDivided()
                  ? texts.text("analysis.with-n", names.get(g), groups.get(g).size())
                  : "",
              FigureParts.style(g),
              groups.get(g)));
    }
    Caption caption =
        parts.caption(
            found,
            texts.text(
                "analysis.figure.courses-n",
                groups.stream().mapToInt(List::size).sum(),
                xs.size()));
    var variable = found.question().variable();
    Scale scale = variable.thresholds().isEmpty() ? FigureParts.scale(ys) : Scale.linear(0, 100);
    Axis y = FigureParts.axis(variable.name(), variable.unit(), scale);
    return Optional.of(
        found.question().panels()
            ? SmallMultiples.of(caption, parts.months(xs), y, drawn)
                .withCutOffs(parts.cutOffs(variable))
            : Spaghetti.of(caption, parts.months(xs), y, drawn)
                .withCutOffs(parts.cutOffs(variable))
                .sized(FigureSize.print(174)));
  }

  private Optional<Datum> datum(String patient, Course.Point point, int row) {
    double x = point.day() / Moment.DAYS_PER_MONTH;
    String written = FigureParts.words(point.value());
    StringBuilder title = new StringBuilder(patient).append(": ");
    Optional<Datum> datum;
    if (!point.value().isAbsent()) {
      double y = FigureParts.number(written);
      Mark mark = parts.mark(row, flagged(title.append(written), point));
      Point drawn = Point.of(x, y, mark).beyond(FigureParts.limit(written));
      datum = Optional.of(point.flags().isEmpty() ? drawn : drawn.asHollow());
    } else if (point.bounds().isPresent()) {
      Bounds bounds = point.bounds().get();
      title.append(shown.bounds(bounds));
      datum =
          Optional.of(
              Interval.of(
                  x,
                  bounds.lower().doubleValue(),
                  bounds.upper().doubleValue(),
                  parts.mark(row, flagged(title, point))));
    } else {
      datum = Optional.empty();
    }
    return datum;
  }

  private String flagged(StringBuilder title, Course.Point point) {
    return title + " (" + point.used().date() + ")" + parts.flags(point.flags());
  }

  /// Kaplan-Meier where there is one event, cumulative incidence of the event asked for where
  /// others compete.
  private Optional<Chart> survival(Finding.Waited found) {
    boolean competing = found.causes().size() > 1;
    List<String> names = tables.groups(found.question().by());
    double last =
        found.groups().stream()
            .flatMap(group -> group.curve().steps().stream())
            .mapToDouble(KaplanMeier.Step::time)
            .max()
            .orElse(0);
    if (!(last > 0)) {
      return Optional.empty();
    }
    Axis months = parts.months(List.of(0.0, last / Moment.DAYS_PER_MONTH));
    Scale scale = months.scale();
    List<SurvivalGroup> groups = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      Finding.WaitingGroup group = found.groups().get(g);
      if (group.curve().count() > 0) {
        groups.add(curve(found, g, names.get(g), competing, scale));
      }
    }
    String title =
        competing
            ? texts.text("analysis.incidence-of", tables.cause(found.causes().getFirst()))
            : texts.text("analysis.without-event");
    return Optional.of(
        SurvivalCurves.of(
            parts.caption(found),
            months,
            new Axis(title, Scale.linear(0, 1)),
            groups,
            texts.text("analysis.at-risk")));
  }

  private SurvivalGroup curve(
      Finding.Waited found, int group, String name, boolean competing, Scale scale) {
    KaplanMeier curve = found.groups().get(group).curve();
    List<SurvivalGroup.Level> levels = new ArrayList<>();
    levels.add(new SurvivalGroup.Level(0, competing ? 0 : 1, null, parts.mark(name)));
    if (competing) {
      for (AalenJohansen.Step step : found.groups().get(group).incidence().steps()) {
        if (step.events().getFirst() > 0) {
          double share = step.incidence().getFirst();
          levels.add(level(step.time(), share, null, name));
        }
      }
    } else {
      for (KaplanMeier.Step step : curve.steps()) {
        if (step.events() > 0) {
          levels.add(level(step.time(), step.survival(), limits(step), name));
        }
      }
    }
    List<SurvivalGroup.Censored> censored = new ArrayList<>();
    for (int i = 0; i < found.rows().size(); i++) {
      var row = found.rows().get(i);
      if (row.group() == group && row.cells().get(0).isKnown() && !row.cells().get(2).isKnown()) {
        double time = Double.parseDouble(row.cells().get(0).value());
        censored.add(
            new SurvivalGroup.Censored(
                time / Moment.DAYS_PER_MONTH,
                parts.mark(
                    i,
                    row.patient()
                        + ": "
                        + texts.text("analysis.censored-at", Shown.number(time)))));
      }
    }
    double until =
        curve.steps().isEmpty() ? 0 : curve.steps().getLast().time() / Moment.DAYS_PER_MONTH;
    List<SurvivalGroup.AtRisk> atRisk = new ArrayList<>();
    for (var tick : scale.ticks(RISK_TIMES)) {
      int count =
          (int)
              found.rows().stream()
                  .filter(row -> row.group() == group && row.cells().get(0).isKnown())
                  .filter(row ->
                      Double.parseDouble(row.cells().get(0).value()) / Moment.DAYS_PER_MONTH
                          >= tick.value() - 1e-9)
                  .count();
      atRisk.add(new SurvivalGroup.AtRisk(tick.value(), count));
    }
    return new SurvivalGroup(
        found.question().by().isDivided() ? name : "",
        FigureParts.style(group),
        levels,
        until,
        censored,
        atRisk);
  }

  private SurvivalGroup.Level level(
      double days, double share, SurvivalGroup.@Nullable Limits limits, String name) {
    return new SurvivalGroup.Level(
        days / Moment.DAYS_PER_MONTH,
        share,
        limits,
        parts.mark(
            name + ": " + texts.text("analysis.at-day", Shown.number(days), Shown.number(share))));
  }

  private static SurvivalGroup.@Nullable Limits limits(KaplanMeier.Step step) {
    return step.lower() instanceof Quantity.Given(double lower)
            && step.upper() instanceof Quantity.Given(double upper)
        ? new SurvivalGroup.Limits(lower, upper)
        : null;
  }

  /// The dose that was not enough against the day of the relapse.
  private Optional<Chart> relapses(Finding.RelapsesSeen found) {
    List<ScatterPoint> points = new ArrayList<>();
    List<Double> xs = new ArrayList<>(List.of(0.0));
    List<Double> ys = new ArrayList<>(List.of(0.0));
    for (int i = 0; i < found.relapses().size(); i++) {
      Finding.MemberRelapse each = found.relapses().get(i);
      var dose = each.relapse().dose();
      if (each.day().isEmpty() || dose == null || !dose.isExact()) {
        continue;
      }
      double x = each.day().get() / Moment.DAYS_PER_MONTH;
      double y = dose.least().doubleValue();
      xs.add(x);
      ys.add(y);
      points.add(
          ScatterPoint.of(
              x,
              y,
              parts.mark(
                  i,
                  each.patient()
                      + ": "
                      + texts.text("analysis.kind." + each.relapse().flare().kind().code())
                      + ", "
                      + dose.least().stripTrailingZeros().toPlainString()
                      + " mg")));
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Scatter.of(
                    parts.caption(found),
                    parts.months(xs),
                    new Axis(texts.text("analysis.dose-then"), FigureParts.scale(ys)),
                    List.of(new ScatterGroup("", FigureParts.style(0), points)))
                .withNumbers(List.of("n = " + points.size())));
  }

  private Optional<Chart> sequences(Finding.Treated found) {
    int most =
        Math.min(
            MOST_STAGES,
            found.treated().stream().mapToInt(each -> each.lines().size()).max().orElse(0));
    if (most == 0) {
      return Optional.empty();
    }
    List<String> stages = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      stages.add(texts.text("analysis.line", i));
    }
    List<String> names = new ArrayList<>();
    for (Finding.MemberLines member : found.treated()) {
      member.lines().forEach(line -> names.add(begun(line)));
    }
    List<Kind> kinds = Kind.list(names);
    List<Journey> journeys = new ArrayList<>();
    int row = 0;
    for (Finding.MemberLines member : found.treated()) {
      List<Kind> stops = new ArrayList<>();
      for (int i = 0; i < Math.min(most, member.lines().size()); i++) {
        stops.add(Kind.named(begun(member.lines().get(i)), kinds));
      }
      if (!stops.isEmpty()) {
        journeys.add(new Journey(stops, parts.mark(row, member.patient())));
      }
      row += member.lines().size();
    }
    return Optional.of(Sequences.of(parts.caption(found), stages, journeys));
  }

  /// The drugs that a line began with.
  private String begun(org.myocohort.care.line.TreatmentLine line) {
    return String.join(
        " + ", line.started().stream().map(start -> words.name(start.exposure().agent())).toList());
  }
}
