package org.myocohort.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponseSeries;

/// Visits whose measures a score cannot use as they stand.
final class VisitRules {
  private VisitRules() {}

  static List<Finding> check(PatientRecord patient, StudySettings settings) {
    List<Finding> findings = new ArrayList<>();
    Optional<Visit> baseline = baseline(patient, settings);
    for (Visit visit : patient.visits()) {
      if (!holdsMeasure(visit)) {
        findings.add(
            Finding.of(visit.row(), "date", PlausibilityRule.VISIT_WITHOUT_MEASURE, visit.date()));
      }
      if (visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST)
              instanceof Value.Known<BigDecimal>(BigDecimal strength)
          && visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM).isAbsent()) {
        findings.add(
            Finding.of(
                visit.row(),
                CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.column(),
                PlausibilityRule.MMT_MAXIMUM_MISSING,
                strength));
      }
      baseline.flatMap(first -> form(first, visit)).ifPresent(findings::add);
    }
    return findings;
  }

  /// The baseline, else the first visit that names its muscle test form.
  private static Optional<Visit> baseline(PatientRecord patient, StudySettings settings) {
    Visit chosen = ResponseSeries.baseline(patient, settings);
    if (chosen != null) {
      return Optional.of(chosen);
    }
    return patient.visits().stream()
        .filter(visit -> visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM).isKnown())
        .findFirst();
  }

  private static boolean holdsMeasure(Visit visit) {
    for (CoreSetScale scale : CoreSetScale.values()) {
      if (scale != CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM && !visit.scale(scale).isAbsent()) {
        return true;
      }
    }
    return visit.enzymes().stream().anyMatch(enzyme -> !enzyme.value().isAbsent());
  }

  private static Optional<Finding> form(Visit baseline, Visit visit) {
    if (baseline.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM)
            instanceof Value.Known<BigDecimal>(BigDecimal first)
        && visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM)
            instanceof Value.Known<BigDecimal>(BigDecimal now)
        && first.compareTo(now) != 0) {
      return Optional.of(
          Finding.of(
              visit.row(),
              CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM.column(),
              PlausibilityRule.MMT_FORM_DIFFERS,
              now,
              first,
              baseline.row().id()));
    }
    return Optional.empty();
  }
}
