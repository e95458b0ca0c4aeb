package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.cli.Answer;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.numeric.Probability;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.Sensitivity;

/// Every number of a result as rows of one table.
final class MetaRows {
  private static final String HEADER =
      "kind,label,line,estimate,se,ci_lower,ci_upper,weight,tau2,i2,q,p,display,display_lower,"
          + "display_upper,reason";

  private MetaRows() {}

  /// The interval of one study, normal.
  static ConfidenceInterval interval(Effect effect, double level) {
    double half = Probability.normalCritical(level) * Math.sqrt(effect.variance());
    return new ConfidenceInterval(effect.value() - half, effect.value() + half, level);
  }

  static String csv(MetaResult result) {
    Analysis analysis = result.analysis();
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    double level = analysis.request().level();
    for (int i = 0; i < analysis.rows().size(); i++) {
      StudyRow row = analysis.rows().get(i);
      Optional<Effect> effect = row.effect().result();
      Optional<ConfidenceInterval> interval = effect.map(each -> interval(each, level));
      line(
          csv,
          List.of("study", row.label(), String.valueOf(result.table().lines().get(i))),
          effect.map(Effect::value),
          effect.map(each -> Math.sqrt(each.variance())),
          interval,
          row.weight().result(),
          List.of("", "", "", ""),
          analysis,
          row.effect().missing().map(reason -> reason.code()).orElse(""));
    }
    for (MetaTable.LeftOut left : result.table().left()) {
      line(
          csv,
          List.of("left-out", left.label(), String.valueOf(left.line())),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of("", "", "", ""),
          analysis,
          left.column() + " " + left.found());
    }
    pooled(csv, "pooled", name(analysis), analysis, analysis.pooled());
    line(
        csv,
        List.of("prediction", analysis.request().prediction().code(), ""),
        Optional.empty(),
        Optional.empty(),
        analysis.prediction().result(),
        Optional.empty(),
        List.of("", "", "", ""),
        analysis,
        analysis.prediction().missing().map(reason -> reason.code()).orElse(""));
    for (Sensitivity each : analysis.leaveOneOut()) {
      pooled(csv, "without", each.label(), analysis, each.pooled());
    }
    for (Sensitivity each : analysis.cumulative()) {
      pooled(csv, "cumulative", each.label(), analysis, each.pooled());
    }
    for (Analysis other : result.compared()) {
      pooled(csv, "method", name(other), other, other.pooled());
    }
    return csv.toString();
  }

  /// The method with its interval, such as `REML hksj`.
  static String name(Analysis analysis) {
    String model =
        analysis.request().method().name().equals("GLMM")
                && analysis.request().measure().name().endsWith("R")
            ? " " + analysis.request().model().code()
            : "";
    return analysis.request().method().name()
        + model
        + " "
        + analysis.request().intervalMethod().code();
  }

  private static void pooled(
      StringBuilder csv,
      String kind,
      String label,
      Analysis analysis,
      Estimation<PooledEffect> pooled) {
    Optional<PooledEffect> effect = pooled.result();
    line(
        csv,
        List.of(kind, label, ""),
        effect.map(PooledEffect::estimate),
        effect.map(PooledEffect::standardError),
        effect.flatMap(each -> each.interval().result()),
        Optional.empty(),
        List.of(
            effect.map(each -> Numbers.exact(each.heterogeneity().tauSquared())).orElse(""),
            effect
                .flatMap(each -> each.heterogeneity().iSquared().result())
                .map(Numbers::exact)
                .orElse(""),
            effect.map(each -> Numbers.exact(each.heterogeneity().q())).orElse(""),
            effect.flatMap(each -> each.pValue().result()).map(Numbers::exact).orElse("")),
        analysis,
        pooled.missing().map(reason -> reason.code()).orElse(""));
  }

  private static void line(
      StringBuilder csv,
      List<String> head,
      Optional<Double> estimate,
      Optional<Double> error,
      Optional<ConfidenceInterval> interval,
      Optional<Double> weight,
      List<String> rest,
      Analysis analysis,
      String reason) {
    List<String> cells = new ArrayList<>(head);
    cells.add(estimate.map(Numbers::exact).orElse(""));
    cells.add(error.map(Numbers::exact).orElse(""));
    cells.add(interval.map(each -> Numbers.exact(each.lower())).orElse(""));
    cells.add(interval.map(each -> Numbers.exact(each.upper())).orElse(""));
    cells.add(weight.map(Numbers::exact).orElse(""));
    cells.addAll(rest);
    cells.add(estimate.map(each -> shown(analysis, each)).orElse(""));
    cells.add(interval.map(each -> shown(analysis, each.lower())).orElse(""));
    cells.add(interval.map(each -> shown(analysis, each.upper())).orElse(""));
    cells.add(reason);
    List<String> safe = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      safe.add(Answer.csvCell(cells.get(i), i > 2 && i < cells.size() - 1));
    }
    csv.append(String.join(",", safe)).append('\n');
  }

  private static String shown(Analysis analysis, double value) {
    double display = analysis.display(value);
    return Double.isFinite(display) ? Numbers.exact(display) : "";
  }
}
