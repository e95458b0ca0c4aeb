package org.myocohort.app.analysis;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Question;
import org.myocohort.cohort.variable.Course;
import org.myocohort.cohort.variable.Variable;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Palette;
import org.myocohort.figures.Scale;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.chart.Axis;
import org.myocohort.figures.chart.Caption;
import org.myocohort.patient.Value;

/// What the figures of all findings have in common: captions, axes, and marks that lead to their
/// row of data.
final class FigureParts {
  private static final double LOGARITHMIC_FROM = 50;

  private final String section;
  private final String stamp;
  private final Texts texts;
  private final Shown shown;

  /// The parts of the figure of one section.
  ///
  /// @param section name of the section, part of where its rows of data stand
  /// @param stamp a line that every figure must carry, empty for none
  FigureParts(String section, String stamp, Texts texts) {
    this.section = section;
    this.stamp = stamp;
    this.texts = texts;
    this.shown = new Shown(texts);
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

  static Axis axis(String name, String unit, Scale scale) {
    return new Axis(unit.isEmpty() ? name : name + ", " + unit, scale);
  }

  /// An axis of months from day 0.
  ///
  /// @param values all that it must hold, in months
  Axis months(List<Double> values) {
    return new Axis(texts.text("analysis.months"), Scale.monthsOver(values));
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

  /// What a reader must know of a value, behind a semicolon each; empty where that is nothing.
  String flags(Set<Course.Flag> flags) {
    return shown.flags(flags).map(flag -> "; " + flag).collect(Collectors.joining());
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

  static String words(Value<BigDecimal> value) {
    return value.text(BigDecimal::toPlainString, _ -> "");
  }

  static double number(String cell) {
    return Double.parseDouble(
        cell.startsWith("<") || cell.startsWith(">") ? cell.substring(1) : cell);
  }

  static Limit limit(String cell) {
    return cell.startsWith("<") ? Limit.BELOW : cell.startsWith(">") ? Limit.ABOVE : Limit.NONE;
  }
}
