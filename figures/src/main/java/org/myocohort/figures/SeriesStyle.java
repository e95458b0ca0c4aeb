package org.myocohort.figures;

/// How a series looks: in colour by its hue, in grey by its symbol and dash.
///
/// @param hue colour of line and symbol
/// @param symbol shape of the points
/// @param dash pattern of the line
public record SeriesStyle(Hue hue, Symbol symbol, Dash dash) {
  /// A solid line with circles.
  public static SeriesStyle of(Hue hue) {
    return new SeriesStyle(hue, Symbol.CIRCLE, Dash.SOLID);
  }
}
