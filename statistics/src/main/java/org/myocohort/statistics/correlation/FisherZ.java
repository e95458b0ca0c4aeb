package org.myocohort.statistics.correlation;

import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// Limits of a correlation by Fisher's z.
///
///     limits = tanh( atanh(r) ± z sqrt(variance) )
///
/// - **Special cases:** too few pairs, and a complete correlation (`|r| = 1`; R's `cor.test` gives
///   1 to 1 there): no limits.
/// - **Source:** Fisher RA. Metron 1921;1:3-32.
final class FisherZ {
  private FisherZ() {}

  static void add(
      TestResult.Builder answer, double r, double variance, boolean enough, TestOptions options) {
    if (!enough || Math.abs(r) >= 1) {
      Quantity none = Quantity.missing(enough ? Absence.COMPLETE : Absence.TOO_FEW_VALUES);
      answer.limits(none, none, options.level());
      return;
    }
    double z = Math.log((1 + r) / (1 - r)) / 2;
    double error = Math.sqrt(variance);
    double below = options.alternative().belowLower(options.level());
    double above = options.alternative().aboveUpper(options.level());
    double lower = below > 0 ? Math.tanh(z - NormalApproximation.upperQuantile(below) * error) : -1;
    double upper = above > 0 ? Math.tanh(z + NormalApproximation.upperQuantile(above) * error) : 1;
    answer.limits(lower, upper, options.level());
  }
}
