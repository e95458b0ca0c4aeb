package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;
import org.myocohort.figures.Tick;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.effect.OneArmCounts;

/// A forest plot: a row for each study, below them the pooled effect as a diamond, another method
/// where it says something else, the prediction interval; in one group or in several.
public final class ForestPlot {
  private static final double ROW = 20;
  private static final double GAP = 6;
  private static final double TOP = 34;
  private static final double AXIS = 46;
  private static final double LABEL = 230;
  private static final double RIGHT = 250;
  private static final double WEIGHT = 62;
  private static final double LARGEST = 6.5;

  private final Analysis analysis;
  private final List<ForestGroup> groups;
  private final Texts texts;
  private final FigureSize size;
  private final ForestAxis axis;
  private final List<Svg> shapes = new ArrayList<>();

  private ForestPlot(Analysis analysis, List<ForestGroup> groups, Texts texts) {
    this.analysis = analysis;
    this.groups = groups;
    this.texts = texts;
    this.size = FigureSize.screen(960);
    this.axis = ForestAxis.of(analysis, intervals(), LABEL, size.width() - RIGHT - WEIGHT);
  }

  /// Draws a result.
  static String draw(MetaResult result, Texts texts) {
    return draw(result.analysis(), List.of(ForestGroup.of(result, texts)), texts);
  }

  /// Draws groups of studies.
  ///
  /// @param analysis of all of them, whose scale the axis has
  public static String draw(Analysis analysis, List<ForestGroup> groups, Texts texts) {
    return new ForestPlot(analysis, groups, texts).render();
  }

  private List<ConfidenceInterval> intervals() {
    List<ConfidenceInterval> intervals = new ArrayList<>();
    for (StudyRow row : analysis.rows()) {
      row.effect().result().ifPresent(effect -> intervals.add(interval(effect)));
    }
    analysis.pooled().result().flatMap(each -> each.interval().result()).ifPresent(intervals::add);
    analysis.prediction().result().ifPresent(intervals::add);
    return intervals;
  }

  private ConfidenceInterval interval(Effect effect) {
    return MetaRows.interval(effect, analysis.request().level());
  }

  private String render() {
    double height = GAP;
    double largest = 0;
    for (ForestGroup group : groups) {
      int rows = group.rows().size() + group.below().size() + (group.heading().isEmpty() ? 0 : 1);
      height += rows * ROW + (group.below().isEmpty() ? 0 : GAP);
      for (ForestStudy study : group.rows()) {
        largest = Math.max(largest, study.row().weight().result().orElse(0.0));
      }
    }
    double bottom = TOP + height;
    FigureSize whole = size.withHeight(bottom + AXIS);
    axis(bottom);
    head();
    double y = TOP + ROW / 2;
    for (ForestGroup group : groups) {
      if (!group.heading().isEmpty()) {
        heading(group.heading(), y);
        y += ROW;
      }
      for (ForestStudy study : group.rows()) {
        study(study, y, largest);
        y += ROW;
      }
      y += group.below().isEmpty() ? 0 : GAP;
      for (ForestLine line : group.below()) {
        below(line, y);
        y += ROW;
      }
    }
    int studies = groups.stream().mapToInt(group -> group.rows().size()).sum();
    String title = texts.text("meta.figure.forest", analysis.request().measure().name(), studies);
    boolean linked =
        groups.stream().flatMap(group -> group.rows().stream()).anyMatch(row -> row.href() != null);
    Svg figure = Svg.document(whole, title, title, linked);
    figure.add(Marks.filled(0, 0, whole.width(), whole.height(), Grey.WHITE));
    return figure.addAll(shapes).render();
  }

  /// A heading may be longer than a label: nothing stands beside it.
  private void heading(String heading, double y) {
    TextStyle style = size.smallBold(Grey.TEXT);
    text(8, y, TextWidths.truncate(heading, size.width() - 16, style), style, "start");
  }

  private void text(double x, double y, String text, TextStyle style, String anchor) {
    shapes.add(
        Svg.element("text")
            .set("x", x)
            .set("y", y + style.size() * 0.36)
            .set("font-size", style.size())
            .set("font-weight", style.bold() ? "bold" : "normal")
            .set("fill", style.colour())
            .set("text-anchor", anchor)
            .content(text));
  }

