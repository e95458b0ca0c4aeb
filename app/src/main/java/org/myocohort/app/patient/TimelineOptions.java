package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What a reader chose to see of a timeline.
///
/// @param dayZero code of a [DayZero]; empty, or one that the patient does not have, for the first
///   choice
/// @param linear whether quantities that span decades get a linear axis too
/// @param lanes codes of the lanes to draw, in the timeline's order; empty for the usual ones
public record TimelineOptions(String dayZero, boolean linear, List<String> lanes) {
  private static final int LONGEST = 100;

  /// The usual timeline.
  public static final TimelineOptions USUAL = new TimelineOptions("", false, List.of());

  public TimelineOptions {
    lanes = List.copyOf(lanes);
  }

  /// Reads what somebody asked for; what no lane is called is left out.
  public static TimelineOptions of(String dayZero, boolean linear, Collection<String> lanes) {
    List<String> known = new ArrayList<>(Lanes.ALL);
    known.retainAll(lanes);
    return new TimelineOptions(dayZero.length() > LONGEST ? "" : dayZero, linear, known);
  }

  /// Whether a lane is drawn where its quantity was measured.
  public boolean draws(String lane) {
    return lanes.isEmpty() ? Lanes.USUAL.contains(lane) : lanes.contains(lane);
  }
}
