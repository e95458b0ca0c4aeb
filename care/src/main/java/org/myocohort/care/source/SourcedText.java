package org.myocohort.care.source;

import java.util.List;

/// A text of sourced statements that a clinician reviews and signs as a whole: a treatment, a page
/// for patients, a set of rules.
public interface SourcedText {
  /// Its name, for good: kind and name, such as `treatment/azathioprine`.
  String code();

  /// How people call it, in `en` or `it`.
  String title(String language);

  List<? extends Sourced> statements();

  /// All that a signature is bound to, in one language: a change of it makes a signature void.
  String wording(String language);
}
