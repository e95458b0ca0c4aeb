package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// Events in two arms: `a` of `a + b` in the first, `c` of `c + d` in the second.
///
///     log RR = ln((a/n1)/(c/n2)),  v = 1/a - 1/n1 + 1/c - 1/n2
///     log OR = ln(ad/(bc)),        v = 1/a + 1/b + 1/c + 1/d
///     RD = a/n1 - c/n2,            v = p1 q1/n1 + p2 q2/n2
///     Peto = (a - E)/V, v = 1/V,   E = n1 m/N, V = n1 n2 m (N - m)/(N^2 (N - 1)), m = a + c
///     AS = asin sqrt(a/n1) - asin sqrt(c/n2), v = 1/(4 n1) + 1/(4 n2)
///
/// - **Zero cells:** see [ZeroCells]; never for AS.
/// - **Source:** Fleiss JL, Berlin JA. Effect sizes for dichotomous data. In: Cooper H, Hedges LV,
///   Valentine JC, eds. The handbook of research synthesis and meta-analysis, 2nd ed, 2009:237-253.
///   Peto: Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Prog Cardiovasc Dis 1985;27:335-371,
///   doi:10.1016/S0033-0620(85)80003-7. AS: Rücker G, Schwarzer G, Carpenter J, Olkin I. Stat Med
///   2009;28:721-738, doi:10.1002/sim.3511.
///
/// @param a events in the first arm
/// @param b participants without an event in the first arm
/// @param c events in the second arm
/// @param d participants without an event in the second arm
public record TwoArmCounts(double a, double b, double c, double d) implements StudyData {
  /// Why these are not counts, where they are not.
  public Estimation<TwoArmCounts> checked() {
    if (b < 0 || d < 0) {
      return Estimation.not(
          a >= 0 && c >= 0 ? Reason.MORE_EVENTS_THAN_PARTICIPANTS : Reason.NOT_A_COUNT);
    }
    if (!StudyData.areCounts(a, b, c, d)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    return a + b == 0 || c + d == 0 ? Estimation.not(Reason.EMPTY_GROUP) : Estimation.of(this);
  }

  public double n1() {
    return a + b;
  }

  public double n2() {
    return c + d;
  }

  /// Whether no participant, or each one, had an event.
  public boolean withoutContrast() {
    return (a == 0 && c == 0) || (b == 0 && d == 0);
  }

  private boolean hasZero() {
    return a == 0 || b == 0 || c == 0 || d == 0;
  }

  @Override
  public double size() {
    return a + b + c + d;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    return checked()
        .then(table ->
            table
                .corrected(zeroCells, measure == EffectMeasure.AS)
                .of(measure, zeroCells == ZeroCells.LEAVE && withoutContrast()));
  }

  private TwoArmCounts corrected(ZeroCells zeroCells, boolean never) {
    return zeroCells == ZeroCells.ADD_HALF && !never && hasZero()
        ? new TwoArmCounts(a + 0.5, b + 0.5, c + 0.5, d + 0.5)
        : this;
  }

  private Estimation<Effect> of(EffectMeasure measure, boolean noInformation) {
    double n1 = n1();
    double n2 = n2();
    double all = n1 + n2;
    double events = a + c;
    return switch (measure) {
      case RR ->
          noInformation && a == 0
              ? Estimation.not(Reason.NO_INFORMATION)
              : a == 0 || c == 0
                  ? Estimation.not(Reason.ZERO_CELL)
                  : Effect.of(Math.log(a / n1) - Math.log(c / n2), b / (a * n1) + d / (c * n2));
      case OR ->
          noInformation
              ? Estimation.not(Reason.NO_INFORMATION)
              : hasZero()
                  ? Estimation.not(Reason.ZERO_CELL)
                  : Effect.of(
                      Math.log(a) - Math.log(b) - Math.log(c) + Math.log(d),
                      1 / a + 1 / b + 1 / c + 1 / d);
      case RD -> Effect.of(a / n1 - c / n2, a * b / cube(n1) + c * d / cube(n2));
      case PETO -> {
        if (noInformation) {
          yield Estimation.not(Reason.NO_INFORMATION);
        }
        double variance = n1 / all * n2 / all * events * (all - events) / (all - 1);
        yield Effect.of((a - n1 * events / all) / variance, 1 / variance);
      }
      case AS ->
          Effect.of(
              Math.asin(Math.sqrt(a / n1)) - Math.asin(Math.sqrt(c / n2)),
              1 / (4 * n1) + 1 / (4 * n2));
      default -> StudyData.doesNotFit();
    };
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
