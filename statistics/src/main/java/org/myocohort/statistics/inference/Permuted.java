package org.myocohort.statistics.inference;

import java.util.function.Supplier;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;
import org.myocohort.statistics.resampling.MonteCarlo;

/// Adds to an answer what random permutations say.
public final class Permuted {
  private static final double LEVEL = 0.99;

  private Permuted() {}

  /// Draws them and adds the probability, its exact 99 % limits, number and seed.
  ///
  /// @param seen the statistic of the data
  /// @param centre from which distances are measured
  public static void add(
      TestResult.Builder answer,
      Computation.Permutations asked,
      Alternative alternative,
      double seen,
      double centre,
      Supplier<MonteCarlo.Shuffle> shuffles) {
    MonteCarlo drawn =
        MonteCarlo.of(asked.count(), asked.seed(), seen, centre, shuffles, asked.progress());
    int extreme =
        switch (alternative) {
          case TWO_SIDED -> drawn.twoSided();
          case LESS -> drawn.less();
          case GREATER -> drawn.greater();
        };
    ConfidenceInterval error =
        ProportionInterval.CLOPPER_PEARSON.interval(extreme, asked.count(), LEVEL);
    answer
        .p(drawn.p(extreme), Calculation.PERMUTATION)
        .further("permutations", asked.count())
        .further("p_lower", error.lower())
        .further("p_upper", error.upper())
        .remark(Remark.Topic.PERMUTATIONS, asked.count(), asked.seed());
  }
}
