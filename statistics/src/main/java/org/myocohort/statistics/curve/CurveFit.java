package org.myocohort.statistics.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/// Fit of a [LogisticCurve] by weighted least squares.
///
/// Starts come from a grid of `b`, `c` and `g`, for each of which `a` and `d` follow linearly; from
/// the best of them the search goes on by Levenberg and Marquardt's method, in the logarithms of
/// `b`, `c` and `g`. Of all ends the one with the smallest sum of squares is taken. Standard errors
/// are those of R's `nls`: from the tangent plane at the solution.
///
/// - **Input:** one dose (at least 0) and one response a point; replicates are points of their own.
/// - **No curve:** see [CurveOutcome.Reason]. Flat is where an F test of the curve against one mean
///   has p above 0.05; a curve with `b` or `g` beyond 1/100 to 100 or `c` more than a thousandfold
///   beyond the doses is not determined. These limits are this project's own.
/// - **Cost:** 20 to 180 ms for a plate of 16 standards on a busy machine.
public final class CurveFit {
  private static final double[] SLOPES = {0.3, 0.5, 0.8, 1.2, 1.8, 2.7, 4, 7};
  private static final double[] ASYMMETRIES = {0.15, 0.35, 1, 2.5, 6};
  private static final double[] SYMMETRIC = {1};
  private static final int MIDPOINTS = 24;
  private static final int STARTS = 6;
  private static final double FLAT_P = 0.05;
  private static final double LARGEST_SHAPE = 100;
  private static final double BEYOND_DOSES = 1000;

  /// A search that did not come to rest this far beyond the doses was on its way out.
  private static final double DRIFTED = 5;

  /// The other curve must be better by this much in Akaike's criterion; this project's own rule.
  private static final double CLEARLY_BETTER = 2;

  /// Below this part of the whole sum of squares a curve is exact, and no other can be better.
  private static final double EXACT = 1e-18;

  /// What rounding leaves of the squares of equal numbers.
  private static final double ROUNDING = 1e-26;

  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final CurveModel model;
  private final Weighting weighting;

  private CurveFit(double[] x, double[] y, CurveModel model, Weighting weighting) {
    this.x = x.clone();
    this.y = y.clone();
    this.model = model;
    this.weighting = weighting;
    weights = Arrays.stream(y).map(weighting::weight).toArray();
  }

