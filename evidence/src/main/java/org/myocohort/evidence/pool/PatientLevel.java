package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.mixed.MixedFit;
import org.myocohort.statistics.meta.mixed.ParticipantModels;
import org.myocohort.statistics.meta.mixed.ParticipantRow;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.pooling.RandomEffects;
import org.myocohort.statistics.meta.pooling.TauSquaredMethod;

/// Models of single patients with covariates, one stage and two stages side by side. Printed
/// results of several patients cannot enter.
///
/// @param set of rows that the patients come from
/// @param names of the covariates, as they became numbers
/// @param rows ids of the patients that entered
/// @param studies how many they come from
/// @param leftOut patients with the outcome of whom a covariate is not known
/// @param level one stage without covariates: logistic with a random intercept for each study
/// @param oneStage the same with the covariates
/// @param fixedIntercepts the covariates with a free intercept for each study
/// @param withinBetween for each covariate, the one-stage model with its deviation within the study
///   and its mean between studies
/// @param twoStageLevel logits of the studies, 0.5 added where needed, REML
/// @param slopes the covariates in two stages
public record PatientLevel(
    PooledSet.Kind set,
    List<String> names,
    List<String> rows,
    int studies,
    List<Missing> leftOut,
    Estimation<MixedFit> level,
    Estimation<MixedFit> oneStage,
    Estimation<List<MixedFit.Coefficient>> fixedIntercepts,
    List<Estimation<MixedFit>> withinBetween,
    Estimation<PooledEffect> twoStageLevel,
    List<Slope> slopes) {
  private static final RandomEffects REML =
      new RandomEffects(
          TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD,
          IntervalMethod.NORMAL,
          PooledProportion.LEVEL);

  public PatientLevel {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    withinBetween = List.copyOf(withinBetween);
    slopes = List.copyOf(slopes);
  }

  /// A patient who could not enter.
  ///
  /// @param row id of it
  /// @param column that is not known
  public record Missing(String row, String column) {}

  /// One covariate in two stages.
  ///
  /// @param name of it
  /// @param pooled over the studies that give it
  /// @param without the studies that do not, each with its reason
  public record Slope(String name, Estimation<PooledEffect> pooled, Map<String, Reason> without) {}

  /// @param asked columns, or columns with a word, as a person named them
  static PatientLevel of(PooledSet.Kind set, List<TableRow> rows, List<String> asked) {
    List<Missing> missing = new ArrayList<>();
    List<TableRow> complete = new ArrayList<>();
    for (TableRow row : rows) {
      if (row.row().told() instanceof PoolingRow.Patient patient) {
        Optional<String> lacking =
            asked.stream()
                .map(Covariate::columnOf)
                .filter(
                    column -> Outcome.isNotReported(patient.covariates().getOrDefault(column, "")))
                .findFirst();
        lacking.ifPresentOrElse(
            column -> missing.add(new Missing(row.row().id(), column)), () -> complete.add(row));
      }
    }
    List<Covariate> covariates = new ArrayList<>();
    for (String each : asked) {
      String column = Covariate.columnOf(each);
      covariates.add(
          Covariate.of(
              each, complete.stream().map(row -> cells(row).getOrDefault(column, "")).toList()));
    }
    List<String> names =
        covariates.stream()
            .flatMap(each -> each.terms().stream())
            .map(Covariate.Term::name)
            .toList();
    List<ParticipantRow> participants = new ArrayList<>();
    for (TableRow row : complete) {
      double outcome = row.standing() instanceof TableRow.Counted counted ? counted.events() : 0;
      participants.add(
          new ParticipantRow(
              row.row().countsFor(),
              outcome,
              List.copyOf(Covariate.values(covariates, cells(row)).values())));
    }
    return of(set, names, complete, missing, participants);
  }

  private static PatientLevel of(
      PooledSet.Kind set,
      List<String> names,
      List<TableRow> complete,
      List<Missing> missing,
      List<ParticipantRow> participants) {
    List<ParticipantRow> plain =
        participants.stream()
            .map(row -> new ParticipantRow(row.study(), row.outcome(), List.of()))
            .toList();
    List<Estimation<MixedFit>> withinBetween = new ArrayList<>();
    List<Slope> slopes = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      List<String> split = new ArrayList<>(names);
      split.set(at, names.get(at) + ".within");
      split.add(names.get(at) + ".between");
      withinBetween.add(
          ParticipantModels.logistic(ParticipantModels.withinBetween(participants, at), split));
      slopes.add(slope(participants, names, at));
    }
    return new PatientLevel(
        set,
        names,
        complete.stream().map(row -> row.row().id()).toList(),
        (int) participants.stream().map(ParticipantRow::study).distinct().count(),
        missing,
        ParticipantModels.logistic(plain, List.of()),
        names.isEmpty()
            ? Estimation.not(Reason.COLLINEAR_COVARIATES)
            : ParticipantModels.logistic(participants, names),
        ParticipantModels.fixedIntercepts(participants, names),
        withinBetween,
        REML.pool(ParticipantModels.logitsOfStudies(plain)),
        slopes);
  }

  private static Map<String, String> cells(TableRow row) {
    return row.row().told() instanceof PoolingRow.Patient patient ? patient.covariates() : Map.of();
  }

  private static Slope slope(List<ParticipantRow> participants, List<String> names, int at) {
    List<StudyEffect> effects = new ArrayList<>();
    Map<String, Reason> without = new LinkedHashMap<>();
    ParticipantModels.slopesOfStudies(participants, names, at)
        .forEach((study, slope) -> {
          slope.result().ifPresent(effects::add);
          slope.missing().ifPresent(reason -> without.put(study, reason));
        });
    return new Slope(names.get(at), REML.pool(effects), without);
  }
}
