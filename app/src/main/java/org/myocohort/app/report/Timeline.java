package org.myocohort.app.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.figures.Band;
import org.myocohort.figures.Bar;
import org.myocohort.figures.BarLane;
import org.myocohort.figures.CurveLane;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Event;
import org.myocohort.figures.EventLane;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Lane;
import org.myocohort.figures.LaneChart;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Symbol;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.treatment.GlucocorticoidEquivalence;
import org.myocohort.vocabulary.Vocabulary;

/// Everything that happened to one patient over one time axis: events, treatments, prednisone,
/// laboratory values, lung, and the response score.
final class Timeline {
  private record Laboratory(String code, Hue hue, boolean logarithmic) {}

  // The same colour for the same thing on every page.
  private static final List<Laboratory> LABORATORIES =
      List.of(
          new Laboratory("crp", Hue.BLUE, false),
          new Laboratory("troponin-t-hs", Hue.VERMILLION, true),
          new Laboratory("troponin-t", Hue.VERMILLION, true),
          new Laboratory("ck", Hue.PURPLE, true),
          new Laboratory("ferritin", Hue.SKY_BLUE, true),
          new Laboratory("fvc-percent", Hue.GREEN, false));

  private static final List<Hue> TREATMENT_HUES =
      List.of(Hue.GREEN, Hue.PURPLE, Hue.VERMILLION, Hue.SKY_BLUE, Hue.BLACK);
  static final double DAYS_PER_MONTH = 365.25 / 12;

  private final PatientResults results;
  private final PatientRecord patient;
  private final Words words;
  private final Moment zero;
  private final double end;
  private final List<Lane> lanes = new ArrayList<>();

  private Timeline(PatientResults results, Moment zero, Words words) {
    this.results = results;
    this.patient = results.patient();
    this.words = words;
    this.zero = zero;
    end = latest();
    events();
    treatments();
    lanes.add(new PrednisoneLane(patient, zero, end, words).lane());
    for (Laboratory laboratory : LABORATORIES) {
      laboratory(laboratory);
    }
    response();
  }

  /// The chart of a patient.
  ///
  /// @return empty where nothing in the record has a date
  static Optional<Timeline> of(PatientResults results, Words words) {
    Moment zero = results.dayZero();
    if (zero == null && !results.patient().visits().isEmpty()) {
      zero = results.patient().visits().getFirst().date();
    }
    if (zero == null) {
      return Optional.empty();
    }
    Timeline timeline = new Timeline(results, zero, words);
    return timeline.lanes.stream().allMatch(Lane::isEmpty)
        ? Optional.empty()
        : Optional.of(timeline);
  }

  String render(FigureSize size, String stamp) {
    String drug = results.response().indexDrug();
    String axis =
        results.dayZero() != null && drug != null
            ? words.text("figure.months-from", words.drug(drug))
            : words.text("figure.months-from-first-visit");
    return LaneChart.of(
            words.text("timeline.title", patient.id()),
            words.text("timeline.description"),
            axis,
            lanes,
            words.text("figure.no-value"))
        .sized(size)
        .stamped(stamp)
        .render();
  }

  private OptionalDouble months(Moment moment) {
    Optional<Long> days = moment.daysSince(zero);
    return days.isPresent()
        ? OptionalDouble.of(days.get() / DAYS_PER_MONTH)
        : OptionalDouble.empty();
  }

  private OptionalDouble months(Value<Moment> value) {
    return value instanceof Value.Known<Moment>(Moment moment)
        ? months(moment)
        : OptionalDouble.empty();
  }

  /// How far the record goes, so that ongoing treatments are drawn to there and no further.
  private double latest() {
    double latest = 0;
    for (Visit visit : patient.visits()) {
      latest = Math.max(latest, months(visit.date()).orElse(0));
    }
    for (Measurement measurement : patient.measurements()) {
      latest = Math.max(latest, months(measurement.date()).orElse(0));
    }
    for (ClinicalEvent event : patient.events()) {
      latest = Math.max(latest, months(event.date()).orElse(0));
    }
    for (Treatment treatment : patient.treatments()) {
      latest = Math.max(latest, months(treatment.start()).orElse(0));
      latest = Math.max(latest, months(treatment.stop()).orElse(0));
    }
    return latest;
  }

  static Mark mark(String title, RowReference row, String column) {
    String reference = column.isEmpty() ? row.toString() : row.column(column);
    return Mark.of(title, reference).linkedTo("#" + Html.anchor(row.toString()));
  }

