package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.TextTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.pooling.MetaRegression;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.smallstudy.SmallStudyTest;

/// A result as text for a reader: back on the scale of the reports, the scale of the analysis
/// beside it.
final class MetaText {
  private final Texts texts;
  private final MetaMessages sentences;
  private final StringBuilder text = new StringBuilder();

  private MetaText(Texts texts) {
    this.texts = texts;
    this.sentences = new MetaMessages(texts);
  }

  static String of(MetaResult result, List<String> messages, Texts texts) {
    MetaText text = new MetaText(texts);
    text.write(result, messages);
    return text.text.toString();
  }

  private void line(String code, Object... values) {
    text.append(texts.text(code, values)).append('\n');
  }

  private void write(MetaResult result, List<String> messages) {
    Analysis analysis = result.analysis();
    table(studies(analysis));
    text.append('\n');
    switch (analysis.pooled()) {
      case Estimation.NotEstimable<PooledEffect>(Reason reason) ->
          line("meta.not-pooled", sentences.reason(reason));
      case Estimation.Estimated<PooledEffect>(PooledEffect effect) -> pooled(analysis, effect);
    }
    result
        .sum()
        .flatMap(Estimation::result)
        .ifPresent(sum ->
            line(
                "meta.sum",
                sum.events(),
                sum.participants(),
                Numbers.shown(sum.proportion()),
                limits(sum.interval())));
    result
        .bayes()
        .flatMap(Estimation::result)
        .ifPresent(
            bayes -> line("meta.bayes", Numbers.shown(bayes.median()), limits(bayes.interval())));
    result.regression().ifPresent(this::regression);
    test("meta.egger", analysis.egger());
    test("meta.rank", analysis.rank());
    if (!result.compared().isEmpty()) {
      text.append('\n');
      table(methods(result.compared()));
    }
    if (!messages.isEmpty()) {
      text.append('\n');
      messages.forEach(message -> text.append("- ").append(message).append('\n'));
    }
  }

  private List<List<String>> studies(Analysis analysis) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head("study", "effect", "interval", "weight"));
    for (StudyRow row : analysis.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.label());
      cells.add(row.effect().result().map(each -> shown(analysis, each.value())).orElse("–"));
      cells.add(
          row.effect()
              .result()
              .map(each -> shown(analysis, MetaRows.interval(each, analysis.request().level())))
              .orElse("–"));
      cells.add(row.weight().result().map(each -> Numbers.rough(each) + " %").orElse("–"));
      rows.add(cells);
    }
    return rows;
  }

  private List<List<String>> methods(List<Analysis> compared) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head("method", "effect", "interval", "tau2", "prediction"));
    for (Analysis each : compared) {
      List<String> cells = new ArrayList<>();
      cells.add(MetaRows.name(each));
      switch (each.pooled()) {
        case Estimation.NotEstimable<PooledEffect>(Reason reason) -> {
          cells.add("–");
          cells.add(sentences.reason(reason));
          cells.add("");
          cells.add("");
        }
        case Estimation.Estimated<PooledEffect>(PooledEffect effect) -> {
          cells.add(shown(each, effect.estimate()));
          cells.add(effect.interval().result().map(interval -> shown(each, interval)).orElse("–"));
          cells.add(Numbers.shown(effect.heterogeneity().tauSquared()));
          cells.add(each.prediction().result().map(interval -> shown(each, interval)).orElse("–"));
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  private List<String> head(String... codes) {
    List<String> cells = new ArrayList<>();
    for (String code : codes) {
      cells.add(texts.text("meta.column." + code));
    }
    return cells;
  }

  private void table(List<List<String>> rows) {
    text.append(TextTable.of("", rows));
  }

  private void pooled(Analysis analysis, PooledEffect effect) {
    line(
        "meta.pooled",
        MetaRows.name(analysis),
        effect.studies(),
        shown(analysis, effect.estimate()),
        effect.interval().result().map(each -> shown(analysis, each)).orElse("–"),
        effect.pValue().result().map(MetaText::p).orElse("–"));
    line(
        "meta.scale",
        Numbers.shown(effect.estimate()),
        Numbers.shown(effect.standardError()),
        effect.interval().result().map(MetaText::limits).orElse("–"));
    line(
        "meta.heterogeneity",
        Numbers.shown(effect.heterogeneity().tauSquared()),
        analysis.tauSquaredInterval().result().map(MetaText::limits).orElse("–"),
        effect.heterogeneity().iSquared().result().map(Numbers::rough).orElse("–"),
        Numbers.rough(effect.heterogeneity().q()),
        effect.heterogeneity().degreesOfFreedom(),
        effect.heterogeneity().pValue().result().map(MetaText::p).orElse("–"));
    switch (analysis.prediction()) {
      case Estimation.Estimated<ConfidenceInterval>(ConfidenceInterval interval) ->
          line("meta.predicted", analysis.request().prediction().code(), shown(analysis, interval));
      case Estimation.NotEstimable<ConfidenceInterval>(Reason reason) ->
          line("meta.not-predicted", sentences.reason(reason));
    }
  }

  private void regression(Estimation<MetaRegression> regression) {
    text.append('\n');
    switch (regression) {
      case Estimation.NotEstimable<MetaRegression>(Reason reason) ->
          line("meta.no-regression", sentences.reason(reason));
      case Estimation.Estimated<MetaRegression>(MetaRegression found) -> {
        for (MetaRegression.Coefficient each : found.coefficients()) {
          line(
              "meta.coefficient",
              each.name(),
              Numbers.shown(each.estimate()),
              Numbers.shown(each.standardError()),
              each.interval().result().map(MetaText::limits).orElse("–"),
              each.pValue().result().map(MetaText::p).orElse("–"));
        }
        line(
            "meta.regression",
            Numbers.shown(found.heterogeneity().tauSquared()),
            found.rSquared().result().map(Numbers::rough).orElse("–"),
            found.moderatorStatistic().result().map(Numbers::rough).orElse("–"),
            found.moderatorFreedom(),
            found.moderatorPValue().result().map(MetaText::p).orElse("–"));
      }
    }
  }

  private void test(String code, Estimation<SmallStudyTest> test) {
    switch (test) {
      case Estimation.Estimated<SmallStudyTest>(SmallStudyTest found) ->
          line(code, Numbers.shown(found.statistic()), p(found.pValue()));
      case Estimation.NotEstimable<SmallStudyTest>(Reason reason) ->
          line(code + ".none", sentences.reason(reason));
    }
  }

  private static String shown(Analysis analysis, double value) {
    return Numbers.shown(analysis.display(value));
  }

  private static String shown(Analysis analysis, ConfidenceInterval interval) {
    return shown(analysis, interval.lower()) + " – " + shown(analysis, interval.upper());
  }

  private static String limits(ConfidenceInterval interval) {
    return Numbers.shown(interval.lower()) + " – " + Numbers.shown(interval.upper());
  }

  static String p(double p) {
    return p < 0.0001 ? "< 0.0001" : Numbers.shown(p);
  }
}
