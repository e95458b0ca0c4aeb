package org.myocohort.app.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.analysis.Counts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.Pair;
import org.myocohort.cohort.analysis.Question;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.variable.Variable;
import org.myocohort.figures.Band;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Palette;
import org.myocohort.figures.Scale;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.chart.Axis;
import org.myocohort.figures.chart.BoxGroup;
import org.myocohort.figures.chart.BoxPlot;
import org.myocohort.figures.chart.Caption;
import org.myocohort.figures.chart.Chart;
import org.myocohort.figures.chart.Column;
import org.myocohort.figures.chart.HeatColumn;
import org.myocohort.figures.chart.HeatMap;
import org.myocohort.figures.chart.HeatRow;
import org.myocohort.figures.chart.IntervalGroup;
import org.myocohort.figures.chart.IntervalPlot;
import org.myocohort.figures.chart.IntervalRow;
import org.myocohort.figures.chart.Kind;
import org.myocohort.figures.chart.PairGroup;
import org.myocohort.figures.chart.PairedLines;
import org.myocohort.figures.chart.Quartiles;
import org.myocohort.figures.chart.Scatter;
import org.myocohort.figures.chart.ScatterGroup;
import org.myocohort.figures.chart.ScatterPoint;
import org.myocohort.figures.chart.Value;
import org.myocohort.figures.chart.Waterfall;
import org.myocohort.instrument.Bounds;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.reference.ReferenceGroup;

/// The figures of findings that show one moment; those of time are drawn by [TimeFigures]. Every
/// mark leads to its row of data.
final class FindingFigures {
  private static final double LOGARITHMIC_FROM = 50;

  private final Texts texts;
  private final Shown shown;
  private final FindingTables tables;
  private final String stamp;
  private final String section;

  /// Prepares to draw the figure of one section.
  ///
  /// @param section name of the section, part of where its rows of data stand
  /// @param stamp a line that every figure must carry, empty for none
  FindingFigures(String section, String stamp, Texts texts) {
    this.section = section;
    this.stamp = stamp;
    this.texts = texts;
    this.shown = new Shown(texts);
    this.tables = new FindingTables(texts);
  }

  /// The figure of a finding; empty where it has none, and where there is nothing to draw: an empty
  /// axis would show numbers that nobody measured.
  Optional<Chart> of(Finding finding) {
    if (finding.rows().isEmpty()) {
      return Optional.empty();
    }
    return switch (finding) {
      case Finding.NumbersCompared found -> numbers(found);
      case Finding.SharesCompared found ->
          only(found.groups().stream().anyMatch(each -> each.known() > 0), () -> shares(found));
      case Finding.Changed found ->
          only(found.before().stream().anyMatch(each -> each.count() > 0), () -> pairs(found));
      case Finding.Correlated found -> only(!found.pairs().isEmpty(), () -> scatter(found));
      case Finding.Overviewed found -> Optional.of(heat(found));
      case Finding.Referenced found -> reference(found);
      case Finding.Rated found ->
          only(found.groups().stream().anyMatch(each -> each.years() > 0), () -> rates(found));
      case Finding.Followed _, Finding.Waited _, Finding.RelapsesSeen _, Finding.Treated _ ->
          new TimeFigures(this, texts).of(finding);
      case Finding.Described _ -> Optional.empty();
    };
  }

  private static Optional<Chart> only(boolean drawn, Supplier<Chart> chart) {
    return drawn ? Optional.of(chart.get()) : Optional.empty();
  }

  private Optional<Chart> numbers(Finding.NumbersCompared found) {
    if (found.question().by().isDivided()) {
      return only(
          found.groups().stream().anyMatch(each -> !each.values().isEmpty()), () -> boxes(found));
    }
    return only(
        found.rows().stream()
            .map(row -> row.cells().getFirst())
            .anyMatch(cell -> cell.isKnown() || cell.bounds().isPresent()),
        () -> waterfall(found));
  }

  Caption caption(Finding finding) {
    boolean open =
        finding.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(cell -> cell.isKnown() && !cell.flags().isEmpty());
    return caption(finding, open ? texts.text("analysis.figure.open") : "");
  }

