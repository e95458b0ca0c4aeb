package org.myocohort.evidence.pool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.link.CohortFacts;
import org.myocohort.evidence.link.CountedPatients;

/// A row of the one table that holds own patients, patients of the literature and printed results.
///
/// @param id unique in the table; decisions on shared patients name it
/// @param source the factor
/// @param report that tells it; the own study for its patients
/// @param citation of the report, for people; may be empty
/// @param study that a person said the report belongs to; null while nobody has
/// @param cohort of it that the patients come from; null while nobody has said so
/// @param design of the report; null where it is not known
/// @param year in which the report was published; null where its record does not say, and for the
///   own patients
/// @param facts that show whether other rows are about the same patients
/// @param told what is said of the outcome
/// @param place where it stands
public record PoolingRow(
    String id,
    PatientSource source,
    String report,
    String citation,
    @Nullable String study,
    @Nullable String cohort,
    @Nullable Design design,
    @Nullable Integer year,
    CohortFacts facts,
    Told told,
    RowPlace place) {

  /// What a row says of the outcome.
  public sealed interface Told {}

  /// One patient.
  ///
  /// @param name of the patient in the study folder
  /// @param word that stands for the outcome, as written
  /// @param covariates cells that were asked for, by their columns, as written
  public record Patient(String name, String word, SequencedMap<String, String> covariates)
      implements Told {
    public Patient {
      covariates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(covariates));
    }
  }

  /// A printed result of several patients.
  ///
  /// @param definition of the outcome; empty where nobody has said so
  /// @param group of the patients; empty for all
  /// @param events patients with the outcome; null where the report does not give it
  /// @param total patients of whom it is known; null where the report does not give it
  /// @param printed the report's own characters
  public record Result(
      String definition,
      String group,
      @Nullable Integer events,
      @Nullable Integer total,
      String printed)
      implements Told {}

  /// The study that a row counts for: the study named, else the report.
  public String countsFor() {
    return study == null ? report : study;
  }

  /// The same row, its place named otherwise.
  public PoolingRow at(RowPlace other) {
    return new PoolingRow(
        id, source, report, citation, study, cohort, design, year, facts, told, other);
  }

  /// How many patients the row is about, as far as it says so.
  @Nullable Integer patients() {
    return switch (told) {
      case Patient _ -> 1;
      case Result result -> result.total() == null ? facts.patients() : result.total();
    };
  }

  CountedPatients counted() {
    Integer patients = patients();
    return new CountedPatients(
        id,
        report,
        study,
        cohort,
        told instanceof Patient patient ? patient.name() : null,
        patients == null ? 1 : Math.max(1, patients),
        facts);
  }
}
