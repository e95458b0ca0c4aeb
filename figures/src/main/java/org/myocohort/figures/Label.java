package org.myocohort.figures;

import java.util.List;

/// A text on one line at a place.
///
/// @param text what is written
/// @param x the place of the anchor
/// @param y the base line
/// @param anchor which end of the text stands at `x`
/// @param style size, weight, colour
/// @param full the whole text where `text` is shortened, else the same
/// @param haloed whether a white rim keeps the text legible on lines
public record Label(
    String text, double x, double y, Anchor anchor, TextStyle style, String full, boolean haloed) {
  // Cap height and descender of Helvetica and its like are near 0.72 and 0.21 of the size.
  private static final double ASCENT = 0.76;
  private static final double DESCENT = 0.22;

  /// A text in full.
  public static Label of(String text, double x, double y, Anchor anchor, TextStyle style) {
    return new Label(text, x, y, anchor, style, text, false);
  }

  /// A text whose middle height is at `middle`.
  public static Label centred(
      String text, double x, double middle, Anchor anchor, TextStyle style) {
    return of(text, x, middle + 0.35 * style.size(), anchor, style);
  }

  /// The same label, shortened to a width; its full text then shows on pointing at it.
  public Label within(double available) {
    return new Label(
        TextWidths.truncate(full, available, style), x, y, anchor, style, full, haloed);
  }

  /// The same label with a white rim.
  public Label withHalo() {
    return new Label(text, x, y, anchor, style, full, true);
  }

  /// The room that the label takes.
  public Box box() {
    double width = TextWidths.width(text, style);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    return new Box(left, y - ASCENT * style.size(), left + width, y + DESCENT * style.size());
  }

  /// Adds the label to what is drawn, unless there is nothing to write.
  public void addTo(List<Svg> drawn) {
    if (!text.isBlank()) {
      drawn.add(draw());
    }
  }

  /// The label as an element.
  public Svg draw() {
    Svg element = Svg.element("text").set("x", x).set("y", y);
    if (anchor != Anchor.START) {
      element.set("text-anchor", anchor.value());
    }
    element.set("font-size", style.size());
    if (style.bold()) {
      element.set("font-weight", "bold");
    }
    element.set("fill", style.colour());
    if (haloed) {
      element
          .set("stroke", Grey.WHITE)
          .set("stroke-width", 0.22 * style.size())
          .set("stroke-linejoin", "round")
          .set("paint-order", "stroke");
    }
    element.content(text);
    return text.equals(full) ? element : element.add(Svg.element("title").content(full));
  }
}
