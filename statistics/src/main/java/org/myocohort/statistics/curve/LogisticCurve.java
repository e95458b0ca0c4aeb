package org.myocohort.statistics.curve;

/// The five-parameter logistic curve, rising or falling:
///
///     y = d + (a - d) / (1 + (x/c)^b)^g
///
/// With `g` = 1 it is the four-parameter curve, of which `c` is the dose of the response half way.
///
/// - **Source:** Gottschalk and Dunn, Analytical Biochemistry 2005;343:54-65 (the form; cited from
///   memory, the formula is what is tested).
///
/// @param a the response at dose 0
/// @param b the slope, above 0: the sign of `d - a` says whether the curve rises
/// @param c the scale of the dose, above 0
/// @param d the response to an infinite dose
/// @param g the asymmetry, above 0
public record LogisticCurve(double a, double b, double c, double d, double g) {
  /// Beyond it 1 + e^z is e^z to the last bit.
  private static final double ONE_VANISHES = 40;

  public LogisticCurve {
    if (!(b > 0 && c > 0 && g > 0)) {
      throw new IllegalArgumentException(
          "b, c and g must be above 0 but were " + b + ", " + c + ", " + g);
    }
  }

  public boolean rises() {
    return d > a;
  }

  /// The response to a dose of at least 0.
  public double response(double x) {
    return d + (a - d) * StrictMath.exp(-g * logOfOnePlusPower(x));
  }

  private double logOfPower(double x) {
    return b * (StrictMath.log(x) - StrictMath.log(c));
  }

  private double logOfOnePlusPower(double x) {
    return x == 0 ? 0 : logOfOnePlusExp(logOfPower(x));
  }

  private static double logOfOnePlusExp(double z) {
    return z > ONE_VANISHES ? z : StrictMath.log1p(StrictMath.exp(z));
  }

  /// The derivatives of the response by a, b, c, d and g.
  double[] gradient(double x) {
    double logV = logOfOnePlusPower(x);
    double share = StrictMath.exp(-g * logV);
    double byPower = byLogOfPower(x, logV);
    double logRatio = x == 0 ? 0 : StrictMath.log(x) - StrictMath.log(c);
    return new double[] {
      share, byPower * logRatio, -byPower * b / c, 1 - share, -(a - d) * share * logV
    };
  }

  /// The derivative of the response by the logarithm of the dose.
  double slopeByLogDose(double x) {
    return byLogOfPower(x, logOfOnePlusPower(x)) * b;
  }

  /// The derivative by log((x/c)^b).
  private double byLogOfPower(double x, double logV) {
    return x == 0 ? 0 : -(a - d) * g * StrictMath.exp(logOfPower(x) - (g + 1) * logV);
  }

  /// The dose of a response.
  public Inverse inverse(double y) {
    // The part of the way from d to a that is left.
    double share = (y - d) / (a - d);
    if (!(share < 1)) {
      return new Inverse.Below();
    }
    if (!(share > 0)) {
      return new Inverse.Above();
    }
    double power = StrictMath.expm1(-StrictMath.log(share) / g);
    double dose = c * StrictMath.exp(StrictMath.log(power) / b);
    if (!(dose > 0)) {
      return new Inverse.Below();
    }
    return Double.isInfinite(dose) ? new Inverse.Above() : new Inverse.At(dose);
  }
}
