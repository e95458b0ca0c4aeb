package org.myocohort.figures;

/// Something that happened, drawn as a symbol with a text.
///
/// @param x when
/// @param label what, in few words
/// @param symbol shape
/// @param hue colour
/// @param mark title and row
public record Event(double x, String label, Symbol symbol, Hue hue, Mark mark) {
  public Event {
    Finite.require("x", x, mark);
  }
}
