package org.myocohort.care.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.library.Citation;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Part;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.CoreSetMeasure;
import org.myocohort.response.ResponseCategory;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ResponseStatus;
import org.myocohort.response.ScoreForm;
import org.myocohort.response.TotalImprovementScore;

/// How strength, muscle enzyme and the response went, in words with dates.
///
/// A measure is better where the 2016 response criteria give it points. It is worse where it fell
/// by more than the same smallest step of the same table, and about the same between: the table has
/// no step for worsening, so this half is ours. No number is told alone.
final class Trend {
  private static final String RULES = "muscle-strength-test";
  private static final String ENZYMES = "muscle-enzymes";

  private final Writing writing;
  private final ResponseSeries series;
  private final @Nullable Visit baseline;
  private final List<Sentence> said = new ArrayList<>();

  Trend(Writing writing) {
    this.writing = writing;
    this.series = ResponseSeries.of(ScoreForm.ADULT, writing.patient(), writing.plan().settings());
    this.baseline = series.baseline();
  }

  Section section() {
    Visit first = baseline;
    if (first == null) {
      add("no-baseline", Basis.NOTHING, "trend.no-baseline");
    } else {
      add("start", Basis.of(first.row()), "trend.start", writing.dates().on(first.date()));
      measure(CoreSetMeasure.MANUAL_MUSCLE_TEST, first, "strength", RULES);
      measure(CoreSetMeasure.ENZYME, first, "enzyme", ENZYMES);
      response(first);
    }
    reported();
    flares();
    if (picture() == null) {
      add("no-picture", Basis.NOTHING, "trend.no-picture");
    }
    return writing.section(Topic.TREND, List.of(new Group("", said)));
  }

  private void add(String key, Basis basis, String code, String... values) {
    said.add(writing.item(Topic.TREND, key, basis, code, values));
  }

  private static Optional<Part> part(ResponsePoint point, CoreSetMeasure measure) {
    return point.followUp().assessment().parts().stream()
        .filter(part -> part.code().equals(measure.code()))
        .findFirst();
  }

  private void measure(CoreSetMeasure measure, Visit first, String name, String page) {
    ResponsePoint compared = null;
    Part part = null;
    for (ResponsePoint point : past()) {
      Optional<Part> found = part(point, measure).filter(each -> each.amount() != null);
      if (found.isPresent()) {
        compared = point;
        part = found.get();
      }
    }
    if (compared == null || part == null) {
      add(name + "-none", Basis.NOTHING, name + ".none");
      return;
    }
    Visit visit = compared.followUp().visit();
    String enzyme = part.detail().toUpperCase(Locale.ROOT);
    Basis basis = Basis.of(part.inputs().stream().map(Input::row).toList());
    add(
        name,
        basis.citing(page, responseRules(page)),
        name + "." + change(measure, part),
        writing.dates().on(visit.date()),
        writing.dates().on(first.date()),
        enzyme.equals("ALDOLASE") ? writing.phrases().text("enzyme.aldolase") : enzyme);
    Visit last = past().getLast().followUp().visit();
    if (!last.row().equals(visit.row())) {
      add(
          name + "-not-measured",
          Basis.of(last.row()),
          name + ".not-measured",
          writing.dates().on(last.date()));
    }
  }

  private List<Citation> responseRules(String page) {
    return page.equals(RULES)
        ? writing.cited(page, "response-criteria")
        : writing.cited(page, "imacs-response");
  }

  /// The smallest step of the criteria's table, in percent of the measure's range.
  private static BigDecimal step(CoreSetMeasure measure) {
    return BigDecimal.valueOf(measure == CoreSetMeasure.MANUAL_MUSCLE_TEST ? 2 : 5);
  }

  private static String change(CoreSetMeasure measure, Part part) {
    if (part.points() != null && Objects.requireNonNull(part.points()).lower().signum() > 0) {
      return "better";
    }
    BigDecimal amount = Objects.requireNonNull(part.amount());
    return amount.compareTo(step(measure).negate()) < 0 ? "worse" : "same";
  }

  /// The follow-ups up to the day that is called now.
  private List<ResponsePoint> past() {
    return series.points().stream()
        .filter(point -> point.followUp().status() != ResponseStatus.BEFORE_BASELINE)
        .filter(point -> point.followUp().visit().date().isAfter(writing.now()) != Truth.TRUE)
        .toList();
  }

  private void response(Visit first) {
    ResponsePoint judged = null;
    for (ResponsePoint point : past()) {
      if (!point.followUp().assessment().category().equals(Assessment.UNDETERMINED)) {
        judged = point;
      }
    }
    if (judged == null) {
      add("response-none", Basis.NOTHING, "response.not-judged");
      return;
    }
    Visit visit = judged.followUp().visit();
    String category = judged.followUp().assessment().category();
    Basis basis = Basis.of(first.row(), visit.row());
    add(
        "response",
        basis.citing(RULES, writing.cited(RULES, "response-criteria")),
        "response." + category,
        writing.dates().on(visit.date()),
        writing.dates().on(first.date()));
    if (category.equals(ResponseCategory.NONE.code())) {
      if (!judged.followUp().worsened().isEmpty()) {
        add("response-worse", basis, "response.some-worse");
      }
    } else {
      add("response-why", Basis.NOTHING, "response.not-why");
    }
    Visit last = past().getLast().followUp().visit();
    if (!last.row().equals(visit.row())) {
      add(
          "response-last",
          Basis.of(last.row()),
          "response.last-not-judged",
          writing.dates().on(last.date()));
    }
  }

