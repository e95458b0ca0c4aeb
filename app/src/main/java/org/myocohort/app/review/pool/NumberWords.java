package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.Numbers;
import org.myocohort.app.review.pool.PoolSections.Table;
import org.myocohort.evidence.pool.CumulativeStep;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.SourceComparison;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.Sensitivity;

/// Says pooled proportions in words and tables.
final class NumberWords {
  private final Texts texts;
  private final PoolWords words;

  NumberWords(Texts texts, PoolWords words) {
    this.texts = texts;
    this.words = words;
  }

  PoolSections.Numbers of(PooledSet set, PooledProportion pooled) {
    return new PoolSections.Numbers(
        set.leftOut().isEmpty()
            ? ""
            : texts.text("pool.left-out", String.join(", ", set.leftOut())),
        texts.text(
            "pool.counts",
            words.label(set),
            pooled.studies().size(),
            pooled.events(),
            pooled.patients()),
        methods(pooled),
        remarks(pooled),
        leaveOneOut(pooled),
        cumulative(pooled));
  }

  private Table methods(PooledProportion pooled) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            texts.text("pool.method.exact"),
            words.shown(
                pooled
                    .sum()
                    .map(sum -> new PooledProportion.Answer(sum.proportion(), sum.interval()))),
            ""));
    rows.add(
        List.of(
            texts.text("pool.method.glmm"),
            words.shown(PooledProportion.answer(pooled.mixed())),
            tauSquared(pooled.mixed().pooled().map(each -> each.heterogeneity().tauSquared()))));
    rows.add(
        List.of(
            texts.text("pool.method.logit"),
            words.shown(PooledProportion.answer(pooled.logit())),
            tauSquared(pooled.logit().pooled().map(each -> each.heterogeneity().tauSquared()))));
    rows.add(
        List.of(
            texts.text("pool.method.beta-binomial"),
            words.shown(
                pooled
                    .betaBinomial()
                    .map(bayes -> new PooledProportion.Answer(bayes.median(), bayes.interval()))),
            ""));
    return new Table(words.heads("method", "proportion", "tau2"), rows);
  }

  private static String tauSquared(Estimation<Double> value) {
    return value.result().map(Numbers::shown).orElse("–");
  }

  private List<String> remarks(PooledProportion pooled) {
    List<String> remarks = new ArrayList<>();
    if (pooled.studies().size() == 1) {
      remarks.add(texts.text("pool.one-study"));
    } else if (pooled.methodsDisagree()) {
      remarks.add(texts.text("pool.disagree"));
    }
    remarks.add(
        switch (pooled.mixed().prediction()) {
          case Estimation.Estimated<ConfidenceInterval>(ConfidenceInterval interval) ->
              texts.text(
                  "pool.prediction",
                  PoolWords.limits(
                      new ConfidenceInterval(
                          pooled.mixed().display(interval.lower()),
                          pooled.mixed().display(interval.upper()),
                          interval.level())));
          case Estimation.NotEstimable<ConfidenceInterval>(Reason reason) ->
              texts.text("pool.no-prediction", words.reason(reason));
        });
    return remarks;
  }

  private @Nullable Table leaveOneOut(PooledProportion pooled) {
    if (pooled.leaveOneOut().isEmpty()) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Sensitivity each : pooled.leaveOneOut()) {
      rows.add(
          List.of(
              each.label(), words.shown(PooledProportion.answer(pooled.mixed(), each.pooled()))));
    }
    return new Table(words.heads("without", "glmm"), rows);
  }

  private @Nullable Table cumulative(PooledProportion pooled) {
    if (pooled.cumulative().isEmpty()) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>();
    for (CumulativeStep step : pooled.cumulative()) {
      Integer year = step.last().year();
      rows.add(
          List.of(
              year == null ? texts.text("pool.not-said") : Integer.toString(year),
              step.last().label(),
              step.events() + "/" + step.patients(),
              words.shown(step.mixed())));
    }
    return new Table(words.heads("year", "added", "so-far", "glmm"), rows);
  }

  List<String> comparison(SourceComparison comparison) {
    return List.of(
        texts.text(
            "pool.difference",
            comparison.sums().x1(),
            comparison.sums().n1(),
            comparison.sums().x2(),
            comparison.sums().n2(),
            PoolWords.shown(
                comparison.sums().difference(), comparison.sums().interval(PooledProportion.LEVEL)),
            PoolWords.p(comparison.sums().fisher())),
        switch (comparison.factor()) {
          case Estimation.Estimated<MixedFit>(MixedFit fit) -> {
            MixedFit.Coefficient own = fit.coefficients().getLast();
            ConfidenceInterval interval = own.interval(PooledProportion.LEVEL);
            yield texts.text(
                "pool.factor",
                PoolWords.shown(
                    Math.exp(own.estimate()),
                    new ConfidenceInterval(
                        Math.exp(interval.lower()), Math.exp(interval.upper()), interval.level())),
                PoolWords.p(own.pValue()),
                Numbers.shown(fit.tauSquared()));
          }
          case Estimation.NotEstimable<MixedFit>(Reason reason) ->
              texts.text("pool.no-factor", words.reason(reason));
        });
  }
}
