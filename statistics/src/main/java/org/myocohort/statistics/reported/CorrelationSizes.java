package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.PearsonCorrelation;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;

/// A correlation and its p without a size, against the sizes printed near it.
///
/// The p of a correlation falls with the size, so that the sizes at which the two fit are an
/// interval: one for the correlation as it stands, a wider one for every correlation that rounds to
/// it.
public final class CorrelationSizes {
  private static final int LARGEST = 1_000_000;
  private static final int DIGITS = 3;

  private CorrelationSizes() {}

  /// Sizes from the smallest to the largest; empty where the smallest is above the largest.
  private record Sizes(int smallest, int largest) {
    private boolean has(int n) {
      return smallest <= n && n <= largest;
    }

    private FindingValue value() {
      if (smallest > largest) {
        return new None();
      }
      String end = largest >= LARGEST ? "" : Integer.toString(largest);
      return new Text(smallest == largest ? Integer.toString(smallest) : smallest + "\u2013" + end);
    }
  }

  /// The finding that no near size gives p as it stands.
  ///
  /// @param near the sizes printed near, the nearest first, each at least 1
  /// @param greatest the greatest size printed anywhere: only where even that is too small for p is
  ///   it a warning, since a smaller group may not be printed
  /// @return empty as well where no size of at least three pairs is near
  public static Optional<ReportedFinding> check(
      String id, PrintedNumber r, PrintedProbability p, List<Integer> near, int greatest) {
    BigDecimal size = r.value().abs();
    List<Integer> sizes = near.stream().filter(n -> n >= 3).toList();
    if (sizes.isEmpty() || !p.possible() || size.compareTo(BigDecimal.ONE) > 0) {
      return Optional.empty();
    }
    double asPrinted = size.doubleValue();
    double smallest = size.subtract(r.halfUnit()).max(BigDecimal.ZERO).doubleValue();
    double largest = size.add(r.halfUnit()).min(BigDecimal.ONE).doubleValue();
    Sizes fitting = sizes(asPrinted, asPrinted, p);
    Sizes byRounding = sizes(smallest, largest, p);
    if (sizes.stream().anyMatch(fitting::has)) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>();
    for (int n : sizes) {
      shown.add(
          "n = %d: p = %s (%s\u2013%s)"
              .formatted(
                  n,
                  shown(PearsonCorrelation.p(asPrinted, n)),
                  shown(PearsonCorrelation.p(largest, n)),
                  shown(PearsonCorrelation.p(smallest, n))));
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            greatest < byRounding.smallest()
                ? FindingCode.P_FROM_CORRELATION_SIZES
                : FindingCode.P_FROM_CORRELATION_SIZES_ASKED,
            List.of(Assumption.PEARSON_TWO_SIDED, Assumption.SIZE_PRINTED_NEAR, Assumption.ROUNDED),
            new Printed(r),
            new PrintedP(p),
            new Text(String.join("; ", shown)),
            fitting.value(),
            byRounding.value()));
  }

  private static String shown(double p) {
    return p < 1e-6 ? "<0.000001" : new Recomputed(p, DIGITS).shown().toPlainString();
  }

  /// The sizes at which some correlation between these has the printed p.
  private static Sizes sizes(double smallest, double largest, PrintedProbability p) {
    double pLow = p.interval().lower().doubleValue();
    double pHigh = p.interval().upper().doubleValue();
    // The largest correlation must be able to come below the upper limit of p ...
    int first = firstSize(largest, pHigh);
    // ... and the smallest one must not have fallen below the lower limit.
    int last = pLow <= 0 ? LARGEST : firstSize(smallest, Math.nextDown(pLow)) - 1;
    return new Sizes(first, last);
  }

  /// The smallest size at which the correlation's p is not above the limit.
  private static int firstSize(double r, double limit) {
    if (PearsonCorrelation.p(r, LARGEST) > limit) {
      return LARGEST + 1;
    }
    int low = 2;
    int high = LARGEST;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (PearsonCorrelation.p(r, middle) <= limit) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
