package org.myocohort.statistics.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The distinct times of observations with their numbers at risk.
final class RiskTimes {
  private RiskTimes() {}

  /// What happened at one time.
  ///
  /// @param time when
  /// @param atRisk how many were still seen just before
  /// @param events at this time
  /// @param censored at this time
  record At(double time, int atRisk, int events, int censored) {}

  static List<At> of(List<Observation> observations) {
    List<Observation> sorted =
        observations.stream().sorted(Comparator.comparingDouble(Observation::time)).toList();
    List<At> times = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      double time = sorted.get(from).time();
      int to = from;
      int events = 0;
      while (to < sorted.size() && sorted.get(to).time() == time) {
        events += sorted.get(to).event() ? 1 : 0;
        to++;
      }
      times.add(new At(time, sorted.size() - from, events, to - from - events));
      from = to;
    }
    return times;
  }
}
