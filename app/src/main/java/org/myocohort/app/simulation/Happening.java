package org.myocohort.app.simulation;

/// Something that happens to a patient beside visits and treatment.
sealed interface Happening {
  long day();

  /// A row of the events table.
  ///
  /// @param kind code of `ClinicalEvent.Kind`
  record Event(String kind, long day, String note) implements Happening {}

  /// A row of the adverse events table.
  ///
  /// @param stop the day it was over
  /// @param relatedTo code of a drug, empty where none was blamed
  record Adverse(String term, int grade, long day, long stop, boolean serious, String relatedTo)
      implements Happening {
    static final String NEUTROPENIA = "Neutrophil count decreased";
  }
}
