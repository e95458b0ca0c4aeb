package org.myocohort.cohort.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.rule.Outcome;
import org.myocohort.patient.Truth;

/// What a step says of one patient, and why.
///
/// @param patient id
/// @param kind the answer
/// @param explained what the rule found, null for a step that has none
/// @param used values that were read
/// @param missing what would settle it, where it is open
public record StepAnswer(
    String patient,
    Kind kind,
    @Nullable Explained explained,
    List<Used> used,
    List<Missing> missing) {

  /// The answers.
  public enum Kind {
    MET("met"),
    NOT_MET("not met"),
    /// The record does not tell, or a person has to judge.
    UNDETERMINED("undetermined");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Kind of(Truth truth) {
      return switch (truth) {
        case TRUE -> MET;
        case FALSE -> NOT_MET;
        case UNKNOWN -> UNDETERMINED;
      };
    }

    static Kind of(Outcome outcome) {
      return switch (outcome) {
        case TRUE -> MET;
        case FALSE -> NOT_MET;
        case UNKNOWN, PERSON -> UNDETERMINED;
      };
    }
  }

  public StepAnswer {
    used = List.copyOf(used);
    missing = List.copyOf(missing);
  }

  static StepAnswer of(String patient, Explained explained) {
    return new StepAnswer(
        patient,
        Kind.of(explained.outcome()),
        explained,
        explained.leaves().stream().flatMap(leaf -> leaf.used().stream()).distinct().toList(),
        explained.missing(true));
  }

  static StepAnswer open(String patient, List<Used> used, Missing missing) {
    return new StepAnswer(patient, Kind.UNDETERMINED, null, used, List.of(missing));
  }
}
