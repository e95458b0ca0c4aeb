package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.figures.Band;

/// The reference band that held at each date: every measurement stands on the limits of its own
/// laboratory, and the band changes half way to the next measurement. Where a measurement names no
/// limit there is no band.
final class ReferenceBands {
  // What a single measurement, or the first and the last, show of their band to either side.
  private static final double MARGIN_MONTHS = 0.5;
  private static final MathContext SHOWN = new MathContext(6);

  /// The limits of one measurement.
  ///
  /// @param month when, from day 0
  /// @param lower limit of normal in the unit of the lane, or null
  /// @param upper limit of normal in the unit of the lane, or null
  record Limits(double month, @Nullable Double lower, @Nullable Double upper) {
    boolean none() {
      return lower == null && upper == null;
    }

    boolean same(Limits other) {
      return Objects.equals(lower, other.lower) && Objects.equals(upper, other.upper);
    }
  }

  private ReferenceBands() {}

  /// The bands of a lane, in order of time.
  static List<Band> of(List<Limits> measured, String unit, Words words) {
    List<Limits> limits = onePerDay(measured);
    List<Band> bands = new ArrayList<>();
    int at = 0;
    while (at < limits.size()) {
      int end = at;
      while (end + 1 < limits.size() && limits.get(end + 1).same(limits.get(at))) {
        end++;
      }
      if (!limits.get(at).none()) {
        double from =
            at == 0 ? limits.get(at).month() - MARGIN_MONTHS : halfway(limits, at - 1, at);
        double to =
            end == limits.size() - 1
                ? limits.get(end).month() + MARGIN_MONTHS
                : halfway(limits, end, end + 1);
        band(limits.get(at), unit, words).map(band -> band.within(from, to)).forEach(bands::add);
      }
      at = end + 1;
    }
    return bands;
  }

  private static double halfway(List<Limits> limits, int first, int second) {
    return (limits.get(first).month() + limits.get(second).month()) / 2;
  }

  /// In order of time; of two of one day, the one that names limits, else the one that stands
  /// first, for a day has one band.
  private static List<Limits> onePerDay(List<Limits> measured) {
    List<Limits> sorted =
        measured.stream()
            .sorted(Comparator.comparingDouble(Limits::month).thenComparing(Limits::none))
            .toList();
    List<Limits> days = new ArrayList<>();
    for (Limits each : sorted) {
      if (days.isEmpty() || days.getLast().month() < each.month()) {
        days.add(each);
      }
    }
    return days;
  }

  private static Stream<Band> band(Limits limits, String unit, Words words) {
    Double lower = limits.lower();
    Double upper = limits.upper();
    double low = lower == null ? Double.NEGATIVE_INFINITY : lower;
    double high = upper == null ? Double.POSITIVE_INFINITY : upper;
    return low < high
        ? Stream.of(new Band(low, high, Words.capitalised(text(limits, unit, words))))
        : Stream.empty();
  }

  /// The limits in words; empty where there are none.
  static String text(Limits limits, String unit, Words words) {
    Double lower = limits.lower();
    Double upper = limits.upper();
    if (lower != null && upper != null) {
      return words.text("timeline.band-between", shown(lower), shown(upper), unit);
    }
    if (upper != null) {
      return words.text("timeline.band", shown(upper), unit);
    }
    return lower == null ? "" : words.text("timeline.band-from", shown(lower), unit);
  }

  /// What the lane's subtitle says of its band: the limit where it was the same throughout, from
  /// the least to the most where it changed.
  static String subtitle(List<Limits> measured, Words words) {
    List<Double> uppers = measured.stream().flatMap(each -> present(each.upper())).toList();
    List<Double> lowers = measured.stream().flatMap(each -> present(each.lower())).toList();
    if (!uppers.isEmpty() && !lowers.isEmpty()) {
      return words.text("timeline.lane-band-between", span(lowers), span(uppers));
    }
    if (!uppers.isEmpty()) {
      return words.text("timeline.lane-band", span(uppers));
    }
    return lowers.isEmpty() ? "" : words.text("timeline.lane-band-from", span(lowers));
  }

  private static Stream<Double> present(@Nullable Double limit) {
    return limit == null ? Stream.empty() : Stream.of(limit);
  }

  private static String span(List<Double> limits) {
    double least = limits.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = limits.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return least < most ? shown(least) + "–" + shown(most) : shown(least);
  }

  private static String shown(double limit) {
    return Answer.decimal(BigDecimal.valueOf(limit).round(SHOWN));
  }
}
