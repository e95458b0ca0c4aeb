package org.myocohort.figures.chart;

import org.myocohort.figures.Finite;
import org.myocohort.figures.Mark;

/// A stretch of a swimmer's bar.
///
/// @param from when it began
/// @param to when it ended, or how far it is known to go on
/// @param kind what it stands for; the legend names each kind once
/// @param label a text in the bar, where it fits; empty for none
/// @param mark title and row
public record Segment(double from, double to, Kind kind, String label, Mark mark) {
  public Segment {
    Finite.requireOrder("the segment", from, to, mark);
  }

  /// A stretch without a text.
  public static Segment of(double from, double to, Kind kind, Mark mark) {
    return new Segment(from, to, kind, "", mark);
  }

  /// The same stretch with a text.
  public Segment labelled(String text) {
    return new Segment(from, to, kind, text, mark);
  }
}
