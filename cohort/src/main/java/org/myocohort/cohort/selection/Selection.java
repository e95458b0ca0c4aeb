package org.myocohort.cohort.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.cohort.selection.CohortDefinition.Undetermined;
import org.myocohort.patient.PatientRecord;

/// How a cohort came about: who was there, who left at which step and why.
///
/// @param definition by which
/// @param on the day up to which records count
/// @param patients everyone who was considered, in the order of the study
/// @param steps in order, each with an answer for everyone who came as far
/// @param members who is in, in the order of the study
/// @param subjects the members' records
public record Selection(
    CohortDefinition definition,
    LocalDate on,
    List<String> patients,
    List<StepResult> steps,
    List<String> members,
    List<Subject> subjects) {
  public Selection {
    patients = List.copyOf(patients);
    steps = List.copyOf(steps);
    members = List.copyOf(members);
    subjects = List.copyOf(subjects);
  }

  /// What became of those who came to a step.
  ///
  /// @param step which
  /// @param answers one for each of them, in the order of the study
  /// @param remaining who goes on
  public record StepResult(SelectionStep step, List<StepAnswer> answers, List<String> remaining) {
    public StepResult {
      answers = List.copyOf(answers);
      remaining = List.copyOf(remaining);
    }

    /// Patients with one kind of answer.
    public List<String> patients(StepAnswer.Kind kind) {
      return answers.stream()
          .filter(answer -> answer.kind() == kind)
          .map(StepAnswer::patient)
          .toList();
    }
  }

  /// Selects from the patients of a study.
  ///
  /// @param on the day of the question: what is recorded of later days does not count
  public static Selection of(
      CohortDefinition definition, List<PatientRecord> patients, LocalDate on) {
    // On all processors, in the order of the study; no candidate is asked by two at once.
    List<Candidate> candidates =
        patients.parallelStream()
            .map(patient -> new Candidate(new Subject(patient, definition.index(), on)))
            .toList();
    List<Candidate> left = candidates;
    List<StepResult> results = new ArrayList<>();
    for (SelectionStep step : definition.steps()) {
      List<StepAnswer> answers =
          left.parallelStream().map(candidate -> candidate.answer(step)).toList();
      List<Candidate> remaining = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        boolean stays =
            switch (answers.get(i).kind()) {
              case MET -> true;
              case NOT_MET -> false;
              case UNDETERMINED -> definition.undetermined() == Undetermined.KEPT;
            };
        if (stays) {
          remaining.add(left.get(i));
        }
      }
      results.add(new StepResult(step, answers, ids(remaining)));
      left = remaining;
    }
    return new Selection(
        definition,
        on,
        ids(candidates),
        results,
        ids(left),
        left.stream().map(Candidate::subject).toList());
  }

  private static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::id).toList();
  }
}
