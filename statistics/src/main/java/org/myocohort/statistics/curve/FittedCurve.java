package org.myocohort.statistics.curve;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.ConfidenceInterval;

/// A curve with what the fit tells of it.
public final class FittedCurve implements CurveOutcome {

  /// A parameter of the curve.
  public enum Parameter {
    A,
    B,
    C,
    D,
    G
  }

  private final LogisticCurve curve;
  private final CurveModel model;
  private final Weighting weighting;
  private final int points;
  private final double residualSumOfSquares;
  private final double[][] covariance;

  FittedCurve(
      LogisticCurve curve,
      CurveModel model,
      Weighting weighting,
      int points,
      double residualSumOfSquares,
      double[][] covariance) {
    this.curve = curve;
    this.model = model;
    this.weighting = weighting;
    this.points = points;
    this.residualSumOfSquares = residualSumOfSquares;
    this.covariance = covariance;
  }

  public LogisticCurve curve() {
    return curve;
  }

  public CurveModel model() {
    return model;
  }

  public Weighting weighting() {
    return weighting;
  }

  /// How many responses it was fitted to.
  public int points() {
    return points;
  }

  public int degreesOfFreedom() {
    return points - model.parameters();
  }

  /// The weighted sum of the squared differences between responses and curve.
  public double residualSumOfSquares() {
    return residualSumOfSquares;
  }

  /// The standard deviation of a response of weight 1 around the curve.
  public double residualStandardDeviation() {
    return Math.sqrt(residualSumOfSquares / degreesOfFreedom());
  }

  /// The standard error of a parameter; that of `g` where it is free.
  public Optional<Double> standardError(Parameter parameter) {
    int index =
        switch (parameter) {
          case A -> 0;
          case B -> 1;
          case C -> 2;
          case D -> 3;
          case G -> 4;
        };
    return index < covariance.length
        ? Optional.of(Math.sqrt(covariance[index][index]))
        : Optional.empty();
  }

  /// Akaike's criterion with the correction for few points, up to what all models of the same
  /// responses and weights share; empty where there are too few points for the correction.
  ///
  ///     n ln(RSS/n) + 2k + 2k(k+1)/(n-k-1),  k parameters and the variance
  public Optional<Double> akaike() {
    int k = model.parameters() + 1;
    int rest = points - k - 1;
    if (rest < 1 || residualSumOfSquares == 0) {
      return Optional.empty();
    }
    return Optional.of(
        points * StrictMath.log(residualSumOfSquares / points) + 2 * k + 2.0 * k * (k + 1) / rest);
  }

  /// Limits for the dose of a mean response, from the scatter of the responses and the uncertainty
  /// of the curve together (delta method, on the logarithm of the dose, t distribution).
  ///
  ///     var(log x) = (var(y)/m + gradient' cov gradient) / (dy/dlog x)²
  ///
  /// @param meanResponse mean of `replicates` responses
  /// @param level such as 0.95
  /// @return empty where no dose gives the response, or the limits are not finite
  public Optional<ConfidenceInterval> doseLimits(
      double meanResponse, int replicates, double level) {
    if (!(curve.inverse(meanResponse) instanceof Inverse.At(double dose))) {
      return Optional.empty();
    }
    double[] gradient = curve.gradient(dose);
    double variance =
        residualSumOfSquares
            / degreesOfFreedom()
            / (weighting.weight(Math.abs(meanResponse)) * replicates);
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        variance += gradient[i] * covariance[i][j] * gradient[j];
      }
    }
    double error = Math.sqrt(variance) / Math.abs(curve.slopeByLogDose(dose));
    double reach =
        error * TDistribution.of(degreesOfFreedom()).inverseSurvivalProbability((1 - level) / 2);
    double lower = dose * StrictMath.exp(-reach);
    double upper = dose * StrictMath.exp(reach);
    return Double.isFinite(upper) && lower > 0
        ? Optional.of(new ConfidenceInterval(lower, upper, level))
        : Optional.empty();
  }
}
