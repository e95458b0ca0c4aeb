package org.myocohort.figures;

import java.util.List;

/// One x-y plot of a [Panel].
///
/// @param yTitle name and unit of the y axis
/// @param y the y axis
/// @param series the curves; two or more are named at their ends
/// @param bands reference bands behind them
/// @param cutOffs dotted lines
public record Plot(
    String yTitle, Scale y, List<Series> series, List<Band> bands, List<CutOff> cutOffs) {
  public Plot {
    series = List.copyOf(series);
    bands = List.copyOf(bands);
    cutOffs = List.copyOf(cutOffs);
  }

  /// A plot without bands and cut-offs.
  public static Plot of(String yTitle, Scale y, List<Series> series) {
    return new Plot(yTitle, y, series, List.of(), List.of());
  }

  /// The same plot with reference bands.
  public Plot withBands(List<Band> newBands) {
    return new Plot(yTitle, y, series, newBands, cutOffs);
  }

  /// The same plot with dotted lines.
  public Plot withCutOffs(List<CutOff> newCutOffs) {
    return new Plot(yTitle, y, series, bands, newCutOffs);
  }

  boolean isEmpty() {
    return series.stream().allMatch(each -> each.data().isEmpty());
  }
}
