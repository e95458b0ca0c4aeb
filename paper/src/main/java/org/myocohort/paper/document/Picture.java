package org.myocohort.paper.document;

/// A figure with its caption.
///
/// @param number such as `1` or `S2`; empty for a picture without one
/// @param caption what stands below it
/// @param alternative what it shows, for who does not see it
/// @param svg the figure as the module `figures` writes it
/// @param widthMillimetres how wide it stands on the page; narrower where the page is
public record Picture(
    String number, String caption, String alternative, String svg, double widthMillimetres)
    implements Block {
  public Picture {
    if (alternative.isBlank()) {
      throw new IllegalArgumentException(
          "a picture must have an alternative text: " + (caption.isBlank() ? number : caption));
    }
    if (!(widthMillimetres >= 10 && widthMillimetres <= 1000)) {
      throw new IllegalArgumentException(
          "a picture's width must be in [10, 1000] mm but was " + widthMillimetres);
    }
  }
}
