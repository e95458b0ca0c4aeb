package org.myocohort.figures;

/// A dotted horizontal line with its name at its right end.
///
/// @param value where it lies on the y axis
/// @param label its name; empty for none
public record CutOff(double value, String label) {
  public CutOff {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("cut-off '" + label + "' must be finite but was " + value);
    }
  }
}