  /// @param more a sentence behind the description, empty for none
  Caption caption(Finding finding, String more) {
    String description = texts.text("analysis.figure." + kind(finding));
    return new Caption(
        finding.question().title(),
        more.isEmpty() ? description : description + " " + more,
        stamp,
        texts.text("figure.no-value"));
  }

  private static String kind(Finding finding) {
    return switch (finding) {
      case Finding.NumbersCompared found ->
          found.question().by().isDivided() ? "boxes" : "waterfall";
      case Finding.SharesCompared _ -> "shares";
      case Finding.Changed _ -> "pairs";
      case Finding.Correlated _ -> "scatter";
      case Finding.Overviewed _ -> "heat";
      case Finding.Referenced _ -> "reference";
      case Finding.Rated _ -> "rates";
      case Finding.Followed _ -> "courses";
      case Finding.Waited _ -> "survival";
      case Finding.RelapsesSeen _ -> "relapses";
      case Finding.Treated found ->
          found.question().shown() == Question.TreatmentsShown.SWIMMER ? "swimmer" : "sequences";
      case Finding.Described _ -> "none";
    };
  }

  /// A mark that leads to a row of data.
  Mark mark(int row, String title) {
    return Mark.of(title, section + "/" + (row + 1))
        .linkedTo("#" + AnalysisPage.anchor(section, row));
  }

  /// A mark that stands for no single row.
  Mark mark(String title) {
    return Mark.of(title, section);
  }

  static String axis(String name, String unit) {
    return unit.isEmpty() ? name : name + ", " + unit;
  }

  /// A logarithmic axis where all values are positive and the largest is 50 times the smallest,
  /// else a linear one.
  static Scale scale(List<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return least > 0 && most >= LOGARITHMIC_FROM * least
        ? Scale.logOver(values)
        : Scale.linearOver(values);
  }

  static SeriesStyle style(int group) {
    return Palette.style(Math.max(0, group));
  }

