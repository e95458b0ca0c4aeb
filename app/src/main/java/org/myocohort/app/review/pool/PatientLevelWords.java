package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.Numbers;
import org.myocohort.evidence.pool.PatientLevel;
import org.myocohort.evidence.pool.PooledProportion;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// Models of single patients in words: one stage and two stages side by side, on the logit scale.
final class PatientLevelWords {
  private final Texts texts;
  private final PoolWords words;

  PatientLevelWords(Texts texts, PoolWords words) {
    this.texts = texts;
    this.words = words;
  }

  PoolSections.Patients section(PatientLevel patients) {
    List<String> notes = new ArrayList<>();
    for (PatientLevel.Missing missing : patients.leftOut()) {
      notes.add(texts.text("pool.patients.left-out", missing.row(), missing.column()));
    }
    if (patients.names().isEmpty()) {
      notes.add(texts.text("pool.patients.no-covariate"));
    }
    List<String> after = new ArrayList<>();
    for (PatientLevel.Slope slope : patients.slopes()) {
      slope
          .without()
          .forEach((study, reason) ->
              after.add(
                  texts.text("pool.patients.no-slope", slope.name(), study, words.reason(reason))));
    }
    return new PoolSections.Patients(
        texts.text(
            "pool.patients",
            words.kind(patients.set()),
            patients.rows().size(),
            patients.studies()),
        notes,
        new PoolSections.Table(
            List.of(
                texts.text("pool.column.model"),
                texts.text("pool.column.coefficient"),
                texts.text("pool.column.logit"),
                "p",
                texts.text("pool.column.tau2")),
            new Rows(patients).rows()),
        after);
  }

  /// The rows of the table of models.
  private final class Rows {
    private final PatientLevel patients;
    private final List<List<String>> rows = new ArrayList<>();

    Rows(PatientLevel patients) {
      this.patients = patients;
    }

    List<List<String>> rows() {
      mixed("pool.model.one-stage", patients.level());
      two("pool.model.two-stage", texts.text("pool.intercept"), patients.twoStageLevel());
      if (!patients.names().isEmpty()) {
        mixed("pool.model.covariates", patients.oneStage());
        free();
        for (PatientLevel.Slope slope : patients.slopes()) {
          two("pool.model.two-stage", slope.name(), slope.pooled());
        }
        patients.withinBetween().forEach(fit -> mixed("pool.model.within-between", fit));
      }
      return rows;
    }

    private void mixed(String model, Estimation<MixedFit> found) {
      switch (found) {
        case Estimation.Estimated<MixedFit>(MixedFit fit) -> {
          for (MixedFit.Coefficient each : fit.coefficients()) {
            coefficient(model, each, Numbers.shown(fit.tauSquared()));
          }
        }
        case Estimation.NotEstimable<MixedFit>(Reason reason) -> none(model, "", reason);
      }
    }

    private void free() {
      String model = "pool.model.free-intercepts";
      switch (patients.fixedIntercepts()) {
        case Estimation.Estimated<List<MixedFit.Coefficient>>(List<MixedFit.Coefficient> found) ->
            found.forEach(each -> coefficient(model, each, ""));
        case Estimation.NotEstimable<List<MixedFit.Coefficient>>(Reason reason) -> {
          if (reason == Reason.NO_INFORMATION) {
            rows.add(List.of(texts.text(model), "", "– " + texts.text("pool.no-contrast"), "", ""));
          } else {
            none(model, "", reason);
          }
        }
      }
    }

    private void coefficient(String model, MixedFit.Coefficient each, String tauSquared) {
      rows.add(
          List.of(
              texts.text(model),
              each.name().equals("intercept") ? texts.text("pool.intercept") : each.name(),
              PoolWords.shown(each.estimate(), each.interval(PooledProportion.LEVEL)),
              PoolWords.p(each.pValue()),
              tauSquared));
    }

    private void two(String model, String name, Estimation<PooledEffect> found) {
      switch (found) {
        case Estimation.Estimated<PooledEffect>(PooledEffect effect) ->
            rows.add(
                List.of(
                    texts.text(model),
                    name,
                    effect
                        .interval()
                        .result()
                        .map((ConfidenceInterval interval) ->
                            PoolWords.shown(effect.estimate(), interval))
                        .orElseGet(() -> Numbers.shown(effect.estimate())),
                    effect.pValue().result().map(PoolWords::p).orElse("–"),
                    Numbers.shown(effect.heterogeneity().tauSquared())));
        case Estimation.NotEstimable<PooledEffect>(Reason reason) -> none(model, name, reason);
      }
    }

    private void none(String model, String name, Reason reason) {
      rows.add(List.of(texts.text(model), name, "– " + words.reason(reason), "", ""));
    }
  }
}
