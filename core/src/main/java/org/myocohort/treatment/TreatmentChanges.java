package org.myocohort.treatment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentChange.Kind;
import org.myocohort.vocabulary.Vocabulary;

/// What was added or raised after a baseline and up to any follow-up (this project's rules).
///
/// - **Which drugs:** those that the vocabulary marks as changing the disease; never the index
///   drug.
/// - **Together:** all glucocorticoids count as one drug, by their sum as prednisone, so that a
///   switch at an equal dose is no change.
/// - **Added:** a course started in the time and the drug was not running at the baseline; a single
///   dose always.
/// - **Raised:** on the start of a course in the time, the drug's doses that are certain come to
///   more than at the baseline. Doses change only where a course starts, so no other day can be
///   higher. A dose that is not known is never claimed as raised.
/// - **Imprecise dates:** a course that may have started in the time, and is not known to have run
///   at the baseline, is named as not certain: a rescue must not pass for a response.
///
/// It remembers what it has worked out: one thread at a time.
public final class TreatmentChanges {
  private static final String GLUCOCORTICOIDS = "glucocorticoid";

  private static final Set<String> CHANGING_DISEASE =
      Vocabulary.drugs().terms().stream()
          .filter(drug -> drug.cell("changes_disease").equals("1"))
          .map(drug -> drug.code())
          .collect(Collectors.toUnmodifiableSet());

  private final PatientRecord patient;
  private final Moment baseline;
  private final Map<String, Courses> groups = new LinkedHashMap<>();

  /// What a patient was taking at a baseline.
  ///
  /// @param indexDrug code of the drug whose effect is judged, or null for none
  public TreatmentChanges(PatientRecord patient, Moment baseline, @Nullable String indexDrug) {
    this.patient = patient;
    this.baseline = baseline;
    Map<String, List<Treatment>> byGroup = new LinkedHashMap<>();
    for (Treatment treatment : patient.treatments()) {
      String drug = treatment.drug();
      if (!drug.equals(indexDrug) && CHANGING_DISEASE.contains(drug)) {
        String group = GlucocorticoidEquivalence.isGlucocorticoid(drug) ? GLUCOCORTICOIDS : drug;
        byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(treatment);
      }
    }
    byGroup.forEach((group, courses) -> groups.put(group, new Courses(courses)));
  }

  /// Every treatment that changes the disease, other than the index drug, that was added after the
  /// baseline or whose daily dose was at any time after it and up to the follow-up higher than at
  /// the baseline; one change a drug: a certain one before one that is not, then the earliest.
  public List<TreatmentChange> until(Moment followUp) {
    List<TreatmentChange> changes = new ArrayList<>();
    for (Courses courses : groups.values()) {
      courses.change(followUp).ifPresent(changes::add);
    }
    return changes;
  }

  /// The courses of one drug, with what was true of them at the baseline.
  private final class Courses {
    private final List<Treatment> courses;
    private final Truth before;
    private final Optional<BigDecimal> mostAtBaseline;
    // What a day's courses come to does not depend on the follow-up, and many follow-ups ask.
    private final Map<RowReference, BigDecimal> leastAtStart = new HashMap<>();

    Courses(List<Treatment> courses) {
      this.courses = courses;
      this.before =
          courses.stream()
              .map(course -> TreatmentHistory.runningOn(course, baseline))
              .reduce(Truth.FALSE, Truth::or);
      this.mostAtBaseline = mostAtBaseline();
    }

    private Optional<TreatmentChange> change(Moment followUp) {
      Treatment shown = null;
      TreatmentChange found = null;
      for (Treatment course : courses) {
        Optional<TreatmentChange> change = change(course, followUp);
        if (change.isPresent() && (found == null || isFirst(change.get(), course, found, shown))) {
          found = change.get();
          shown = course;
        }
      }
      return Optional.ofNullable(found);
    }

    private Optional<TreatmentChange> change(Treatment course, Moment followUp) {
      if (!(course.start() instanceof Value.Known<Moment>(Moment start))
          || !start.comparableWith(baseline)
          || !start.comparableWith(followUp)) {
        return Optional.empty();
      }
      Truth inTime = start.isAfter(baseline).and(start.isAfter(followUp).not());
      if (inTime == Truth.FALSE || isZero(course)) {
        return Optional.empty();
      }
      boolean certain = inTime == Truth.TRUE;
      if (course.isSingleDose()) {
        return Optional.of(new TreatmentChange(course.drug(), Kind.ADDED, course.row(), certain));
      }
      if (!probablyRanAtBaseline(course)) {
        return Optional.of(
            new TreatmentChange(
                course.drug(), Kind.ADDED, course.row(), certain && before == Truth.FALSE));
      }
      if (!certain) {
        return Optional.empty();
      }
      return mostAtBaseline.isPresent()
              && leastAtStart
                      .computeIfAbsent(course.row(), _ -> leastAtStartOf(course))
                      .compareTo(mostAtBaseline.get())
                  > 0
          ? Optional.of(new TreatmentChange(course.drug(), Kind.RAISED, course.row(), true))
          : Optional.empty();
    }

    /// Whether the drug ran at the baseline, or another course had begun before it and only its end
    /// is not known well enough.
    private boolean probablyRanAtBaseline(Treatment course) {
      if (before != Truth.UNKNOWN) {
        return before == Truth.TRUE;
      }
      for (Treatment other : courses) {
        if (!other.row().equals(course.row())
            && TreatmentHistory.runningOn(other, baseline) == Truth.UNKNOWN
            && other.start() instanceof Value.Known<Moment>(Moment start)
            && start.isBefore(baseline) == Truth.TRUE) {
          return true;
        }
      }
      return false;
    }

    /// The most that the drug's courses can have come to at the baseline; empty where a dose is not
    /// known.
    private Optional<BigDecimal> mostAtBaseline() {
      BigDecimal sum = BigDecimal.ZERO;
      for (Treatment course : courses) {
        if (TreatmentHistory.runningOn(course, baseline) != Truth.FALSE) {
          Optional<BigDecimal> dose = dose(course);
          if (dose.isEmpty()) {
            return Optional.empty();
          }
          sum = sum.add(dose.get());
        }
      }
      return Optional.of(sum);
    }

    /// What the drug's courses come to at least on the day that one of them starts.
    private BigDecimal leastAtStartOf(Treatment started) {
      BigDecimal sum = BigDecimal.ZERO;
      if (started.start() instanceof Value.Known<Moment>(Moment day)) {
        for (Treatment course : courses) {
          if (course.row().equals(started.row())
              || TreatmentHistory.runningOn(course, day) == Truth.TRUE) {
            sum = sum.add(dose(course).orElse(BigDecimal.ZERO));
          }
        }
      }
      return sum;
    }
  }

  private static boolean isFirst(
      TreatmentChange change, Treatment course, TreatmentChange found, @Nullable Treatment shown) {
    if (change.certain() != found.certain()) {
      return change.certain();
    }
    return shown != null
        && course.start() instanceof Value.Known<Moment>(Moment start)
        && shown.start() instanceof Value.Known<Moment>(Moment other)
        && start.isBefore(other) == Truth.TRUE;
  }

  /// The dose of a day: as prednisone for glucocorticoids, else in mg.
  private Optional<BigDecimal> dose(Treatment course) {
    return GlucocorticoidEquivalence.isGlucocorticoid(course.drug())
        ? TreatmentHistory.prednisoneEquivalent(course, patient)
        : TreatmentHistory.dailyDoseMilligrams(course, patient);
  }

  private static boolean isZero(Treatment course) {
    return course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
  }
}
