package org.myocohort.statistics.meta.mixed;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.OneArmTime;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.TwoArmTimes;
import org.myocohort.statistics.meta.numeric.GaussHermite;

/// Mixed models of the counts themselves, so that no cell needs a correction and a study of one
/// participant is ordinary data. The last coefficient is the pooled effect.
///
/// - **Source:** proportions: Hamza TH, van Houwelingen HC, Stijnen T. J Clin Epidemiol
///   2008;61:41-51, doi:10.1016/j.jclinepi.2007.03.016; two arms: see [SparseModel].
public final class CountModels {
  private static final double HALF = 0.5;

  private CountModels() {}

  /// Binomial-normal model of proportions on the logit scale, 7-point adaptive quadrature.
  public static Estimation<MixedFit> proportions(List<OneArmCounts> studies) {
    List<Cluster> clusters = new ArrayList<>();
    double events = 0;
    double all = 0;
    for (OneArmCounts study : studies) {
      if (study.checked() instanceof Estimation.NotEstimable<OneArmCounts>(Reason reason)) {
        return Estimation.not(reason);
      }
      clusters.add(Cluster.single(Binomial.of(study.x(), study.n()), 0));
      events += study.x();
      all += study.n();
    }
    if (clusters.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    if (events == 0 || events == all) {
      return Estimation.not(events == 0 ? Reason.NO_EVENTS : Reason.ONLY_EVENTS);
    }
    return single(clusters, Math.log(events) - Math.log(all - events), RandomInterceptModel.SEVEN);
  }

  /// Binomial-normal model of the proportions of two groups of studies with one tau2: the level of
  /// the second group, then the log odds ratio of the first against it.
  public static Estimation<MixedFit> groups(List<OneArmCounts> first, List<OneArmCounts> second) {
    List<Cluster> clusters = new ArrayList<>();
    double[] logits = new double[2];
    List<List<OneArmCounts>> groups = List.of(second, first);
    for (int group = 0; group < logits.length; group++) {
      double events = 0;
      double all = 0;
      for (OneArmCounts study : groups.get(group)) {
        if (study.checked() instanceof Estimation.NotEstimable<OneArmCounts>(Reason reason)) {
          return Estimation.not(reason);
        }
        clusters.add(
            new Cluster(
                List.of(Binomial.of(study.x(), study.n())),
                new double[][] {{1, group}},
                new double[] {0},
                new double[] {1}));
        events += study.x();
        all += study.n();
      }
      if (all == 0) {
        return Estimation.not(Reason.EMPTY_GROUP);
      }
      if (events == 0 || events == all) {
        return Estimation.not(Reason.ARM_WITHOUT_CONTRAST);
      }
      logits[group] = Math.log(events) - Math.log(all - events);
    }
    return clusters.size() <= logits.length
        ? Estimation.not(Reason.MORE_COEFFICIENTS_THAN_STUDIES)
        : RandomInterceptModel.fit(
            clusters,
            List.of("second", "difference"),
            new double[] {logits[0], logits[1] - logits[0]},
            RandomInterceptModel.SEVEN);
  }

  /// Poisson-normal model of rates on the log scale.
  public static Estimation<MixedFit> rates(List<OneArmTime> studies) {
    List<Cluster> clusters = new ArrayList<>();
    double events = 0;
    double time = 0;
    for (OneArmTime study : studies) {
      if (study.checked() instanceof Estimation.NotEstimable<OneArmTime>(Reason reason)) {
        return Estimation.not(reason);
      }
      clusters.add(Cluster.single(Poisson.of(study.x()), Math.log(study.t())));
      events += study.x();
      time += study.t();
    }
    if (clusters.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    return events == 0
        ? Estimation.not(Reason.NO_EVENTS)
        : single(clusters, Math.log(events / time), RandomInterceptModel.SEVEN);
  }

  private static Estimation<MixedFit> single(
      List<Cluster> clusters, double start, GaussHermite rule) {
    return RandomInterceptModel.fit(clusters, List.of("effect"), new double[] {start}, rule);
  }

  /// Q of free levels beside a fit with random ones, whose own likelihood knows no saturated model.
  private static Estimation<MixedFit> withQ(
      Estimation<MixedFit> random, Estimation<MixedFit> free) {
    return random.map(fit ->
        free.result()
            .map(other ->
                new MixedFit(
                    fit.clusters(),
                    fit.coefficients(),
                    fit.tauSquared(),
                    fit.logLikelihood(),
                    other.equalLogLikelihood(),
                    other.saturatedLogLikelihood()))
            .orElse(fit));
  }

  /// A log odds ratio of two arms; studies without an event, or with nothing but events, are left
  /// out, as [#informative] says.
  public static Estimation<MixedFit> oddsRatio(SparseModel model, List<TwoArmCounts> studies) {
    double[] sums = new double[4];
    for (TwoArmCounts study : studies) {
      if (study.checked() instanceof Estimation.NotEstimable<TwoArmCounts>(Reason reason)) {
        return Estimation.not(reason);
      }
      sums[0] += study.a();
      sums[1] += study.b();
      sums[2] += study.c();
      sums[3] += study.d();
    }
    List<TwoArmCounts> used = studies.stream().filter(CountModels::informative).toList();
    if (used.isEmpty()) {
      return Estimation.not(Reason.NO_INFORMATION);
    }
    if (sums[0] == 0 || sums[1] == 0 || sums[2] == 0 || sums[3] == 0) {
      return Estimation.not(Reason.ARM_WITHOUT_CONTRAST);
    }
    double start = Math.log(sums[0]) - Math.log(sums[1]) - Math.log(sums[2]) + Math.log(sums[3]);
    double level = Math.log(sums[0] + sums[2]) - Math.log(sums[1] + sums[3]);
    return switch (model) {
      case CONDITIONAL_EXACT ->
          single(
              used.stream()
                  .map(each ->
                      Cluster.single(
                          Hypergeometric.of(each.a(), each.n1(), each.n2(), each.a() + each.c()),
                          0))
                  .toList(),
              start,
              RandomInterceptModel.FINE);
      case CONDITIONAL_APPROXIMATE ->
          single(
              used.stream()
                  .map(each ->
                      Cluster.single(
                          Binomial.of(each.a(), each.a() + each.c()),
                          Math.log(each.n1() / each.n2())))
                  .toList(),
              start,
              RandomInterceptModel.SEVEN);
      case UNCONDITIONAL_FIXED ->
          FixedStudyModel.fit(
              used.stream().map(each -> arms(each, false)).toList(),
              used.stream()
                  .mapToDouble(
                      each -> Math.log((each.a() + each.c() + HALF) / (each.b() + each.d() + HALF)))
                  .toArray(),
              start);
      case UNCONDITIONAL_RANDOM ->
          withQ(
              RandomStudyModel.fit(
                  used.stream().map(each -> arms(each, true)).toList(), level, start),
              oddsRatio(SparseModel.UNCONDITIONAL_FIXED, used));
    };
  }

  /// Whether a study says something about an odds ratio.
  public static boolean informative(TwoArmCounts study) {
    return !study.withoutContrast();
  }

  private static Cluster arms(TwoArmCounts study, boolean level) {
    return arms(
        Binomial.of(study.a(), study.n1()),
        Binomial.of(study.c(), study.n2()),
        new double[] {0, 0},
        level);
  }

  private static Cluster arms(
      Likelihood first, Likelihood second, double[] offsets, boolean level) {
    double[][] design =
        level ? new double[][] {{1, HALF}, {1, -HALF}} : new double[][] {{HALF}, {-HALF}};
    return new Cluster(List.of(first, second), design, offsets, new double[] {HALF, -HALF});
  }

  /// A log ratio of two rates; studies without an event are left out beforehand.
  public static Estimation<MixedFit> rateRatio(SparseModel model, List<TwoArmTimes> studies) {
    double[] sums = new double[4];
    for (TwoArmTimes study : studies) {
      if (study.checked() instanceof Estimation.NotEstimable<TwoArmTimes>(Reason reason)) {
        return Estimation.not(reason);
      }
      sums[0] += study.x1();
      sums[1] += study.t1();
      sums[2] += study.x2();
      sums[3] += study.t2();
    }
    List<TwoArmTimes> used = studies.stream().filter(CountModels::informative).toList();
    if (used.isEmpty()) {
      return Estimation.not(Reason.NO_INFORMATION);
    }
    if (sums[0] == 0 || sums[2] == 0) {
      return Estimation.not(Reason.ARM_WITHOUT_CONTRAST);
    }
    double start = Math.log(sums[0] / sums[1]) - Math.log(sums[2] / sums[3]);
    return switch (model) {
      case CONDITIONAL_EXACT, CONDITIONAL_APPROXIMATE ->
          single(
              used.stream()
                  .map(each ->
                      Cluster.single(
                          Binomial.of(each.x1(), each.x1() + each.x2()),
                          Math.log(each.t1() / each.t2())))
                  .toList(),
              start,
              RandomInterceptModel.SEVEN);
      case UNCONDITIONAL_FIXED ->
          FixedStudyModel.fit(
              used.stream().map(each -> arms(each, false)).toList(),
              used.stream()
                  .mapToDouble(each -> Math.log((each.x1() + each.x2()) / (each.t1() + each.t2())))
                  .toArray(),
              start);
      case UNCONDITIONAL_RANDOM ->
          withQ(
              RandomStudyModel.fit(
                  used.stream().map(each -> arms(each, true)).toList(),
                  Math.log((sums[0] + sums[2]) / (sums[1] + sums[3])),
                  start),
              rateRatio(SparseModel.UNCONDITIONAL_FIXED, used));
    };
  }

  /// Whether a study says something about a ratio of rates.
  public static boolean informative(TwoArmTimes study) {
    return study.x1() + study.x2() > 0;
  }

  private static Cluster arms(TwoArmTimes study, boolean level) {
    return arms(
        Poisson.of(study.x1()),
        Poisson.of(study.x2()),
        new double[] {Math.log(study.t1()), Math.log(study.t2())},
        level);
  }
}
