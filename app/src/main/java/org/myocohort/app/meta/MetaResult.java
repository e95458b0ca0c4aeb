package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.LabelledStudy;
import org.myocohort.statistics.meta.analysis.PoolingMethod;
import org.myocohort.statistics.meta.analysis.Request;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.MetaRegression;
import org.myocohort.statistics.meta.pooling.Moderators;
import org.myocohort.statistics.meta.sparse.BetaBinomial;
import org.myocohort.statistics.meta.sparse.SumOfCounts;

/// Everything that one run says.
///
/// @param analysis of the studies
/// @param table that they were read from
/// @param regression on the covariates asked for
/// @param compared other methods on the same studies
/// @param sum the exact interval of the sum, where the studies are proportions
/// @param bayes the beta-binomial model, where the studies are proportions
record MetaResult(
    Analysis analysis,
    MetaTable table,
    Optional<Estimation<MetaRegression>> regression,
    List<Analysis> compared,
    Optional<Estimation<SumOfCounts>> sum,
    Optional<Estimation<BetaBinomial>> bayes) {

  static MetaResult of(
      Analysis analysis, MetaTable table, List<String> moderators, boolean compare) {
    Request request = analysis.request();
    List<OneArmCounts> counts = analysis.oneArmCounts();
    boolean proportions = request.measure().input() == EffectMeasure.Input.ONE_ARM_COUNTS;
    return new MetaResult(
        analysis,
        table,
        moderators.isEmpty()
            ? Optional.empty()
            : Optional.of(regression(analysis, table, moderators)),
        compare ? compared(request, table.studies()) : List.of(),
        proportions ? Optional.of(SumOfCounts.of(counts, request.level())) : Optional.empty(),
        proportions ? Optional.of(BetaBinomial.of(counts, request.level())) : Optional.empty());
  }

  private static Estimation<MetaRegression> regression(
      Analysis analysis, MetaTable table, List<String> names) {
    List<StudyEffect> effects = new ArrayList<>();
    List<List<Double>> values = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      StudyRow row = analysis.rows().get(i);
      if (row.effect().result().isPresent()) {
        effects.add(row.effect().result().get().labelled(row.label()));
        values.add(table.moderators().get(i));
      }
    }
    return analysis.model().regress(effects, new Moderators(names, values));
  }

  /// The methods that go with the measure, each with the intervals in use.
  private static List<Analysis> compared(Request request, List<LabelledStudy> studies) {
    List<Request> requests = new ArrayList<>();
    for (PoolingMethod method :
        List.of(
            PoolingMethod.EE,
            PoolingMethod.DL,
            PoolingMethod.REML,
            PoolingMethod.PM,
            PoolingMethod.ML,
            PoolingMethod.SJ,
            PoolingMethod.HE,
            PoolingMethod.HS)) {
      requests.add(request.with(method, IntervalMethod.NORMAL));
    }
    requests.add(request.with(PoolingMethod.REML, IntervalMethod.HARTUNG_KNAPP));
    requests.add(request.with(PoolingMethod.REML, IntervalMethod.HARTUNG_KNAPP_GUARDED));
    EffectMeasure measure = request.measure();
    switch (measure) {
      case OR -> {
        requests.add(request.with(PoolingMethod.MH, IntervalMethod.NORMAL));
        requests.add(request.with(PoolingMethod.PETO, IntervalMethod.NORMAL));
        requests.add(request.with(PoolingMethod.GLMM, IntervalMethod.NORMAL));
      }
      case RR, RD -> requests.add(request.with(PoolingMethod.MH, IntervalMethod.NORMAL));
      case IRR -> {
        requests.add(request.with(PoolingMethod.MH, IntervalMethod.NORMAL));
        requests.add(request.with(PoolingMethod.GLMM, IntervalMethod.NORMAL));
      }
      case PETO -> requests.add(request.with(PoolingMethod.PETO, IntervalMethod.NORMAL));
      case PLO, IRLN -> requests.add(request.with(PoolingMethod.GLMM, IntervalMethod.NORMAL));
      default -> {}
    }
    return requests.stream().map(each -> Analysis.of(each, studies)).toList();
  }

  /// The guarded analysis beside the one asked for, where the two give other intervals.
  Optional<Analysis> guarded() {
    Request request = analysis.request();
    if (request.method().tauSquared().isEmpty()
        || request.intervalMethod() == IntervalMethod.HARTUNG_KNAPP_GUARDED) {
      return Optional.empty();
    }
    return Optional.of(
        Analysis.of(
            request.with(request.method(), IntervalMethod.HARTUNG_KNAPP_GUARDED), table.studies()));
  }
}
