package org.myocohort.statistics.meta.mixed;

import java.util.Arrays;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.numeric.GaussHermite;

/// Two arms with a free level for each study and a random difference: the levels are maximised out
/// one by one, since each concerns its own study only.
final class FixedStudyModel {
  private final List<Cluster> clusters;
  private final GaussHermite rule;

  /// Where each level was last; a start for the next search only.
  private final double[] levels;

  private FixedStudyModel(List<Cluster> clusters, double[] levels, GaussHermite rule) {
    this.clusters = clusters;
    this.rule = rule;
    this.levels = levels;
  }

  /// Fits the difference; the first covariate of each cluster is the difference, its level comes on
  /// top.
  static Estimation<MixedFit> fit(List<Cluster> clusters, double[] levels, double start) {
    FixedStudyModel model =
        new FixedStudyModel(clusters, levels.clone(), RandomInterceptModel.SEVEN);
    return MaximumLikelihood.find(model::logLikelihood, new double[] {start}, 1)
        .map(maximum ->
            new MixedFit(
                clusters.size(),
                MixedFit.coefficients(List.of("difference"), maximum.beta(), maximum.covariance()),
                maximum.deviations()[0] * maximum.deviations()[0],
                maximum.value(),
                maximum.equal(),
                clusters.stream().mapToDouble(Cluster::supremum).sum()));
  }

  private double logLikelihood(double[] place) {
    double sum = 0;
    for (int i = 0; i < clusters.size(); i++) {
      sum += profile(i, place);
    }
    return sum;
  }

  /// The largest log-likelihood of a study over its level: Newton's steps from three places, halved
  /// until it grows.
  private double profile(int index, double[] place) {
    Cluster cluster = clusters.get(index);
    double[] fixed = cluster.fixed(place);
    double deviation = place[1];
    double level = levels[index];
    double value = at(cluster, fixed, level, deviation);
    for (int step = 0; step < 60; step++) {
      double h = 1e-3;
      double up = at(cluster, fixed, level + h, deviation);
      double down = at(cluster, fixed, level - h, deviation);
      double slope = (up - down) / (2 * h);
      double bend = (up - 2 * value + down) / (h * h);
      double move = bend < 0 ? -slope / bend : Math.signum(slope);
      move = Math.max(-2, Math.min(2, move));
      double reached = value;
      double share = 1;
      for (int halving = 0; halving < 20 && !(reached > value); halving++) {
        reached = at(cluster, fixed, level + share * move, deviation);
        share /= 2;
      }
      if (!(reached > value + 1e-15 * Math.abs(value))) {
        break;
      }
      level += 2 * share * move;
      value = reached;
      if (Math.abs(move) < 1e-6) {
        break;
      }
    }
    levels[index] = level;
    return value;
  }

  private double at(Cluster cluster, double[] fixed, double level, double deviation) {
    double[] predictors = Arrays.stream(fixed).map(each -> each + level).toArray();
    return cluster.logMarginal(predictors, deviation, rule);
  }
}
