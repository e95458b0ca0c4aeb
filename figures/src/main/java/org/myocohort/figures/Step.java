package org.myocohort.figures;

/// A value that held for a while, drawn as one step of an area.
///
/// @param from when it began to hold
/// @param to when it ceased
/// @param value the value
/// @param mark title and row
public record Step(double from, double to, double value, Mark mark) {
  public Step {
    Finite.requireOrder("the step", from, to, mark);
    Finite.require("the value", value, mark);
  }
}
