package org.myocohort.statistics.meta.mixed;

import java.util.List;
import org.myocohort.statistics.meta.Estimation;

/// Two arms with a random level for each study and, independent of it, a random difference; both
/// are integrated out by Laplace's approximation.
///
/// - **Source:** Stijnen T, Hamza TH, Özdemir P. Stat Med 2010;29:3046-3067, doi:10.1002/sim.4040;
///   Jackson D, Law M, Stijnen T, Viechtbauer W, White IR. Stat Med 2018;37:1059-1085,
///   doi:10.1002/sim.7588.
final class RandomStudyModel {
  private RandomStudyModel() {}

  /// Fits level and difference; the design of each cluster is (1, arm), the loading the arm.
  static Estimation<MixedFit> fit(List<Cluster> clusters, double level, double difference) {
    return MaximumLikelihood.find(
            place -> {
              double sum = 0;
              for (Cluster cluster : clusters) {
                sum += laplace(cluster, cluster.fixed(place), place[2], place[3]);
              }
              return sum;
            },
            new double[] {level, difference},
            2)
        .map(maximum ->
            new MixedFit(
                clusters.size(),
                MixedFit.coefficients(
                    List.of("level", "difference"), maximum.beta(), maximum.covariance()),
                maximum.deviations()[1] * maximum.deviations()[1],
                maximum.value(),
                maximum.equal(),
                clusters.stream().mapToDouble(Cluster::supremum).sum()));
  }

  /// The mode over the two effects by Newton's steps, and the determinant of the curvature there.
  private static double laplace(Cluster cluster, double[] fixed, double levelSd, double armSd) {
    double u = 0;
    double v = 0;
    double[] arm = cluster.loadings();
    double value = Double.NEGATIVE_INFINITY;
    double determinant = 1;
    double share = 1;
    double stepU = 0;
    double stepV = 0;
    for (int step = 0; step < 300; step++) {
      double[] sums = new double[6];
      sums[0] = -(u * u + v * v) / 2;
      sums[1] = -u;
      sums[2] = -v;
      sums[3] = 1;
      sums[5] = 1;
      for (int j = 0; j < fixed.length; j++) {
        double[] row = new double[3];
        cluster.rows().get(j).add(fixed[j] + levelSd * u + armSd * arm[j] * v, 1, row);
        double second = armSd * arm[j];
        sums[0] += row[0];
        sums[1] += levelSd * row[1];
        sums[2] += second * row[1];
        sums[3] -= levelSd * levelSd * row[2];
        sums[4] -= levelSd * second * row[2];
        sums[5] -= second * second * row[2];
      }
      if (sums[0] < value - 1e-12 * Math.abs(value) && share > 1e-6) {
        share /= 2;
        u -= share * stepU;
        v -= share * stepV;
        continue;
      }
      value = sums[0];
      determinant = sums[3] * sums[5] - sums[4] * sums[4];
      stepU = (sums[5] * sums[1] - sums[4] * sums[2]) / determinant;
      stepV = (sums[3] * sums[2] - sums[4] * sums[1]) / determinant;
      share = 1;
      if (Math.abs(stepU) + Math.abs(stepV) < 1e-10) {
        break;
      }
      u += stepU;
      v += stepV;
    }
    return value - 0.5 * Math.log(determinant);
  }
}
