package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// `x` events of `n` participants.
///
///     PLO = ln(x/(n - x)),  v = 1/x + 1/(n - x)
///     PR = x/n,             v = p q/n
///     PLN = ln(x/n),        v = 1/x - 1/n
///     PAS = asin sqrt(x/n), v = 1/(4 n)
///     PFT = (asin sqrt(x/(n + 1)) + asin sqrt((x + 1)/(n + 1)))/2, v = 1/(4 n + 2)
///
/// - **Zero cells:** 0.5 is added to events and to others where one of them is 0; never for PAS and
///   PFT.
/// - **Source:** Freeman MF, Tukey JW. Transformations related to the angular and the square root.
///   Ann Math Stat 1950;21:607-611, doi:10.1214/aoms/1177729756. Barendregt JJ, Doi SA, Lee YY,
///   Norman RE, Vos T. J Epidemiol Community Health 2013;67:974-978, doi:10.1136/jech-2013-203104.
///
/// @param x events
/// @param n participants
public record OneArmCounts(double x, double n) implements StudyData {
  /// Why these are not counts, where they are not.
  public Estimation<OneArmCounts> checked() {
    if (!StudyData.areCounts(x, n)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    if (x > n) {
      return Estimation.not(Reason.MORE_EVENTS_THAN_PARTICIPANTS);
    }
    return n == 0 ? Estimation.not(Reason.EMPTY_GROUP) : Estimation.of(this);
  }

  @Override
  public double size() {
    return n;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    return checked()
        .then(counts -> {
          double add = zeroCells == ZeroCells.ADD_HALF && (x == 0 || x == n) ? 0.5 : 0;
          return switch (measure) {
            case PLO, PR, PLN -> corrected(measure, x + add, n + 2 * add);
            case PAS -> Effect.of(Math.asin(Math.sqrt(x / n)), 1 / (4 * n));
            case PFT ->
                Effect.of(
                    (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1))))
                        / 2,
                    1 / (4 * n + 2));
            default -> StudyData.doesNotFit();
          };
        });
  }

  private static Estimation<Effect> corrected(EffectMeasure measure, double x, double n) {
    if (measure == EffectMeasure.PR) {
      return Effect.of(x / n, x / n * (n - x) / n / n);
    }
    if (x == 0 || (x == n && measure == EffectMeasure.PLO)) {
      return Estimation.not(Reason.ZERO_CELL);
    }
    return measure == EffectMeasure.PLO
        ? Effect.of(Math.log(x) - Math.log(n - x), 1 / x + 1 / (n - x))
        : Effect.of(Math.log(x / n), 1 / x - 1 / n);
  }
}
