package org.myocohort.statistics.meta.smallstudy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.RandomEffects;

/// Studies put in where a funnel seems to lack them (estimator L0); a sensitivity analysis, not a
/// correction of the result.
///
/// The side is the one that the slope of Egger's regression points away from.
///
/// - **Source:** Duval S, Tweedie R. Biometrics 2000;56:455-463,
///   doi:10.1111/j.0006-341X.2000.00455.x.
///
/// @param filled how many studies were put in
/// @param right whether on the side of larger effects
/// @param studies the studies and those put in
/// @param pooled their effect
public record TrimAndFill(
    int filled, boolean right, List<StudyEffect> studies, PooledEffect pooled) {
  private static final int ITERATIONS = 100;

  public TrimAndFill {
    studies = List.copyOf(studies);
  }

  /// The analysis, from ten studies on.
  public static Estimation<TrimAndFill> of(RandomEffects model, List<StudyEffect> studies) {
    if (studies.size() < EggerTest.FEWEST_STUDIES) {
      return Estimation.not(Reason.FEWER_THAN_TEN_STUDIES);
    }
    return EggerTest.regression(model, studies)
        .then(line -> onSide(model, studies, line.get(1).estimate() < 0));
  }

  private static Estimation<TrimAndFill> onSide(
      RandomEffects model, List<StudyEffect> studies, boolean right) {
    // Studies are cut from the large end, so effects are turned round where the right lacks some.
    double sign = right ? -1 : 1;
    List<StudyEffect> sorted = new ArrayList<>();
    for (StudyEffect study : studies) {
      sorted.add(new StudyEffect(study.label(), sign * study.effect(), study.variance()));
    }
    sorted.sort(Comparator.comparingDouble(StudyEffect::effect));
    int k = sorted.size();
    int trimmed = 0;
    double centre = 0;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      Estimation<PooledEffect> pooled = model.pool(sorted.subList(0, k - trimmed));
      if (!(pooled instanceof Estimation.Estimated<PooledEffect>(PooledEffect effect))) {
        return Estimation.not(pooled.missing().orElse(Reason.NOT_CONVERGED));
      }
      centre = effect.estimate();
      int next = Math.min(missing(sorted, centre), k - 2);
      if (next == trimmed) {
        return filled(model, studies, sorted.subList(k - trimmed, k), centre, sign);
      }
      trimmed = next;
    }
    return filled(model, studies, sorted.subList(k - trimmed, k), centre, sign);
  }

  private static int missing(List<StudyEffect> sorted, double centre) {
    int k = sorted.size();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> Math.abs(sorted.get(i).effect() - centre)));
    double rankSum = 0;
    for (int rank = 0; rank < k; rank++) {
      rankSum += sorted.get(order.get(rank)).effect() > centre ? rank + 1 : 0;
    }
    double estimate = (4 * rankSum - k * (k + 1.0)) / (2 * k - 1.0);
    return (int) Math.max(0, Math.rint(estimate));
  }

  private static Estimation<TrimAndFill> filled(
      RandomEffects model,
      List<StudyEffect> studies,
      List<StudyEffect> cut,
      double centre,
      double sign) {
    List<StudyEffect> all = new ArrayList<>(studies);
    for (StudyEffect study : cut) {
      all.add(
          new StudyEffect(
              "filled: " + study.label(), sign * (2 * centre - study.effect()), study.variance()));
    }
    return model.pool(all).map(pooled -> new TrimAndFill(cut.size(), sign < 0, all, pooled));
  }
}