  /// Fits one model.
  ///
  /// @throws IllegalArgumentException if there are not as many doses as responses, a dose is below
  ///   0 or a number is not finite
  public static CurveOutcome of(double[] x, double[] y, CurveModel model, Weighting weighting) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "as many doses as responses expected but were " + x.length + " and " + y.length);
    }
    for (int i = 0; i < x.length; i++) {
      if (!(x[i] >= 0) || Double.isInfinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "a dose of at least 0 and a finite response expected but were " + x[i] + ", " + y[i]);
      }
    }
    if (Arrays.stream(x).distinct().count() <= model.parameters()) {
      return new CurveOutcome.NoCurve(CurveOutcome.Reason.TOO_FEW_LEVELS);
    }
    if (weighting != Weighting.NONE && !Arrays.stream(y).allMatch(each -> each > 0)) {
      return new CurveOutcome.NoCurve(CurveOutcome.Reason.NOT_POSITIVE);
    }
    return new CurveFit(x, y, model, weighting).fit();
  }

  /// The four-parameter curve, or the five-parameter one where it is clearly better by Akaike's
  /// criterion with the correction for few points (lower by more than 2).
  public static CurveOutcome best(double[] x, double[] y, Weighting weighting) {
    CurveOutcome four = of(x, y, CurveModel.FOUR_PARAMETERS, weighting);
    if (four instanceof CurveOutcome.NoCurve(CurveOutcome.Reason reason)
        && reason != CurveOutcome.Reason.NOT_CONVERGED
        && reason != CurveOutcome.Reason.NOT_DETERMINED) {
      return four;
    }
    CurveOutcome five = of(x, y, CurveModel.FIVE_PARAMETERS, weighting);
    return switch (five) {
      case CurveOutcome.NoCurve _ -> four;
      case FittedCurve fitted -> four instanceof FittedCurve other ? better(other, fitted) : five;
    };
  }

  private static FittedCurve better(FittedCurve four, FittedCurve five) {
    double of4 = four.akaike().orElse(Double.NEGATIVE_INFINITY);
    double of5 = five.akaike().orElse(Double.POSITIVE_INFINITY);
    return of5 < of4 - CLEARLY_BETTER ? five : four;
  }

  private CurveOutcome fit() {
    double whole = aroundMean();
    if (whole <= ROUNDING * squares()) {
      return new CurveOutcome.NoCurve(CurveOutcome.Reason.FLAT);
    }
    CurveSearch search = new CurveSearch(x, y, weights, model, EXACT * whole);
    CurveSearch.End best = null;
    CurveSearch.End lowest = null;
    for (LogisticCurve start : starts()) {
      CurveSearch.End end = search.from(start);
      if (lowest == null || end.sumOfSquares() < lowest.sumOfSquares()) {
        lowest = end;
      }
      if (end.rested() && (best == null || end.sumOfSquares() < best.sumOfSquares())) {
        best = end;
      }
    }
    if (lowest == null || isFlat(whole, lowest.sumOfSquares())) {
      return new CurveOutcome.NoCurve(CurveOutcome.Reason.FLAT);
    }
    if (best == null) {
      return new CurveOutcome.NoCurve(
          isWithinBounds(lowest.curve(), DRIFTED)
              ? CurveOutcome.Reason.NOT_CONVERGED
              : CurveOutcome.Reason.NOT_DETERMINED);
    }
    int restOfFreedom = y.length - model.parameters();
    LinearSolution tangent = search.tangent(best.curve());
    if (!isWithinBounds(best.curve(), BEYOND_DOSES) || !tangent.isDetermined()) {
      return new CurveOutcome.NoCurve(CurveOutcome.Reason.NOT_DETERMINED);
    }
    double variance = best.sumOfSquares() / restOfFreedom;
    double[][] covariance = tangent.inverseOfSquare();
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= variance;
      }
    }
    return new FittedCurve(
        best.curve(), model, weighting, y.length, best.sumOfSquares(), covariance);
  }

  private boolean isFlat(double whole, double lowest) {
    int more = model.parameters() - 1;
    int rest = y.length - model.parameters();
    double f = (whole - lowest) / more / (lowest / rest);
    // An exact curve has an infinite F.
    return !Double.isInfinite(f)
        && !(f > 0 && FDistribution.of(more, rest).survivalProbability(f) <= FLAT_P);
  }

  private boolean isWithinBounds(LogisticCurve curve, double beyond) {
    double smallest = smallestPositive();
    double largest = Arrays.stream(x).max().orElseThrow();
    return curve.b() <= LARGEST_SHAPE
        && curve.b() >= 1 / LARGEST_SHAPE
        && curve.g() <= LARGEST_SHAPE
        && curve.g() >= 1 / LARGEST_SHAPE
        && curve.c() <= largest * beyond
        && curve.c() >= smallest / beyond;
  }

  private double smallestPositive() {
    return Arrays.stream(x).filter(each -> each > 0).min().orElseThrow();
  }

  private double squares() {
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += weights[i] * y[i] * y[i];
    }
    return squares;
  }

  /// The weighted sum of squares around the weighted mean.
  private double aroundMean() {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weights[i] * y[i];
      total += weights[i];
    }
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      squares += weights[i] * (y[i] - sum / total) * (y[i] - sum / total);
    }
    return squares;
  }

  private record Start(LogisticCurve curve, double sumOfSquares) {}

  private List<LogisticCurve> starts() {
    double low = StrictMath.log(smallestPositive() / 10);
    double high = StrictMath.log(Arrays.stream(x).max().orElseThrow() * 10);
    List<Start> starts = new ArrayList<>();
    for (double g : model == CurveModel.FOUR_PARAMETERS ? SYMMETRIC : ASYMMETRIES) {
      for (double b : SLOPES) {
        for (int i = 0; i < MIDPOINTS; i++) {
          double c = StrictMath.exp(low + (high - low) * i / (MIDPOINTS - 1));
          Start start = linear(new LogisticCurve(1, b, c, 0, g));
          if (Double.isFinite(start.sumOfSquares())) {
            starts.add(start);
          }
        }
      }
    }
    return starts.stream()
        .sorted(Comparator.comparingDouble(Start::sumOfSquares))
        .limit(STARTS)
        .map(Start::curve)
        .toList();
  }

  /// The best a and d for a curve's shape, whose own run from 1 to 0.
  private Start linear(LogisticCurve shape) {
    double ff = 0;
    double fr = 0;
    double rr = 0;
    double fy = 0;
    double ry = 0;
    double[] share = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double f = shape.response(x[i]);
      double rest = 1 - f;
      share[i] = f;
      ff += weights[i] * f * f;
      fr += weights[i] * f * rest;
      rr += weights[i] * rest * rest;
      fy += weights[i] * f * y[i];
      ry += weights[i] * rest * y[i];
    }
    double determinant = ff * rr - fr * fr;
    double a = (fy * rr - ry * fr) / determinant;
    double d = (ry * ff - fy * fr) / determinant;
    double squares = determinant > 1e-12 * ff * rr ? 0 : Double.NaN;
    for (int i = 0; i < x.length; i++) {
      double away = y[i] - d - (a - d) * share[i];
      squares += weights[i] * away * away;
    }
    return new Start(new LogisticCurve(a, shape.b(), shape.c(), d, shape.g()), squares);
  }
}
