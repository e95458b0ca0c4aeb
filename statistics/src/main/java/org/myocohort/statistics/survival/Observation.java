package org.myocohort.statistics.survival;

/// A time until an event or until the last time seen without it.
///
/// @param time at least 0, in any unit
/// @param event whether the event was seen at that time, else censored
public record Observation(double time, boolean event) {
  public Observation {
    if (!(time >= 0 && Double.isFinite(time))) {
      throw new IllegalArgumentException("time must be at least 0 and finite but was " + time);
    }
  }
}
