package org.myocohort.app.report;

import org.myocohort.patient.RowReference;

/// Where the study's page of a report leads to.
public interface ReportLinks {
  /// The address of a patient's page.
  String patient(String patient);

  /// The address of a row of a patient.
  String row(String patient, RowReference row);

  /// The files of the report itself.
  ReportLinks FILES =
      new ReportLinks() {
        @Override
        public String patient(String patient) {
          return ReportFiles.patientPage(patient);
        }

        @Override
        public String row(String patient, RowReference row) {
          return patient(patient) + "#" + Html.anchor(row.toString());
        }
      };
}
