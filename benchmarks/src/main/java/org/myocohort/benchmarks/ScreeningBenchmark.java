package org.myocohort.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.myocohort.evidence.screening.Labels;
import org.myocohort.evidence.screening.RankedText;
import org.myocohort.evidence.screening.Ranker;
import org.myocohort.evidence.screening.RankingModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One training and ranking of all records, after a tenth of them is labelled. The records are made
/// up: 180 words each, their frequencies as in a natural text, some of them in half of the texts of
/// one topic of twenty, which is the relevant one.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScreeningBenchmark {
  private static final int WORDS = 180;
  private static final int VOCABULARY = 40_000;
  private static final int TOPICS = 20;

  @Param({"2000", "50000"})
  private int records;

  @Param({"SEEDED", "U4"})
  private RankingModel model = RankingModel.SEEDED;

  private List<RankedText> texts = List.of();
  private Ranker ranker = RankingModel.SEEDED.over(List.of(), "");
  private Labels labels = Labels.none();
  private Labels oneMore = Labels.none();
  private boolean more;

  @Setup(Level.Trial)
  public void make() {
    SplittableRandom random = new SplittableRandom(1);
    texts = new ArrayList<>();
    for (int record = 0; record < records; record++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < WORDS; word++) {
        // Zipf: the rank of a word is spread evenly on the scale of logarithms.
        int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
        text.append(random.nextInt(12) == 0 ? "topic" + record % TOPICS + "w" : "w")
            .append(rank)
            .append(' ');
      }
      texts.add(new RankedText("", text.toString(), ""));
    }
    ranker = model.over(texts, "");
    for (int record = 0; record <= records / 10; record++) {
      labels = oneMore;
      oneMore = labels.with(record, record % TOPICS == 3);
    }
  }

  /// As a simulation does: the last solution is the start of the next.
  @Benchmark
  public double[] afterOneMoreLabel() {
    more = !more;
    return ranker.scores(more ? oneMore : labels).orElseThrow();
  }

  /// As the queue does: from the labels alone.
  @Benchmark
  public double[] fromTheLabelsAlone() {
    ranker.forget();
    return ranker.scores(labels).orElseThrow();
  }
}
