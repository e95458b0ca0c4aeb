package org.myocohort.exchange.study;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.PatientRecord;

/// What a study says: its patients and the numbers reported of them.
///
/// @param name short name, the folder's where no data package gives one
/// @param title for people
/// @param synthetic whether the patients are made up
/// @param settings what the study fixes for all its patients
/// @param quartileMethod the method of quartiles that the study chose, such as `type-6`, or null
/// @param patients in the order of the patients table
/// @param reportedStatistics in the order of their table
public record Study(
    String name,
    String title,
    boolean synthetic,
    StudySettings settings,
    @Nullable String quartileMethod,
    List<PatientRecord> patients,
    List<ReportedStatisticRow> reportedStatistics) {

  public Study {
    patients = List.copyOf(patients);
    reportedStatistics = List.copyOf(reportedStatistics);
  }

  /// The patient with this id.
  public Optional<PatientRecord> patient(String id) {
    return patients.stream().filter(patient -> patient.id().equals(id)).findFirst();
  }
}
