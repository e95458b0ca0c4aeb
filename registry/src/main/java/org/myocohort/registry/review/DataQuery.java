package org.myocohort.registry.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.myocohort.registry.patient.PatientKey;

/// A question about a value, with its thread.
///
/// @param number counts the queries of the study
/// @param about what it asks about
/// @param messages the first is the question; empty in a list
public record DataQuery(
    long number,
    About about,
    State state,
    String openedBy,
    String openedAt,
    String changedBy,
    String changedAt,
    List<Message> messages) {

  public DataQuery {
    messages = List.copyOf(messages);
  }

  /// What a query asks about.
  ///
  /// @param column empty where the whole row is meant
  public record About(PatientKey patient, String table, String row, String column) {}

  /// Whose turn it is.
  public enum State {
    /// Somebody who knows the patient is to answer.
    OPEN,
    /// Whoever asked is to judge the answer.
    ANSWERED,
    /// Settled.
    CLOSED;

    /// Its name in addresses and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> parse(String code) {
      return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
  }

  /// One message of the thread.
  ///
  /// @param state the query's state from then on
  public record Message(long number, String at, String account, State state, String message) {}
}
