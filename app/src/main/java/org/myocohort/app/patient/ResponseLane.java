package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.CurveLane;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Interval;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;

/// The total improvement score over time with the lines of minimal, moderate and major response.
/// The latest score is labelled with its category, others where the category changed.
final class ResponseLane {
  private static final int MOST_LABELS = 6;

  private final LaneMaker maker;
  private final String title;
  private final List<Datum> points = new ArrayList<>();

  private ResponseLane(LaneMaker maker) {
    this.maker = maker;
    title = maker.words.text("timeline.response");
  }

  /// The lane; empty where nothing was judged.
  static Optional<CurveLane> of(LaneMaker maker, double height) {
    ResponseLane lane = new ResponseLane(maker);
    boolean baseline = lane.baseline();
    List<ResponsePoint> judged =
        maker.results.response().points().stream()
            .filter(each -> each.followUp().assessment().bounds() != null)
            .filter(each -> maker.axis.months(each.followUp().visit().date()).isPresent())
            .toList();
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    List<ResponsePoint> changes = changes(judged);
    for (ResponsePoint point : judged) {
      lane.add(point, point.equals(judged.getLast()), changes.contains(point));
    }
    String unit = maker.words.text("timeline.response-unit");
    return Optional.of(
        CurveLane.of(
                lane.title,
                baseline ? unit + ", " + maker.words.text("timeline.response-baseline") : unit,
                Scale.linear(0, 100),
                List.of(new Series(lane.title, SeriesStyle.of(Hue.BLUE), lane.points)))
            .withCutOffs(ResponseMarks.cutOffs(maker.words))
            .withTicks(List.of(20.0, 40.0, 60.0))
            .withHeight(height));
  }

  /// The points at which the category is another than before, the latest few.
  private static List<ResponsePoint> changes(List<ResponsePoint> judged) {
    List<ResponsePoint> changes = new ArrayList<>();
    String before = "none";
    for (ResponsePoint point : judged) {
      Assessment score = point.followUp().assessment();
      if (score.value() != null && !score.category().equals(before)) {
        changes.add(point);
        before = score.category();
      }
    }
    return changes.subList(Math.max(0, changes.size() - MOST_LABELS), changes.size());
  }

  private boolean baseline() {
    Visit baseline = maker.results.response().baseline();
    OptionalDouble start =
        baseline == null ? OptionalDouble.empty() : maker.axis.months(baseline.date());
    if (baseline == null || start.isEmpty()) {
      return false;
    }
    points.add(
        Point.of(
            start.getAsDouble(),
            0,
            maker.mark(
                title,
                maker.words.text("figure.baseline"),
                baseline.date().toString(),
                start.getAsDouble(),
                "",
                baseline.row(),
                "")));
    return true;
  }

  private void add(ResponsePoint point, boolean last, boolean changed) {
    Assessment score = point.followUp().assessment();
    Bounds bounds = score.bounds();
    if (bounds == null) {
      return;
    }
    Visit visit = point.followUp().visit();
    double at = maker.axis.months(visit.date()).orElseThrow();
    String shown = Words.scored(score.value(), bounds);
    String said = shown + " " + maker.words.name("category", score.category());
    Mark mark =
        maker.mark(
            title,
            said,
            visit.date().toString(),
            at,
            ResponseMarks.remark(maker.words, point),
            visit.row(),
            "");
    Datum datum =
        labelled(
            ResponseMarks.datum(score.value(), bounds, at, point, mark),
            last ? said : changed ? scored(score.value()) : "");
    points.add(
        datum instanceof Point known && maker.links.isCorrected(visit.row())
            ? known.asRinged()
            : datum);
  }

  private static String scored(@Nullable BigDecimal total) {
    return Words.scored(total, null);
  }

  private static Datum labelled(Datum datum, String text) {
    return switch (datum) {
      case Point point -> point.labelled(text);
      case Interval interval -> interval.labelled(text);
    };
  }
}
