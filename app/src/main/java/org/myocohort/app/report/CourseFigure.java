package org.myocohort.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.Amount;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.ResponseMarks;
import org.myocohort.app.patient.Words;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Palette;
import org.myocohort.figures.Panel;
import org.myocohort.figures.PanelFigure;
import org.myocohort.figures.Plot;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Series;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.vocabulary.Vocabulary;

/// The letter's two-panel figure: A, C-reactive protein and troponin T from the start of the index
/// drug; B, the improvement score with its cut-offs. One line a patient.
///
/// Troponins of different assays never share a plot. Points that cannot count as response to the
/// drug are hollow; a partial score is a bar between its bounds.
final class CourseFigure {
  private static final List<String> PANEL_A = List.of("crp", "troponin-t-hs", "troponin-t");
  private static final double WINDOW_MONTHS = 3;

  /// One value of the figure, the row of the table beneath it.
  ///
  /// @param panel `A` or `B`
  /// @param quantity what it is, in words
  /// @param months from day 0
  /// @param value in words and digits
  /// @param remark why it is hollow or a bar, empty for neither
  /// @param reference the row it comes from
  record Row(
      String panel,
      String quantity,
      String patient,
      String date,
      double months,
      String value,
      String remark,
      String reference) {

    /// The months as they are shown.
    String month() {
      return Answer.decimal(BigDecimal.valueOf(months).setScale(1, RoundingMode.HALF_UP));
    }
  }

  /// More lines than these cannot be told apart: medians are drawn instead.
  static final int MOST_LINES = 12;

  /// The value of one patient at one time.
  ///
  /// @param patient pseudonym
  /// @param months from day 0
  /// @param value in the quantity's unit
  record Single(String patient, double months, double value) {}

  private final List<Row> rows = new ArrayList<>();
  private final boolean single;
  private final CohortCourse cohort;
  private final List<Plot> responses = new ArrayList<>();
  private final List<Plot> labs = new ArrayList<>();
  private final Words words;
  private double from;
  private double to = 1;

