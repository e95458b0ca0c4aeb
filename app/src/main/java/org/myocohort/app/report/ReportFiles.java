package org.myocohort.app.report;

/// The names of a report's files.
final class ReportFiles {
  static final String PAGE = "report.html";
  static final String RESULTS = "results.json";

  private ReportFiles() {}

  /// The file of a patient's page, seen from the study's page.
  static String patientPage(String patient) {
    return "patients/" + fileName(patient) + ".html";
  }

  /// The file of what the other instruments say of a patient.
  static String assessments(String patient) {
    return "patients/" + fileName(patient) + ".json";
  }

  /// A name that every file system takes; a pseudonym that needs changing gets a mark of its own,
  /// so that two never meet.
  static String fileName(String patient) {
    String safe = patient.replaceAll("[^A-Za-z0-9_-]", "_");
    return safe.equals(patient) ? safe : safe + "-" + Integer.toHexString(patient.hashCode());
  }
}
