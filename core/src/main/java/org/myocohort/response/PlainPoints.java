package org.myocohort.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.instrument.Points;

/// A measure's row of the table of points in whole numbers. The table stands in
/// [TotalImprovementScore].
final class PlainPoints {
  /// All points are multiples of it.
  static final BigDecimal STEP = new BigDecimal("2.5");

  private final int[] upTo;
  private final int[] steps;
  private final List<Points> decided;
  private final List<Points> open;

  PlainPoints(CoreSetMeasure measure) {
    List<BigDecimal> edges = TotalImprovementScore.bandEdges(measure);
    upTo = new int[edges.size()];
    for (int band = 0; band < upTo.length; band++) {
      upTo[band] = edges.get(band).intValueExact();
    }
    List<BigDecimal> points = TotalImprovementScore.bandPoints(measure);
    BigDecimal maximum = points.getLast();
    steps = new int[points.size()];
    decided = new ArrayList<>(steps.length);
    open = new ArrayList<>(steps.length);
    for (int band = 0; band < steps.length; band++) {
      BigDecimal most = points.get(band);
      steps[band] = most.divide(STEP).intValueExact();
      decided.add(Points.of(most, maximum));
      open.add(new Points(points.getFirst(), most, maximum));
    }
  }

  /// The band of an improvement, without dividing. The upper edge belongs to the band.
  int band(long improvement, long range) {
    int band = 0;
    while (band < upTo.length && 100 * improvement > upTo[band] * range) {
      band++;
    }
    return band;
  }

  int lastBand() {
    return upTo.length;
  }

  /// The points of a band, in steps.
  int steps(int band) {
    return steps[band];
  }

  /// The points of a band.
  Points decided(int band) {
    return decided.get(band);
  }

  /// Anything from the points of the first band to those of this one.
  Points open(int band) {
    return open.get(band);
  }
}
