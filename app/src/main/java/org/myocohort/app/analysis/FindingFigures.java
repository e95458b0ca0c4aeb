package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.analysis.Counts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.Pair;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.variable.Variable;
import org.myocohort.figures.Band;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Scale;
import org.myocohort.figures.chart.BoxGroup;
import org.myocohort.figures.chart.BoxPlot;
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
  private final FigureParts parts;
  private final Texts texts;
  private final Shown shown;
  private final FindingTables tables;

  FindingFigures(FigureParts parts, Texts texts) {
    this.parts = parts;
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
          new TimeFigures(parts, texts).of(finding);
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
              FigureParts.style(g),
              quartiles(names.get(g), found.described().get(g)),
              values));
    }
    return BoxPlot.of(
        parts.caption(found),
        FigureParts.axis(variable.name(), variable.unit(), FigureParts.scale(all)),
        groups);
  }

  /// A bar for each member where there is but one group.
  private Chart waterfall(Finding.NumbersCompared found) {
    Variable.OfNumber variable = found.question().variable();
    List<Double> all = new ArrayList<>(List.of(0.0));
    found.rows().stream().map(row -> row.cells().getFirst()).forEach(cell -> ends(cell, all));
    Scale scale = FigureParts.scale(all);
    long bounded =
        found.rows().stream().filter(row -> row.cells().getFirst().bounds().isPresent()).count();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < found.rows().size(); i++) {
      columns.add(column(found.rows().get(i), i, scale));
    }
    return Waterfall.of(
            parts.caption(found),
            FigureParts.axis(variable.name(), variable.unit(), scale),
            columns,
            texts.text("analysis.unknown"))
        .named(
            bounded == 0
                ? "n = " + found.described().getFirst().count()
                : texts.text(
                    "analysis.n-and-bounds", found.described().getFirst().count(), bounded))
        .sized(FigureSize.print(174));
  }

  /// The numbers that an axis must hold for a cell.
  private static void ends(Row.Cell cell, List<Double> all) {
    if (cell.isKnown()) {
      all.add(FigureParts.number(cell.value()));
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
      title.append(cell.bounds().map(shown::bounds).orElse(texts.text("analysis.unknown")));
    }
    String flags = parts.flags(cell.flags());
    Kind kind = flags.isEmpty() ? Kind.of("", Hue.BLUE) : Kind.of(flags.substring(2), Hue.ORANGE);
    Mark mark = parts.mark(index, title + flags);
    if (cell.bounds().isPresent()) {
      Bounds bounds = cell.bounds().get();
      return Column.between(
          row.patient(), kind, bounds.lower().doubleValue(), bounds.upper().doubleValue(), mark);
    }
    if (!cell.isKnown()) {
      return Column.unknown(row.patient(), kind, mark);
    }
    double number = FigureParts.number(cell.value());
    return switch (FigureParts.limit(cell.value())) {
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
                parts.caption(found),
                FigureParts.axis(variable.name(), variable.unit(), FigureParts.scale(all)),
                List.of(
                    new BoxGroup(
                        texts.text("analysis.all"),
                        "n = " + values.size(),
                        FigureParts.style(0),
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
        double number = FigureParts.number(cell);
        all.add(number);
        String flags = parts.flags(row.cells().getFirst().flags());
        values.add(
            new Value(
                number,
                FigureParts.limit(cell),
                !flags.isEmpty(),
                parts.mark(i, row.patient() + ": " + cell + flags)));
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
        parts.mark(name + ": " + shown.median(described)));
  }

  private Chart shares(Finding.SharesCompared found) {
    List<String> names = tables.groups(found.question().by());
    List<IntervalRow> rows = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      Counts each = found.groups().get(g);
      TestResult share = found.shares().get(g);
      String words = shown.share(each.yes(), each.known(), share);
      Mark mark = parts.mark(names.get(g) + ": " + words);
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
        parts.caption(found),
        FigureParts.axis(found.question().variable().name(), "%", Scale.linear(0, 100)),
        List.of(new IntervalGroup("", FigureParts.style(0), rows)),
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
      Mark mark = parts.mark(names.get(g) + ": " + words);
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
        parts.caption(found),
        FigureParts.axis(
            found.question().variable().name(),
            texts.text("analysis.per-year"),
            Scale.linearOver(ends)),
        List.of(new IntervalGroup("", FigureParts.style(0), rows)),
        "",
        "");
  }

  private Chart pairs(Finding.Changed found) {
    Map<String, Integer> rows = FigureParts.rows(found);
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
              FigureParts.style(g),
              occasions,
              pairs,
              List.of(
                  median(names.get(g), found.before().get(g)),
                  median(names.get(g), found.after().get(g)))));
    }
    return PairedLines.of(
        parts.caption(found),
        FigureParts.axis(variable.name(), variable.unit(), FigureParts.scale(all)),
        groups);
  }

  private Optional<Value> median(String name, TestResult described) {
    return described.count() > 0
            && described.further("median") instanceof Quantity.Given(double number)
        ? Optional.of(
            Value.of(
                number,
                parts.mark(name + ": " + texts.text("analysis.median-of", Shown.number(number)))))
        : Optional.empty();
  }

  private Value value(
      Finding.Changed found,
      Pair pair,
      boolean after,
      Map<String, Integer> rows,
      List<Double> all) {
    String words = FigureParts.words(after ? pair.after() : pair.before());
    double number = FigureParts.number(words);
    all.add(number);
    int row = rows.getOrDefault(pair.patient(), 0);
    Row.Cell cell = found.rows().get(row).cells().get(after ? 1 : 0);
    String title = pair.patient() + ": " + words + parts.flags(cell.flags());
    return new Value(
        number, FigureParts.limit(words), !cell.flags().isEmpty(), parts.mark(row, title));
  }

  private Chart scatter(Finding.Correlated found) {
    Map<String, Integer> rows = FigureParts.rows(found);
    List<String> names = new ArrayList<>(tables.groups(found.question().by()));
    names.add(texts.text("analysis.in-no-group"));
    List<List<ScatterPoint>> points = new ArrayList<>();
    names.forEach(_ -> points.add(new ArrayList<>()));
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (Pair pair : found.pairs()) {
      String x = FigureParts.words(pair.before());
      String y = FigureParts.words(pair.after());
      xs.add(FigureParts.number(x));
      ys.add(FigureParts.number(y));
      int group = pair.group() < 0 ? names.size() - 1 : pair.group();
      points
          .get(group)
          .add(
              new ScatterPoint(
                  FigureParts.number(x),
                  FigureParts.limit(x),
                  FigureParts.number(y),
                  FigureParts.limit(y),
                  "",
                  parts.mark(
                      rows.getOrDefault(pair.patient(), 0), pair.patient() + ": " + x + "; " + y)));
    }
    Variable.OfNumber x = found.question().x();
    Variable.OfNumber y = found.question().y();
    return Scatter.of(
            parts.caption(found),
            FigureParts.axis(x.name(), x.unit(), FigureParts.scale(xs)),
            FigureParts.axis(y.name(), y.unit(), FigureParts.scale(ys)),
            IntStream.range(0, names.size())
                .filter(g -> !points.get(g).isEmpty())
                .mapToObj(g ->
                    new ScatterGroup(
                        found.question().by().isDivided() ? names.get(g) : "",
                        FigureParts.style(g),
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
                Comparator.comparingInt(
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
                state, parts.mark(i, row.patient() + ": " + columns.get(c).name() + ": " + word)));
      }
      String group =
          !found.question().by().isDivided() || row.group() < 0 ? "" : names.get(row.group());
      rows.add(new HeatRow(row.patient(), group, cells));
    }
    return new HeatMap(
        parts.caption(found),
        FigureSize.print(84),
        columns,
        rows,
        new HeatMap.StateNames(
            texts.text("analysis.yes"), texts.text("analysis.no"), texts.text("analysis.unknown")),
        texts.text("analysis.count-of-known"));
  }
}
