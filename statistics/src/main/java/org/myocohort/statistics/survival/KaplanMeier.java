package org.myocohort.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Quantity;

/// The product-limit estimate of survival with log-log limits.
///
///     S(t) = prod (1 - d_i / n_i)          over event times t_i <= t
///     se   = S sqrt( sum d_i / (n_i (n_i - d_i)) )                  (Greenwood)
///     limits = S ^ exp( ± z se / (S log S) )
///
/// - **Input:** any number of observations; those censored at an event time are at risk there.
/// - **Result:** a [Step] for each distinct time, censored ones included, as R's `survfit(conf.type
///   = "log-log")`. The median is the first time with S below 1/2; where S is exactly 1/2 over a
///   stretch, its middle, as R; its limits are the same rule on the limits of S. The restricted
///   mean is the area under S up to a time, se as `print(survfit, rmean = )`.
/// - **Special cases:** before the first event and at S = 0 there are no log-log limits; a curve
///   that stays above 1/2 has no median.
/// - **Source:** Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481,
///   doi:10.1080/01621459.1958.10501452. Limits: Kalbfleisch JD, Prentice RL. The statistical
///   analysis of failure time data, 1980. Median: Brookmeyer R, Crowley J. Biometrics
///   1982;38:29-41.
public final class KaplanMeier {
  // R's survfit takes a survival within this of 1/2 for exactly 1/2.
  private static final double HALF = Math.sqrt(Math.ulp(1.0));

  private final int count;
  private final int events;
  private final double level;
  private final List<Step> steps;

  private KaplanMeier(int count, int events, double level, List<Step> steps) {
    this.count = count;
    this.events = events;
    this.level = level;
    this.steps = List.copyOf(steps);
  }

  /// The curve at one of its times.
  ///
  /// @param time when
  /// @param atRisk how many were still seen just before
  /// @param events at this time
  /// @param censored at this time
  /// @param survival after this time
  /// @param standardError of the survival
  /// @param lower limit
  /// @param upper limit
  public record Step(
      double time,
      int atRisk,
      int events,
      int censored,
      double survival,
      Quantity standardError,
      Quantity lower,
      Quantity upper) {}

  /// An estimate of time with its standard error.
  ///
  /// @param value in the unit of the times
  /// @param standardError of it
  /// @param until the time to which the area was taken
  public record RestrictedMean(double value, Quantity standardError, double until) {}

  /// The curve of these observations.
  ///
  /// @param level of the limits
  public static KaplanMeier of(List<Observation> observations, double level) {
    double z = NormalApproximation.upperQuantile((1 - level) / 2);
    List<Step> steps = new ArrayList<>();
    int all = 0;
    double survival = 1;
    double greenwood = 0;
    for (RiskTimes.At at : RiskTimes.of(observations)) {
      all += at.events();
      if (at.events() > 0) {
        survival *= 1 - (double) at.events() / at.atRisk();
        greenwood += (double) at.events() / ((double) at.atRisk() * (at.atRisk() - at.events()));
      }
      boolean inside = survival > 0 && survival < 1;
      double deviate = z * Math.sqrt(greenwood) / Math.log(survival);
      double loglog = Math.log(-Math.log(survival));
      Quantity none = Quantity.missing(survival > 0 ? Absence.NO_EVENT : Absence.COMPLETE);
      steps.add(
          new Step(
              at.time(),
              at.atRisk(),
              at.events(),
              at.censored(),
              survival,
              survival > 0 ? Quantity.of(survival * Math.sqrt(greenwood)) : none,
              inside ? Quantity.of(Math.exp(-Math.exp(loglog - deviate))) : none,
              inside ? Quantity.of(Math.exp(-Math.exp(loglog + deviate))) : none));
    }
    return new KaplanMeier(observations.size(), all, level, steps);
  }

  public int count() {
    return count;
  }

  public int events() {
    return events;
  }

  public double level() {
    return level;
  }

  /// One for each distinct time, in order.
  public List<Step> steps() {
    return steps;
  }

  /// The survival at a time: 1 before the first one.
  public double survivalAt(double time) {
    double survival = 1;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      survival = step.survival();
    }
    return survival;
  }

  public Quantity median() {
    return crossing(step -> Quantity.of(step.survival()));
  }

  public Quantity medianLower() {
    return crossing(Step::lower);
  }

  public Quantity medianUpper() {
    return crossing(Step::upper);
  }

  private interface Curve {
    Quantity at(Step step);
  }

  /// The first time where a curve is at most 1/2, or the middle of the stretch where it equals it.
  private Quantity crossing(Curve curve) {
    for (int i = 0; i < steps.size(); i++) {
      Quantity value = curve.at(steps.get(i));
      if (value.value().isEmpty()) {
        continue;
      }
      double height = value.number();
      if (height < 0.5 + HALF) {
        if (Math.abs(height - 0.5) < HALF) {
          for (int j = i + 1; j < steps.size(); j++) {
            Quantity next = curve.at(steps.get(j));
            if (next.value().isPresent() && next.number() < height) {
              return Quantity.of((steps.get(i).time() + steps.get(j).time()) / 2);
            }
          }
        }
        return Quantity.of(steps.get(i).time());
      }
    }
    return Quantity.missing(Absence.NOT_REACHED);
  }

  /// The area under the curve up to the largest time.
  public RestrictedMean restrictedMean() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("no observation");
    }
    return restrictedMean(steps.getLast().time());
  }

  /// The area under the curve up to a time.
  ///
  ///     se^2 = sum over event times of A_i^2 d_i / (n_i (n_i - d_i)),  A_i the area from t_i on
  public RestrictedMean restrictedMean(double until) {
    List<Step> within = steps.stream().filter(step -> step.time() < until).toList();
    double area = 0;
    double variance = 0;
    double to = until;
    for (int i = within.size() - 1; i >= 0; i--) {
      Step step = within.get(i);
      area += step.survival() * (to - step.time());
      to = step.time();
      if (step.events() > 0 && step.events() < step.atRisk()) {
        variance +=
            area
                * area
                * step.events()
                / ((double) step.atRisk() * (step.atRisk() - step.events()));
      }
    }
    return new RestrictedMean(area + to, Quantity.of(Math.sqrt(variance)), until);
  }
}
