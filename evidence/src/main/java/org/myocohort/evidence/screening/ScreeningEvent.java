package org.myocohort.evidence.screening;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One entry of the log of screening. Nothing is ever changed or taken out of the log: a decision
/// is undone by an entry that says so.
public sealed interface ScreeningEvent {

  /// Who acted.
  String reviewer();

  /// The record that it is about.
  String record();

  ScreeningStage stage();

  Instant time();

  /// A reviewer decided; it takes the place of a decision of the same reviewer before.
  ///
  /// @param reviewer who decided
  /// @param record that was decided on
  /// @param stage what the decision rests on
  /// @param verdict what was decided
  /// @param reason in the review's words; empty where none is given
  /// @param time of the decision
  /// @param shown how the record came before the reviewer; null where it was not from a queue
  record Decided(
      String reviewer,
      String record,
      ScreeningStage stage,
      ScreeningVerdict verdict,
      String reason,
      Instant time,
      @Nullable Shown shown)
      implements ScreeningEvent {}

  /// A reviewer undid the own decision.
  ///
  /// @param reviewer whose decision it was
  /// @param record that is open again
  /// @param stage of the decision
  /// @param time of the undoing
  record Undone(String reviewer, String record, ScreeningStage stage, Instant time)
      implements ScreeningEvent {}

  /// A conflict was resolved. It stands until a reviewer decides anew or undoes.
  ///
  /// @param reviewer who resolved it
  /// @param record that the reviewers disagreed on
  /// @param stage of the decisions
  /// @param include or not
  /// @param reason in the review's words; empty where none is given
  /// @param time of the resolution
  record Resolved(
      String reviewer,
      String record,
      ScreeningStage stage,
      boolean include,
      String reason,
      Instant time)
      implements ScreeningEvent {}

  /// How a record came before a reviewer.
  ///
  /// @param order of the queue
  /// @param position in it, from 1
  /// @param trainedOn how many labels the ranking had learnt from
  record Shown(QueueOrder order, int position, int trainedOn) {
    private static final Pattern TEXT =
        Pattern.compile("(relevance|random) ([1-9]\\d{0,8})/(\\d{1,9})");

    public Shown {
      if (position < 1 || trainedOn < 0) {
        throw new IllegalArgumentException(
            "position %d of a ranking of %d labels".formatted(position, trainedOn));
      }
    }

    /// As logs and pages write it: `relevance 12/340`.
    public String text() {
      return "%s %d/%d".formatted(order.name().toLowerCase(Locale.ROOT), position, trainedOn);
    }

    /// Reads what [#text] writes; empty for anything else.
    public static Optional<Shown> of(String text) {
      Matcher shown = TEXT.matcher(text);
      return shown.matches()
          ? Optional.of(
              new Shown(
                  QueueOrder.valueOf(shown.group(1).toUpperCase(Locale.ROOT)),
                  Integer.parseInt(shown.group(2)),
                  Integer.parseInt(shown.group(3))))
          : Optional.empty();
    }
  }

  /// In which order records are shown.
  enum QueueOrder {
    RELEVANCE,
    RANDOM
  }
}
