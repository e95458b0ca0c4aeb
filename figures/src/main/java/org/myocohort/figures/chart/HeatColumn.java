package org.myocohort.figures.chart;

/// One column of a heat map.
///
/// @param name above it
/// @param group columns that follow on each other under one heading; empty for none
/// @param count a text beneath it, such as how many have it of how many are known; empty for none
public record HeatColumn(String name, String group, String count) {}
