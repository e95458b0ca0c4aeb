package org.myocohort.figures;

/// Size, weight and colour of a text.
///
/// @param size font size in the figure's units
/// @param bold whether the letters are bold
/// @param colour an RGB colour such as `#000000`
public record TextStyle(double size, boolean bold, String colour) {
  public TextStyle {
    if (!(size > 0 && size <= 1000)) {
      throw new IllegalArgumentException("a font size must be in (0, 1000] but was " + size);
    }
  }

  /// Distance between two lines of this text.
  public double lineHeight() {
    return size * 1.25;
  }
}
