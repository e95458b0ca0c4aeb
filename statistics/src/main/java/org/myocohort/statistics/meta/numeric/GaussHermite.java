package org.myocohort.statistics.meta.numeric;

/// Nodes and weights of Gauss-Hermite quadrature for the weight `exp(-x^2)`.
///
/// - **Source:** Golub GH, Welsch JH. Calculation of Gauss quadrature rules. Math Comput
///   1969;23:221-230, doi:10.2307/2004418; here by Newton's iterations on the orthonormal Hermite
///   recurrence.
public final class GaussHermite {
  private static final double NORM = Math.pow(Math.PI, -0.25);

  private final double[] nodes;
  private final double[] logWeights;

  private GaussHermite(double[] nodes, double[] logWeights) {
    this.nodes = nodes;
    this.logWeights = logWeights;
  }

  /// A rule of the given number of points, 1 to 60.
  public static GaussHermite of(int points) {
    if (!(points >= 1 && points <= 60)) {
      throw new IllegalArgumentException("points must be in [1, 60] but was " + points);
    }
    double[] nodes = new double[points];
    double[] logWeights = new double[points];
    double[] guesses = new double[points];
    for (int index = 0; index < (points + 1) / 2; index++) {
      double x = start(points, index, guesses);
      double slope = 0;
      for (int step = 0; step < 100; step++) {
        double[] value = hermite(points, x);
        slope = value[1];
        double move = value[0] / slope;
        x -= move;
        if (Math.abs(move) < 1e-15 * (1 + Math.abs(x))) {
          break;
        }
      }
      slope = hermite(points, x)[1];
      guesses[index] = x;
      nodes[index] = x;
      nodes[points - 1 - index] = -x;
      logWeights[index] = Math.log(2) - 2 * Math.log(Math.abs(slope));
      logWeights[points - 1 - index] = logWeights[index];
    }
    if (points % 2 == 1) {
      nodes[points / 2] = 0;
    }
    return new GaussHermite(nodes, logWeights);
  }

  private static double start(int points, int index, double[] earlier) {
    double n = points;
    return switch (index) {
      case 0 -> Math.sqrt(2 * n + 1) - 1.85575 * Math.pow(2 * n + 1, -0.16667);
      case 1 -> earlier[0] - 1.14 * Math.pow(n, 0.426) / earlier[0];
      case 2 -> 1.86 * earlier[1] - 0.86 * earlier[0];
      case 3 -> 1.91 * earlier[2] - 0.91 * earlier[1];
      default -> 2 * earlier[index - 1] - earlier[index - 2];
    };
  }

  /// The orthonormal polynomial and its derivative.
  private static double[] hermite(int degree, double x) {
    double current = NORM;
    double before = 0;
    for (int n = 0; n < degree; n++) {
      double next =
          x * Math.sqrt(2.0 / (n + 1)) * current - Math.sqrt((double) n / (n + 1)) * before;
      before = current;
      current = next;
    }
    return new double[] {current, Math.sqrt(2.0 * degree) * before};
  }

  public int points() {
    return nodes.length;
  }

  public double node(int index) {
    return nodes[index];
  }

  public double logWeight(int index) {
    return logWeights[index];
  }
}
