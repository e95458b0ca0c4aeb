package org.myocohort.cohort.variable;

import java.util.List;

/// Something asked of every member of a cohort.
public sealed interface Variable {

  /// As the plan names it, in its author's words.
  String name();

  /// A number, such as an age or a value at a time.
  ///
  /// @param unit of it, as shown; empty for none
  /// @param source how it is found
  record OfNumber(String name, String unit, NumberSource source) implements Variable {}

  /// Yes, no or not known.
  ///
  /// @param source how it is found
  record OfTruth(String name, TruthSource source) implements Variable {}

  /// How long until an event.
  ///
  /// @param source how it is found
  record OfWaiting(String name, WaitingSource source) implements Variable {}

  /// How many events in how long a time.
  ///
  /// @param source how it is found
  record OfEvents(String name, EventsSource source) implements Variable {}

  /// Values over time.
  ///
  /// @param unit of the values, as shown; empty for none
  /// @param thresholds values that a reader compares with, such as the limits of a response
  /// @param source how it is found
  record OfCourse(String name, String unit, List<Integer> thresholds, CourseSource source)
      implements Variable {
    public OfCourse {
      thresholds = List.copyOf(thresholds);
    }
  }
}
