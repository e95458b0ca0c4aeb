package org.myocohort.figures;

/// Something that lasted, drawn as a horizontal bar.
///
/// @param track bars of one track share a row where they do not overlap
/// @param from when it began
/// @param to when it ended, or how far it is known to go on
/// @param ongoing whether it goes on, drawn as an arrow head
/// @param level its height as a share of the highest, in (0, 1]
/// @param label its text, inside the bar where it fits, else beside; empty for none
/// @param note a text behind it, such as why it ended; empty for none
/// @param hue colour
/// @param mark title and row
public record Bar(
    String track,
    double from,
    double to,
    boolean ongoing,
    double level,
    String label,
    String note,
    Hue hue,
    Mark mark) {
  public Bar {
    Finite.requireOrder("the bar", from, to, mark);
    if (!(level > 0 && level <= 1)) {
      throw new IllegalArgumentException(
          "the level of mark '" + mark.title() + "' must be in (0, 1] but was " + level);
    }
  }

  /// A bar of full height that ended, on a track named like its label.
  public static Bar of(double from, double to, String label, Hue hue, Mark mark) {
    return new Bar(label, from, to, false, 1, label, "", hue, mark);
  }

  /// The same bar, going on.
  public Bar asOngoing() {
    return new Bar(track, from, to, true, level, label, note, hue, mark);
  }

  /// The same bar with a text behind it.
  public Bar noted(String text) {
    return new Bar(track, from, to, ongoing, level, label, text, hue, mark);
  }

  /// The same bar at a share of the full height.
  public Bar atLevel(double share) {
    return new Bar(track, from, to, ongoing, share, label, note, hue, mark);
  }

  /// The same bar on another track.
  public Bar onTrack(String name) {
    return new Bar(name, from, to, ongoing, level, label, note, hue, mark);
  }
}
