package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.CoreSetComparison;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ScoreForm;
import org.myocohort.response.Worsening;

/// A worsening of the disease: declared by an event of the record, or found by the worsening rule
/// at a visit.
///
/// The rule is applied to a visit whose response fell below the best one reached before it, and
/// compares with the visit of that best response (ours). A visit found so within 28 days of a
/// declared flare, or after another such visit without a better one between, is the same worsening.
///
/// @param kind how it is known
/// @param row the event or the visit
/// @param date when; absent where an event has none
public record Flare(Kind kind, RowReference row, Value<Moment> date) {

  /// How a worsening is known.
  public enum Kind {
    FLARE("flare"),
    RELAPSE("relapse"),
    WORSENING("worsening");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// How far apart the day of a flare and the visit that sees it may be.
  private static final int SAME_WORSENING_DAYS = 28;

  /// The lowest score of a minimal response.
  private static final BigDecimal MINIMAL = BigDecimal.valueOf(20);

  /// Every worsening of a record in order of time, those without a date last.
  public static List<Flare> of(PatientRecord patient, StudySettings settings) {
    List<Flare> flares = new ArrayList<>(declared(patient));
    for (Flare found : found(patient, settings)) {
      if (flares.stream().noneMatch(flare -> same(flare, found))) {
        flares.add(found);
      }
    }
    flares.sort(Comparator.comparingLong(Flare::order));
    return flares;
  }

  private long order() {
    return date instanceof Value.Known<Moment>(Moment known) ? known.earliest() : Long.MAX_VALUE;
  }

  private static List<Flare> declared(PatientRecord patient) {
    List<Flare> flares = new ArrayList<>();
    for (ClinicalEvent event : patient.events()) {
      if (event.kind() == ClinicalEvent.Kind.FLARE) {
        flares.add(new Flare(Kind.FLARE, event.row(), event.date()));
      } else if (event.kind() == ClinicalEvent.Kind.RELAPSE) {
        flares.add(new Flare(Kind.RELAPSE, event.row(), event.date()));
      }
    }
    return flares;
  }

  private static boolean same(Flare declared, Flare found) {
    return declared.kind() != Kind.WORSENING
        && declared.date() instanceof Value.Known<Moment>(Moment day)
        && found.date() instanceof Value.Known<Moment>(Moment visit)
        && day.comparableWith(visit)
        && day.earliest() - SAME_WORSENING_DAYS <= visit.latest()
        && visit.earliest() <= day.latest() + SAME_WORSENING_DAYS;
  }

  private static List<Flare> found(PatientRecord patient, StudySettings settings) {
    List<Flare> flares = new ArrayList<>();
    boolean worse = false;
    for (Judgement judgement : judgements(patient, settings)) {
      if (judgement.lost() == Truth.TRUE && !worse) {
        Visit visit = judgement.visit();
        flares.add(new Flare(Kind.WORSENING, visit.row(), Value.of(visit.date())));
      }
      worse = judgement.lost() == Truth.TRUE || (worse && judgement.lost() == Truth.UNKNOWN);
    }
    return flares;
  }

  /// What the worsening rule says of a visit.
  ///
  /// @param visit a follow-up
  /// @param worse whether it is worse than the best response before it, or than the baseline where
  ///   there was none
  /// @param lost whether response was lost with it
  record Judgement(Visit visit, Truth worse, Truth lost) {}

  /// Every follow-up with a score of its own, in order of time.
  static List<Judgement> judgements(PatientRecord patient, StudySettings settings) {
    ResponseSeries series = ResponseSeries.of(ScoreForm.ADULT, patient, settings);
    List<Judgement> judgements = new ArrayList<>();
    ResponsePoint best = null;
    for (ResponsePoint point : series.points()) {
      if (point.followUp().assessment().bounds() == null) {
        continue;
      }
      Visit visit = point.followUp().visit();
      if (best == null) {
        judgements.add(
            new Judgement(visit, worsened(series.baseline(), visit, settings), Truth.FALSE));
      } else {
        Truth worse = worsened(best.followUp().visit(), visit, settings);
        judgements.add(new Judgement(visit, worse, worse.and(fell(best, point))));
      }
      if (responded(point) == Truth.TRUE
          && (best == null || lower(best).compareTo(lower(point)) <= 0)) {
        best = point;
      }
    }
    return judgements;
  }

  /// Whether a follow-up shows at least a minimal response.
  static Truth responded(ResponsePoint point) {
    return switch (point.followUp().assessment().category()) {
      case "minimal", "moderate", "major" -> Truth.TRUE;
      case "none" -> Truth.FALSE;
      default -> lower(point).compareTo(MINIMAL) >= 0 ? Truth.TRUE : Truth.UNKNOWN;
    };
  }

  private static BigDecimal lower(ResponsePoint point) {
    Bounds bounds = point.followUp().assessment().bounds();
    return bounds == null ? BigDecimal.ZERO : bounds.lower();
  }

  private static Truth fell(ResponsePoint best, ResponsePoint now) {
    String before = best.followUp().assessment().category();
    String after = now.followUp().assessment().category();
    if (before.equals(Assessment.UNDETERMINED) || after.equals(Assessment.UNDETERMINED)) {
      return Truth.UNKNOWN;
    }
    return Truth.of(rank(after) < rank(before));
  }

  private static int rank(String category) {
    return List.of("none", "minimal", "moderate", "major").indexOf(category);
  }

  private static Truth worsened(@Nullable Visit before, Visit after, StudySettings settings) {
    if (before == null) {
      return Truth.UNKNOWN;
    }
    String category =
        Worsening.assess(
                after.date(),
                CoreSetComparison.of(ScoreForm.ADULT, before, after, settings.childHealthRange()))
            .category();
    return switch (category) {
      case Assessment.MET -> Truth.TRUE;
      case Assessment.NOT_MET -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }
}
