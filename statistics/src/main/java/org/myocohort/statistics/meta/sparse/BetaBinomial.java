package org.myocohort.statistics.meta.sparse;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.effect.OneArmCounts;

/// A Bayesian beta-binomial model of proportions.
///
///     x_i ~ Binomial(n_i, p_i),  p_i ~ Beta(m (1 - r)/r, (1 - m)(1 - r)/r)
///
/// - **Prior:** the mean proportion `m` and the correlation `r` of two participants of one study are
///   uniform on (0, 1) and independent.
/// - **Computation:** sums over a grid, no chance in it.
/// - **Source:** of the likelihood: Skellam JG. J R Stat Soc B 1948;10:257-261; Young-Xu Y, Chan KA.
///   BMC Med Res Methodol 2008;8:42, doi:10.1186/1471-2288-8-42. The prior is this program's.
///
/// @param median posterior median of the mean proportion
/// @param mean posterior mean of it
/// @param interval equal-tailed credible interval of it
/// @param correlationMedian posterior median of `r`
public record BetaBinomial(
    double median, double mean, ConfidenceInterval interval, double correlationMedian) {
  private static final int MEANS = 400;
  private static final int CORRELATIONS = 120;
  private static final double NEGLIGIBLE = -30;

  /// The posterior of the studies.
  public static Estimation<BetaBinomial> of(List<OneArmCounts> studies, double level) {
    for (OneArmCounts study : studies) {
      if (study.checked() instanceof Estimation.NotEstimable<OneArmCounts>(Reason reason)) {
        return Estimation.not(reason);
      }
    }
    if (studies.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    Counts counts = Counts.of(studies);
    // Once over everything, then over the part that holds the posterior.
    double[] whole = marginal(counts, 0, 1, MEANS / 4, new double[CORRELATIONS]);
    double low = 1;
    double high = 0;
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] > Math.exp(NEGLIGIBLE)) {
        low = Math.min(low, (i - 1.0) / whole.length);
        high = Math.max(high, (i + 2.0) / whole.length);
      }
    }
    low = Math.max(0, low);
    high = Math.min(1, high);
    double[] correlations = new double[CORRELATIONS];
    double[] fine = marginal(counts, low, high, MEANS, correlations);
    double step = (high - low) / MEANS;
    double mean = 0;
    double sum = 0;
    for (int i = 0; i < MEANS; i++) {
      sum += fine[i];
      mean += fine[i] * (low + (i + 0.5) * step);
    }
    double root = quantile(correlations, 0, 1.0 / CORRELATIONS, 0.5);
    return Estimation.of(
        new BetaBinomial(
            quantile(fine, low, step, 0.5),
            mean / sum,
            new ConfidenceInterval(
                quantile(fine, low, step, (1 - level) / 2),
                quantile(fine, low, step, (1 + level) / 2),
                level),
            root * root));
  }

  /// The posterior of the mean over the correlations `s^2`, `s` on an even grid, so that small
  /// correlations are seen; the largest is 1 before summing. Adds up the posterior of `s`.
  private static double[] marginal(
      Counts counts, double low, double high, int means, double[] correlations) {
    double[][] logs = new double[means][CORRELATIONS];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < means; i++) {
      double mean = low + (i + 0.5) * (high - low) / means;
      for (int j = 0; j < CORRELATIONS; j++) {
        double root = (j + 0.5) / CORRELATIONS;
        logs[i][j] = counts.logLikelihood(mean, root * root) + Math.log(root);
        largest = Math.max(largest, logs[i][j]);
      }
    }
    double[] sums = new double[means];
    for (int i = 0; i < means; i++) {
      for (int j = 0; j < CORRELATIONS; j++) {
        double share = Math.exp(logs[i][j] - largest);
        sums[i] += share;
        correlations[j] += share;
      }
    }
    return sums;
  }

  private static double quantile(double[] shares, double low, double step, double probability) {
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    double below = 0;
    for (int i = 0; i < shares.length; i++) {
      double after = below + shares[i] / total;
      if (after >= probability) {
        return low + (i + (probability - below) / (shares[i] / total)) * step;
      }
      below = after;
    }
    return low + shares.length * step;
  }

  /// The counts, arranged for the likelihood: for small studies, how many of them have more than j
  /// events, others, participants.
  @SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
  private record Counts(
      List<OneArmCounts> studies, int[] events, int[] others, int[] all, boolean small) {
    private static final int LONGEST = 200;

    static Counts of(List<OneArmCounts> studies) {
      double longest = studies.stream().mapToDouble(OneArmCounts::n).max().orElse(0);
      boolean small = longest <= LONGEST;
      int size = small ? (int) longest : 0;
      int[] events = new int[size];
      int[] others = new int[size];
      int[] all = new int[size];
      for (OneArmCounts study : small ? studies : List.<OneArmCounts>of()) {
        for (int j = 0; j < study.n(); j++) {
          events[j] += j < study.x() ? 1 : 0;
          others[j] += j < study.n() - study.x() ? 1 : 0;
          all[j]++;
        }
      }
      return new Counts(studies, events, others, all, small);
    }

    double logLikelihood(double mean, double correlation) {
      double rest = 1 - correlation;
      double sum = 0;
      if (small) {
        for (int j = 0; j < all.length; j++) {
          double shift = j * correlation;
          sum += events[j] == 0 ? 0 : events[j] * Math.log(mean * rest + shift);
          sum += others[j] == 0 ? 0 : others[j] * Math.log((1 - mean) * rest + shift);
          sum -= all[j] * Math.log(rest + shift);
        }
        return sum;
      }
      double total = rest / correlation;
      double a = mean * total;
      double b = total - a;
      double constant = LogGamma.value(total) - LogGamma.value(a) - LogGamma.value(b);
      for (OneArmCounts study : studies) {
        sum +=
            constant
                + LogGamma.value(a + study.x())
                + LogGamma.value(b + study.n() - study.x())
                - LogGamma.value(total + study.n());
      }
      return sum;
    }
  }
}