  private void head() {
    TextStyle style = size.smallBold(Grey.TEXT);
    text(8, TOP - 12, texts.text("meta.column.study"), style, "start");
    text(
        size.width() - WEIGHT - 8,
        TOP - 12,
        texts.text(
            "meta.figure.effect",
            name(),
            Numbers.exact(Math.round(100000 * analysis.request().level()) / 1000.0)),
        style,
        "end");
    if (analysis.rows().stream().anyMatch(row -> row.weight().result().isPresent())) {
      text(size.width() - 8, TOP - 12, texts.text("meta.column.weight"), style, "end");
    }
  }

  private String name() {
    return texts.text("meta.measure." + analysis.request().measure().name());
  }

  private void axis(double bottom) {
    for (Tick tick : axis.scale().ticks(7)) {
      double x = axis.x(tick.value());
      shapes.add(Marks.stroked(Marks.line(x, TOP, x, bottom), Grey.GRID, 1));
      text(x, bottom + 14, tick.label(), size.small(Grey.TEXT), "middle");
    }
    shapes.add(Marks.stroked(Marks.line(axis.left(), bottom, axis.right(), bottom), Grey.LINE, 1));
    analysis
        .request()
        .measure()
        .noDifference()
        .ifPresent(none -> {
          double x = axis.x(analysis.display(none));
          shapes.add(Marks.stroked(Marks.line(x, TOP, x, bottom), Grey.LINE, 1));
        });
    analysis
        .pooled()
        .result()
        .ifPresent(effect -> {
          double x = axis.x(analysis.display(effect.estimate()));
          shapes.add(
              Marks.stroked(Marks.line(x, TOP, x, bottom), Hue.BLUE.line(), 1)
                  .set("stroke-dasharray", "2 4"));
        });
    text((axis.left() + axis.right()) / 2, bottom + 32, name(), size.small(Grey.TEXT), "middle");
  }

  private void label(String label, double y, boolean bold) {
    TextStyle style = bold ? size.bold(Grey.INK) : size.text(Grey.INK);
    text(8, y, TextWidths.truncate(label, LABEL - 24, style), style, "start");
  }

  private String numbers(double shown, Optional<ConfidenceInterval> interval) {
    return interval
        .map(each -> rounded(shown) + " (" + between(each) + ")")
        .orElseGet(() -> rounded(shown));
  }

  private String between(ConfidenceInterval shown) {
    return rounded(shown.lower()) + " – " + rounded(shown.upper());
  }

  private String rounded(double value) {
    double magnitude = Math.abs(value);
    boolean share = axis.scale().low() == 0 && axis.scale().high() == 1;
    return !share && magnitude != 0 && (magnitude < 0.05 || magnitude >= 1000)
        ? Numbers.shown(value)
        : Numbers.rough(value);
  }

  /// An interval of the scale of the analysis as a reader is shown it.
  private ConfidenceInterval shown(ConfidenceInterval interval) {
    return new ConfidenceInterval(
        analysis.display(interval.lower()), analysis.display(interval.upper()), interval.level());
  }