  private void events() {
    List<Event> events = new ArrayList<>();
    for (ClinicalEvent event : patient.events()) {
      OptionalDouble at = months(event.date());
      if (at.isPresent()) {
        boolean flare =
            event.kind() == ClinicalEvent.Kind.FLARE || event.kind() == ClinicalEvent.Kind.RELAPSE;
        String label = words.text("event." + event.kind().code());
        events.add(
            new Event(
                at.getAsDouble(),
                label,
                flare ? Symbol.TRIANGLE_UP : Symbol.DIAMOND,
                flare ? Hue.VERMILLION : Hue.BLACK,
                mark(
                    label
                        + (event.note().isEmpty() ? "" : ": " + event.note())
                        + ", "
                        + words.value(event.date()),
                    event.row(),
                    "")));
      }
    }
    for (AdverseEvent event : patient.adverseEvents()) {
      OptionalDouble at = months(event.start());
      if (at.isPresent()) {
        String label = words.text("event.adverse", words.value(event.grade()));
        events.add(
            new Event(
                at.getAsDouble(),
                label,
                Symbol.CIRCLE,
                Hue.BLUE,
                mark(
                    label + ": " + event.term() + ", " + words.value(event.start()),
                    event.row(),
                    "grade")));
      }
    }
    for (Treatment treatment : patient.treatments()) {
      if (isGlucocorticoid(treatment) && isIntravenous(treatment)) {
        OptionalDouble at = months(treatment.start());
        if (at.isPresent()) {
          events.add(
              new Event(
                  at.getAsDouble(),
                  words.text("event.pulse"),
                  Symbol.SQUARE,
                  Hue.ORANGE,
                  mark(title(treatment), treatment.row(), "dose")));
        }
      }
    }
    events.sort(Comparator.comparingDouble(Event::x));
    lanes.add(new EventLane(words.text("timeline.events"), "", events));
  }

  static boolean isGlucocorticoid(Treatment treatment) {
    return GlucocorticoidEquivalence.isGlucocorticoid(treatment.drug());
  }

  static boolean isIntravenous(Treatment treatment) {
    return treatment.route() instanceof Value.Known<String>(String route) && route.equals("iv");
  }

  private String title(Treatment treatment) {
    StringBuilder title = new StringBuilder(words.drug(treatment.drug()));
    title.append(' ').append(words.cell(treatment.dose())).append(' ').append(treatment.unit());
    if (treatment.frequency().isKnown()) {
      title
          .append(' ')
          .append(
              words.name("frequency", treatment.frequency().map(each -> each.code()).orElse("")));
    }
    if (treatment.route() instanceof Value.Known<String>(String route)) {
      title.append(' ').append(route);
    }
    return title.toString();
  }

  private void treatments() {
    List<Bar> bars = new ArrayList<>();
    List<String> drugs = new ArrayList<>();
    for (Treatment treatment : patient.treatments()) {
      OptionalDouble from = months(treatment.start());
      if (isGlucocorticoid(treatment) || from.isEmpty()) {
        continue;
      }
      if (!drugs.contains(treatment.drug())) {
        drugs.add(treatment.drug());
      }
      OptionalDouble stop = months(treatment.stop());
      boolean single = treatment.frequency().map(each -> each.code()).orElse("").equals("once");
      double until = stop.orElse(single ? from.getAsDouble() + 0.2 : end);
      Bar bar =
          Bar.of(
                  from.getAsDouble(),
                  Math.max(until, from.getAsDouble() + 0.1),
                  title(treatment),
                  hue(treatment.drug(), drugs),
                  mark(
                      title(treatment)
                          + ", "
                          + words.value(treatment.start())
                          + " – "
                          + words.cell(treatment.stop()),
                      treatment.row(),
                      "dose"))
              .onTrack(treatment.drug());
      if (stop.isEmpty() && !single) {
        bar = bar.asOngoing();
      } else if (treatment.reasonStopped() instanceof Value.Known<String>(String reason)) {
        bar = bar.noted(words.text("timeline.stopped", reason));
      }
      bars.add(bar);
    }
    lanes.add(new BarLane(words.text("timeline.treatments"), "", bars));
  }

  private Hue hue(String drug, List<String> drugs) {
    if (drug.equals(results.response().indexDrug())) {
      return Hue.BLUE;
    }
    return TREATMENT_HUES.get(drugs.indexOf(drug) % TREATMENT_HUES.size());
  }

