package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.TextTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.Numbers;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.link.PoolingCheck;
import org.myocohort.evidence.pool.DefinitionAnswer;
import org.myocohort.evidence.pool.Ledger;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.pool.PatientLevel;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.SourceComparison;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.Sensitivity;

/// The answer for a reader.
final class PoolText {
  /// Of a citation in a table.
  private static final int LONGEST = 40;

  private final PoolReport report;
  private final Texts texts;
  private final PoolWords words;
  private final StringBuilder text = new StringBuilder();

  private PoolText(PoolReport report, Texts texts) {
    this.report = report;
    this.texts = texts;
    this.words = new PoolWords(texts);
  }

  static String of(PoolReport report, Texts texts) {
    PoolText text = new PoolText(report, texts);
    text.write();
    return text.text.toString();
  }

  private void line(String indent, String code, Object... values) {
    text.append(indent).append(texts.text(code, values)).append('\n');
  }

  private void write() {
    Pooling pooling = report.pooling();
    Outcome outcome = pooling.outcome();
    line("", "pool.outcome", outcome.name(), outcome.code());
    line(
        "", "pool.words", String.join(", ", outcome.event()), String.join(", ", outcome.noEvent()));
    line("", "pool.prior");
    report
        .extraction()
        .ifPresent(
            by -> line("", by.equals("agreed") ? "pool.extraction" : "pool.extraction.one", by));
    if (report.leftToExtraction() > 0) {
      line("", "pool.left-to-extraction", report.leftToExtraction());
    }
    if (pooling.answers().size() > 1) {
      line("", "pool.definitions", pooling.answers().size());
    }
    for (DefinitionAnswer answer : pooling.answers()) {
      definition(answer);
    }
    notCounted(pooling);
    sharing(pooling.sharing());
    findings();
  }

  private void definition(DefinitionAnswer answer) {
    text.append('\n');
    line("", answer.asked() ? "pool.definition" : "pool.definition.other", answer.definition());
    if (answer.rows().isEmpty()) {
      line("  ", "pool.no-row");
      return;
    }
    ledger(answer.ledger());
    PooledSet series = answer.set(PooledSet.Kind.SERIES);
    PooledSet all = answer.set(PooledSet.Kind.WITH_SINGLE_CASES);
    text.append('\n');
    line("  ", "pool.series");
    stage(answer, series, PooledSet.Kind.SERIES_OWN, PooledSet.Kind.SERIES_LITERATURE);
    notIn(answer);
    text.append('\n');
    line("  ", "pool.with-single-cases");
    if (all.rows().stream().noneMatch(TableRow::apart)) {
      line("    ", "pool.no-single-case");
    } else {
      line("    ", "pool.why-apart");
      stage(answer, all, PooledSet.Kind.LITERATURE_WITH_SINGLE_CASES);
    }
    for (PatientLevel patients : answer.patients()) {
      patients(patients);
    }
    if (answer.patients().isEmpty() && !report.covariates().isEmpty()) {
      text.append('\n');
      line("  ", "pool.patients.none");
    }
  }

  /// Which source has rows that are in no number, as the literature of the letter has.
  private void notIn(DefinitionAnswer answer) {
    for (PatientSource source : PatientSource.values()) {
      List<TableRow> all =
          answer.rows().stream().filter(row -> row.row().source() == source).toList();
      long known = all.stream().filter(row -> row.standing() instanceof TableRow.Counted).count();
      if (known < all.size()) {
        line(
            "    ",
            known == 0 ? "pool.source-without-outcome" : "pool.source-partly",
            words.source(source),
            all.size() - known,
            all.size());
      }
    }
  }

  private void ledger(List<Ledger> ledger) {
    line("  ", "pool.ledger");
    List<List<String>> rows = new ArrayList<>();
    rows.add(heads("study", "source", "cohort", "in-table", "outcome", "nr", "other", "events"));
    for (Ledger each : ledger) {
      rows.add(
          List.of(
              named(each),
              words.source(each.source()),
              number(each.cohort()),
              number(each.inTable()),
              number(each.withOutcome()),
              number(each.notReported()),
              number(each.otherWord()),
              number(each.events())));
    }
    text.append(TextTable.of("    ", rows));
  }

  private static String named(Ledger ledger) {
    String citation = ledger.citation();
    if (citation.isEmpty() || citation.equals(ledger.study())) {
      return ledger.study();
    }
    return ledger.study()
        + " "
        + (citation.length() > LONGEST ? citation.substring(0, LONGEST - 1) + "…" : citation);
  }

  private List<String> heads(String... codes) {
    List<String> heads = new ArrayList<>();
    for (String code : codes) {
      heads.add(texts.text("pool.column." + code));
    }
    return heads;
  }

  private String number(@Nullable Integer value) {
    return value == null ? texts.text("pool.not-said") : Integer.toString(value);
  }

  /// One set, then the parts of it by source, where it has both, or where it was refused as a
  /// whole.
  private void stage(DefinitionAnswer answer, PooledSet set, PooledSet.Kind... parts) {
    set(set);
    for (PooledSet.Kind kind : parts) {
      PooledSet part = answer.set(kind);
      boolean less = !part.rows().isEmpty() && part.rows().size() < set.rows().size();
      if (less || (set.refused() && part.answer().isPresent())) {
        text.append('\n');
        line("    ", "pool.part", words.kind(kind));
        set(part);
      }
    }
    for (SourceComparison comparison : answer.comparisons()) {
      if (comparison.set() == set.kind()) {
        comparison(comparison);
      }
    }
  }

