package org.myocohort.care.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.record.CourseSpan;
import org.myocohort.patient.Treatment;

/// One time on a drug: courses without a gap that would make the next a restart.
///
/// @param agent the drug's code, `glucocorticoid` for all of them
/// @param courses in order of their start
/// @param span when it ran
/// @param days how many days of it the drug was taken, up to the day of the question
/// @param isRestart whether the drug had been given before
/// @param reason why it ended
/// @param reasonAt the course that gives or lacks the reason, null while it goes on
public record Exposure(
    String agent,
    List<Treatment> courses,
    CourseSpan span,
    DayBounds days,
    boolean isRestart,
    StopReason reason,
    @Nullable Treatment reasonAt) {
  public Exposure {
    courses = List.copyOf(courses);
  }

  /// The course with which it began.
  public Treatment first() {
    return courses.getFirst();
  }
}
