package org.myocohort.cohort.variable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.treatment.CumulativeDose;
import org.myocohort.treatment.GlucocorticoidEquivalence;
import org.myocohort.treatment.TreatmentHistory;

/// Where numbers come from.
final class NumberSources {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private NumberSources() {}

  /// Age in whole years on day 0, from the birth; else as recorded. A year of birth leaves two
  /// ages: then it is their middle, such as 61.5.
  record Age() implements NumberSource {
    @Override
    public NumberReading of(Member member) {
      Person person = member.patient().person();
      Optional<Moment> zero = member.subject().zero();
      if (zero.isPresent() && person.birth() instanceof Value.Known<Moment>(Moment birth)) {
        Optional<Moment.YearSpan> years = zero.get().yearsSince(birth);
        if (years.isPresent() && years.get().most() - years.get().least() <= 1) {
          BigDecimal age =
              BigDecimal.valueOf(years.get().least() + years.get().most())
                  .divide(BigDecimal.TWO, MathContext.DECIMAL64);
          return NumberReading.of(
              Value.of(age), List.of(used(person.row(), "birth", birth.toString())));
        }
      }
      return person.ageYears() instanceof Value.Known<BigDecimal>(BigDecimal years)
          ? NumberReading.of(
              Value.of(years), List.of(used(person.row(), "age", years.toPlainString())))
          : NumberReading.missing("age");
    }
  }

  /// Years from the first symptom to day 0, with one decimal.
  record DiseaseDuration() implements NumberSource {
    private static final BigDecimal YEAR = BigDecimal.valueOf(Moment.DAYS_PER_YEAR);

    @Override
    public NumberReading of(Member member) {
      Person person = member.patient().person();
      Optional<Moment> zero = member.subject().zero();
      if (zero.isEmpty()) {
        return NumberReading.missing("index-date");
      }
      if (person.onset() instanceof Value.Known<Moment>(Moment onset)) {
        Optional<Long> days = zero.get().daysSince(onset);
        if (days.isPresent()) {
          return NumberReading.of(
              Value.of(BigDecimal.valueOf(days.get()).divide(YEAR, 1, RoundingMode.HALF_UP)),
              List.of(used(person.row(), "onset", onset.toString())));
        }
      }
      return NumberReading.missing("onset");
    }
  }

  /// A value of a course at a time. Several values of one day are one only where they are equal.
  ///
  /// @param of the course
  /// @param when at which time
  record Picked(CourseSource of, When when) implements NumberSource {
    @Override
    public NumberReading of(Member member) {
      Course course = of.of(member);
      if (!course.missing().isEmpty()) {
        return NumberReading.missing(course.missing());
      }
      List<Course.Point> points = when.of(course);
      if (points.isEmpty()) {
        return partial(course).orElse(NumberReading.missing("no-value-" + when.code(), values()));
      }
      List<Used> used = points.stream().map(Course.Point::used).toList();
      Value<BigDecimal> first = points.getFirst().value();
      boolean one = points.stream().allMatch(each -> isSame(each.value(), first));
      return one
          ? NumberReading.of(first, used)
              .flagged(
                  points.stream()
                      .flatMap(each -> each.flags().stream())
                      .collect(Collectors.toUnmodifiableSet()))
          : NumberReading.missing("several-values-" + when.code(), values()).resting(used);
    }

    private String[] values() {
      return when.values().toArray(String[]::new);
    }

    /// What is known only between bounds at that time. Of the lowest or highest of all there are
    /// none: any value between bounds might be it.
    private Optional<NumberReading> partial(Course course) {
      if (when instanceof When.Extreme) {
        return Optional.empty();
      }
      List<Course.Point> points = when.of(course.ofPartial());
      if (points.size() != 1) {
        return Optional.empty();
      }
      Course.Point point = points.getFirst();
      return point
          .bounds()
          .map(bounds ->
              NumberReading.between(bounds, List.of(point.used())).flagged(point.flags()));
    }

    private static boolean isSame(Value<BigDecimal> a, Value<BigDecimal> b) {
      return a.map(BigDecimal::stripTrailingZeros).equals(b.map(BigDecimal::stripTrailingZeros));
    }
  }

  /// How a change is told.
  enum ChangeAs {
    DIFFERENCE,
    PERCENT
  }

  /// The change of a course between two times. From or to a value known only as beyond a limit
  /// there is no number.
  ///
  /// @param of the course
  /// @param from at which time before
  /// @param to at which time after
  record Change(CourseSource of, When from, When to, ChangeAs as) implements NumberSource {
    @Override
    public NumberReading of(Member member) {
      NumberReading before = new Picked(of, from).of(member);
      NumberReading after = new Picked(of, to).of(member);
      List<Used> used = Stream.concat(before.used().stream(), after.used().stream()).toList();
      if (!before.missing().isEmpty() || !after.missing().isEmpty()) {
        return NumberReading.missing(
                Stream.concat(before.missing().stream(), after.missing().stream())
                    .distinct()
                    .toList())
            .resting(used);
      }
      if (!(before.value() instanceof Value.Known<BigDecimal>(BigDecimal first))
          || !(after.value() instanceof Value.Known<BigDecimal>(BigDecimal last))) {
        return NumberReading.missing("beyond-limit").resting(used);
      }
      BigDecimal difference = last.subtract(first);
      return switch (as) {
        case DIFFERENCE -> NumberReading.of(Value.of(difference), used);
        case PERCENT ->
            first.signum() == 0
                ? NumberReading.missing("from-zero").resting(used)
                : NumberReading.of(
                    Value.of(difference.multiply(HUNDRED).divide(first, MathContext.DECIMAL64)),
                    used);
      };
    }
  }

  /// Glucocorticoid taken between two days, in mg of prednisone; the last day does not count.
  ///
  /// @param from days from day 0
  /// @param to days from day 0
  record Cumulative(int from, int to) implements NumberSource {
    @Override
    public NumberReading of(Member member) {
      Optional<LocalDate> zero = member.zeroDay();
      if (zero.isEmpty()) {
        return NumberReading.missing("index-date");
      }
      OptionalLong followed = member.followedDays();
      if (to > 0 && (followed.isEmpty() || followed.getAsLong() < to)) {
        return NumberReading.missing("not-followed-so-long", Integer.toString(to));
      }
      List<Treatment> courses =
          member.patient().treatments().stream()
              .filter(course -> GlucocorticoidEquivalence.isGlucocorticoid(course.drug()))
              .toList();
      if (courses.isEmpty()) {
        // A record that knows of no glucocorticoid at all says nothing of how much was taken.
        return NumberReading.missing("no-glucocorticoid-row");
      }
      CumulativeDose dose =
          TreatmentHistory.cumulativePrednisoneEquivalent(
              member.patient(),
              new Moment.Day(zero.get().plusDays(from)),
              new Moment.Day(zero.get().plusDays(to)));
      List<Used> used = new ArrayList<>();
      courses.forEach(course -> used.add(used(course.row(), course.column(), course.drug())));
      return dose.total()
          .map(total -> NumberReading.of(Value.of(total), used))
          .orElse(
              NumberReading.missing(
                      "dose-open",
                      dose.open().stream().map(RowReference::toString).toArray(String[]::new))
                  .resting(used));
    }
  }

  private static Used used(RowReference row, String column, String value) {
    return new Used(row, column, column, value, "");
  }
}
