package org.myocohort.care.summary;

import java.math.BigDecimal;
import java.util.List;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;

/// The one picture of a summary: a course, with words in place of a scale.
///
/// @param title what it shows
/// @param description the same in a sentence, for those who cannot see it
/// @param levels what the heights mean, from the lowest up; they touch each other
/// @param dots in order of time, all on one scale of time; at least two
public record Picture(String title, String description, List<Level> levels, List<Dot> dots) {
  public Picture {
    levels = List.copyOf(levels);
    dots = List.copyOf(dots);
    if (dots.size() < 2) {
      throw new IllegalArgumentException("a picture needs at least 2 dots but had " + dots.size());
    }
  }

  /// A range of heights.
  ///
  /// @param words what it means, such as `much better`
  public record Level(String words, BigDecimal from, BigDecimal to) {}

  /// One value.
  ///
  /// @param when in words
  /// @param row where the value stands
  public record Dot(Moment at, String when, BigDecimal value, RowReference row) {}
}
