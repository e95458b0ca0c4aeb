package org.myocohort.evidence.screening;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;

/// An order in which records are shown. Immutable.
public final class Ranking {
  private final int[] order;
  private final QueueOrder kind;
  private final int trainedOn;

  private Ranking(int[] order, QueueOrder kind, int trainedOn) {
    this.order = order;
    this.kind = kind;
    this.trainedOn = trainedOn;
  }

  /// As the records stand, before anything is learnt.
  public static Ranking asFiled(int size) {
    return new Ranking(IntStream.range(0, size).toArray(), QueueOrder.RELEVANCE, 0);
  }

  /// By chance: the same seed gives the same order.
  public static Ranking random(int size, long seed) {
    int[] order = IntStream.range(0, size).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return new Ranking(order, QueueOrder.RANDOM, 0);
  }

  /// The highest score first, of equal ones the record that stands first.
  ///
  /// @param trainedOn how many labels the scores come from
  public static Ranking by(double[] scores, int trainedOn) {
    double[] kept = scores.clone();
    int[] order =
        IntStream.range(0, kept.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer record) -> kept[record]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    return new Ranking(order, QueueOrder.RELEVANCE, trainedOn);
  }

  public int size() {
    return order.length;
  }

  /// The record at a place, both from 0.
  public int record(int place) {
    return order[place];
  }

  /// All records in their order.
  public int[] records() {
    return Arrays.copyOf(order, order.length);
  }

  public QueueOrder kind() {
    return kind;
  }

  /// How many labels it was learnt from.
  public int trainedOn() {
    return trainedOn;
  }
}
