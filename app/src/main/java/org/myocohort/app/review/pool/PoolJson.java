package org.myocohort.app.review.pool;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.link.PoolingCheck;
import org.myocohort.evidence.pool.CumulativeStep;
import org.myocohort.evidence.pool.DefinitionAnswer;
import org.myocohort.evidence.pool.Ledger;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.evidence.pool.PooledSet;
import org.myocohort.evidence.pool.Pooling;
import org.myocohort.evidence.pool.SourceComparison;
import org.myocohort.evidence.pool.StudyCounts;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.Sensitivity;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The answer as JSON. Proportions are shares of 1; what has no value is null, with its reason
/// beside it in `KEY_reason`.
final class PoolJson {
  private PoolJson() {}

  static byte[] write(PoolReport report) {
    byte[] bytes =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsBytes(root(report));
    byte[] ended = Arrays.copyOf(bytes, bytes.length + 1);
    ended[bytes.length] = '\n';
    return ended;
  }

  private static Map<String, @Nullable Object> root(PoolReport report) {
    Pooling pooling = report.pooling();
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("outcome", pooling.outcome().code());
    root.put("name", pooling.outcome().name());
    root.put("definition", pooling.outcome().definition());
    root.put("extraction", report.extraction().orElse(null));
    root.put("refused", pooling.refused());
    root.put("definitions", each(pooling.answers(), PoolJson::definition));
    root.put("rows", each(pooling.rows(), PoolJson::row));
    root.put("sharing", check(pooling.sharing()));
    root.put("grade", each(report.grade(), PoolJson::grade));
    return root;
  }

  static <T> List<Object> each(List<T> values, Function<T, Object> shape) {
    return values.stream().map(shape).toList();
  }

  static <T> void put(
      Map<String, @Nullable Object> map,
      String key,
      Estimation<T> value,
      Function<T, Object> shape) {
    switch (value) {
      case Estimation.Estimated<T>(T found) -> map.put(key, shape.apply(found));
      case Estimation.NotEstimable<T>(Reason reason) -> {
        map.put(key, null);
        map.put(key + "_reason", reason.code());
      }
    }
  }

  static List<Double> limits(ConfidenceInterval interval) {
    return List.of(interval.lower(), interval.upper());
  }

