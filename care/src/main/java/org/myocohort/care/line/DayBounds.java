package org.myocohort.care.line;

import org.jspecify.annotations.Nullable;

/// A number of days as far as the dates tell.
///
/// @param least at least
/// @param most at most, null where a date is not known at all
public record DayBounds(long least, @Nullable Long most) {
  /// Whether the number is certain.
  public boolean isExact() {
    return most != null && most == least;
  }
}
