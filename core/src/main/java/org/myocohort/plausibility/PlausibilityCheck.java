package org.myocohort.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.PatientRecord;

/// All rules of plausibility on one record.
///
/// A rule that lacks one of its values says nothing. What a reader of files refuses anyway, such as
/// a date before birth, is checked again: records do not all come from files.
public final class PlausibilityCheck {
  private PlausibilityCheck() {}

  /// The findings about a record; empty if nothing strikes. Within a rule they stand in the order
  /// of the record.
  public static List<Finding> check(PatientRecord patient, StudySettings settings) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(DateRules.check(patient));
    findings.addAll(PersonRules.check(patient, settings));
    findings.addAll(AntibodyRules.check(patient));
    findings.addAll(VisitRules.check(patient, settings));
    findings.addAll(MeasurementRules.check(patient));
    findings.addAll(CourseRules.check(patient));
    findings.addAll(GlucocorticoidRules.check(patient));
    findings.addAll(AdverseEventRules.check(patient));
    return List.copyOf(findings);
  }
}
