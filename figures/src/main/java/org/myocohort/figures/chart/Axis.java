package org.myocohort.figures.chart;

import org.myocohort.figures.Scale;

/// An axis with its name.
///
/// @param title name and unit; empty for none
/// @param scale linear, logarithmic or months around day 0
public record Axis(String title, Scale scale) {}
