package org.myocohort.classification;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;

/// The answer of one criteria set for one patient.
///
/// @param criteria code of the set
/// @param result what it says
/// @param grade code of the grade reached, `definite` or `probable`, empty where the set has none
/// @param subgroup code of the subgroup, empty where there is none
/// @param score the weighted score, where the set has one and every item is known
/// @param bounds lowest and highest score that open items allow, where the set has a score
/// @param probability the probability that the publication attaches to the score, lowest and
///   highest
/// @param parts every item with what was read for it
/// @param wouldSettle codes of the items any one of which could settle an undetermined answer; all
///   open ones where no single one can
/// @param notes assumptions
public record Classification(
    String criteria,
    Result result,
    String grade,
    String subgroup,
    @Nullable BigDecimal score,
    @Nullable Bounds bounds,
    @Nullable Bounds probability,
    List<Part> parts,
    List<String> wouldSettle,
    List<Note> notes) {

  /// What a criteria set says of a patient; graded sets are met at probable or above.
  public enum Result {
    MET("met"),
    NOT_MET("not met"),
    UNDETERMINED("undetermined"),
    /// The set's table is not verified, so it is disabled.
    NOT_AVAILABLE("not available");

    private final String code;

    Result(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public Classification {
    parts = List.copyOf(parts);
    wouldSettle = List.copyOf(wouldSettle);
    notes = List.copyOf(notes);
  }
}
