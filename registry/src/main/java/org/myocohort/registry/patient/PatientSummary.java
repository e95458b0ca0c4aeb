package org.myocohort.registry.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ResponseStatus;
import org.myocohort.response.ScoreForm;

/// What a list shows of a patient. Made from the record at each save; never entered.
///
/// @param antibodies codes of those found positive, separated by a blank
/// @param lastVisit date of the latest visit, empty where there is none
/// @param lastVisitLatest the last day that this can be, empty where it is on no calendar
/// @param responseDate date of the latest visit that was scored, empty where none was
/// @param score total improvement score of that visit, empty where only its bounds are known
/// @param scoreLower what the score is at least
/// @param scoreUpper what the score is at most
/// @param scoreOrder ten times what the score is at least, -1 where there is none
/// @param category response category of that visit, a code; empty where none was scored
/// @param categoryOrder 0 undetermined, 1 none to 4 major, -1 where none was scored
/// @param course every scored visit as day from the baseline, `:`, score or `lower..upper`
/// @param itemsFilled of the expected items, how many are known
/// @param itemsExpected see [ExpectedItem]
/// @param missing of each expected item, how often it is missing
/// @param search what a search looks in, in lower case
record PatientSummary(
    String centre,
    String cohort,
    String sex,
    String antibodies,
    int visits,
    String lastVisit,
    String lastVisitLatest,
    String responseDate,
    String score,
    String scoreLower,
    String scoreUpper,
    long scoreOrder,
    String category,
    long categoryOrder,
    String course,
    int itemsFilled,
    int itemsExpected,
    Map<ExpectedItem, Integer> missing,
    String vitalStatus,
    String consent,
    String search) {

  /// Changes whenever the summary is made otherwise, so that stored ones are made anew.
  static final String MADE_BY = "2";

  PatientSummary {
    missing = new EnumMap<>(missing);
  }

  static PatientSummary of(PatientRecord patient, StoredPatient stored, StudySettings settings) {
    List<String> antibodies =
        patient.antibodies().stream()
            .filter(antibody -> antibody.result().truth() == Truth.TRUE)
            .map(AntibodyResult::antibody)
            .distinct()
            .toList();
    ResponseSeries series = ResponseSeries.of(ScoreForm.ADULT, patient, settings);
    List<ResponsePoint> points =
        series.points().stream()
            .filter(point ->
                point.followUp().status() == ResponseStatus.COMPUTED
                    || point.followUp().status() == ResponseStatus.PARTIAL)
            .toList();
    Optional<ResponsePoint> scored =
        points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
    Bounds bounds = scored.map(point -> point.followUp().assessment().bounds()).orElse(null);
    BigDecimal score = scored.map(point -> point.followUp().assessment().value()).orElse(null);
    String category = scored.map(point -> point.followUp().assessment().category()).orElse("");
    Moment last = patient.visits().isEmpty() ? null : patient.visits().getLast().date();
    StoredRow person = stored.row("patients", stored.key().id()).orElseThrow();
    Map<ExpectedItem, Integer> missing = new EnumMap<>(ExpectedItem.class);
    int missed = 0;
    for (ExpectedItem item : ExpectedItem.values()) {
      int times = item.missing(patient, person);
      missing.put(item, times);
      missed += times;
    }
    int expected = ExpectedItem.A_PATIENT + ExpectedItem.A_VISIT * patient.visits().size();
    return new PatientSummary(
        person.cell("centre"),
        person.cell("cohort"),
        person.cell("sex"),
        String.join(" ", antibodies),
        patient.visits().size(),
        last == null ? "" : last.toString(),
        last == null ? "" : latest(last),
        scored.map(point -> point.followUp().visit().date().toString()).orElse(""),
        score == null ? "" : score.toPlainString(),
        bounds == null ? "" : bounds.lower().toPlainString(),
        bounds == null ? "" : bounds.upper().toPlainString(),
        bounds == null ? -1 : bounds.lower().movePointRight(1).longValue(),
        category,
        order(category),
        course(series.baseline(), points),
        expected - missed,
        expected,
        missing,
        person.cell("vital_status"),
        person.cell("consent"),
        String.join(
                " ",
                stored.key().id(),
                person.cell("centre"),
                person.cell("sex"),
                person.cell("source"),
                String.join(" ", antibodies),
                // Whoever types jo1 or mda5 means the same.
                String.join(" ", antibodies).replace("-", ""))
            .toLowerCase(Locale.ROOT));
  }

  private static String latest(Moment moment) {
    return moment instanceof Moment.IndexDay
        ? ""
        : LocalDate.ofEpochDay(moment.latest()).toString();
  }

  private static long order(String category) {
    return switch (category) {
      case "" -> -1;
      case "none" -> 1;
      case "minimal" -> 2;
      case "moderate" -> 3;
      case "major" -> 4;
      default -> 0;
    };
  }

  private static String course(@Nullable Visit baseline, List<ResponsePoint> points) {
    if (baseline == null) {
      return "";
    }
    List<String> course = new ArrayList<>();
    for (ResponsePoint point : points) {
      Bounds bounds = point.followUp().assessment().bounds();
      Optional<Long> day = point.followUp().visit().date().daysSince(baseline.date());
      if (bounds != null && day.isPresent()) {
        BigDecimal score = point.followUp().assessment().value();
        course.add(
            day.get()
                + ":"
                + (score == null
                    ? bounds.lower().toPlainString() + ".." + bounds.upper().toPlainString()
                    : score.toPlainString()));
      }
    }
    return String.join(" ", course);
  }
}
