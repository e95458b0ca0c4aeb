package org.myocohort.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;
import org.myocohort.vocabulary.Vocabulary;

/// Courses of any drug: their dates, how often, side by side, and with interstitial lung disease.
final class CourseRules {
  private static final String METHOTREXATE = "methotrexate";
  private static final String LUNG_DISEASE = "ILD";
  private static final Set<String> CAUTION_IN_LUNG_DISEASE = Set.of(METHOTREXATE, "leflunomide");
  // WHO ATC group of the inhibitors of tumour necrosis factor.
  private static final String TNF_INHIBITORS = "L04AB";

  private final PatientRecord patient;
  private final List<Finding> findings = new ArrayList<>();

  private CourseRules(PatientRecord patient) {
    this.patient = patient;
  }

  static List<Finding> check(PatientRecord patient) {
    CourseRules rules = new CourseRules(patient);
    List<Treatment> dated =
        patient.treatments().stream().filter(course -> course.phase() == Phase.DATED).toList();
    for (Treatment course : dated) {
      rules.dates(course);
      rules.weekly(course);
    }
    for (int i = 0; i < dated.size(); i++) {
      rules.overlap(dated.get(i), dated.subList(0, i));
    }
    rules.withLungDisease();
    return rules.findings;
  }

  private void dates(Treatment course) {
    if (course.start().isAbsent() && patient.person().cohort() == Cohort.OWN) {
      add(course, "start", PlausibilityRule.START_MISSING, course.drug());
    }
    if (course.start() instanceof Value.Known<Moment>(Moment start)
        && start.isExact()
        && course.stop() instanceof Value.Known<Moment>(Moment stop)
        && stop.equals(start)
        && !course.isSingleDose()) {
      add(course, "stop", PlausibilityRule.COURSE_WITHOUT_DAYS, course.drug(), start);
    }
  }

  private void weekly(Treatment course) {
    if (course.drug().equals(METHOTREXATE)
        && course.frequency() instanceof Value.Known<Frequency>(Frequency frequency)
        && isOftenerThanWeekly(frequency)) {
      add(course, "frequency", PlausibilityRule.METHOTREXATE_NOT_WEEKLY, frequency.code());
    }
  }

  private static boolean isOftenerThanWeekly(Frequency frequency) {
    return switch (frequency) {
      case DAILY, TWICE_DAILY, THREE_TIMES_DAILY, EVERY_OTHER_DAY -> true;
      case ONCE, WEEKLY, EVERY_TWO_WEEKS, EVERY_FOUR_WEEKS, MONTHLY, EVERY_SIX_MONTHS -> false;
    };
  }

  /// At most one finding a course, against the first earlier row that it overlaps.
  private void overlap(Treatment course, List<Treatment> earlier) {
    for (Treatment other : earlier) {
      if (!other.drug().equals(course.drug())
          || !other.route().equals(course.route())
          || other.isSingleDose()
          || course.isSingleDose()) {
        continue;
      }
      Optional<BigDecimal> dose = TreatmentHistory.dailyDoseMilligrams(course, patient);
      Optional<BigDecimal> otherDose = TreatmentHistory.dailyDoseMilligrams(other, patient);
      Optional<Moment> from = runTogetherFrom(course, other);
      if (from.isPresent()
          && dose.isPresent()
          && otherDose.isPresent()
          && dose.get().compareTo(otherDose.get()) != 0) {
        add(
            course,
            "start",
            PlausibilityRule.OVERLAPPING_COURSES,
            course.drug(),
            dose.get(),
            otherDose.get(),
            other.row().id(),
            from.get());
        return;
      }
    }
  }

  /// The later start, where both courses certainly run on some day from it.
  private static Optional<Moment> runTogetherFrom(Treatment a, Treatment b) {
    if (!(a.start() instanceof Value.Known<Moment>(Moment startA))
        || !(b.start() instanceof Value.Known<Moment>(Moment startB))
        || !startA.comparableWith(startB)) {
      return Optional.empty();
    }
    Moment later = startA.latest() >= startB.latest() ? startA : startB;
    return Math.max(startA.latest(), startB.latest()) < Math.min(firstStop(a), firstStop(b))
        ? Optional.of(later)
        : Optional.empty();
  }

  /// The first day on which a course may have stopped.
  private static long firstStop(Treatment course) {
    return switch (course.stop()) {
      case Value.Known<Moment>(Moment stop) -> stop.earliest();
      case Value.Absent<Moment>(AbsenceReason reason) ->
          reason == AbsenceReason.NOT_APPLICABLE || reason == AbsenceReason.NOT_RECORDED
              ? Long.MAX_VALUE
              : Long.MIN_VALUE;
      case Value.Below<Moment> _, Value.Above<Moment> _ -> Long.MIN_VALUE;
    };
  }

  private void withLungDisease() {
    List<Manifestation> lung =
        patient.manifestations().stream()
            .filter(found -> found.present() == Truth.TRUE)
            .filter(found -> Implied.by(found.finding()).contains(LUNG_DISEASE))
            .toList();
    Set<String> named = new HashSet<>();
    for (Treatment course : patient.treatments()) {
      if (isCautionDrug(course.drug())
          && lung.stream().anyMatch(found -> !isOverBefore(course, found))
          && named.add(course.drug())) {
        add(course, course.column(), PlausibilityRule.DRUG_WITH_ILD, course.drug());
      }
    }
  }

  private static boolean isCautionDrug(String drug) {
    return CAUTION_IN_LUNG_DISEASE.contains(drug)
        || Vocabulary.drugs()
            .find(drug)
            .map(term -> term.cell("atc").startsWith(TNF_INHIBITORS))
            .orElse(false);
  }

  private static boolean isOverBefore(Treatment course, Manifestation found) {
    return course.stop() instanceof Value.Known<Moment>(Moment stop)
        && found.from() instanceof Value.Known<Moment>(Moment from)
        && stop.isAfter(from) == Truth.FALSE;
  }

  private void add(Treatment course, String column, PlausibilityRule rule, Object... values) {
    findings.add(Finding.of(course.row(), column, rule, values));
  }
}