  private void study(ForestStudy study, double y, double largest) {
    StudyRow row = study.row();
    label(row.label(), y, false);
    Optional<Effect> found = row.effect().result();
    if (found.isEmpty()) {
      row.effect()
          .missing()
          .ifPresent(reason -> {
            TextStyle style = size.small(Grey.TEXT);
            String sentence = new MetaMessages(texts).reason(reason);
            text(
                axis.left() + 8,
                y,
                TextWidths.truncate(sentence, size.width() - axis.left() - 24, style),
                style,
                "start");
          });
      return;
    }
    double shown = analysis.display(found.get().value());
    ConfidenceInterval interval = shown(interval(found.get()));
    if (row.data() instanceof OneArmCounts counts) {
      // A proportion is shown as it was seen, with its exact interval, not as corrected.
      shown = counts.x() / counts.n();
      interval =
          ProportionInterval.CLOPPER_PEARSON.interval(
              (int) counts.x(), (int) counts.n(), analysis.request().level());
    }
    String numbers = numbers(shown, Optional.of(interval));
    Optional<Double> weight = row.weight().result();
    String title =
        row.label()
            + ": "
            + numbers
            + weight
                .map(each -> ", " + texts.text("meta.figure.weight", Numbers.rough(each)))
                .orElse("")
            + (study.said().isEmpty() ? "" : ", " + study.said());
    double half =
        weight
            .map(each -> Math.max(2, LARGEST * Math.sqrt(each / Math.max(largest, 1e-9))))
            .orElse(3.0);
    double x = axis.x(shown);
    List<Svg> parts = new ArrayList<>(line(interval, y, Hue.BLUE.line(), 1.4));
    parts.add(Marks.filled(x - half, y - half, 2 * half, 2 * half, Hue.BLUE.colour()));
    shapes.add(
        new Mark(title, "studies/" + row.label(), study.href()).draw(parts.toArray(Svg[]::new)));
    text(size.width() - WEIGHT - 8, y, numbers, size.text(Grey.INK), "end");
    weight.ifPresent(
        each -> text(size.width() - 8, y, Numbers.rough(each) + " %", size.text(Grey.INK), "end"));
  }

  /// A shown interval, with an arrow head at each end that lies beyond the axis.
  private List<Svg> line(ConfidenceInterval shown, double y, String colour, double width) {
    double lower = shown.lower();
    double upper = shown.upper();
    double from = axis.x(lower);
    double to = axis.x(upper);
    List<Svg> parts = new ArrayList<>();
    parts.add(Marks.stroked(Marks.line(from, y, to, y), colour, width));
    if (axis.below(lower)) {
      parts.add(polygon(colour, from - 5, y, from + 2, y - 4, from + 2, y + 4));
    }
    if (axis.above(upper)) {
      parts.add(polygon(colour, to + 5, y, to - 2, y - 4, to - 2, y + 4));
    }
    return parts;
  }

  private static Svg polygon(String colour, double... places) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < places.length; i += 2) {
      points.add(Svg.number(places[i]) + "," + Svg.number(places[i + 1]));
    }
    return Svg.element("polygon").set("points", String.join(" ", points)).set("fill", colour);
  }

  private void below(ForestLine line, double y) {
    switch (line) {
      case ForestLine.Diamond diamond -> diamond(diamond, y);
      case ForestLine.Without without -> {
        label(without.name(), y, without.main());
        TextStyle style = size.small(Grey.TEXT);
        double room = size.width() - axis.left() - 24;
        text(
            axis.left() + 8,
            y,
            TextWidths.truncate(without.sentence(), room, style),
            style,
            "start");
      }
      case ForestLine.Prediction(String name, ConfidenceInterval interval) -> {
        label(name, y, false);
        String numbers = between(interval);
        List<Svg> parts = line(interval, y, Hue.VERMILLION.line(), 3);
        shapes.add(
            Mark.of(texts.text("meta.figure.prediction", numbers), "prediction")
                .draw(parts.toArray(Svg[]::new)));
        text(size.width() - WEIGHT - 8, y, numbers, size.text(Grey.INK), "end");
      }
    }
  }

  private void diamond(ForestLine.Diamond diamond, double y) {
    label(diamond.name(), y, diamond.main());
    String numbers = numbers(diamond.estimate(), diamond.interval());
    double x = axis.x(diamond.estimate());
    double from = diamond.interval().map(each -> axis.x(each.lower())).orElse(x);
    double to = diamond.interval().map(each -> axis.x(each.upper())).orElse(x);
    Hue hue = diamond.main() ? Hue.VERMILLION : Hue.ORANGE;
    shapes.add(
        Mark.of(diamond.name() + ": " + numbers, "pooled/" + diamond.name())
            .draw(polygon(hue.colour(), from, y, x, y - 6, to, y, x, y + 6)));
    text(
        size.width() - WEIGHT - 8,
        y,
        numbers,
        diamond.main() ? size.bold(Grey.INK) : size.text(Grey.INK),
        "end");
  }
}
