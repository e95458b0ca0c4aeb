package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.pool.PatientLevel;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// Models of single patients as JSON.
final class PatientLevelJson {
  private PatientLevelJson() {}

  static Object of(PatientLevel patients) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("set", PoolJson.key(patients.set()));
    map.put("covariates", patients.names());
    map.put("rows", patients.rows());
    map.put("studies", patients.studies());
    map.put(
        "left_out",
        PoolJson.each(
            patients.leftOut(), each -> Map.of("row", each.row(), "column", each.column())));
    PoolJson.put(map, "one_stage", patients.level(), PoolJson::mixed);
    PoolJson.put(map, "one_stage_covariates", patients.oneStage(), PoolJson::mixed);
    PoolJson.put(
        map,
        "free_intercepts",
        patients.fixedIntercepts(),
        found -> PoolJson.each(found, PoolJson::coefficient));
    PoolJson.put(map, "two_stage", patients.twoStageLevel(), PatientLevelJson::pooled);
    map.put("two_stage_covariates", PoolJson.each(patients.slopes(), PatientLevelJson::slope));
    List<Object> split = new ArrayList<>();
    for (Estimation<MixedFit> fit : patients.withinBetween()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      PoolJson.put(one, "fit", fit, PoolJson::mixed);
      split.add(one);
    }
    map.put("within_between", split);
    return map;
  }

  private static Object slope(PatientLevel.Slope slope) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", slope.name());
    PoolJson.put(map, "pooled", slope.pooled(), PatientLevelJson::pooled);
    Map<String, String> without = new LinkedHashMap<>();
    slope.without().forEach((study, reason) -> without.put(study, reason.code()));
    map.put("without", without);
    return map;
  }

  private static Object pooled(PooledEffect effect) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("k", effect.studies());
    map.put("estimate", effect.estimate());
    map.put("se", effect.standardError());
    PoolJson.put(map, "ci", effect.interval(), PoolJson::limits);
    map.put("tau2", effect.heterogeneity().tauSquared());
    return map;
  }
}