  /// Row numbers by patient, for findings with a row each.
  static Map<String, Integer> rows(Finding finding) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (int i = 0; i < finding.rows().size(); i++) {
      rows.putIfAbsent(finding.rows().get(i).patient(), i);
    }
    return rows;
  }

  private Chart boxes(Finding.NumbersCompared found) {
    Variable.OfNumber variable = found.question().variable();
    List<Double> all = new ArrayList<>();
    List<BoxGroup> groups = new ArrayList<>();
    List<String> names = tables.groups(found.question().by());
    for (int g = 0; g < names.size(); g++) {
      List<Value> values = values(found, g, all);
      groups.add(
          new BoxGroup(
              names.get(g),
              "n = " + values.size(),
              style(g),
              quartiles(names.get(g), found.described().get(g)),
              values));
    }
    return BoxPlot.of(
        caption(found), new Axis(axis(variable.name(), variable.unit()), scale(all)), groups);
  }

  /// A bar for each member where there is but one group.
  private Chart waterfall(Finding.NumbersCompared found) {
    Variable.OfNumber variable = found.question().variable();
    List<Double> all = new ArrayList<>(List.of(0.0));
    found.rows().stream().map(row -> row.cells().getFirst()).forEach(cell -> ends(cell, all));
    Scale scale = scale(all);
    long bounded =
        found.rows().stream().filter(row -> row.cells().getFirst().bounds().isPresent()).count();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < found.rows().size(); i++) {
      columns.add(column(found.rows().get(i), i, scale));
    }
    return Waterfall.of(
            caption(found),
            new Axis(axis(variable.name(), variable.unit()), scale),
            columns,
            texts.text("analysis.unknown"))
        .named(
            bounded == 0
                ? "n = " + found.described().getFirst().count()
                : texts.text(
                    "analysis.n-and-bounds", found.described().getFirst().count(), bounded))
        .sized(org.myocohort.figures.FigureSize.print(174));
  }

  /// The numbers that an axis must hold for a cell.
  private static void ends(Row.Cell cell, List<Double> all) {
    if (cell.isKnown()) {
      all.add(number(cell.value()));
    }
    cell.bounds()
        .ifPresent(bounds -> {
          all.add(bounds.lower().doubleValue());
          all.add(bounds.upper().doubleValue());
        });
  }

  /// A bar; from its lower to its upper bound where only those are known; pale from 0 to the limit,
  /// or from the limit to the axis's end, where the value lies beyond one.
  private Column column(Row row, int index, Scale scale) {
    Row.Cell cell = row.cells().getFirst();
    StringBuilder title = new StringBuilder(row.patient()).append(": ");
    if (cell.isKnown()) {
      title.append(cell.value());
    } else {
      title.append(
          cell.bounds()
              .map(bounds ->
                  texts.text(
                      "analysis.to",
                      bounds.lower().toPlainString(),
                      bounds.upper().toPlainString()))
              .orElse(texts.text("analysis.unknown")));
    }
    String flags = flags(cell);
    Kind kind = flags.isEmpty() ? Kind.of("", Hue.BLUE) : Kind.of(flags.substring(2), Hue.ORANGE);
    Mark mark = mark(index, title + flags);
    if (cell.bounds().isPresent()) {
      Bounds bounds = cell.bounds().get();
      return Column.between(
          row.patient(), kind, bounds.lower().doubleValue(), bounds.upper().doubleValue(), mark);
    }
    if (!cell.isKnown()) {
      return Column.unknown(row.patient(), kind, mark);
    }
    double number = number(cell.value());
    return switch (limit(cell.value())) {
      case NONE -> Column.of(row.patient(), kind, number, mark);
      case BELOW -> Column.between(row.patient(), kind, Math.min(0, number), number, mark);
      case ABOVE ->
          Column.between(row.patient(), kind, number, Math.max(number, scale.high()), mark);
    };
  }

  /// The own values with the range of the group behind them.
  private Optional<Chart> reference(Finding.Referenced found) {
    Variable.OfNumber variable = found.question().variable();
    ReferenceGroup group = found.question().group();
    List<Double> all = new ArrayList<>();
    group.minimum().ifPresent(all::add);
    group.maximum().ifPresent(all::add);
    List<Value> values = values(found, 0, all);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Band> bands =
        group.minimum().isPresent() && group.maximum().isPresent()
            ? List.of(
                new Band(
                    group.minimum().getAsDouble(),
                    group.maximum().getAsDouble(),
                    texts.text("analysis.reference")))
            : List.of();
    return Optional.of(
        BoxPlot.of(
                caption(found),
                new Axis(axis(variable.name(), variable.unit()), scale(all)),
                List.of(
                    new BoxGroup(
                        texts.text("analysis.all"),
                        "n = " + values.size(),
                        style(0),
                        quartiles(texts.text("analysis.all"), found.described()),
                        values)))
            .withBands(bands));
  }

  /// The values of the first column in a group, each with its row.
  private List<Value> values(Finding found, int group, List<Double> all) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < found.rows().size(); i++) {
      Row row = found.rows().get(i);
      if (row.group() == group && row.cells().getFirst().isKnown()) {
        String cell = row.cells().getFirst().value();
        double number = number(cell);
        all.add(number);
        String flags = flags(row.cells().getFirst());
        values.add(
            new Value(
                number,
                limit(cell),
                !flags.isEmpty(),
                mark(i, row.patient() + ": " + cell + flags)));
      }
    }
    return values;
  }

  private @Nullable Quartiles quartiles(String name, TestResult described) {
    if (described.count() < 4) {
      return null;
    }
    List<Double> five = new ArrayList<>();
    for (String each : List.of("min", "q1", "median", "q3", "max")) {
      if (!(described.further(each) instanceof Quantity.Given(double number))) {
        return null;
      }
      five.add(number);
    }
    return new Quartiles(
        five.get(0),
        five.get(1),
        five.get(2),
        five.get(3),
        five.get(4),
        mark(name + ": " + shown.median(described)));
  }

  private Chart shares(Finding.SharesCompared found) {
    List<String> names = tables.groups(found.question().by());
    List<IntervalRow> rows = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      Counts each = found.groups().get(g);
      TestResult share = found.shares().get(g);
      String words = shown.share(each.yes(), each.known(), share);
      Mark mark = mark(names.get(g) + ": " + words);
      rows.add(
          each.known() == 0
              ? IntervalRow.without(names.get(g), words, mark)
              : IntervalRow.of(
                  names.get(g),
                  100 * share.estimate().number(),
                  100 * share.lower().number(),
                  100 * share.upper().number(),
                  words,
                  mark));
    }
    return IntervalPlot.of(
        caption(found),
        new Axis(axis(found.question().variable().name(), "%"), Scale.linear(0, 100)),
        List.of(new IntervalGroup("", style(0), rows)),
        "",
        "");
  }

  private Chart rates(Finding.Rated found) {
    List<String> names = tables.groups(found.question().by());
    List<IntervalRow> rows = new ArrayList<>();
    List<Double> ends = new ArrayList<>(List.of(0.0));
    for (int g = 0; g < names.size(); g++) {
      TestResult rate = found.groups().get(g).rate();
      String words = shown.estimate(rate);
      Mark mark = mark(names.get(g) + ": " + words);
      if (rate.estimate() instanceof Quantity.Given(double estimate)) {
        ends.add(rate.upper().number());
        rows.add(
            IntervalRow.of(
                names.get(g), estimate, rate.lower().number(), rate.upper().number(), words, mark));
      } else {
        rows.add(IntervalRow.without(names.get(g), words, mark));
      }
    }
    return IntervalPlot.of(
        caption(found),
        new Axis(
            axis(found.question().variable().name(), texts.text("analysis.per-year")),
            Scale.linearOver(ends)),
        List.of(new IntervalGroup("", style(0), rows)),
        "",
        "");
  }

  private Chart pairs(Finding.Changed found) {
    Map<String, Integer> rows = rows(found);
    Variable.OfCourse variable = found.question().variable();
    List<Double> all = new ArrayList<>();
    List<PairGroup> groups = new ArrayList<>();
    List<String> names = tables.groups(found.question().by());
    List<String> occasions =
        List.of(texts.text("analysis.before-short"), texts.text("analysis.after-short"));
    for (int g = 0; g < names.size(); g++) {
      int group = g;
      List<org.myocohort.figures.chart.Pair> pairs = new ArrayList<>();
      for (Pair pair : found.pairs()) {
        if (pair.group() == group) {
          pairs.add(
              new org.myocohort.figures.chart.Pair(
                  pair.patient(),
                  List.of(
                      Optional.of(value(found, pair, false, rows, all)),
                      Optional.of(value(found, pair, true, rows, all)))));
        }
      }
      groups.add(
          new PairGroup(
              names.get(g),
              "n = " + pairs.size(),
              style(g),
              occasions,
              pairs,
              List.of(
                  median(names.get(g), found.before().get(g)),
                  median(names.get(g), found.after().get(g)))));
    }
    return PairedLines.of(
        caption(found), new Axis(axis(variable.name(), variable.unit()), scale(all)), groups);
  }

  private Optional<Value> median(String name, TestResult described) {
    return described.count() > 0
            && described.further("median") instanceof Quantity.Given(double number)
        ? Optional.of(
            Value.of(
                number, mark(name + ": " + texts.text("analysis.median-of", Shown.number(number)))))
        : Optional.empty();
  }

  private Value value(
      Finding.Changed found,
      Pair pair,
      boolean after,
      Map<String, Integer> rows,
      List<Double> all) {
    String words = words(after ? pair.after() : pair.before());
    double number = number(words);
    all.add(number);
    int row = rows.getOrDefault(pair.patient(), 0);
    Row.Cell cell = found.rows().get(row).cells().get(after ? 1 : 0);
    String title = pair.patient() + ": " + words + flags(cell);
    return new Value(number, limit(words), !cell.flags().isEmpty(), mark(row, title));
  }

  /// What a reader must know of a value, behind a semicolon each; empty where that is nothing.
  private String flags(Row.Cell cell) {
    return cell.flags().stream()
        .map(flag -> "; " + texts.text("analysis.flag." + flag.code()))
        .sorted()
        .collect(Collectors.joining());
  }

  private Chart scatter(Finding.Correlated found) {
    Map<String, Integer> rows = rows(found);
    List<String> names = new ArrayList<>(tables.groups(found.question().by()));
    names.add(texts.text("analysis.in-no-group"));
    List<List<ScatterPoint>> points = new ArrayList<>();
    names.forEach(_ -> points.add(new ArrayList<>()));
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (Pair pair : found.pairs()) {
      String x = words(pair.before());
      String y = words(pair.after());
      xs.add(number(x));
      ys.add(number(y));
      int group = pair.group() < 0 ? names.size() - 1 : pair.group();
      points
          .get(group)
          .add(
              new ScatterPoint(
                  number(x),
                  limit(x),
                  number(y),
                  limit(y),
                  "",
                  mark(
                      rows.getOrDefault(pair.patient(), 0), pair.patient() + ": " + x + "; " + y)));
    }
    Variable.OfNumber x = found.question().x();
    Variable.OfNumber y = found.question().y();
    return Scatter.of(
            caption(found),
            new Axis(axis(x.name(), x.unit()), scale(xs)),
            new Axis(axis(y.name(), y.unit()), scale(ys)),
            IntStream.range(0, names.size())
                .filter(g -> !points.get(g).isEmpty())
                .mapToObj(g ->
                    new ScatterGroup(
                        found.question().by().isDivided() ? names.get(g) : "",
                        style(g),
                        points.get(g)))
                .toList())
        .withNumbers(
            List.of(
                texts.text("analysis.symbol." + Texts.code(found.question().method()))
                    + " = "
                    + (found.correlation().estimate() instanceof Quantity.Given(double estimate)
                        ? Shown.number(estimate)
                        : "–"),
                shown.p(found.correlation()),
                "n = " + found.pairs().size()));
  }

  private Chart heat(Finding.Overviewed found) {
    List<HeatColumn> columns = new ArrayList<>();
    for (int i = 0; i < found.counts().size(); i++) {
      Counts each = found.counts().get(i);
      columns.add(
          new HeatColumn(
              found.question().variables().get(i).name(), "", each.yes() + "/" + each.known()));
    }
    List<String> names = tables.groups(found.question().by());
    List<Integer> order =
        IntStream.range(0, found.rows().size())
            .boxed()
            .sorted(
                java.util.Comparator.comparingInt(
                    i -> Math.floorMod(found.rows().get(i).group(), names.size() + 1)))
            .toList();
    List<HeatRow> rows = new ArrayList<>();
    for (int i : order) {
      Row row = found.rows().get(i);
      List<HeatRow.Cell> cells = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        String value = row.cells().get(c).value();
        HeatRow.State state =
            switch (value) {
              case "yes" -> HeatRow.State.YES;
              case "no" -> HeatRow.State.NO;
              default -> HeatRow.State.UNKNOWN;
            };
        String word = texts.text("analysis." + (value.isEmpty() ? "unknown" : value));
        cells.add(
            new HeatRow.Cell(
                state, mark(i, row.patient() + ": " + columns.get(c).name() + ": " + word)));
      }
      String group =
          !found.question().by().isDivided() || row.group() < 0 ? "" : names.get(row.group());
      rows.add(new HeatRow(row.patient(), group, cells));
    }
    return new HeatMap(
        caption(found),
        org.myocohort.figures.FigureSize.print(84),
        columns,
        rows,
        new HeatMap.StateNames(
            texts.text("analysis.yes"), texts.text("analysis.no"), texts.text("analysis.unknown")),
        texts.text("analysis.count-of-known"));
  }

  /// The lines that a reader compares a course with.
  List<CutOff> cutOffs(Variable.OfCourse variable) {
    List<Integer> cuts = variable.thresholds();
    List<String> names = List.of("minimal", "moderate", "major");
    return IntStream.range(0, cuts.size())
        .mapToObj(i ->
            new CutOff(cuts.get(i), i < names.size() ? texts.text("category." + names.get(i)) : ""))
        .toList();
  }

  static String words(org.myocohort.patient.Value<BigDecimal> value) {
    return switch (value) {
      case org.myocohort.patient.Value.Known<BigDecimal>(BigDecimal known) -> known.toPlainString();
      case org.myocohort.patient.Value.Below<BigDecimal>(BigDecimal limit) ->
          "<" + limit.toPlainString();
      case org.myocohort.patient.Value.Above<BigDecimal>(BigDecimal limit) ->
          ">" + limit.toPlainString();
      case org.myocohort.patient.Value.Absent<BigDecimal> _ -> "";
    };
  }

  static double number(String cell) {
    return Double.parseDouble(
        cell.startsWith("<") || cell.startsWith(">") ? cell.substring(1) : cell);
  }

  static Limit limit(String cell) {
    return cell.startsWith("<") ? Limit.BELOW : cell.startsWith(">") ? Limit.ABOVE : Limit.NONE;
  }
}
