package org.myocohort.statistics.meta.pooling;

import java.util.Arrays;
import java.util.Objects;
import org.myocohort.statistics.meta.numeric.Maximiser;
import org.myocohort.statistics.meta.pooling.Regression.Fit;

/// Estimates the variance between studies of one data set, in its scaled unit.
final class TauSquaredEstimator {
  private static final int ITERATIONS = 200;
  private static final double TOLERANCE = 1e-13;

  /// Beyond this the weights lose their digits.
  private static final double LARGEST = 1e100;

  /// The likelihood is looked at in these places for a second peak, in units of the variances.
  private static final double[] PLACES = new double[32];

  static {
    for (int i = 1; i < PLACES.length; i++) {
      PLACES[i] = Math.pow(10, -4 + 0.3 * i);
    }
  }

  private final Regression data;
  private final double freedom;

  TauSquaredEstimator(Regression data) {
    this.data = data;
    this.freedom = data.studies - data.coefficients;
  }

  /// An estimate.
  ///
  /// @param tauSquared the variance
  /// @param standardError of it, NaN where the method has none
  record Estimate(double tauSquared, double standardError) {}

  private Fit fit(double tauSquared) {
    // The design was found to have full rank before; weights above 0 do not change that.
    return Objects.requireNonNull(data.fit(tauSquared));
  }

  Estimate estimate(TauSquaredMethod method) {
    if (freedom <= 0) {
      return new Estimate(0, Double.NaN);
    }
    Estimate estimate = raw(method);
    return estimate.tauSquared < LARGEST ? estimate : new Estimate(0, Double.NaN);
  }

  private Estimate raw(TauSquaredMethod method) {
    return switch (method) {
      case EQUAL_EFFECTS -> new Estimate(0, Double.NaN);
      case DERSIMONIAN_LAIRD -> {
        Fit fit = fit(0);
        double trace = data.traceP(fit);
        double value = Math.max(0, (fit.rss() - freedom) / trace);
        yield new Estimate(value, momentError(fit, value, trace));
      }
      case HUNTER_SCHMIDT -> {
        Fit fit = fit(0);
        double sum = Arrays.stream(fit.weights()).sum();
        double value = Math.max(0, (fit.rss() - data.studies) / sum);
        yield new Estimate(value, momentError(fit, value, sum));
      }
      case HEDGES -> hedges();
      case SIDIK_JONKMAN -> sidikJonkman();
      case PAULE_MANDEL -> {
        double value = generalisedQ(freedom);
        double sum = Arrays.stream(fit(value).weights()).sum();
        double k = data.studies;
        yield new Estimate(value, Math.sqrt(2 * k * k / freedom) / sum);
      }
      case MAXIMUM_LIKELIHOOD -> likelihood(false);
      case RESTRICTED_MAXIMUM_LIKELIHOOD -> likelihood(true);
    };
  }

  /// The standard error of a moment estimator with weights `1/v`, given its tau2.
  private double momentError(Fit fit, double tauSquared, double divisor) {
    double[] one = ones();
    double trace = data.traceP(fit);
    double squares = data.tracePdPe(fit, one, one);
    return Math.sqrt(2 * freedom + 4 * tauSquared * trace + 2 * tauSquared * tauSquared * squares)
        / divisor;
  }

  private double[] ones() {
    double[] one = new double[data.studies];
    Arrays.fill(one, 1);
    return one;
  }

  private Estimate hedges() {
    Fit fit = Objects.requireNonNull(data.fit(ones()));
    double[] v = data.variances;
    double value = Math.max(0, (fit.rss() - data.tracePd(fit, v)) / freedom);
    double variance =
        2 * data.tracePdPe(fit, v, v)
            + 4 * value * data.tracePdPe(fit, v, ones())
            + 2 * value * value * freedom;
    return new Estimate(value, Math.sqrt(variance) / freedom);
  }

