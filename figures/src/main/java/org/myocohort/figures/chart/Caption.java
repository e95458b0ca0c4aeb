package org.myocohort.figures.chart;

/// What every chart carries beside its data.
///
/// @param title the accessible name of the figure; not blank
/// @param description what it shows, in words
/// @param stamp a line that every figure of a study must carry, such as that its data are made up;
///   empty for none
/// @param noData what stands in the place of data where there are none
public record Caption(String title, String description, String stamp, String noData) {
  public Caption {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a chart needs a title; '" + description + "' has none");
    }
  }

  /// A caption without a stamp.
  public static Caption of(String title, String description, String noData) {
    return new Caption(title, description, "", noData);
  }

  /// The same caption with a line that the figure must carry.
  public Caption stamped(String text) {
    return new Caption(title, description, text, noData);
  }
}