  private void set(PooledSet set) {
    if (set.rows().isEmpty()) {
      line("    ", "pool.nothing-counted");
      return;
    }
    if (set.answer().isEmpty()) {
      refusal(set);
      return;
    }
    if (!set.leftOut().isEmpty()) {
      line("    ", "pool.left-out", String.join(", ", set.leftOut()));
    }
    proportion(set, set.answer().get());
    line("    ", "pool.rows", PoolWords.places(set.rows()));
  }

  private void refusal(PooledSet set) {
    line("    ", "pool.refused", set.rows().size());
    for (PoolingCheck.Overlap overlap : set.check().countedTwice()) {
      line("      ", "pool.twice", words.overlap(overlap));
    }
    for (PoolingCheck.Overlap overlap : set.check().undecided()) {
      line("      ", "pool.undecided", words.overlap(overlap));
    }
    line("    ", "pool.offered", String.join(", ", set.check().together()));
  }

  private void proportion(PooledSet set, PooledProportion pooled) {
    line(
        "    ",
        "pool.counts",
        words.label(set),
        pooled.studies().size(),
        pooled.events(),
        pooled.patients());
    List<List<String>> rows = new ArrayList<>();
    rows.add(heads("method", "proportion", "tau2"));
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
    text.append(TextTable.of("      ", rows));
    if (pooled.studies().size() == 1) {
      line("    ", "pool.one-study");
    } else if (pooled.methodsDisagree()) {
      line("    ", "pool.disagree");
    }
    switch (pooled.mixed().prediction()) {
      case Estimation.Estimated<ConfidenceInterval>(ConfidenceInterval interval) ->
          line(
              "    ",
              "pool.prediction",
              PoolWords.limits(
                  new ConfidenceInterval(
                      pooled.mixed().display(interval.lower()),
                      pooled.mixed().display(interval.upper()),
                      interval.level())));
      case Estimation.NotEstimable<ConfidenceInterval>(Reason reason) ->
          line("    ", "pool.no-prediction", words.reason(reason));
    }
    leaveOneOut(pooled);
  }

  private static String tauSquared(Estimation<Double> value) {
    return value.result().map(Numbers::shown).orElse("–");
  }

  private void leaveOneOut(PooledProportion pooled) {
    if (pooled.leaveOneOut().isEmpty()) {
      return;
    }
    line("    ", "pool.without");
    List<List<String>> rows = new ArrayList<>();
    rows.add(heads("without", "glmm"));
    for (Sensitivity each : pooled.leaveOneOut()) {
      rows.add(
          List.of(
              each.label(), words.shown(PooledProportion.answer(pooled.mixed(), each.pooled()))));
    }
    text.append(TextTable.of("      ", rows));
  }

  private void comparison(SourceComparison comparison) {
    text.append('\n');
    line(
        "    ",
        "pool.difference",
        comparison.sums().x1(),
        comparison.sums().n1(),
        comparison.sums().x2(),
        comparison.sums().n2(),
        PoolWords.shown(
            comparison.sums().difference(), comparison.sums().interval(PooledProportion.LEVEL)),
        PoolWords.p(comparison.sums().fisher()));
    switch (comparison.factor()) {
      case Estimation.Estimated<MixedFit>(MixedFit fit) -> {
        MixedFit.Coefficient own = fit.coefficients().getLast();
        ConfidenceInterval interval = own.interval(PooledProportion.LEVEL);
        line(
            "    ",
            "pool.factor",
            PoolWords.shown(
                Math.exp(own.estimate()),
                new ConfidenceInterval(
                    Math.exp(interval.lower()), Math.exp(interval.upper()), interval.level())),
            PoolWords.p(own.pValue()),
            Numbers.shown(fit.tauSquared()));
      }
      case Estimation.NotEstimable<MixedFit>(Reason reason) ->
          line("    ", "pool.no-factor", words.reason(reason));
    }
  }

  private void patients(PatientLevel patients) {
    text.append('\n');
    text.append(new PatientLevelText(patients, texts, words).write());
  }

  private void notCounted(Pooling pooling) {
    List<TableRow> rows =
        pooling.rows().stream()
            .filter(row -> row.standing() instanceof TableRow.NotCounted)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    text.append('\n');
    line("", "pool.not-counted", rows.size());
    for (TableRow row : rows) {
      text.append("  ")
          .append(PoolWords.places(List.of(row)))
          .append(row.row().citation().isEmpty() ? "" : " " + row.row().citation())
          .append(": ")
          .append(words.why(row))
          .append('\n');
    }
  }

  private void sharing(PoolingCheck sharing) {
    if (sharing.allowed()) {
      return;
    }
    text.append('\n');
    line("", "pool.sharing");
    for (PoolingCheck.Overlap overlap : sharing.countedTwice()) {
      line("  ", "pool.twice", words.overlap(overlap));
    }
    for (PoolingCheck.Overlap overlap : sharing.undecided()) {
      line("  ", "pool.undecided", words.overlap(overlap));
    }
  }

  private void findings() {
    text.append('\n');
    line("", "pool.findings");
    for (GradeRow row : report.grade()) {
      line(
          "  ",
          "pool.finding",
          row.name(),
          row.definition(),
          row.studies(),
          row.patients(),
          row.effect() == null
              ? texts.text("pool.no-number")
              : PoolWords.shown(row.effect().estimate(), row.effect().interval())
                  + (row.simpleSum() ? " " + texts.text("pool.simple-sum") : ""));
      for (GradeDomain domain : GradeDomain.values()) {
        text.append("    ")
            .append(words.domain(domain))
            .append(": ")
            .append(words.judgement(row, domain))
            .append('\n');
        if (row.studies() > 0 && domain != GradeDomain.CERTAINTY) {
          line("      ", "pool.facts", words.facts(row, domain));
        }
      }
    }
    line("", "pool.grade.source");
  }
}
