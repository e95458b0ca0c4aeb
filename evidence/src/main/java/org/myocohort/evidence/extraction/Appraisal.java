package org.myocohort.evidence.extraction;

/// The answer to one question of a checklist about one report, a line of `appraisal.csv`.
///
/// @param item number of the question in the checklist
/// @param comment in the reader's words, may be empty
/// @param line of the row in its file
public record Appraisal(
    String report, Checklist checklist, int item, Answer answer, String comment, int line) {
  /// What may be answered.
  public enum Answer {
    YES("yes"),
    NO("no"),
    UNCLEAR("unclear"),
    NOT_APPLICABLE("not-applicable");

    private final String code;

    Answer(String code) {
      this.code = code;
    }

    /// The word in `appraisal.csv`.
    public String code() {
      return code;
    }
  }
}
