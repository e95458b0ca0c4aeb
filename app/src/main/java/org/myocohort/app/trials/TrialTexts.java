package org.myocohort.app.trials;

import org.myocohort.app.cli.Texts;
import org.myocohort.care.trial.Trial;

/// Words about a trial.
final class TrialTexts {
  private TrialTexts() {}

  /// The registry's number, or that none is known.
  static String id(String id, Texts texts) {
    return id.startsWith(Trial.UNNUMBERED)
        ? texts.text("trials.number-unknown", id.substring(Trial.UNNUMBERED.length()))
        : id;
  }

  /// The status as the record words it; a missing one is said to be missing.
  static String status(Trial trial, Texts texts) {
    if (trial.status().recruiting() != null) {
      return trial.status().recruiting().name();
    }
    return trial.status().written().isEmpty()
        ? texts.text("trials.status-missing")
        : trial.status().written();
  }
}
