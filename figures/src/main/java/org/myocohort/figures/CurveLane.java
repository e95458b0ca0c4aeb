package org.myocohort.figures;

import java.util.List;
import java.util.stream.DoubleStream;

/// Curves over time on a linear or logarithmic scale.
///
/// @param title what the lane shows
/// @param subtitle unit and reading aid; empty for none
/// @param scale the y axis
/// @param series the curves
/// @param bands reference bands behind them
/// @param cutOffs dotted lines
/// @param tickValues values labelled at the left; none for the two ends of the scale
/// @param height height of the plot, 40 for a small lane and 120 for one that matters, in pixels at
///   the font size of a page
public record CurveLane(
    String title,
    String subtitle,
    Scale scale,
    List<Series> series,
    List<Band> bands,
    List<CutOff> cutOffs,
    List<Double> tickValues,
    double height)
    implements Lane {
  public CurveLane {
    series = List.copyOf(series);
    bands = List.copyOf(bands);
    cutOffs = List.copyOf(cutOffs);
    tickValues = List.copyOf(tickValues);
    if (!(height >= 20 && height <= 1000)) {
      throw new IllegalArgumentException(
          "the height of lane '" + title + "' must be in [20, 1000] but was " + height);
    }
  }

  /// A small lane without bands and cut-offs.
  public static CurveLane of(String title, String subtitle, Scale scale, List<Series> series) {
    return new CurveLane(title, subtitle, scale, series, List.of(), List.of(), List.of(), 44);
  }

  /// The same lane with reference bands.
  public CurveLane withBands(List<Band> newBands) {
    return new CurveLane(title, subtitle, scale, series, newBands, cutOffs, tickValues, height);
  }

  /// The same lane with dotted lines.
  public CurveLane withCutOffs(List<CutOff> newCutOffs) {
    return new CurveLane(title, subtitle, scale, series, bands, newCutOffs, tickValues, height);
  }

  /// The same lane with other values labelled at the left.
  public CurveLane withTicks(List<Double> values) {
    return new CurveLane(title, subtitle, scale, series, bands, cutOffs, values, height);
  }

  /// The same lane at another height.
  public CurveLane withHeight(double pixels) {
    return new CurveLane(title, subtitle, scale, series, bands, cutOffs, tickValues, pixels);
  }

  @Override
  public boolean isEmpty() {
    return series.stream().allMatch(each -> each.data().isEmpty());
  }

  @Override
  public DoubleStream times() {
    return series.stream().flatMapToDouble(each -> each.data().stream().mapToDouble(Datum::x));
  }

  @Override
  public List<Mark> marks() {
    return series.stream().flatMap(each -> each.data().stream().map(Datum::mark)).toList();
  }
}
