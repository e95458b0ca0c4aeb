package org.myocohort.figures;

/// The greys of every figure, from the text that matters to the grid that must not.
public final class Grey {
  /// Titles.
  public static final String INK = "#1B2733";

  /// Ordinary and secondary text; contrast on white 6.3:1.
  public static final String TEXT = "#52606D";

  /// Day 0 and the axis lines; at least 3:1.
  public static final String LINE = "#3B4752";

  /// Dotted cut-off lines; at least 3:1.
  public static final String CUT_OFF = "#7B8794";

  /// Lines that only lead from a label to its line.
  public static final String LEADER = "#A5B0BB";

  /// Lines of others behind the one that a panel shows.
  public static final String BEHIND = "#C9D0D7";

  /// Grid and lane base lines.
  public static final String GRID = "#E3E7EB";

  /// The ground.
  public static final String WHITE = "#FFFFFF";

  /// Reference bands.
  public static final String BAND = "#E5F2E9";

  private Grey() {}
}