  /// Draws the patients of one index drug.
  CourseFigure(List<PatientResults> patients, QuantileMethod quantiles, Words words) {
    this.words = words;
    single = patients.size() <= MOST_LINES;
    cohort = new CohortCourse(quantiles, words);
    Palette palette = Palette.of(patients.stream().map(each -> each.patient().id()).toList());
    for (String code : PANEL_A) {
      laboratory(patients, code, palette);
    }
    score(patients, palette);
    for (CohortCourse.Window window : cohort.windows()) {
      remember(window.month());
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<Row> rows() {
    return rows;
  }

  /// The medians that are drawn where there are too many patients for a line each; empty where each
  /// has one.
  List<CohortCourse.Window> windows() {
    return cohort.windows();
  }

  /// The figure as SVG.
  ///
  /// @param stamp the line that every figure of a made-up study carries, empty for none
  String render(String drug, String stamp) {
    Scale x = Scale.months(from, to);
    String xTitle = words.text("figure.months-from", drug);
    List<Panel> panels = new ArrayList<>();
    panels.add(
        new Panel(
            words.text("figure.panel-a"),
            xTitle,
            x,
            labs.isEmpty()
                ? List.of(Plot.of(words.measurement("crp"), Scale.linear(0, 1), List.of()))
                : labs));
    panels.add(new Panel(words.text("figure.panel-b"), xTitle, x, responses));
    return PanelFigure.of(
            words.text("figure.course-title", drug),
            words.text("figure.course-description"),
            panels,
            words.text("figure.no-value"))
        .stamped(stamp)
        .render();
  }

  private void laboratory(List<PatientResults> patients, String code, Palette palette) {
    List<Series> series = new ArrayList<>();
    List<Single> singles = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    String unit = Vocabulary.measurements().term(code).cell("unit");
    String title = words.measurement(code) + ", " + unit;
    for (PatientResults each : patients) {
      List<Datum> points = new ArrayList<>();
      for (Measurement measurement : each.patient().measurements(code)) {
        Optional<Double> months = months(each, measurement.date());
        Optional<Amount> amount = Amount.of(measurement, unit);
        if (months.isEmpty() || months.get() < -WINDOW_MONTHS || amount.isEmpty()) {
          continue;
        }
        String reference = measurement.row().column("value");
        String shown = amount.get().text() + " " + unit;
        points.add(
            Point.of(months.get(), amount.get().value(), mark(each, title, shown, reference))
                .beyond(amount.get().limit()));
        values.add(amount.get().value());
        singles.add(new Single(each.patient().id(), months.get(), amount.get().value()));
        remember(months.get());
        rows.add(
            new Row(
                "A",
                words.measurement(code),
                each.patient().id(),
                words.value(measurement.date()),
                months.get(),
                shown,
                "",
                reference));
      }
      if (!points.isEmpty()) {
        series.add(new Series(each.patient().id(), palette.style(each.patient().id()), points));
      }
    }
    if (!series.isEmpty() && !single) {
      series = List.of(cohort.series(code, words.measurement(code), singles));
      values = cohort.drawn(code);
    }
    if (!series.isEmpty()) {
      labs.add(Plot.of(title, Scale.linearOver(withZero(values)), series));
    }
  }

  private void score(List<PatientResults> patients, Palette palette) {
    List<Series> series = new ArrayList<>();
    List<Single> singles = new ArrayList<>();
    for (PatientResults each : patients) {
      List<Datum> points = new ArrayList<>();
      Visit baseline = each.response().baseline();
      Optional<Double> start = baseline == null ? Optional.empty() : each.months(baseline.date());
      if (baseline != null && start.isPresent()) {
        points.add(
            Point.of(
                start.get(),
                0,
                mark(each, words.text("figure.baseline"), "0", baseline.row().toString())));
        remember(start.get());
      }
      for (ResponsePoint point : each.response().points()) {
        datum(each, point).ifPresent(points::add);
        BigDecimal total = point.followUp().assessment().value();
        Optional<Double> months = each.months(point.followUp().visit().date());
        if (total != null && months.isPresent() && point.attributable()) {
          singles.add(new Single(each.patient().id(), months.get(), total.doubleValue()));
        }
      }
      if (points.size() > 1) {
        series.add(new Series(each.patient().id(), palette.style(each.patient().id()), points));
      }
    }
    if (!single) {
      series = List.of(cohort.series("score", words.text("figure.score"), singles));
    }
    responses.add(
        Plot.of(words.text("figure.score"), Scale.linear(0, 100), series)
            .withCutOffs(ResponseMarks.cutOffs(words)));
  }

  private Optional<Datum> datum(PatientResults each, ResponsePoint point) {
    Bounds bounds = point.followUp().assessment().bounds();
    Visit visit = point.followUp().visit();
    Optional<Double> months = each.months(visit.date());
    if (bounds == null || months.isEmpty()) {
      return Optional.empty();
    }
    remember(months.get());
    BigDecimal total = point.followUp().assessment().value();
    String category = words.name("category", point.followUp().assessment().category());
    String shown = Words.scored(total, bounds);
    String remark = ResponseMarks.remark(words, point);
    rows.add(
        new Row(
            "B",
            words.text("figure.score"),
            each.patient().id(),
            visit.date().toString(),
            months.get(),
            shown + " (" + category + ")",
            remark,
            visit.row().toString()));
    Mark mark =
        mark(
            each,
            words.text("figure.score"),
            shown + ", " + category + (remark.isEmpty() ? "" : "; " + remark),
            visit.row().toString());
    return Optional.of(ResponseMarks.datum(total, bounds, months.get(), point, mark));
  }

  private static Optional<Double> months(PatientResults each, Value<Moment> date) {
    return date instanceof Value.Known<Moment>(Moment moment)
        ? each.months(moment)
        : Optional.empty();
  }

  private static Mark mark(PatientResults each, String what, String shown, String reference) {
    return Mark.of(each.patient().id() + ": " + what + " " + shown, reference)
        .linkedTo("#" + Html.anchor(reference));
  }

  private void remember(double months) {
    from = Math.min(from, months);
    to = Math.max(to, months);
  }

  private static List<Double> withZero(List<Double> values) {
    List<Double> all = new ArrayList<>(values);
    all.add(0.0);
    return all;
  }
}
