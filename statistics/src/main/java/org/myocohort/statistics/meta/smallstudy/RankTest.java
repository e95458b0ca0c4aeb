package org.myocohort.statistics.meta.smallstudy;

import java.util.Arrays;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.numeric.Probability;

/// Kendall's rank correlation of standardised effects with their variances.
///
/// The probability is exact without ties, else from the normal approximation with its variance
/// corrected for ties.
///
/// - **Source:** Begg CB, Mazumdar M. Biometrics 1994;50:1088-1101, doi:10.2307/2533446. Kendall
///   MG. Rank correlation methods, 4th ed, 1970.
public final class RankTest {
  private RankTest() {}

  /// The test, from ten studies on; the statistic is tau (tau-b with ties).
  public static Estimation<SmallStudyTest> of(List<StudyEffect> studies) {
    int size = studies.size();
    if (size < EggerTest.FEWEST_STUDIES) {
      return Estimation.not(Reason.FEWER_THAN_TEN_STUDIES);
    }
    double sum = 0;
    double weighted = 0;
    for (StudyEffect study : studies) {
      sum += 1 / study.variance();
      weighted += study.effect() / study.variance();
    }
    double[] deviates = new double[size];
    double[] variances = new double[size];
    for (int i = 0; i < size; i++) {
      variances[i] = studies.get(i).variance();
      double effect = studies.get(i).effect();
      double away = effect - weighted / sum;
      // What only rounding made differ is tied.
      boolean tied = !(Math.abs(away) > 1e-13 * Math.abs(effect));
      deviates[i] = tied ? 0 : away / Math.sqrt(variances[i] - 1 / sum);
    }
    return kendall(deviates, variances);
  }

  static Estimation<SmallStudyTest> kendall(double[] x, double[] y) {
    int n = x.length;
    long score = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        score += Math.round(Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
      }
    }
    double[] tiesX = ties(x);
    double[] tiesY = ties(y);
    double pairs = n * (n - 1.0) / 2;
    double denominator = Math.sqrt((pairs - tiesX[0] / 2) * (pairs - tiesY[0] / 2));
    if (!(denominator > 0)) {
      return Estimation.not(Reason.NO_VARIATION);
    }
    double p =
        tiesX[0] == 0 && tiesY[0] == 0 ? exact(score, n) : approximate(score, n, tiesX, tiesY);
    return Estimation.of(new SmallStudyTest(score / denominator, 0, p, 0));
  }

  /// Sums of `t(t-1)`, `t(t-1)(2t+5)` and `t(t-1)(t-2)` over the groups of equal values.
  private static double[] ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] sums = new double[3];
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - (double) from;
        sums[0] += t * (t - 1);
        sums[1] += t * (t - 1) * (2 * t + 5);
        sums[2] += t * (t - 1) * (t - 2);
        from = i;
      }
    }
    return sums;
  }

  /// Counts the permutations by their inversions.
  private static double exact(long score, int n) {
    double[] counts = {1};
    for (int size = 2; size <= n; size++) {
      double[] next = new double[counts.length + size - 1];
      for (int i = 0; i < counts.length; i++) {
        for (int j = 0; j < size; j++) {
          next[i + j] += counts[i] / size;
        }
      }
      counts = next;
    }
    int concordant = (int) ((score + n * (n - 1L) / 2) / 2);
    double below = 0;
    double above = 0;
    for (int i = 0; i < counts.length; i++) {
      below += i <= concordant ? counts[i] : 0;
      above += i >= concordant ? counts[i] : 0;
    }
    return Math.min(1, 2 * Math.min(below, above));
  }

  private static double approximate(long score, double n, double[] x, double[] y) {
    double base = n * (n - 1) * (2 * n + 5);
    double variance =
        (base - x[1] - y[1]) / 18
            + x[2] * y[2] / (9 * n * (n - 1) * (n - 2))
            + x[0] * y[0] / (2 * n * (n - 1));
    return Probability.normalTwoSided(score / Math.sqrt(variance));
  }
}
