package org.myocohort.statistics.meta.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.numeric.Cholesky;
import org.myocohort.statistics.meta.numeric.Maximiser;

/// A linear model of single participants with a normal random intercept for each study, by
/// restricted maximum likelihood over the ratio of the two variances. A variance of 0 between the
/// studies is an answer like any other.
///
/// - **Source:** Laird NM, Ware JH. Biometrics 1982;38:963-974, doi:10.2307/2529876.
///
/// @param studies how many
/// @param participants how many
/// @param coefficients the intercept first
/// @param betweenVariance variance of the random intercept
/// @param residualDeviation standard deviation within the studies
public record LinearMixedModel(
    int studies,
    int participants,
    List<MixedFit.Coefficient> coefficients,
    double betweenVariance,
    double residualDeviation) {
  private static final double LARGEST_RATIO = 1e6;

  public LinearMixedModel {
    coefficients = List.copyOf(coefficients);
  }

  /// The generalised least squares fit at one ratio of the variances.
  @SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
  private record Profile(
      double[] beta, double[][] inverse, double sigmaSquared, double logLikelihood) {}

  /// Fits it.
  public static Estimation<LinearMixedModel> fit(List<ParticipantRow> rows, List<String> names) {
    Map<String, List<ParticipantRow>> studies = new LinkedHashMap<>();
    for (ParticipantRow row : rows) {
      studies.computeIfAbsent(row.study(), _ -> new ArrayList<>()).add(row);
    }
    if (rows.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    if (rows.size() <= names.size() + 1) {
      return Estimation.not(Reason.MORE_COEFFICIENTS_THAN_STUDIES);
    }
    List<List<ParticipantRow>> clusters = List.copyOf(studies.values());
    Profile without = profile(clusters, names.size() + 1, 0);
    if (without == null) {
      return Estimation.not(Reason.COLLINEAR_COVARIATES);
    }
    if (!(without.sigmaSquared > 0)) {
      return Estimation.not(Reason.NO_VARIATION);
    }
    Profile best = without;
    double ratio = 0;
    double log =
        Maximiser.between(
            value -> logLikelihood(clusters, names.size() + 1, Math.exp(value)),
            Math.log(1e-8),
            Math.log(LARGEST_RATIO));
    Profile inside = profile(clusters, names.size() + 1, Math.exp(log));
    if (inside != null && inside.logLikelihood > without.logLikelihood + 1e-10) {
      best = inside;
      ratio = Math.exp(log);
    }
    double[][] covariance = new double[best.beta.length][best.beta.length];
    for (int a = 0; a < best.beta.length; a++) {
      for (int b = 0; b < best.beta.length; b++) {
        covariance[a][b] = best.inverse[a][b] * best.sigmaSquared;
      }
    }
    List<String> all = new ArrayList<>();
    all.add("intercept");
    all.addAll(names);
    return ratio > LARGEST_RATIO / 2
        ? Estimation.not(Reason.NOT_CONVERGED)
        : Estimation.of(
            new LinearMixedModel(
                clusters.size(),
                rows.size(),
                MixedFit.coefficients(all, best.beta, covariance),
                ratio * best.sigmaSquared,
                Math.sqrt(best.sigmaSquared)));
  }

  private static double logLikelihood(List<List<ParticipantRow>> clusters, int size, double ratio) {
    Profile profile = profile(clusters, size, ratio);
    return profile == null ? Double.NEGATIVE_INFINITY : profile.logLikelihood;
  }

  /// With `V = I + ratio 11'` in a study of n, `V^-1 = I - ratio/(1 + n ratio) 11'` and `|V| = 1 +
  /// n ratio`.
  private static @Nullable Profile profile(
      List<List<ParticipantRow>> clusters, int size, double ratio) {
    double[][] cross = new double[size][size];
    double[] right = new double[size];
    double squares = 0;
    double logs = 0;
    int participants = 0;
    for (List<ParticipantRow> cluster : clusters) {
      double shrink = ratio / (1 + cluster.size() * ratio);
      logs += Math.log1p(cluster.size() * ratio);
      participants += cluster.size();
      double[] sums = new double[size];
      double total = 0;
      for (ParticipantRow row : cluster) {
        double[] x = covariates(row, size);
        total += row.outcome();
        squares += row.outcome() * row.outcome();
        for (int a = 0; a < size; a++) {
          sums[a] += x[a];
          right[a] += x[a] * row.outcome();
          for (int b = 0; b <= a; b++) {
            cross[a][b] += x[a] * x[b];
          }
        }
      }
      squares -= shrink * total * total;
      for (int a = 0; a < size; a++) {
        right[a] -= shrink * sums[a] * total;
        for (int b = 0; b <= a; b++) {
          cross[a][b] -= shrink * sums[a] * sums[b];
        }
      }
    }
    Cholesky factor = Cholesky.of(cross);
    if (factor == null) {
      return null;
    }
    double[] beta = factor.solve(right);
    double rest = squares;
    for (int a = 0; a < size; a++) {
      rest -= beta[a] * right[a];
    }
    int freedom = participants - size;
    double sigmaSquared = Math.max(0, rest) / freedom;
    double logLikelihood =
        -0.5 * (freedom * Math.log(sigmaSquared) + logs + factor.logDeterminant());
    return new Profile(beta, factor.inverse(), sigmaSquared, logLikelihood);
  }

  private static double[] covariates(ParticipantRow row, int size) {
    double[] x = new double[size];
    x[0] = 1;
    for (int a = 1; a < size; a++) {
      x[a] = row.covariates().get(a - 1);
    }
    return x;
  }
}
