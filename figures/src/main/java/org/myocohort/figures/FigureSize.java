package org.myocohort.figures;

/// How large a figure is and how large its letters are: on screen in pixels, on paper in
/// millimetres.
///
/// Inside the figure one unit is a CSS pixel on screen and a printer's point (1/72 inch) on paper,
/// so a font size is what the reader sees.
///
/// @param width width in units
/// @param height height in units; 0 until the layout knows it
/// @param fontSize size of ordinary labels in units
/// @param smallFontSize size of secondary labels in units
/// @param paper whether a unit is a printer's point
public record FigureSize(
    double width, double height, double fontSize, double smallFontSize, boolean paper) {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  public FigureSize {
    if (!(width >= 60 && width <= 10_000)) {
      throw new IllegalArgumentException(
          "a figure's width must be in [60, 10000] units but was " + width);
    }
    if (!(height >= 0) || height > 1_000_000) {
      throw new IllegalArgumentException(
          "a figure's height must be in [0, 1000000] units but was " + height);
    }
    if (!(fontSize >= 7 && smallFontSize >= 7 && fontSize <= 30 && smallFontSize <= fontSize)) {
      throw new IllegalArgumentException(
          "font sizes must be in [7, 30] but were " + fontSize + " and " + smallFontSize);
    }
  }

  /// For a page: width in CSS pixels.
  public static FigureSize screen(double pixels) {
    return new FigureSize(pixels, 0, 11.5, 10.5, false);
  }

  /// For a journal: width in millimetres, usually 84 (one column) or 174 (two columns); letters of
  /// 8 and 7 points.
  public static FigureSize print(double millimetres) {
    return new FigureSize(millimetres * POINTS_PER_MILLIMETRE, 0, 8, 7, true);
  }

  /// The same size with a height in units.
  public FigureSize withHeight(double newHeight) {
    return new FigureSize(width, newHeight, fontSize, smallFontSize, paper);
  }

  /// Lengths of the layout are given for an 11.5 pixel font and follow the font.
  public double scaled(double length) {
    return length * fontSize / 11.5;
  }

  /// An ordinary label.
  public TextStyle text(String colour) {
    return new TextStyle(fontSize, false, colour);
  }

  /// A name.
  public TextStyle bold(String colour) {
    return new TextStyle(fontSize, true, colour);
  }

  /// A secondary label.
  public TextStyle small(String colour) {
    return new TextStyle(smallFontSize, false, colour);
  }

  /// A label in a bar or beside a point.
  public TextStyle smallBold(String colour) {
    return new TextStyle(smallFontSize, true, colour);
  }

  String outer(double length) {
    return paper ? Svg.number(length / POINTS_PER_MILLIMETRE) + "mm" : Svg.number(length);
  }
}
