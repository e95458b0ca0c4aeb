package org.myocohort.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;

/// Adverse events that cannot be counted by grade (instruments.md section 8.1).
final class AdverseEventRules {
  private AdverseEventRules() {}

  static List<Finding> check(PatientRecord patient) {
    List<Finding> findings = new ArrayList<>();
    for (AdverseEvent event : patient.adverseEvents()) {
      if (!(event.grade() instanceof Value.Known<Integer>(Integer grade))) {
        findings.add(
            Finding.of(event.row(), "grade", PlausibilityRule.GRADE_MISSING, event.term()));
      } else if (event.ctcaeVersion().isAbsent()) {
        findings.add(
            Finding.of(
                event.row(),
                "ctcae_version",
                PlausibilityRule.CTCAE_VERSION_MISSING,
                event.term(),
                grade));
      }
    }
    return findings;
  }
}