  private Estimate sidikJonkman() {
    double mean = Arrays.stream(data.effects).average().orElse(0);
    double sum = 0;
    for (double effect : data.effects) {
      sum += (effect - mean) * (effect - mean);
    }
    double first = sum / data.studies;
    if (first == 0) {
      return new Estimate(0, Double.NaN);
    }
    Fit fit = fit(first);
    double value = first * fit.rss() / freedom;
    double[] v = data.variances;
    double[] one = ones();
    double variance =
        2 * data.tracePdPe(fit, v, v)
            + 4 * value * data.tracePdPe(fit, v, one)
            + 2 * value * value * data.tracePdPe(fit, one, one);
    return new Estimate(value, first / freedom * Math.sqrt(variance));
  }

  /// The tau2 at which the generalised Q reaches a value; 0 where it is below from the start.
  ///
  /// Q falls and is convex in tau2, so Newton's steps from 0 come from the left and never overshoot
  /// (DerSimonian R, Kacker R. Contemp Clin Trials 2007;28:105-114, doi:10.1016/j.cct.2006.04.004).
  double generalisedQ(double target) {
    double tauSquared = 0;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      Fit fit = fit(tauSquared);
      double step = (fit.rss() - target) / data.squaredScores(fit);
      if (!(step > TOLERANCE * tauSquared) || !Double.isFinite(step)) {
        break;
      }
      tauSquared += step;
    }
    return tauSquared;
  }

  private Estimate likelihood(boolean restricted) {
    double start = Math.max(estimate(TauSquaredMethod.DERSIMONIAN_LAIRD).tauSquared, 0);
    double best = scoring(Math.max(start, hedges().tauSquared), restricted);
    double reached = logLikelihood(best, restricted);
    for (int i = 0; i < PLACES.length; i++) {
      if (logLikelihood(PLACES[i], restricted) > reached + 1e-9) {
        double low = i == 0 ? 0 : PLACES[i - 1];
        double high = i + 1 < PLACES.length ? PLACES[i + 1] : PLACES[i] * 1e6;
        double peak = Maximiser.between(value -> logLikelihood(value, restricted), low, high);
        double polished = scoring(peak, restricted);
        best =
            logLikelihood(polished, restricted) >= logLikelihood(peak, restricted)
                ? polished
                : peak;
        reached = logLikelihood(best, restricted);
      }
    }
    return new Estimate(best, Math.sqrt(2 / information(fit(best), restricted)));
  }

  /// Twice the expected information of tau2.
  private double information(Fit fit, boolean restricted) {
    if (restricted) {
      double[] one = ones();
      return data.tracePdPe(fit, one, one);
    }
    return Arrays.stream(fit.weights()).map(weight -> weight * weight).sum();
  }

  /// Fisher scoring; where it does not settle, a bounded search.
  private double scoring(double start, boolean restricted) {
    // Where one study outweighs the others beyond all digits, moments give no start.
    double tauSquared = start < LARGEST ? start : 1;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double step = score(tauSquared, restricted);
      double next = tauSquared + step;
      if (next < 0) {
        if (score(0, restricted) <= 0) {
          return 0;
        }
        next = tauSquared / 2;
      }
      if (!(next < LARGEST)) {
        break;
      }
      if (!(Math.abs(next - tauSquared) > TOLERANCE * (1 + tauSquared))) {
        return next;
      }
      tauSquared = next;
    }
    return Maximiser.between(
        value -> logLikelihood(value, restricted), 0, Math.max(4 * tauSquared, 1));
  }

  private double score(double tauSquared, boolean restricted) {
    Fit fit = fit(tauSquared);
    double trace = restricted ? data.traceP(fit) : Arrays.stream(fit.weights()).sum();
    return (data.squaredScores(fit) - trace) / information(fit, restricted);
  }

  private double logLikelihood(double tauSquared, boolean restricted) {
    Fit fit = fit(tauSquared);
    double sum = 0;
    for (double weight : fit.weights()) {
      sum += Math.log(weight);
    }
    return 0.5 * (sum - fit.rss() - (restricted ? fit.logDeterminant() : 0));
  }

  /// The log-likelihood at a tau2, but for a constant, in the unit of the data.
  double logLikelihoodInUnits(double tauSquared, boolean restricted) {
    double count = restricted ? freedom : data.studies;
    return logLikelihood(tauSquared, restricted)
        - 0.5 * count * Math.log(2 * Math.PI)
        - count * Math.log(data.unit);
  }
}
