package org.myocohort.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Events with their texts, in as many rows as keep the texts apart.
///
/// @param title what the lane shows
/// @param subtitle a reading aid; empty for none
/// @param events kept in the order of time
public record EventLane(String title, String subtitle, List<Event> events) implements Lane {
  public EventLane {
    events = events.stream().sorted(Comparator.comparingDouble(Event::x)).toList();
  }

  @Override
  public boolean isEmpty() {
    return events.isEmpty();
  }

  @Override
  public DoubleStream times() {
    return events.stream().mapToDouble(Event::x);
  }

  @Override
  public List<Mark> marks() {
    return events.stream().map(Event::mark).toList();
  }
}
