package org.myocohort.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.Words;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Interval;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Point;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.Quartiles;
import org.myocohort.statistics.Sample;

/// The course of many patients: at fixed months, the median and the quartiles of the values nearest
/// to that month, one a patient.
final class CohortCourse {
  /// The months of usual visits; each takes the values that are nearer to it than to its
  /// neighbours.
  private static final List<Integer> MONTHS = List.of(0, 1, 3, 6, 9, 12, 18, 24, 36, 48, 60);

  /// Fewer values give no quartiles worth drawing.
  private static final int FEWEST = 3;

  /// One month of one quantity.
  ///
  /// @param reference where its row stands in the table beneath the figure
  /// @param patients whose values it holds
  record Window(
      String reference,
      String quantity,
      int month,
      BigDecimal median,
      BigDecimal lower,
      BigDecimal upper,
      List<String> patients) {
    Window {
      patients = List.copyOf(patients);
    }
  }

  private final QuantileMethod quantiles;
  private final Words words;
  private final List<Window> windows = new ArrayList<>();

  CohortCourse(QuantileMethod quantiles, Words words) {
    this.quantiles = quantiles;
    this.words = words;
  }

  List<Window> windows() {
    return List.copyOf(windows);
  }

  /// Everything drawn of a quantity, for its scale.
  List<Double> drawn(String code) {
    List<Double> values = new ArrayList<>();
    for (Window window : windows) {
      if (window.reference().startsWith("course/" + code + "-")) {
        values.add(window.lower().doubleValue());
        values.add(window.upper().doubleValue());
      }
    }
    return values;
  }

  Series series(String code, String quantity, List<CourseFigure.Single> singles) {
    List<Datum> data = new ArrayList<>();
    for (int month : MONTHS) {
      Map<String, CourseFigure.Single> nearest = nearest(month, singles);
      if (nearest.size() < FEWEST) {
        continue;
      }
      Sample sample = Sample.of(nearest.values().stream().map(CourseFigure.Single::value).toList());
      Quartiles quartiles = sample.quartiles(quantiles);
      Window window =
          new Window(
              "course/" + code + "-" + month,
              quantity,
              month,
              tenth(sample.median()),
              tenth(quartiles.lower()),
              tenth(quartiles.upper()),
              List.copyOf(nearest.keySet()));
      windows.add(window);
      Mark mark =
          Mark.of(
                  words.text(
                      "figure.window-title",
                      quantity,
                      month,
                      Answer.decimal(window.median()),
                      Answer.decimal(window.lower()),
                      Answer.decimal(window.upper()),
                      window.patients().size()),
                  window.reference())
              .linkedTo("#" + Html.anchor(window.reference()));
      data.add(
          Interval.of(month, window.lower().doubleValue(), window.upper().doubleValue(), mark));
      data.add(Point.of(month, window.median().doubleValue(), mark));
    }
    return new Series(words.text("figure.median"), SeriesStyle.of(Hue.BLUE), data);
  }

  /// The value nearest to a month of each patient who has one in the month's reach.
  private static Map<String, CourseFigure.Single> nearest(
      int month, List<CourseFigure.Single> singles) {
    Map<String, CourseFigure.Single> nearest = new LinkedHashMap<>();
    for (CourseFigure.Single single : singles) {
      if (monthOf(single.months()) == month) {
        nearest.merge(
            single.patient(),
            single,
            (a, b) -> Math.abs(b.months() - month) < Math.abs(a.months() - month) ? b : a);
      }
    }
    return nearest;
  }

  private static int monthOf(double months) {
    int nearest = MONTHS.getFirst();
    for (int month : MONTHS) {
      if (Math.abs(months - month) < Math.abs(months - nearest)) {
        nearest = month;
      }
    }
    return nearest;
  }

  private static BigDecimal tenth(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }
}
