package org.myocohort.figures.chart;

import org.myocohort.figures.FigureSize;

/// A chart: data and texts in, SVG out, the same bytes for the same chart.
public sealed interface Chart
    permits Spaghetti,
        SmallMultiples,
        Swimmer,
        Waterfall,
        BoxPlot,
        PairedLines,
        HeatMap,
        SurvivalCurves,
        Sequences,
        Scatter,
        IntervalPlot {
  /// What it carries beside its data.
  Caption caption();

  /// Width and letters; the height follows from the data.
  FigureSize size();

  /// The same chart at another size.
  Chart sized(FigureSize newSize);

  /// The chart as SVG text.
  ///
  /// @throws IllegalArgumentException where a mark lies outside its horizontal axis
  String render();
}
