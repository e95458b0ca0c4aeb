package org.myocohort.evidence.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.evidence.screening.ScreeningEvent.Shown;

/// What a reviewer is asked next.
///
/// @param records by their numbers in the rankings
public record ScreeningQueue(List<String> records) {
  public ScreeningQueue {
    records = List.copyOf(records);
  }

  /// A record to decide on.
  ///
  /// @param record it
  /// @param shown how it came up, to be kept with the decision
  public record Next(String record, Shown shown) {}

  /// The first record of a ranking that a reviewer is still asked about; empty when there is none.
  public Optional<Next> next(String reviewer, Ranking ranking, ScreeningBoard board) {
    return next(reviewer, ranking, board, Set.of());
  }

  /// The same, some records left out.
  ///
  /// @param passedOver records that the reviewer put off
  public Optional<Next> next(
      String reviewer, Ranking ranking, ScreeningBoard board, Set<String> passedOver) {
    for (int place = 0; place < ranking.size(); place++) {
      String record = records.get(ranking.record(place));
      if (!passedOver.contains(record) && board.asks(reviewer, record)) {
        return Optional.of(
            new Next(record, new Shown(ranking.kind(), place + 1, ranking.trainedOn())));
      }
    }
    return Optional.empty();
  }
}