  private void reported() {
    if (writing.patient().reportedResponse() instanceof Value.Known<String>(String reported)) {
      Basis basis = Basis.of(writing.patient().person().row());
      String code = "reported." + reported.toLowerCase(Locale.ROOT);
      if (writing.phrases().has(code)) {
        add("reported", basis, code);
      } else {
        add("reported", basis, "reported.other", reported);
      }
    }
  }

  private void flares() {
    ClinicalEvent latest = null;
    Moment when = null;
    List<RowReference> rows = new ArrayList<>();
    for (ClinicalEvent event : writing.patient().events()) {
      if (event.kind() == ClinicalEvent.Kind.FLARE || event.kind() == ClinicalEvent.Kind.RELAPSE) {
        rows.add(event.row());
        if (event.date() instanceof Value.Known<Moment>(Moment date)
            && (when == null || date.isAfter(when) == Truth.TRUE)) {
          latest = event;
          when = date;
        }
      }
    }
    if (rows.isEmpty()) {
      add("no-flare", Basis.NOTHING, "flare.none");
    } else if (latest == null || when == null) {
      add("flare", Basis.of(rows), "flare.undated");
    } else {
      add("flare", Basis.of(latest.row()), "flare.last", writing.dates().on(when));
    }
  }

  /// The response score over time where it was computed at all, else CK against its limit.
  @Nullable Picture picture() {
    Picture response = responsePicture();
    return response == null ? enzymePicture() : response;
  }

  private @Nullable Picture responsePicture() {
    Visit first = baseline;
    if (first == null) {
      return null;
    }
    List<Picture.Dot> dots = new ArrayList<>();
    dots.add(dot(first.date(), BigDecimal.ZERO, first.row()));
    for (ResponsePoint point : past()) {
      BigDecimal score = point.followUp().assessment().value();
      Visit visit = point.followUp().visit();
      if (score != null && visit.date().comparableWith(first.date())) {
        dots.add(dot(visit.date(), score, visit.row()));
      }
    }
    if (dots.size() < 2) {
      return null;
    }
    List<Picture.Level> levels = new ArrayList<>();
    ResponseCategory[] categories = ResponseCategory.values();
    for (int i = 0; i < categories.length; i++) {
      levels.add(
          new Picture.Level(
              writing.phrases().text("picture." + categories[i].code()),
              cut(categories[i]),
              i + 1 < categories.length ? cut(categories[i + 1]) : BigDecimal.valueOf(100)));
    }
    return picture("response", levels, dots);
  }

  private static BigDecimal cut(ResponseCategory category) {
    return TotalImprovementScore.cutOff(ScoreForm.ADULT, category);
  }

  private @Nullable Picture enzymePicture() {
    List<Picture.Dot> dots = new ArrayList<>();
    BigDecimal highest = BigDecimal.ONE;
    for (Visit visit : writing.patient().visits()) {
      for (EnzymeMeasurement enzyme : visit.enzymes()) {
        if (enzyme.enzyme() == MuscleEnzyme.CK
            && enzyme.value() instanceof Value.Known<BigDecimal>(BigDecimal value)
            && enzyme.upperLimitOfNormal() instanceof Value.Known<BigDecimal>(BigDecimal upper)
            && (dots.isEmpty() || visit.date().comparableWith(dots.getFirst().at()))
            && visit.date().isAfter(writing.now()) != Truth.TRUE) {
          // In multiples of its own laboratory's limit, which may change.
          BigDecimal multiple = value.divide(upper, MathContext.DECIMAL32);
          dots.add(dot(visit.date(), multiple, enzyme.row()));
          highest = highest.max(multiple);
        }
      }
    }
    if (dots.size() < 2) {
      return null;
    }
    return picture(
        "enzyme",
        List.of(
            new Picture.Level(
                writing.phrases().text("picture.within"), BigDecimal.ZERO, BigDecimal.ONE),
            new Picture.Level(
                writing.phrases().text("picture.above"),
                BigDecimal.ONE,
                highest.max(BigDecimal.TWO))),
        dots);
  }

  private Picture.Dot dot(Moment at, BigDecimal value, RowReference row) {
    return new Picture.Dot(at, writing.dates().plain(at), value, row);
  }

  private Picture picture(String kind, List<Picture.Level> levels, List<Picture.Dot> dots) {
    String last =
        levels.stream()
            .filter(level -> level.from().compareTo(dots.getLast().value()) <= 0)
            .reduce((_, higher) -> higher)
            .map(Picture.Level::words)
            .orElse("");
    return new Picture(
        writing.phrases().text("picture.title." + kind),
        writing
            .phrases()
            .text(
                "picture.description." + kind, dots.getFirst().when(), dots.getLast().when(), last),
        levels,
        dots);
  }
}
