package org.myocohort.evidence.extraction;

import java.util.List;

/// What does not fit in an extraction, or is still missing.
///
/// @param kind of it
/// @param file the table, as a file name
/// @param line of the row in it
/// @param report that it is about, as far as there is one
/// @param row id of the row that it is about
/// @param column that it is about; empty for the row
/// @param values that the sentence about it names, in its order
public record ExtractionFinding(
    Kind kind,
    String file,
    int line,
    String report,
    String row,
    String column,
    List<String> values) {
  public ExtractionFinding {
    values = List.copyOf(values);
  }

  /// What was found.
  public enum Kind {
    /// A typed number does not stand in the printed string. Values: typed, printed.
    PRINTED_DIFFERS(true),
    /// A quote does not stand in the report's pasted text. Values: the quote, the text's file.
    QUOTE_NOT_FOUND(true),
    /// A checklist that was made for reports of another design. Values: checklist, design.
    CHECKLIST_OF_OTHER_DESIGN(true),
    /// A report that the review does not include, by its id.
    REPORT_NOT_INCLUDED(true),
    /// A report that the review includes, of which nothing stands here.
    INCLUDED_NOT_READ(false),
    /// Nobody says where cells of a row were read. Values: their columns.
    NO_PLACE(false),
    /// A quote of a report whose text was not pasted. Values: the file looked for.
    QUOTE_NOT_CHECKED(false),
    /// A patient of whom it is not said which report tells of him.
    PATIENT_WITHOUT_REPORT(false),
    /// A report of which neither a patient nor a result was read.
    REPORT_WITHOUT_VALUES(false),
    /// A report whose design is not said.
    REPORT_WITHOUT_DESIGN(false),
    /// A report without an answer to any checklist. Values: the checklist for its design, or none.
    REPORT_WITHOUT_APPRAISAL(false),
    /// Questions of a checklist without answer. Values: checklist, their numbers.
    APPRAISAL_INCOMPLETE(false),
    /// A result of which it is not said what counts as the outcome, so that it cannot be pooled.
    RESULT_WITHOUT_DEFINITION(false),
    /// A result without its printed string.
    RESULT_WITHOUT_PRINTED(false);

    private final boolean wrong;

    Kind(boolean wrong) {
      this.wrong = wrong;
    }

    /// Whether something does not fit; else something is missing.
    public boolean isWrong() {
      return wrong;
    }
  }
}
