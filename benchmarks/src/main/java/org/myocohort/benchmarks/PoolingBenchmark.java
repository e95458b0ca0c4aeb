package org.myocohort.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.ZeroCells;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.RandomEffects;
import org.myocohort.statistics.meta.pooling.TauSquaredMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One restricted maximum likelihood fit of 13 trials with everything that goes with it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PoolingBenchmark {
  /// Events and others of both arms: Colditz GA et al. JAMA 1994;271:698-702.
  private static final int[][] TABLES = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13536, 248, 12619},
    {33, 5036, 47, 5761},
    {180, 1361, 372, 1079},
    {8, 2537, 10, 619},
    {505, 87886, 499, 87892},
    {29, 7470, 45, 7232},
    {17, 1699, 65, 1600},
    {186, 50448, 141, 27197},
    {5, 2493, 3, 2338},
    {27, 16886, 29, 17825}
  };

  private final List<StudyEffect> trials = trials();
  private final RandomEffects model =
      new RandomEffects(
          TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD, IntervalMethod.NORMAL, 0.95);

  private static List<StudyEffect> trials() {
    List<StudyEffect> effects = new ArrayList<>();
    for (int[] row : TABLES) {
      new TwoArmCounts(row[0], row[1], row[2], row[3])
          .effect(EffectMeasure.RR, ZeroCells.ADD_HALF)
          .result()
          .ifPresent(effect -> effects.add(effect.labelled("trial")));
    }
    return effects;
  }

  @Benchmark
  public Estimation<PooledEffect> restrictedMaximumLikelihood() {
    return model.pool(trials);
  }
}