  private void laboratory(Laboratory laboratory) {
    String unit = Vocabulary.measurements().term(laboratory.code()).cell("unit");
    List<Datum> points = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Double upperLimit = null;
    for (Measurement measurement : patient.measurements(laboratory.code())) {
      OptionalDouble at = months(measurement.date());
      Optional<CourseFigure.Amount> amount = CourseFigure.Amount.of(measurement, unit);
      if (at.isEmpty() || amount.isEmpty()) {
        continue;
      }
      points.add(
          Point.of(
                  at.getAsDouble(),
                  amount.get().value(),
                  mark(
                      words.measurement(laboratory.code())
                          + " "
                          + amount.get().text()
                          + " "
                          + unit
                          + ", "
                          + words.value(measurement.date()),
                      measurement.row(),
                      "value"))
              .beyond(amount.get().limit()));
      values.add(amount.get().value());
      upperLimit = limit(measurement.upperLimit(), upperLimit);
    }
    if (laboratory.code().equals("ck")) {
      upperLimit = enzymesOfVisits(points, values, upperLimit, unit);
    }
    if (points.isEmpty()) {
      return;
    }
    boolean logarithmic = laboratory.logarithmic() && values.stream().allMatch(value -> value > 0);
    List<Double> shown = logarithmic ? new ArrayList<>(values) : CourseFigure.withZero(values);
    List<Band> bands = new ArrayList<>();
    if (upperLimit != null && upperLimit > 0) {
      shown.add(upperLimit);
      bands.add(
          Band.upTo(
              upperLimit,
              words.text("timeline.band", Answer.decimal(BigDecimal.valueOf(upperLimit)), unit)));
    }
    boolean percent = laboratory.code().equals("fvc-percent");
    Scale scale =
        logarithmic
            ? Scale.logOver(shown)
            : percent ? Scale.linearOver(values) : Scale.linearOver(shown);
    lanes.add(
        CurveLane.of(
                words.text("lane." + laboratory.code()),
                unit + (logarithmic ? ", " + words.text("timeline.log") : ""),
                scale,
                List.of(new Series(laboratory.code(), SeriesStyle.of(laboratory.hue()), points)))
            .withBands(percent ? List.of() : bands));
  }

  private static @Nullable Double limit(Value<BigDecimal> limit, @Nullable Double before) {
    return limit instanceof Value.Known<BigDecimal>(BigDecimal known)
        ? Double.valueOf(known.doubleValue())
        : before;
  }

  /// Creatine kinase that stands in the visits table itself, where no measurement row has it.
  private @Nullable Double enzymesOfVisits(
      List<Datum> points, List<Double> values, @Nullable Double upperLimit, String unit) {
    Double limit = upperLimit;
    for (Visit visit : patient.visits()) {
      for (EnzymeMeasurement enzyme : visit.enzymes()) {
        OptionalDouble at = months(visit.date());
        if (enzyme.enzyme().code().equals("ck")
            && enzyme.row().equals(visit.row())
            && at.isPresent()
            && enzyme.value() instanceof Value.Known<BigDecimal>(BigDecimal value)) {
          points.add(
              Point.of(
                  at.getAsDouble(),
                  value.doubleValue(),
                  mark(
                      words.measurement("ck") + " " + Answer.decimal(value) + " " + unit,
                      visit.row(),
                      enzyme.column())));
          values.add(value.doubleValue());
          limit = limit(enzyme.upperLimitOfNormal(), limit);
        }
      }
    }
    return limit;
  }

  private void response() {
    List<Datum> points = new ArrayList<>();
    Visit baseline = results.response().baseline();
    OptionalDouble start = baseline == null ? OptionalDouble.empty() : months(baseline.date());
    if (baseline != null && start.isPresent()) {
      points.add(
          Point.of(
              start.getAsDouble(),
              0,
              mark(words.text("figure.baseline") + ", " + baseline.date(), baseline.row(), "")));
    }
    ResponsePoint last = results.latestJudged().orElse(null);
    for (ResponsePoint point : results.response().points()) {
      Bounds bounds = point.followUp().assessment().bounds();
      OptionalDouble at = months(point.followUp().visit().date());
      if (bounds == null || at.isEmpty()) {
        continue;
      }
      BigDecimal total = point.followUp().assessment().value();
      String shown = Words.scored(total, bounds);
      String category = words.name("category", point.followUp().assessment().category());
      String remark = CourseFigure.remark(words, point);
      Mark mark =
          mark(
              shown
                  + " "
                  + category
                  + ", "
                  + point.followUp().visit().date()
                  + (remark.isEmpty() ? "" : "; " + remark),
              point.followUp().visit().row(),
              "");
      Datum datum = CourseFigure.datum(total, bounds, at.getAsDouble(), point, mark);
      points.add(
          point.equals(last) && datum instanceof Point solid
              ? solid.labelled(shown + " " + category)
              : datum);
    }
    if (points.size() > 1) {
      lanes.add(
          CurveLane.of(
                  words.text("timeline.response"),
                  words.text("timeline.response-unit"),
                  Scale.linear(0, 100),
                  List.of(
                      new Series(
                          words.text("timeline.response"), SeriesStyle.of(Hue.BLUE), points)))
              .withCutOffs(CourseFigure.cutOffs(words))
              .withTicks(List.of(20.0, 40.0, 60.0))
              .withHeight(140));
    }
  }
}
