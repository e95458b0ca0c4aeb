package org.myocohort.figures;

/// A labelled value of an axis.
///
/// @param value where it stands
/// @param label what is written
public record Tick(double value, String label) {}
