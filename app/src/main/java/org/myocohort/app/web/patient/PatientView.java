package org.myocohort.app.web.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.patient.AlertTable;
import org.myocohort.app.patient.Cell;
import org.myocohort.app.patient.CriteriaRow;
import org.myocohort.app.patient.LineTable;
import org.myocohort.app.patient.PatientHeader;
import org.myocohort.app.patient.ScoreTable;
import org.myocohort.app.patient.TaperTable;

/// What the pages of a patient show at one revision in one language, as plain values.
///
/// @param header who, and how now
/// @param baseline which visit the score is compared with and why, or why there is none
/// @param latest the latest score beside its parts, or null where none was judged
/// @param reported the response that a publication states, in words; empty for none
/// @param scores every visit against the baseline, the latest first
/// @param criteria every criteria set with its reason and its parts
/// @param attention what needs a look, the worst first
/// @param visits every visit with what was recorded, the latest first
/// @param taper the prednisone equivalent
/// @param lines what was given in which order
/// @param alerts what the record raises
public record PatientView(
    PatientHeader header,
    String baseline,
    @Nullable ScoreTable latest,
    String reported,
    List<ScoreTable> scores,
    List<CriteriaRow> criteria,
    List<Attention> attention,
    List<VisitLine> visits,
    TaperTable taper,
    LineTable lines,
    AlertTable alerts) {
  public PatientView {
    scores = List.copyOf(scores);
    criteria = List.copyOf(criteria);
    attention = List.copyOf(attention);
    visits = List.copyOf(visits);
  }

  /// Something that needs a look.
  ///
  /// @param level `error`, `warning`, `note`
  /// @param text in words, with date and value
  /// @param href where it can be looked at and corrected
  /// @param source what opens there, in words
  public record Attention(String level, String text, String href, String source) {}

  /// A visit as a line of a table.
  ///
  /// @param row id of the visit's row
  /// @param date the date, opening the visit's form
  /// @param isBaseline whether the score is compared with it
  /// @param values what was recorded, in the order of the core set; absence is written out
  /// @param score the score or its bounds, empty for the baseline and what was not judged
  /// @param category in words
  /// @param remark why the score cannot count as response to the index drug
  /// @param corrected whether a value was changed after it had been entered
  public record VisitLine(
      String row,
      Cell date,
      boolean isBaseline,
      List<String> values,
      String score,
      String category,
      String remark,
      boolean corrected) {
    public VisitLine {
      values = List.copyOf(values);
    }
  }

  /// The findings that ask for a second look.
  public List<Attention> urgent() {
    return attention.stream().filter(each -> !each.level().equals("note")).toList();
  }

  /// The findings that only explain.
  public List<Attention> notes() {
    return attention.stream().filter(each -> each.level().equals("note")).toList();
  }
}