  private static Object definition(DefinitionAnswer answer) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("definition", answer.definition());
    map.put("asked", answer.asked());
    map.put("ledger", each(answer.ledger(), PoolJson::ledger));
    Map<String, @Nullable Object> sets = new LinkedHashMap<>();
    for (PooledSet set : answer.sets()) {
      sets.put(key(set.kind()), set(set));
    }
    map.put("sets", sets);
    map.put("by_source", each(answer.comparisons(), PoolJson::comparison));
    map.put("patient_level", each(answer.patients(), PatientLevelJson::of));
    return map;
  }

  static String key(Enum<?> value) {
    return Texts.code(value).replace('-', '_');
  }

  private static Object ledger(Ledger ledger) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("study", ledger.study());
    map.put("citation", ledger.citation());
    map.put("source", Texts.code(ledger.source()));
    map.put("cohort", ledger.cohort());
    map.put("in_table", ledger.inTable());
    map.put("with_outcome", ledger.withOutcome());
    map.put("not_reported", ledger.notReported());
    map.put("other_word", ledger.otherWord());
    map.put("events", ledger.events());
    return map;
  }

  private static Object set(PooledSet set) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("is_proportion_of", proportionOf(set));
    map.put("refused", set.refused());
    map.put("rows", each(set.rows(), row -> row.row().id()));
    map.put("left_out", set.leftOut());
    if (!set.check().allowed()) {
      map.put("check", check(set.check()));
    }
    set.answer().ifPresent(answer -> map.putAll(proportion(answer)));
    return map;
  }

  private static String proportionOf(PooledSet set) {
    boolean published =
        set.rows().stream().anyMatch(row -> row.row().source() == PatientSource.LITERATURE);
    boolean own = set.rows().stream().anyMatch(row -> row.row().source() == PatientSource.OWN);
    return published ? (own ? "own-and-published-cases" : "published-cases") : "own-patients";
  }

  private static Map<String, @Nullable Object> proportion(PooledProportion pooled) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("k", pooled.studies().size());
    map.put("patients", pooled.patients());
    map.put("events", pooled.events());
    put(
        map,
        "exact",
        pooled.sum(),
        sum -> answer(new PooledProportion.Answer(sum.proportion(), sum.interval())));
    map.put("glmm", analysis(pooled.mixed()));
    map.put("logit_reml", analysis(pooled.logit()));
    put(
        map,
        "beta_binomial",
        pooled.betaBinomial(),
        bayes -> {
          Map<String, @Nullable Object> inner =
              answer(new PooledProportion.Answer(bayes.median(), bayes.interval()));
          inner.put("prior", "mean and within-study correlation uniform on (0, 1)");
          return inner;
        });
    map.put("methods_disagree", pooled.methodsDisagree());
    map.put("leave_one_out", each(pooled.leaveOneOut(), each -> leftOut(each, pooled.mixed())));
    map.put("cumulative", each(pooled.cumulative(), PoolJson::step));
    map.put("studies", each(pooled.studies(), PoolJson::study));
    return map;
  }

  private static Object leftOut(Sensitivity each, Analysis analysis) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("without", each.label());
    put(
        map,
        "proportion",
        each.pooled().map(effect -> analysis.display(effect.estimate())),
        value -> value);
    return map;
  }

  private static Object step(CumulativeStep step) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("year", step.last().year());
    map.put("added", step.last().study());
    map.put("k", step.studies());
    map.put("events", step.events());
    map.put("patients", step.patients());
    put(map, "glmm", step.mixed(), PoolJson::answer);
    return map;
  }

  private static Map<String, @Nullable Object> answer(PooledProportion.Answer answer) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("proportion", answer.estimate());
    map.put("ci", limits(answer.interval()));
    return map;
  }

  private static Object analysis(Analysis analysis) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "estimate", analysis.pooled().map(PooledEffect::estimate), value -> value);
    put(map, "se", analysis.pooled().map(PooledEffect::standardError), value -> value);
    put(
        map,
        "tau2",
        analysis.pooled().map(effect -> effect.heterogeneity().tauSquared()),
        value -> value);
    put(map, "i2", analysis.pooled().then(effect -> effect.heterogeneity().iSquared()), v -> v);
    put(
        map,
        "proportion",
        PooledProportion.answer(analysis).map(PooledProportion.Answer::estimate),
        value -> value);
    put(
        map,
        "ci",
        PooledProportion.answer(analysis).map(PooledProportion.Answer::interval),
        PoolJson::limits);
    put(
        map,
        "prediction",
        analysis.prediction(),
        interval ->
            List.of(analysis.display(interval.lower()), analysis.display(interval.upper())));
    map.put("prediction_method", analysis.request().prediction().code());
    return map;
  }

  private static Object study(StudyCounts study) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("study", study.study());
    map.put("label", study.label());
    map.put("source", Texts.code(study.source()));
    map.put("apart", study.apart());
    map.put("year", study.year());
    map.put("events", study.events());
    map.put("patients", study.patients());
    map.put("rows", study.rows());
    return map;
  }

  private static Object comparison(SourceComparison comparison) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("set", key(comparison.set()));
    map.put("own", List.of(comparison.sums().x1(), comparison.sums().n1()));
    map.put("literature", List.of(comparison.sums().x2(), comparison.sums().n2()));
    map.put("difference", comparison.sums().difference());
    map.put("difference_ci", limits(comparison.sums().interval(PooledProportion.LEVEL)));
    map.put("fisher_p", comparison.sums().fisher());
    put(map, "factor", comparison.factor(), PoolJson::mixed);
    return map;
  }

  static Object mixed(MixedFit fit) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("coefficients", each(fit.coefficients(), PoolJson::coefficient));
    map.put("tau2", fit.tauSquared());
    map.put("log_likelihood", fit.logLikelihood());
    return map;
  }

  static Object coefficient(MixedFit.Coefficient each) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", each.name());
    map.put("estimate", each.estimate());
    map.put("se", each.standardError());
    map.put("p", each.pValue());
    return map;
  }

  private static Object row(TableRow row) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", row.row().id());
    map.put("source", Texts.code(row.row().source()));
    map.put("report", row.row().report());
    map.put("study", row.row().countsFor());
    map.put("cohort", row.row().cohort());
    Design design = row.row().design();
    map.put("design", design == null ? null : design.code());
    map.put("definition", row.definition());
    map.put("apart", row.apart());
    switch (row.standing()) {
      case TableRow.Counted(int events, int patients) -> {
        map.put("counted", true);
        map.put("events", events);
        map.put("patients", patients);
      }
      case TableRow.NotCounted(TableRow.Why why, String found) -> {
        map.put("counted", false);
        map.put("why", Texts.code(why));
        map.put("found", found);
      }
    }
    map.put("file", row.row().place().file());
    map.put("line", row.row().place().line());
    map.put("place", row.row().place().where());
    map.put("quote", row.row().place().quote());
    return map;
  }

  private static Object check(PoolingCheck check) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("counted_twice", each(check.countedTwice(), PoolJson::overlap));
    map.put("undecided", each(check.undecided(), PoolJson::overlap));
    map.put("together", check.together());
    return map;
  }

  private static Object overlap(PoolingCheck.Overlap overlap) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("first", overlap.first());
    map.put("second", overlap.second());
    map.put("at_most", overlap.atMost());
    map.put("why", Texts.code(overlap.why()));
    map.put(
        "in_common",
        each(
            overlap.reasons(),
            reason -> Map.of("kind", Texts.code(reason.kind()), "value", reason.value())));
    return map;
  }

  private static Object grade(GradeRow row) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("outcome", row.outcome());
    map.put("definition", row.definition());
    map.put("studies", row.studies());
    map.put("patients", row.patients());
    map.put("events", row.events());
    var effect = row.effect();
    map.put("effect", effect == null ? null : answer(effect));
    map.put("effect_is_simple_sum", row.simpleSum());
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("designs", row.facts().designs());
    facts.put("starts_low", row.facts().startsLow());
    facts.put("i2", row.facts().iSquared());
    ConfidenceInterval prediction = row.facts().prediction();
    facts.put("prediction", prediction == null ? null : limits(prediction));
    facts.put("other_definitions", row.facts().otherDefinitions());
    facts.put("own_patients", row.facts().ownPatients());
    facts.put("rows_not_counted", row.facts().notReported());
    facts.put("interval_width", row.facts().width());
    facts.put("single_case_reports", row.facts().singleCases());
    facts.put("reports_appraised", row.facts().appraised());
    facts.put("answers_no_or_unclear", row.facts().notYes());
    map.put("facts_to_judge_by", facts);
    Map<String, @Nullable Object> judgements = new LinkedHashMap<>();
    for (GradeDomain domain : GradeDomain.values()) {
      judgements.put(
          PoolWords.column(domain),
          row.judgement(domain)
              .<Object>map(each ->
                  Map.of("judgement", each.judgement(), "reason", each.reason(), "by", each.by()))
              .orElse(null));
    }
    map.put("judgements", judgements);
    return map;
  }
}
