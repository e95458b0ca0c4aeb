package org.myocohort.statistics.meta.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.ZeroCells;

/// Models of single participants of several studies: one stage, with the studies as clusters, and
/// what each study gives for a second stage.
///
/// - **Source:** Riley RD, Tierney JF, Stewart LA, eds. Individual participant data meta-analysis,
///   2021; Burke DL, Ensor J, Riley RD. Stat Med 2017;36:855-875, doi:10.1002/sim.7141.
public final class ParticipantModels {
  private ParticipantModels() {}

  /// Logistic regression with a normal random intercept for each study; 7-point adaptive
  /// quadrature.
  public static Estimation<MixedFit> logistic(List<ParticipantRow> rows, List<String> names) {
    double events = 0;
    for (ParticipantRow row : rows) {
      if (row.outcome() != 0 && row.outcome() != 1) {
        return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
      }
      events += row.outcome();
    }
    if (rows.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    if (events == 0 || events == rows.size()) {
      return Estimation.not(events == 0 ? Reason.NO_EVENTS : Reason.ONLY_EVENTS);
    }
    double[] means = new double[names.size()];
    double[] spreads = new double[names.size()];
    if (!centre(rows, means, spreads)) {
      return Estimation.not(Reason.COLLINEAR_COVARIATES);
    }
    double[][] design = design(rows, means, spreads);
    List<String> all = withIntercept(names);
    double[] outcomes = rows.stream().mapToDouble(ParticipantRow::outcome).toArray();
    // Where plain logistic regression has no answer the mixed one has none either.
    return LogisticRegression.fit(design, outcomes, all)
        .then(start ->
            RandomInterceptModel.fit(
                clusters(rows, means, spreads),
                all,
                start.stream().mapToDouble(MixedFit.Coefficient::estimate).toArray(),
                RandomInterceptModel.SEVEN))
        .then(fit -> back(rows, names, means, spreads, fit));
  }

  /// The model was fitted with centred covariates; once more with those as given from where it
  /// ended, for the intercept's standard error.
  private static Estimation<MixedFit> back(
      List<ParticipantRow> rows,
      List<String> names,
      double[] means,
      double[] spreads,
      MixedFit fit) {
    if (names.isEmpty()) {
      return Estimation.of(fit);
    }
    double[] start =
        fit.coefficients().stream().mapToDouble(MixedFit.Coefficient::estimate).toArray();
    for (int j = 0; j < names.size(); j++) {
      start[j + 1] /= spreads[j];
      start[0] -= start[j + 1] * means[j];
    }
    double[] none = new double[names.size()];
    double[] one = new double[names.size()];
    Arrays.fill(one, 1);
    return RandomInterceptModel.fit(
        clusters(rows, none, one), withIntercept(names), start, RandomInterceptModel.SEVEN);
  }

  private static boolean centre(List<ParticipantRow> rows, double[] means, double[] spreads) {
    boolean spread = true;
    for (int j = 0; j < means.length; j++) {
      for (ParticipantRow row : rows) {
        means[j] += row.covariates().get(j) / rows.size();
      }
      for (ParticipantRow row : rows) {
        spreads[j] = Math.max(spreads[j], Math.abs(row.covariates().get(j) - means[j]));
      }
      spread &= spreads[j] > 1e-12 * Math.abs(means[j]);
    }
    return spread;
  }

  private static List<String> withIntercept(List<String> names) {
    List<String> all = new ArrayList<>();
    all.add("intercept");
    all.addAll(names);
    return all;
  }

  private static double[][] design(List<ParticipantRow> rows, double[] means, double[] spreads) {
    double[][] design = new double[rows.size()][means.length + 1];
    for (int i = 0; i < design.length; i++) {
      design[i][0] = 1;
      for (int j = 0; j < means.length; j++) {
        design[i][j + 1] = (rows.get(i).covariates().get(j) - means[j]) / spreads[j];
      }
    }
    return design;
  }

  private static Map<String, List<ParticipantRow>> byStudy(List<ParticipantRow> rows) {
    Map<String, List<ParticipantRow>> studies = new LinkedHashMap<>();
    for (ParticipantRow row : rows) {
      studies.computeIfAbsent(row.study(), _ -> new ArrayList<>()).add(row);
    }
    return studies;
  }

  private static List<Cluster> clusters(
      List<ParticipantRow> rows, double[] means, double[] spreads) {
    List<Cluster> clusters = new ArrayList<>();
    for (List<ParticipantRow> study : byStudy(rows).values()) {
      double[] loadings = new double[study.size()];
      Arrays.fill(loadings, 1);
      clusters.add(
          new Cluster(
              study.stream().<Likelihood>map(row -> Binomial.of(row.outcome(), 1)).toList(),
              design(study, means, spreads),
              new double[study.size()],
              loadings));
    }
    return clusters;
  }

  /// Logistic regression with a free intercept for each study; the covariates' coefficients only.
  /// Studies in which all or none had the outcome say nothing about these and are left out.
  public static Estimation<List<MixedFit.Coefficient>> fixedIntercepts(
      List<ParticipantRow> rows, List<String> names) {
    List<List<ParticipantRow>> studies =
        byStudy(rows).values().stream()
            .filter(study -> study.stream().map(ParticipantRow::outcome).distinct().count() > 1)
            .toList();
    if (studies.isEmpty() || names.isEmpty()) {
      return Estimation.not(Reason.NO_INFORMATION);
    }
    int covariates = names.size();
    List<String> all = new ArrayList<>(names);
    for (List<ParticipantRow> study : studies) {
      all.add(study.getFirst().study());
    }
    List<double[]> design = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    for (int s = 0; s < studies.size(); s++) {
      for (ParticipantRow row : studies.get(s)) {
        double[] line = new double[covariates + studies.size()];
        for (int j = 0; j < covariates; j++) {
          line[j] = row.covariates().get(j);
        }
        line[covariates + s] = 1;
        design.add(line);
        outcomes.add(row.outcome());
      }
    }
    return LogisticRegression.fit(
            design.toArray(double[][]::new),
            outcomes.stream().mapToDouble(Double::doubleValue).toArray(),
            all)
        .map(coefficients -> coefficients.subList(0, covariates));
  }

  /// Each covariate split in the mean of its study (name `.between`) and what a participant differs
  /// from it (name `.within`): only the second compares participants of the same study.
  ///
  /// - **Source:** Fisher DJ, Carpenter JR, Morris TP, Freeman SC, Tierney JF. BMJ 2017;356:j573,
  ///   doi:10.1136/bmj.j573.
  ///
  /// @param covariate its place
  public static List<ParticipantRow> withinBetween(List<ParticipantRow> rows, int covariate) {
    Map<String, Double> means = new LinkedHashMap<>();
    byStudy(rows)
        .forEach((study, members) ->
            means.put(
                study,
                members.stream()
                    .mapToDouble(row -> row.covariates().get(covariate))
                    .average()
                    .orElse(0)));
    List<ParticipantRow> split = new ArrayList<>();
    for (ParticipantRow row : rows) {
      double mean = means.getOrDefault(row.study(), 0.0);
      List<Double> covariates = new ArrayList<>(row.covariates());
      covariates.set(covariate, row.covariates().get(covariate) - mean);
      covariates.add(mean);
      split.add(new ParticipantRow(row.study(), row.outcome(), covariates));
    }
    return List.copyOf(split);
  }

  /// The first stage of two: the logit of each study's proportion, 0.5 added where a study has no
  /// or only events. With small studies this pulls the answer towards a half.
  public static List<StudyEffect> logitsOfStudies(List<ParticipantRow> rows) {
    List<StudyEffect> effects = new ArrayList<>();
    byStudy(rows)
        .forEach((study, members) -> {
          double events = members.stream().mapToDouble(ParticipantRow::outcome).sum();
          new OneArmCounts(events, members.size())
              .effect(EffectMeasure.PLO, ZeroCells.ADD_HALF)
              .result()
              .ifPresent(effect -> effects.add(effect.labelled(study)));
        });
    return List.copyOf(effects);
  }

  /// The first stage of two: the coefficient of one covariate within each study by logistic
  /// regression on all covariates. A study that has none gives its reason.
  public static Map<String, Estimation<StudyEffect>> slopesOfStudies(
      List<ParticipantRow> rows, List<String> names, int covariate) {
    Map<String, Estimation<StudyEffect>> slopes = new LinkedHashMap<>();
    double[] none = new double[names.size()];
    double[] one = new double[names.size()];
    Arrays.fill(one, 1);
    byStudy(rows)
        .forEach((study, members) ->
            slopes.put(
                study,
                LogisticRegression.fit(
                        design(members, none, one),
                        members.stream().mapToDouble(ParticipantRow::outcome).toArray(),
                        withIntercept(names))
                    .map(line -> line.get(covariate + 1))
                    .map(slope ->
                        new StudyEffect(
                            study,
                            slope.estimate(),
                            slope.standardError() * slope.standardError()))));
    return slopes;
  }
}
