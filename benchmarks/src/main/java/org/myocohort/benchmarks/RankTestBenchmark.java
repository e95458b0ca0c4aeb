package org.myocohort.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.RankSumTest;
import org.myocohort.statistics.rank.SignedRankTest;
import org.myocohort.statistics.rank.ZeroMethod;
import org.myocohort.statistics.resampling.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Rank tests of tied values: exact, and by permutations.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RankTestBenchmark {
  private static final TestOptions EXACT = TestOptions.defaults();
  private static final TestOptions DRAWN =
      EXACT.with(new Computation.Permutations(100_000, 1, Progress.SILENT));

  private final double[] twelve = tied(12, v -> Math.rint(v * 8 - 3));
  private final double[] differences = tied(200, v -> Math.rint(v * 60 - 28));
  private final double[] first = tied(200, v -> Math.rint(v * 60));
  private final double[] second = tied(200, v -> Math.rint(v * 60 + 4));

  private static double[] tied(int count, DoubleUnaryOperator value) {
    return new SplittableRandom(count).doubles(count).map(value).toArray();
  }

  @Benchmark
  public TestResult signedRankOfTwelve() {
    return SignedRankTest.of(twelve, 0, ZeroMethod.DROP, EXACT);
  }

  @Benchmark
  public TestResult signedRankOfTwoHundred() {
    return SignedRankTest.of(differences, 0, ZeroMethod.DROP, EXACT);
  }

  @Benchmark
  public TestResult rankSumOfTwiceTwoHundred() {
    return RankSumTest.of(first, second, 0, EXACT);
  }

  @Benchmark
  public TestResult hundredThousandPermutations() {
    return RankSumTest.of(first, second, 0, DRAWN);
  }
}
