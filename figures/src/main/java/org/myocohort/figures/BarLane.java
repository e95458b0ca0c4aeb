package org.myocohort.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Bars, in as many rows as keep them and their texts apart.
///
/// @param title what the lane shows
/// @param subtitle a reading aid; empty for none
/// @param bars kept in the order of their beginning
public record BarLane(String title, String subtitle, List<Bar> bars) implements Lane {
  public BarLane {
    bars = bars.stream().sorted(Comparator.comparingDouble(Bar::from)).toList();
  }

  @Override
  public boolean isEmpty() {
    return bars.isEmpty();
  }

  @Override
  public DoubleStream times() {
    return bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to()));
  }

  @Override
  public List<Mark> marks() {
    return bars.stream().map(Bar::mark).toList();
  }
}
