package org.myocohort.statistics.meta.sparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.StudyData;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.TwoArmTimes;
import org.myocohort.statistics.meta.effect.ZeroCells;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// Mantel and Haenszel's weights; no cell is corrected for the pooling.
///
///     OR = R/S, R = sum a d/N, S = sum b c/N
///     RR = R/S, R = sum a n2/N, S = sum c n1/N
///     RD = sum (a n2 - c n1)/N / sum n1 n2/N
///     IRR = R/S, R = sum x1 t2/T, S = sum x2 t1/T
///
/// A study without an event in either arm adds nothing to OR, RR and IRR, as if it were left out;
/// RD keeps it. Q is taken over the studies' effects with 0.5 added where a cell is zero, without
/// those that have no event, or nothing but events, in both arms.
///
/// - **Source:** Mantel N, Haenszel W. J Natl Cancer Inst 1959;22:719-748. Variances: Robins J,
///   Breslow N, Greenland S. Biometrics 1986;42:311-323, doi:10.2307/2531052 (OR); Greenland S,
///   Robins JM. Biometrics 1985;41:55-68, doi:10.2307/2530643 (RR, IRR); Sato T, Greenland S, Robins
///   JM. Biometrics 1989;45:1323-1324 (RD).
public final class MantelHaenszel {
  private static final Optional<Reason> NOTHING = Optional.of(Reason.NO_INFORMATION);

  private MantelHaenszel() {}

  /// Pools tables: OR, RR or RD.
  public static Estimation<PooledEffect> counts(
      EffectMeasure measure, List<TwoArmCounts> studies, double level) {
    for (TwoArmCounts study : studies) {
      Optional<Reason> wrong = study.checked().missing();
      if (wrong.isPresent()) {
        return Estimation.not(wrong.get());
      }
    }
    if (studies.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    return switch (measure) {
      case OR -> oddsRatio(studies, level);
      case RR -> riskRatio(studies, level);
      case RD -> riskDifference(studies, level);
      default -> Estimation.not(Reason.MEASURE_DOES_NOT_FIT);
    };
  }

  private static Estimation<PooledEffect> oddsRatio(List<TwoArmCounts> studies, double level) {
    double r = 0;
    double s = 0;
    double pr = 0;
    double both = 0;
    double qs = 0;
    List<Double> weights = new ArrayList<>();
    for (TwoArmCounts study : studies) {
      double n = study.size();
      double p = (study.a() + study.d()) / n;
      double q = (study.b() + study.c()) / n;
      double ri = study.a() * study.d() / n;
      double si = study.b() * study.c() / n;
      r += ri;
      s += si;
      pr += p * ri;
      both += p * si + q * ri;
      qs += q * si;
      weights.add(si);
    }
    if (r == 0 || s == 0) {
      return withoutContrast(r, s);
    }
    double variance = pr / (2 * r * r) + both / (2 * r * s) + qs / (2 * s * s);
    return pooled(EffectMeasure.OR, studies, Math.log(r / s), variance, weights, level);
  }

  private static Estimation<PooledEffect> riskRatio(List<TwoArmCounts> studies, double level) {
    double r = 0;
    double s = 0;
    double top = 0;
    List<Double> weights = new ArrayList<>();
    for (TwoArmCounts study : studies) {
      double n = study.size();
      double events = study.a() + study.c();
      r += study.a() * study.n2() / n;
      s += study.c() * study.n1() / n;
      top += (study.n1() / n * study.n2() / n * events) - study.a() * study.c() / n;
      weights.add(study.c() * study.n1() / n);
    }
    if (r == 0 || s == 0) {
      return withoutContrast(r, s);
    }
    return pooled(EffectMeasure.RR, studies, Math.log(r / s), top / (r * s), weights, level);
  }

  private static Estimation<PooledEffect> riskDifference(List<TwoArmCounts> studies, double level) {
    double top = 0;
    double sum = 0;
    double p = 0;
    double q = 0;
    List<Double> weights = new ArrayList<>();
    for (TwoArmCounts study : studies) {
      double n = study.size();
      double n1 = study.n1();
      double n2 = study.n2();
      double weight = n1 * n2 / n;
      top += (study.a() * n2 - study.c() * n1) / n;
      sum += weight;
      p +=
          study.c() * (n1 / n) * (n1 / n)
              - study.a() * (n2 / n) * (n2 / n)
              + (n1 / n) * (n2 / n) * (n2 - n1) / 2;
      q += (study.a() * (n2 - study.c()) / n + study.c() * (n1 - study.a()) / n) / 2;
      weights.add(weight);
    }
    double difference = top / sum;
    double variance = (difference * p + q) / (sum * sum);
    return variance > 0
        ? pooled(EffectMeasure.RD, studies, difference, variance, weights, level)
        : Estimation.not(Reason.VARIANCE_ZERO);
  }

  private static Estimation<PooledEffect> withoutContrast(double r, double s) {
    return Estimation.not(r == s ? Reason.NO_INFORMATION : Reason.ARM_WITHOUT_CONTRAST);
  }

  /// Pools rates: IRR.
  public static Estimation<PooledEffect> rates(List<TwoArmTimes> studies, double level) {
    double r = 0;
    double s = 0;
    double top = 0;
    List<Double> weights = new ArrayList<>();
    for (TwoArmTimes study : studies) {
      Optional<Reason> wrong = study.checked().missing();
      if (wrong.isPresent()) {
        return Estimation.not(wrong.get());
      }
      double t = study.t1() + study.t2();
      r += study.x1() * (study.t2() / t);
      s += study.x2() * (study.t1() / t);
      top += (study.x1() + study.x2()) * (study.t1() / t) * (study.t2() / t);
      weights.add(study.x2() * (study.t1() / t));
    }
    if (studies.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    if (r == 0 || s == 0) {
      return withoutContrast(r, s);
    }
    return pooled(EffectMeasure.IRR, studies, Math.log(r / s), top / (r * s), weights, level);
  }

  private static Estimation<PooledEffect> pooled(
      EffectMeasure measure,
      List<? extends StudyData> studies,
      double estimate,
      double variance,
      List<Double> weights,
      double level) {
    double q = 0;
    int counted = 0;
    for (StudyData study : studies) {
      if (study.effect(EffectMeasure.OR, ZeroCells.LEAVE).missing().equals(NOTHING)
          || study.effect(EffectMeasure.IRR, ZeroCells.LEAVE).missing().equals(NOTHING)) {
        continue;
      }
      Optional<Effect> effect = study.effect(measure, ZeroCells.ADD_HALF).result();
      if (effect.isPresent()) {
        double away = effect.get().value() - estimate;
        q += away * away / effect.get().variance();
        counted++;
      }
    }
    return ClassicPooling.of(studies.size(), estimate, variance, weights, q, counted, level);
  }
}
