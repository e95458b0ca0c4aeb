package org.myocohort.figures;

/// A colour of Okabe and Ito's palette, which people with colour vision deficiency can tell apart.
///
/// - **Source:** Okabe M, Ito K. Color universal design (CUD), 2008, jfly.uni-koeln.de/color.
public enum Hue {
  BLUE("#0072B2", "#0072B2", "#0072B2"),
  VERMILLION("#D55E00", "#D55E00", "#B04E00"),
  GREEN("#009E73", "#009E73", "#007958"),
  PURPLE("#CC79A7", "#CC79A7", "#A3477A"),
  BLACK("#000000", "#000000", "#000000"),
  ORANGE("#E69F00", "#BD8200", "#8C6100"),
  SKY_BLUE("#56B4E9", "#2E93CC", "#1F729F"),
  YELLOW("#F0E442", "#948A00", "#736B00");

  private static final double ENOUGH_FOR_TEXT = 4.5;

  private final String colour;
  private final String line;
  private final String ink;

  Hue(String colour, String line, String ink) {
    this.colour = colour;
    this.line = line;
    this.ink = ink;
  }

  /// The palette's colour, for areas and symbols.
  public String colour() {
    return colour;
  }

  /// The same hue, dark enough for a line on white (contrast at least 3:1); mostly the colour.
  public String line() {
    return line;
  }

  /// The same hue, dark enough for text on white (contrast at least 4.5:1).
  public String ink() {
    return ink;
  }

  /// White or black, whichever can be read on the colour; white where both can.
  public String textOn() {
    return contrast(colour, Grey.WHITE) >= ENOUGH_FOR_TEXT ? Grey.WHITE : Hue.BLACK.colour;
  }

  /// The contrast of two RGB colours by WCAG 2.2, from 1 to 21.
  static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }
}
