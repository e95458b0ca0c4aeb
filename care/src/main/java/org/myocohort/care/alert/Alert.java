package org.myocohort.care.alert;

import java.util.List;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;

/// What a rule says of a record.
///
/// @param rule the rule
/// @param state what it says
/// @param values the rows and values that say so
/// @param missing what the record lacks where it could not be checked
/// @param assumed drugs without a row that were taken as not given where it is clear
public record Alert(
    AlertRule rule, State state, List<Input> values, List<Missing> missing, List<Missing> assumed) {
  public Alert {
    values = List.copyOf(values);
    missing = List.copyOf(missing);
    assumed = List.copyOf(assumed);
  }

  /// The answers of a rule.
  public enum State {
    /// What it warns of is recorded.
    RAISED("raised"),
    /// What is recorded says that it does not hold.
    CLEAR("clear"),
    /// The record lacks what it asks for.
    NOT_CHECKABLE("not checkable"),
    /// Its source was not read: it is shown and never asked.
    NOT_VERIFIED("not verified");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
