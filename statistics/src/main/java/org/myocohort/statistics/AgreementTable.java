package org.myocohort.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How two raters classed the same subjects, and how far they agree beyond chance.
///
/// With `p(i,j)` the share of subjects that the first rater put into class `i` and the second into
/// `j`, the observed agreement is `po = sum of p(i,i)`, and a coefficient is `(po - pe) / (1 -
/// pe)`; the coefficients differ in the agreement by chance, `pe`. Intervals are `estimate +- z
/// se`, from the large-sample standard error, cut to \[-1, 1\]: they are rough for few subjects.
///
/// - **Input:** a square table of counts, two or more classes, one or more subjects.
/// - **Errors:** a table that is not square, a negative count, no subject.
public final class AgreementTable {

  /// A coefficient of agreement.
  ///
  /// @param estimate 1 for full agreement, 0 for what chance gives
  /// @param standardError for large samples
  /// @param interval about the estimate
  public record Coefficient(double estimate, double standardError, ConfidenceInterval interval) {}

  private final int[][] counts;
  private final int subjects;
  private final double[] first;
  private final double[] second;

  private AgreementTable(int[][] counts, int subjects) {
    this.counts = counts;
    this.subjects = subjects;
    first = new double[counts.length];
    second = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        first[i] += share(i, j);
        second[j] += share(i, j);
      }
    }
  }

  /// The table with `counts[i][j]` subjects in class `i` by the first rater and `j` by the second.
  public static AgreementTable of(int[][] counts) {
    int classes = counts.length;
    if (!(classes >= 2)) {
      throw new IllegalArgumentException("classes must be at least 2 but were " + classes);
    }
    int[][] copy = new int[classes][];
    int subjects = 0;
    for (int i = 0; i < classes; i++) {
      if (counts[i].length != classes) {
        throw new IllegalArgumentException(
            "row %d must have %d counts but had %d".formatted(i, classes, counts[i].length));
      }
      copy[i] = counts[i].clone();
      for (int count : copy[i]) {
        if (!(count >= 0)) {
          throw new IllegalArgumentException("a count must be at least 0 but was " + count);
        }
        subjects = Math.addExact(subjects, count);
      }
    }
    if (subjects == 0) {
      throw new IllegalArgumentException("subjects must be at least 1 but were 0");
    }
    return new AgreementTable(copy, subjects);
  }

  /// Subjects that both raters classed.
  public int subjects() {
    return subjects;
  }

  /// Share of subjects that both put into the same class.
  public double observedAgreement() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += share(i, i);
    }
    return sum;
  }

  /// Cohen's kappa: by chance both agree as often as their own shares of the classes make them, `pe
  /// = sum of p(i,.) p(.,i)`.
  ///
  /// - **Result:** empty where both raters used one class only, the same: then `pe` is 1.
  /// - **Source:** Cohen J. Educ Psychol Meas 1960;20:37-46, doi:10.1177/001316446002000104;
  ///   standard error by Fleiss JL, Cohen J, Everitt BS. Psychol Bull 1969;72:323-327,
  ///   doi:10.1037/h0028106.
  ///
  /// @param level of the interval, such as 0.95
  public Optional<Coefficient> cohenKappa(double level) {
    double chance = 0;
    for (int i = 0; i < counts.length; i++) {
      chance += first[i] * second[i];
    }
    if (1 - chance < 1e-12) {
      return Optional.empty();
    }
    double kappa = (observedAgreement() - chance) / (1 - chance);
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        double term =
            i == j
                ? 1 - (first[i] + second[i]) * (1 - kappa)
                : (second[i] + first[j]) * (1 - kappa);
        sum += share(i, j) * term * term;
      }
    }
    double centre = kappa - chance * (1 - kappa);
    double variance = (sum - centre * centre) / (subjects * (1 - chance) * (1 - chance));
    return Optional.of(coefficient(kappa, variance, level));
  }

  /// Gwet's AC1, which does not fall when nearly all subjects belong to one class: `pe = sum of
  /// m(i) (1 - m(i)) / (q - 1)` with `m(i)` the mean of both raters' shares and `q` classes.
  ///
  /// - **Source:** Gwet KL. Br J Math Stat Psychol 2008;61:29-48, doi:10.1348/000711006X126600.
  ///
  /// @param level of the interval, such as 0.95
  public Coefficient gwetAc1(double level) {
    int classes = counts.length;
    double[] mean = new double[classes];
    double chance = 0;
    for (int i = 0; i < classes; i++) {
      mean[i] = (first[i] + second[i]) / 2;
      chance += mean[i] * (1 - mean[i]) / (classes - 1);
    }
    double agreement = observedAgreement();
    double ac1 = (agreement - chance) / (1 - chance);
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        double term =
            (i == j ? 1 : 0) - 2 * (1 - ac1) * (1 - (mean[i] + mean[j]) / 2) / (classes - 1);
        sum += share(i, j) * term * term;
      }
    }
    double centre = agreement - 2 * (1 - ac1) * chance;
    double variance = (sum - centre * centre) / (subjects * (1 - chance) * (1 - chance));
    return coefficient(ac1, variance, level);
  }

  private static Coefficient coefficient(double estimate, double variance, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
    double error = Math.sqrt(Math.max(0, variance));
    double reach = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * error;
    return new Coefficient(
        estimate,
        error,
        new ConfidenceInterval(
            Math.max(-1, estimate - reach), Math.min(1, estimate + reach), level));
  }

  private double share(int i, int j) {
    return (double) counts[i][j] / subjects;
  }

  @Override
  public String toString() {
    return Arrays.deepToString(counts);
  }
}
