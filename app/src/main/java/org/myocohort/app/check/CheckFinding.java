package org.myocohort.app.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.plausibility.Finding;

/// One row of the answer.
///
/// @param table the table that the finding is about
/// @param id the row in it
/// @param column the column in it
/// @param patient the patient, or null where the finding is of reported numbers
/// @param check code of what was found
/// @param message the finding as a sentence
/// @param values the values that the sentence names, each as `name=value`
/// @param assumptions codes of what the finding takes for granted
public record CheckFinding(
    String table,
    String id,
    String column,
    @Nullable String patient,
    String check,
    Finding.Level level,
    String message,
    List<String> values,
    List<String> assumptions) {
  public CheckFinding {
    values = List.copyOf(values);
    assumptions = List.copyOf(assumptions);
  }
}
