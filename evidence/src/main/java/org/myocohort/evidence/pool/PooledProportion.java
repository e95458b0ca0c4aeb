package org.myocohort.evidence.pool;

import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.LabelledStudy;
import org.myocohort.statistics.meta.analysis.PoolingMethod;
import org.myocohort.statistics.meta.analysis.Request;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.Sensitivity;
import org.myocohort.statistics.meta.sparse.BetaBinomial;
import org.myocohort.statistics.meta.sparse.SumOfCounts;

/// A proportion over several studies by four methods side by side.
///
/// @param studies each with its counts
/// @param sum of the counts, with its exact interval
/// @param mixed binomial-normal model, 7-point adaptive quadrature
/// @param logit two steps: logits with 0.5 where needed, REML
/// @param betaBinomial Bayesian, with the prior that [BetaBinomial] states
/// @param leaveOneOut the mixed model without each study in turn; empty with one study
/// @param cumulative the studies added one after the other by year; empty with one study, and where
///   no study has a year
public record PooledProportion(
    List<StudyCounts> studies,
    Estimation<SumOfCounts> sum,
    Analysis mixed,
    Analysis logit,
    Estimation<BetaBinomial> betaBinomial,
    List<Sensitivity> leaveOneOut,
    List<CumulativeStep> cumulative) {
  /// Estimates farther apart are said to disagree.
  private static final double ESTIMATES_APART = 0.05;

  /// Limits farther apart are said to disagree.
  private static final double LIMITS_APART = 0.1;

  /// Confidence level of all intervals.
  public static final double LEVEL = 0.95;

  public PooledProportion {
    studies = List.copyOf(studies);
    leaveOneOut = List.copyOf(leaveOneOut);
    cumulative = List.copyOf(cumulative);
  }

  /// Pools studies.
  public static PooledProportion of(List<StudyCounts> studies) {
    List<LabelledStudy> labelled =
        studies.stream().map(study -> new LabelledStudy(study.label(), study.counts())).toList();
    List<OneArmCounts> counts = studies.stream().map(StudyCounts::counts).toList();
    Analysis mixed = Analysis.of(Request.of(EffectMeasure.PLO, PoolingMethod.GLMM), labelled);
    return new PooledProportion(
        studies,
        SumOfCounts.of(counts, LEVEL),
        mixed,
        Analysis.of(Request.of(EffectMeasure.PLO, PoolingMethod.REML), labelled),
        BetaBinomial.of(counts, LEVEL),
        studies.size() < 2 ? List.of() : mixed.leaveOneOut(),
        CumulativeStep.of(studies));
  }

  public int events() {
    return studies.stream().mapToInt(StudyCounts::events).sum();
  }

  public int patients() {
    return studies.stream().mapToInt(StudyCounts::patients).sum();
  }

  /// A method's answer as a proportion.
  ///
  /// @param estimate the proportion
  /// @param interval of it
  public record Answer(double estimate, ConfidenceInterval interval) {}

  /// The answer of a two-step or mixed analysis.
  public static Estimation<Answer> answer(Analysis analysis) {
    return answer(analysis, analysis.pooled());
  }

  /// An effect on the scale of an analysis as a proportion, such as that without one study.
  public static Estimation<Answer> answer(Analysis analysis, Estimation<PooledEffect> pooled) {
    return pooled.then(effect ->
        effect
            .interval()
            .map(interval ->
                new Answer(
                    analysis.display(effect.estimate()),
                    new ConfidenceInterval(
                        analysis.display(interval.lower()),
                        analysis.display(interval.upper()),
                        interval.level()))));
  }

  /// Whether the methods that answer differ by more than 5 percentage points in the estimate or 10
  /// in a limit.
  public boolean methodsDisagree() {
    List<Answer> answers =
        List.of(
                sum.map(each -> new Answer(each.proportion(), each.interval())),
                answer(mixed),
                answer(logit),
                betaBinomial.map(each -> new Answer(each.median(), each.interval())))
            .stream()
            .flatMap(each -> each.result().stream())
            .toList();
    return spread(answers.stream().mapToDouble(Answer::estimate).toArray()) > ESTIMATES_APART
        || spread(answers.stream().mapToDouble(each -> each.interval().lower()).toArray())
            > LIMITS_APART
        || spread(answers.stream().mapToDouble(each -> each.interval().upper()).toArray())
            > LIMITS_APART;
  }

  private static double spread(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }
}
