package org.myocohort.evidence.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Screens labelled records as a person would who is shown the most promising one each time, the
/// ranking being renewed after every label.
public final class Simulation {
  private Simulation() {}

  /// The order in which the records are shown.
  ///
  /// @param ranker over the records
  /// @param relevant of each record, whether it will be found relevant
  /// @param start the order in which records are taken while the ranker cannot tell; every record
  ///   once
  /// @param priors labelled before the start; they come first
  /// @param progress is told after each label how many there are
  public static List<Integer> run(
      Ranker ranker,
      List<Boolean> relevant,
      List<Integer> start,
      List<Integer> priors,
      IntConsumer progress) {
    int size = ranker.size();
    if (relevant.size() != size || start.size() != size) {
      throw new IllegalArgumentException(
          "labels and order of %d records expected but were %d and %d"
              .formatted(size, relevant.size(), start.size()));
    }
    boolean[] shown = new boolean[size];
    List<Integer> order = new ArrayList<>(size);
    Labels labels = Labels.none();
    int next = 0;
    while (order.size() < size) {
      int record;
      if (order.size() < priors.size()) {
        record = priors.get(order.size());
      } else {
        Optional<double[]> scores = ranker.scores(labels);
        while (shown[start.get(next)]) {
          next++;
        }
        record = scores.isEmpty() ? start.get(next) : best(scores.get(), shown);
      }
      shown[record] = true;
      order.add(record);
      labels = labels.with(record, relevant.get(record));
      progress.accept(order.size());
    }
    return List.copyOf(order);
  }

  /// The first of the highest scores.
  private static int best(double[] scores, boolean[] shown) {
    int best = -1;
    for (int record = 0; record < scores.length; record++) {
      if (!shown[record] && (best < 0 || scores[record] > scores[best])) {
        best = record;
      }
    }
    return best;
  }
}
