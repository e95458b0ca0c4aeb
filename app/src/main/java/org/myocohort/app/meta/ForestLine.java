package org.myocohort.app.meta;

import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// A line below the studies of a forest plot, on the scale that a reader is shown.
public sealed interface ForestLine {

  /// What stands at its left.
  String name();

  /// A pooled effect.
  ///
  /// @param interval where it has one
  /// @param main whether it is the answer, not another method's
  record Diamond(String name, double estimate, Optional<ConfidenceInterval> interval, boolean main)
      implements ForestLine {}

  /// Why there is none.
  ///
  /// @param sentence the reason
  /// @param main whether it stands for the answer
  record Without(String name, String sentence, boolean main) implements ForestLine {}

  /// Where the effect of a further study is expected.
  ///
  /// @param interval of it
  record Prediction(String name, ConfidenceInterval interval) implements ForestLine {}

  /// The pooled effect of an analysis, or why there is none.
  static ForestLine pooled(Analysis analysis, String name, boolean main, Texts texts) {
    return switch (analysis.pooled()) {
      case Estimation.Estimated<PooledEffect>(PooledEffect effect) ->
          new Diamond(
              name,
              analysis.display(effect.estimate()),
              effect.interval().result().map(interval -> shown(analysis, interval)),
              main);
      case Estimation.NotEstimable<PooledEffect>(Reason reason) ->
          new Without(name, new MetaMessages(texts).reason(reason), main);
    };
  }

  /// The prediction interval of an analysis, or why there is none.
  static ForestLine prediction(Analysis analysis, Texts texts) {
    String name = texts.text("meta.figure.prediction", analysis.request().prediction().code());
    return switch (analysis.prediction()) {
      case Estimation.Estimated<ConfidenceInterval>(ConfidenceInterval interval) ->
          new Prediction(name, shown(analysis, interval));
      case Estimation.NotEstimable<ConfidenceInterval>(Reason reason) ->
          new Without(name, new MetaMessages(texts).reason(reason), false);
    };
  }

  private static ConfidenceInterval shown(Analysis analysis, ConfidenceInterval interval) {
    return new ConfidenceInterval(
        analysis.display(interval.lower()), analysis.display(interval.upper()), interval.level());
  }
}
