package org.myocohort.paper.picture;

/// A colour and how much of what is below it shows through.
///
/// @param rgb 0xRRGGBB
/// @param opacity 0 (nothing is seen) to 1 (nothing shows through)
public record Ink(int rgb, double opacity) {
  public Ink {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("an opacity must be in [0, 1] but was " + opacity);
    }
  }
}
