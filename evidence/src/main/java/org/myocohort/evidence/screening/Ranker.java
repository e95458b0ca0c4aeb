package org.myocohort.evidence.screening;

import java.util.Optional;

/// Scores records by how probably they are relevant, from those labelled so far. For one thread.
public interface Ranker {

  /// How many records there are.
  int size();

  /// A score of each record, the most promising one highest; empty while the model cannot tell.
  Optional<double[]> scores(Labels labels);

  /// Forgets what it may have kept from labels before, to answer from those of the next call alone.
  void forget();
}
