package org.myocohort.statistics.meta.analysis;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.OneArmTime;
import org.myocohort.statistics.meta.effect.StudyData;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.TwoArmTimes;
import org.myocohort.statistics.meta.mixed.CountModels;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.Heterogeneity;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.sparse.MantelHaenszel;
import org.myocohort.statistics.meta.sparse.PetoPooling;

/// The methods that pool counts, not effects and variances.
final class CountPooling {
  private CountPooling() {}

  /// Whether a study enters: with counts for a method of counts, with an effect for the others. A
  /// mixed model leaves out what has no event, or nothing but events, in both arms.
  static boolean enters(Request request, StudyData data, Estimation<Effect> effect) {
    boolean mixed = request.method() == PoolingMethod.GLMM;
    return switch (request.method()) {
      case MH, PETO, GLMM ->
          switch (data) {
            case TwoArmCounts counts ->
                counts.checked().result().isPresent() && !(mixed && counts.withoutContrast());
            case TwoArmTimes times ->
                times.checked().result().isPresent() && !(mixed && times.x1() + times.x2() == 0);
            case OneArmCounts counts -> counts.checked().result().isPresent();
            case OneArmTime time -> time.checked().result().isPresent();
            default -> false;
          };
      default -> effect.result().isPresent();
    };
  }

  static Estimation<PooledEffect> pool(
      Request request, List<StudyData> data, List<StudyEffect> effects) {
    EffectMeasure measure = request.measure();
    return switch (request.method()) {
      case MH ->
          measure == EffectMeasure.IRR
              ? MantelHaenszel.rates(only(TwoArmTimes.class, data), request.level())
              : measure.input() == EffectMeasure.Input.TWO_ARM_COUNTS
                  ? MantelHaenszel.counts(measure, only(TwoArmCounts.class, data), request.level())
                  : Estimation.not(Reason.MEASURE_DOES_NOT_FIT);
      case PETO ->
          measure == EffectMeasure.PETO || measure == EffectMeasure.OR
              ? PetoPooling.pool(only(TwoArmCounts.class, data), request.level())
              : Estimation.not(Reason.MEASURE_DOES_NOT_FIT);
      default -> mixed(request, data).map(fit -> pooled(request, fit, effects));
    };
  }

  private static Estimation<MixedFit> mixed(Request request, List<StudyData> data) {
    return switch (request.measure()) {
      case PLO -> CountModels.proportions(only(OneArmCounts.class, data));
      case IRLN -> CountModels.rates(only(OneArmTime.class, data));
      case OR -> CountModels.oddsRatio(request.model(), only(TwoArmCounts.class, data));
      case IRR -> CountModels.rateRatio(request.model(), only(TwoArmTimes.class, data));
      default -> Estimation.not(Reason.MEASURE_DOES_NOT_FIT);
    };
  }

  private static <T extends StudyData> List<T> only(Class<T> kind, List<StudyData> data) {
    List<T> chosen = new ArrayList<>();
    for (StudyData each : data) {
      if (kind.isInstance(each)) {
        chosen.add(kind.cast(each));
      }
    }
    return chosen;
  }

  /// I2 and H2 with the typical variance of the two-step effects, Q as the likelihood ratio
  /// statistic.
  private static PooledEffect pooled(Request request, MixedFit fit, List<StudyEffect> effects) {
    MixedFit.Coefficient effect = fit.coefficients().getLast();
    ConfidenceInterval interval = effect.interval(request.level());
    double sum = 0;
    double squares = 0;
    for (StudyEffect study : effects) {
      sum += 1 / study.variance();
      squares += 1 / study.variance() / study.variance();
    }
    double typical = (effects.size() - 1) / (sum - squares / sum);
    double h = 1 + fit.tauSquared() / typical;
    Heterogeneity heterogeneity =
        new Heterogeneity(
            fit.tauSquared(),
            Estimation.not(Reason.NOT_GIVEN),
            Estimation.number(100 * (h - 1) / h, Reason.FEWER_THAN_TWO_STUDIES),
            Estimation.number(h, Reason.FEWER_THAN_TWO_STUDIES),
            fit.q(),
            fit.clusters() - 1,
            fit.qPValue());
    return new PooledEffect(
        fit.clusters(),
        effect.estimate(),
        effect.standardError(),
        Estimation.of(interval),
        Estimation.number(effect.estimate() / effect.standardError(), Reason.STANDARD_ERROR_ZERO),
        Estimation.of(effect.pValue()),
        0,
        heterogeneity,
        List.of());
  }
}
