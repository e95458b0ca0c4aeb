package org.myocohort.registry.importing;

import java.util.List;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.SaveResult;

/// Tells what is wrong with a patient by the rows of the file that made it so.
final class RowProblems {
  private RowProblems() {}

  static SaveResult.RowProblem ofPatient(PatientKey key, String code, String found) {
    return new SaveResult.RowProblem(
        "patients", key.id(), new Problem("", 0, "centre", code, found, List.of()));
  }

  /// Refuses the rows that problems concern. A problem that concerns no row of the file refuses all
  /// that would change, since one of them made it.
  static void assign(List<PatientPlan.Step> steps, List<SaveResult.RowProblem> problems) {
    boolean any = false;
    for (SaveResult.RowProblem problem : problems) {
      for (PatientPlan.Step step : steps) {
        if (concerns(step, problem)) {
          any |= step.put != null;
          step.refuse(Fate.REFUSED, told(step, problem.problem()));
        }
      }
    }
    if (!any) {
      boolean patient = problems.getFirst().problem().code().equals("patient-row-expected");
      for (PatientPlan.Step step : steps) {
        if (step.put != null) {
          step.refuse(
              patient ? Fate.PATIENT_MISSING : Fate.REFUSED,
              patient
                  ? step.row.problem("patient", "patient-not-known", step.row.patient(), List.of())
                  : told(step, problems.getFirst().problem()));
        }
      }
    }
  }

  private static boolean concerns(PatientPlan.Step step, SaveResult.RowProblem problem) {
    if (step.fate == Fate.REPEATED || step.put == null) {
      return false;
    }
    return problem.table().isEmpty()
        ? step.id.equals(problem.problem().found())
        : step.row.table().equals(problem.table())
            && (problem.row().isEmpty() || step.id.equals(problem.row()));
  }

  /// The problem at the row's own place. Where it names another line, that is a line of a table
  /// that the user never saw.
  private static Problem told(PatientPlan.Step step, Problem problem) {
    return switch (problem.code()) {
      case "visit-twice" ->
          step.row.problem(
              problem.column(), "visit-on-date", problem.found(), List.of(step.row.patient()));
      case "id-twice", "id-taken" ->
          step.row.problem("id", "id-elsewhere", problem.found(), List.of());
      case "centre-not-yours" ->
          step.row.problem(problem.column(), "import-other-centre", problem.found(), List.of());
      default ->
          step.row.problem(problem.column(), problem.code(), problem.found(), problem.values());
    };
  }
}
