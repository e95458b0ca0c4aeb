package org.myocohort.cohort.variable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.myocohort.patient.Value;

/// Which value of a course is asked for.
public sealed interface When {

  /// The values of a course that may answer: all of one day, or none.
  List<Course.Point> of(Course course);

  /// Its kind, for texts: `baseline`, `near`, `last`, `highest` or `lowest`.
  String code();

  /// Its numbers, for texts.
  List<String> values();

  /// The latest day with a value on day 0 or so many days before it.
  record Baseline(int daysBefore) implements When {
    @Override
    public List<Course.Point> of(Course course) {
      return lastDay(among(course, each -> each.day() <= 0 && each.day() >= -daysBefore));
    }

    @Override
    public String code() {
      return "baseline";
    }

    @Override
    public List<String> values() {
      return List.of(Integer.toString(daysBefore));
    }
  }

  /// The day with a value that is nearest to a day after day 0, the earlier of two equally near.
  ///
  /// @param day from day 0
  /// @param around how far away it may be
  record Near(int day, int around) implements When {
    @Override
    public List<Course.Point> of(Course course) {
      List<Course.Point> points =
          among(course, each -> each.day() > 0 && Math.abs(each.day() - day) <= around);
      Optional<Course.Point> nearest =
          points.stream()
              .min(
                  Comparator.comparingLong((Course.Point each) -> Math.abs(each.day() - day))
                      .thenComparingLong(Course.Point::day));
      return nearest
          .map(best -> points.stream().filter(each -> each.day() == best.day()).toList())
          .orElse(List.of());
    }

    @Override
    public String code() {
      return "near";
    }

    @Override
    public List<String> values() {
      return List.of(Integer.toString(day), Integer.toString(around));
    }
  }

  /// The last day with a value after day 0.
  record Last() implements When {
    @Override
    public List<Course.Point> of(Course course) {
      return lastDay(among(course, each -> each.day() > 0));
    }

    @Override
    public String code() {
      return "last";
    }

    @Override
    public List<String> values() {
      return List.of();
    }
  }

  /// The lowest or highest number after day 0.
  ///
  /// @param highest whether it is the highest
  record Extreme(boolean highest) implements When {
    @Override
    public List<Course.Point> of(Course course) {
      List<Course.Point> points =
          among(
              course, each -> each.day() > 0 && each.value() instanceof Value.Known<BigDecimal> _);
      Comparator<Course.Point> byValue = Comparator.comparing(When::known);
      return points.stream()
          .min(highest ? byValue.reversed() : byValue)
          .map(List::of)
          .orElse(List.of());
    }

    @Override
    public String code() {
      return highest ? "highest" : "lowest";
    }

    @Override
    public List<String> values() {
      return List.of();
    }
  }

  private static List<Course.Point> among(Course course, Predicate<Course.Point> asked) {
    List<Course.Point> points = new ArrayList<>();
    for (Course.Point each : course.points()) {
      if (!each.value().isAbsent() && asked.test(each)) {
        points.add(each);
      }
    }
    return points;
  }

  private static List<Course.Point> lastDay(List<Course.Point> points) {
    return points.isEmpty()
        ? points
        : points.stream().filter(each -> each.day() == points.getLast().day()).toList();
  }

  private static BigDecimal known(Course.Point point) {
    return point.value() instanceof Value.Known<BigDecimal>(BigDecimal known)
        ? known
        : BigDecimal.ZERO;
  }
}
