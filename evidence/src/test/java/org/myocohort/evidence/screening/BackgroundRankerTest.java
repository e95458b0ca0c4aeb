package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundRankerTest {

  /// Scores the record labelled last highest; can be held.
  private static final class HeldRanker implements Ranker {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Integer> learnt = new CopyOnWriteArrayList<>();

    @Override
    public int size() {
      return 3;
    }

    @Override
    public Optional<double[]> scores(Labels labels) {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
      learnt.add(labels.count());
      double[] scores = new double[3];
      if (labels.count() > 0) {
        scores[labels.record(labels.count() - 1)] = 1;
      }
      return Optional.of(scores);
    }

    @Override
    public void forget() {}
  }

  @Test
  void theLastFinishedRankingIsThereWhileTheNextIsMade() throws InterruptedException {
    HeldRanker held = new HeldRanker();
    try (BackgroundRanker ranker = BackgroundRanker.start(3, () -> held, Labels.none())) {
      held.entered.await();
      Labels one = Labels.none().with(1, true);
      ranker.learn(one);
      ranker.learn(one.with(2, false));
      assertThat(ranker.latest().records()).containsExactly(0, 1, 2);
      held.released.countDown();
      ranker.settle();
      assertThat(ranker.latest().records()).containsExactly(2, 0, 1);
      assertThat(ranker.latest().trainedOn()).isEqualTo(2);
      assertThat(held.learnt).as("labels in between are passed over").containsExactly(0, 2);
    }
  }

  @Test
  void aRankerThatBreaksIsNamedAndTheLastRankingStays() throws InterruptedException {
    try (BackgroundRanker ranker =
        BackgroundRanker.start(
            2,
            () -> {
              throw new IllegalStateException("no memory for the texts");
            },
            Labels.none())) {
      ranker.settle();
      assertThat(ranker.failure().orElseThrow()).hasMessage("no memory for the texts");
      assertThat(ranker.latest().records()).containsExactly(0, 1);
    }
  }

  @Test
  void manyWhoAskAndLearnAtOnceEndWithTheRankingOfTheLastLabels() throws InterruptedException {
    List<RankedText> texts =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(i -> new RankedText("topic" + i % 7 + " theme" + i % 11, "", ""))
            .toList();
    Labels labels = Labels.none();
    double[] expected;
    try (BackgroundRanker ranker =
        BackgroundRanker.start(200, () -> RankingModel.SEEDED.over(texts, ""), labels)) {
      for (int i = 0; i < 100; i++) {
        labels = labels.with(i, i % 7 == 3);
        ranker.learn(labels);
        assertThat(ranker.latest().trainedOn()).isBetween(0, i + 1);
      }
      ranker.settle();
      expected = RankingModel.SEEDED.over(texts, "").scores(labels).orElseThrow();
      assertThat(ranker.latest().records()).isEqualTo(Ranking.by(expected, 100).records());
    }
  }
}
