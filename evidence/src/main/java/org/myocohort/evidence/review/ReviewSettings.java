package org.myocohort.evidence.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.StoppingRule;

/// What a review asks, and how it is done: the file `review.yaml`.
///
/// @param title of the review
/// @param question that it answers; null where it is not written down
/// @param registration number of its protocol; null where none is reported
/// @param reviewers how many must decide on each record, 1 or 2
/// @param blinded whether a reviewer sees another's decision only when no more are needed
/// @param order in which records are shown
/// @param seed of what is left to chance
/// @param include what a record must meet, in words
/// @param exclude reasons to exclude, the one that counts before others first
/// @param highlightInclude words that speak for a record
/// @param highlightExclude words that speak against it
/// @param stopping when screening may stop before everything is seen; null for never
/// @param outcomes that are asked of patients and results
public record ReviewSettings(
    String title,
    @Nullable String question,
    @Nullable String registration,
    int reviewers,
    boolean blinded,
    QueueOrder order,
    long seed,
    List<String> include,
    List<Criterion> exclude,
    List<String> highlightInclude,
    List<String> highlightExclude,
    @Nullable StoppingRule stopping,
    List<Outcome> outcomes) {
  public ReviewSettings {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    highlightInclude = List.copyOf(highlightInclude);
    highlightExclude = List.copyOf(highlightExclude);
    outcomes = List.copyOf(outcomes);
  }

  /// The reason of a code.
  public Optional<Criterion> criterion(String code) {
    return exclude.stream().filter(criterion -> criterion.code().equals(code)).findFirst();
  }

  /// All criteria in words, which a ranking can start from.
  public String criteria() {
    return String.join(" ", include);
  }
}
