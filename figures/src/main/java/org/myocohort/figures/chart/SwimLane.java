package org.myocohort.figures.chart;

import java.util.Comparator;
import java.util.List;
import org.myocohort.figures.Event;

/// The bar of one subject.
///
/// @param name at the left of the bar
/// @param segments kept in the order of their beginning; those of one time lie under each other
/// @param events symbols on the bar; their labels are the legend's names
/// @param ongoing whether the last segment goes on, drawn as an arrow
public record SwimLane(String name, List<Segment> segments, List<Event> events, boolean ongoing) {
  public SwimLane {
    segments = segments.stream().sorted(Comparator.comparingDouble(Segment::from)).toList();
    events = events.stream().sorted(Comparator.comparingDouble(Event::x)).toList();
  }
}
