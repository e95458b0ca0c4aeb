package org.myocohort.statistics.meta.mixed;

import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.numeric.GaussHermite;

/// One normal random effect for each cluster, integrated out by adaptive quadrature.
final class RandomInterceptModel {
  /// As many as the reference results were made with.
  static final GaussHermite SEVEN = GaussHermite.of(7);

  /// Where the likelihood was to be integrated as exactly as can be.
  static final GaussHermite FINE = GaussHermite.of(31);

  private RandomInterceptModel() {}

  static Estimation<MixedFit> fit(
      List<Cluster> clusters, List<String> names, double[] start, GaussHermite rule) {
    return MaximumLikelihood.find(
            place -> {
              double sum = 0;
              for (Cluster cluster : clusters) {
                sum += cluster.logMarginal(cluster.fixed(place), place[names.size()], rule);
              }
              return sum;
            },
            start,
            1)
        .map(maximum ->
            new MixedFit(
                clusters.size(),
                MixedFit.coefficients(names, maximum.beta(), maximum.covariance()),
                maximum.deviations()[0] * maximum.deviations()[0],
                maximum.value(),
                maximum.equal(),
                clusters.stream().mapToDouble(Cluster::supremum).sum()));
  }
}
