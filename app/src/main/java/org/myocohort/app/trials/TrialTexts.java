package org.myocohort.app.trials;

import org.myocohort.app.cli.Texts;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.registry.RecordProblem;

/// Words about a trial.
public final class TrialTexts {
  private TrialTexts() {}

  /// The registry's number, or that none is known.
  public static String id(String id, Texts texts) {
    return id.startsWith(Trial.UNNUMBERED)
        ? texts.text("trials.number-unknown", id.substring(Trial.UNNUMBERED.length()))
        : id;
  }

  /// The status as the record words it; a missing one is said to be missing.
  public static String status(Trial trial, Texts texts) {
    if (trial.status().recruiting() != null) {
      return trial.status().recruiting().name();
    }
    return trial.status().written().isEmpty()
        ? texts.text("trials.status-missing")
        : trial.status().written();
  }

  /// What is wrong with a record: file, record, number, field, what was found, what was expected.
  public static String sentence(RecordProblem problem, Texts texts) {
    StringBuilder sentence = new StringBuilder(problem.file());
    if (problem.record() > 0) {
      sentence.append(", ").append(texts.text("trials.record", problem.record()));
    }
    if (!problem.id().isEmpty()) {
      sentence.append(" (").append(problem.id()).append(')');
    }
    if (!problem.field().isEmpty()) {
      sentence.append(", ").append(texts.text("trials.field", problem.field()));
    }
    sentence.append(": ");
    if (!problem.found().isEmpty()) {
      sentence.append(texts.text("problem.found", problem.found())).append(", ");
    }
    return sentence
        .append(texts.text("trial-problem." + problem.code(), problem.values()))
        .toString();
  }
}
