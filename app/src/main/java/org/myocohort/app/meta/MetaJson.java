package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.StudyRow;
import org.myocohort.statistics.meta.pooling.Heterogeneity;
import org.myocohort.statistics.meta.pooling.MetaRegression;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.Sensitivity;
import org.myocohort.statistics.meta.smallstudy.SmallStudyTest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A result as JSON: numbers on the scale of the analysis, `display` for a reader. What has no
/// value is null, with its reason beside it.
final class MetaJson {
  private final Map<String, @Nullable Object> root = new LinkedHashMap<>();

  private MetaJson() {}

  static byte[] write(MetaResult result, List<String> messages, MetaMessages sentences) {
    MetaJson json = new MetaJson();
    json.fill(result, messages, sentences);
    byte[] bytes =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsBytes(json.root);
    byte[] ended = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    ended[bytes.length] = '\n';
    return ended;
  }

  private void fill(MetaResult result, List<String> messages, MetaMessages sentences) {
    Analysis analysis = result.analysis();
    root.put("measure", analysis.request().measure().name());
    root.put("method", analysis.request().method().name());
    root.put("interval_method", analysis.request().intervalMethod().code());
    root.put("level", analysis.request().level());
    root.putAll(pooled(analysis.pooled()));
    put(root, "tau2_ci", analysis.tauSquaredInterval(), MetaJson::limits);
    root.put("prediction_method", analysis.request().prediction().code());
    put(root, "prediction", analysis.prediction(), MetaJson::limits);
    root.put("display", display(analysis));
    analysis
        .pooled()
        .missing()
        .ifPresent(reason -> root.put("reason_text", sentences.reason(reason)));
    root.put("studies", studies(result));
    root.put("left_out", left(result));
    result.regression().ifPresent(regression -> root.put("regression", regression(regression)));
    root.put("leave_one_out", sensitivity(analysis.leaveOneOut()));
    root.put("cumulative", sensitivity(analysis.cumulative()));
    root.put("small_study_effects", smallStudies(analysis));
    result
        .sum()
        .ifPresent(sum ->
            put(
                root,
                "sum",
                sum,
                each -> {
                  Map<String, @Nullable Object> map = new LinkedHashMap<>();
                  map.put("events", each.events());
                  map.put("participants", each.participants());
                  map.put("proportion", each.proportion());
                  map.put("exact_ci", limits(each.interval()));
                  return map;
                }));
    result
        .bayes()
        .ifPresent(bayes ->
            put(
                root,
                "beta_binomial",
                bayes,
                each -> {
                  Map<String, @Nullable Object> map = new LinkedHashMap<>();
                  map.put("prior", "mean and within-study correlation uniform on (0, 1)");
                  map.put("median", each.median());
                  map.put("mean", each.mean());
                  map.put("credible_interval", limits(each.interval()));
                  map.put("correlation_median", each.correlationMedian());
                  return map;
                }));
    if (!result.compared().isEmpty()) {
      List<Object> methods = new ArrayList<>();
      for (Analysis other : result.compared()) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("method", other.request().method().name());
        map.put("interval_method", other.request().intervalMethod().code());
        map.putAll(pooled(other.pooled()));
        put(map, "prediction", other.prediction(), MetaJson::limits);
        map.put("display", display(other));
        methods.add(map);
      }
      root.put("compare", methods);
    }
    root.put("messages", messages);
  }

  private static List<Double> limits(ConfidenceInterval interval) {
    return List.of(interval.lower(), interval.upper());
  }

  /// What can be made of a result.
  private interface Shape<T> {
    Object of(T value);
  }

  private static <T> void put(
      Map<String, @Nullable Object> map, String key, Estimation<T> value, Shape<T> shape) {
    switch (value) {
      case Estimation.Estimated<T>(T result) -> map.put(key, shape.of(result));
      case Estimation.NotEstimable<T>(Reason reason) -> {
        map.put(key, null);
        map.put(key + "_reason", reason.code());
      }
    }
  }

  private static void number(
      Map<String, @Nullable Object> map, String key, Estimation<Double> value) {
    put(map, key, value, each -> each);
  }

  private static Map<String, @Nullable Object> pooled(Estimation<PooledEffect> pooled) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    switch (pooled) {
      case Estimation.NotEstimable<PooledEffect>(Reason reason) -> {
        for (String key : List.of("k", "estimate", "se", "ci", "p", "tau2", "i2", "q")) {
          map.put(key, null);
        }
        map.put("reason", reason.code());
      }
      case Estimation.Estimated<PooledEffect>(PooledEffect effect) -> {
        map.put("k", effect.studies());
        map.put("estimate", effect.estimate());
        map.put("se", effect.standardError());
        put(map, "ci", effect.interval(), MetaJson::limits);
        number(map, "statistic", effect.statistic());
        if (effect.degreesOfFreedom() > 0) {
          map.put("df", effect.degreesOfFreedom());
        }
        number(map, "p", effect.pValue());
        heterogeneity(map, effect.heterogeneity());
      }
    }
    return map;
  }

  private static void heterogeneity(
      Map<String, @Nullable Object> map, Heterogeneity heterogeneity) {
    map.put("tau2", heterogeneity.tauSquared());
    number(map, "tau2_se", heterogeneity.tauSquaredError());
    number(map, "i2", heterogeneity.iSquared());
    number(map, "h2", heterogeneity.hSquared());
    map.put("q", heterogeneity.q());
    map.put("q_df", heterogeneity.degreesOfFreedom());
    number(map, "q_p", heterogeneity.pValue());
  }

  private static Map<String, @Nullable Object> display(Analysis analysis) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(
        "transform",
        switch (analysis.request().measure().display()) {
          case IDENTITY -> "none";
          case EXPONENTIAL -> "exp";
          case LOGISTIC -> "inverse-logit";
          case HYPERBOLIC_TANGENT -> "tanh";
          case SQUARED_SINE -> "sin-squared";
          case FREEMAN_TUKEY -> "inverse-double-arcsine-harmonic-mean";
        });
    map.put(
        "estimate",
        analysis
            .pooled()
            .result()
            .map(effect -> finite(analysis.display(effect.estimate())))
            .orElse(null));
    map.put(
        "ci",
        analysis
            .pooled()
            .result()
            .flatMap(effect -> effect.interval().result())
            .map(interval -> shown(analysis, interval))
            .orElse(null));
    map.put(
        "prediction",
        analysis.prediction().result().map(interval -> shown(analysis, interval)).orElse(null));
    return map;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static List<@Nullable Double> shown(Analysis analysis, ConfidenceInterval interval) {
    List<@Nullable Double> limits = new ArrayList<>();
    limits.add(finite(analysis.display(interval.lower())));
    limits.add(finite(analysis.display(interval.upper())));
    return limits;
  }

  private static List<Object> studies(MetaResult result) {
    Analysis analysis = result.analysis();
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      StudyRow row = analysis.rows().get(i);
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("label", row.label());
      map.put("line", result.table().lines().get(i));
      put(map, "yi", row.effect(), each -> each.value());
      map.put("vi", row.effect().result().map(each -> each.variance()).orElse(null));
      map.put(
          "ci",
          row.effect()
              .result()
              .map(each -> limits(MetaRows.interval(each, analysis.request().level())))
              .orElse(null));
      number(map, "weight", row.weight());
      rows.add(map);
    }
    return rows;
  }

  private static List<Object> left(MetaResult result) {
    List<Object> rows = new ArrayList<>();
    for (MetaTable.LeftOut left : result.table().left()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("label", left.label());
      map.put("line", left.line());
      map.put("column", left.column());
      map.put("found", left.found());
      rows.add(map);
    }
    return rows;
  }

  private static Object regression(Estimation<MetaRegression> regression) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    switch (regression) {
      case Estimation.NotEstimable<MetaRegression>(Reason reason) ->
          map.put("reason", reason.code());
      case Estimation.Estimated<MetaRegression>(MetaRegression found) -> {
        map.put("k", found.studies());
        List<Object> coefficients = new ArrayList<>();
        for (MetaRegression.Coefficient each : found.coefficients()) {
          Map<String, @Nullable Object> line = new LinkedHashMap<>();
          line.put("name", each.name());
          line.put("estimate", each.estimate());
          line.put("se", each.standardError());
          put(line, "ci", each.interval(), MetaJson::limits);
          number(line, "statistic", each.statistic());
          number(line, "p", each.pValue());
          coefficients.add(line);
        }
        map.put("coefficients", coefficients);
        number(map, "r2", found.rSquared());
        number(map, "qm", found.moderatorStatistic());
        map.put("qm_df", found.moderatorFreedom());
        number(map, "qm_p", found.moderatorPValue());
        heterogeneity(map, found.heterogeneity());
      }
    }
    return map;
  }

  private static List<Object> sensitivity(List<Sensitivity> rows) {
    List<Object> list = new ArrayList<>();
    for (Sensitivity each : rows) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("label", each.label());
      map.putAll(pooled(each.pooled()));
      list.add(map);
    }
    return list;
  }

  private static Object smallStudies(Analysis analysis) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "egger", analysis.egger(), MetaJson::test);
    put(map, "egger_mixed", analysis.eggerMixed(), MetaJson::test);
    put(map, "rank", analysis.rank(), MetaJson::test);
    put(
        map,
        "trim_and_fill",
        analysis.trimAndFill(),
        each -> {
          Map<String, @Nullable Object> filled = new LinkedHashMap<>();
          filled.put("filled", each.filled());
          filled.put("side", each.right() ? "right" : "left");
          filled.put("estimate", each.pooled().estimate());
          put(filled, "ci", each.pooled().interval(), MetaJson::limits);
          return filled;
        });
    return map;
  }

  private static Object test(SmallStudyTest test) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("statistic", test.statistic());
    if (test.degreesOfFreedom() > 0) {
      map.put("df", test.degreesOfFreedom());
    }
    map.put("p", test.pValue());
    return map;
  }
}
