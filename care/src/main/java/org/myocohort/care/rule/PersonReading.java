package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Limits.Bound;
import org.myocohort.care.rule.Limits.Limit;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Person;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Age, sex, and how long the disease has lasted.
///
/// A year or a month of birth leaves the age between two numbers, and so the answer open near an
/// edge. An age counts in whole years: at most 75 years holds up to the day before the 76th
/// birthday. More than 18 years holds at 19; at 18 the answer is open, since trials mean it either
/// way.
final class PersonReading {
  private PersonReading() {}

  static Explained sex(PatientView view, Rule.SexIs rule) {
    Person person = view.person();
    Look look = new Look(rule);
    if (person.sex() instanceof Value.Known<Sex>(Sex sex)) {
      look.used(person.row(), "sex", "sex", sex.code(), Look.NO_DATE);
      return look.answer(Truth.of(sex == rule.sex()), null);
    }
    return look.answer(Truth.UNKNOWN, Missing.of("sex"));
  }

  static Explained described(PatientView view, Rule.DescribedBy rule) {
    Person person = view.person();
    Look look = new Look(rule);
    look.used(person.row(), "cohort", "cohort", person.cohort().code(), Look.NO_DATE);
    return look.answer(Truth.of(person.cohort() == rule.cohort()), null);
  }

  static Explained age(PatientView view, Rule.Age rule) {
    Person person = view.person();
    Look look = new Look(rule);
    Value<Moment> at =
        switch (rule.at()) {
          case NOW -> Value.of(view.moment());
          case ONSET -> person.onset();
          case DIAGNOSIS -> person.diagnosis();
        };
    if (rule.at() == Rule.AgeAt.ONSET && !person.onsetAgeYears().isAbsent()) {
      look.used(
          person.row(),
          "onset_age_years",
          "age at onset",
          person.onsetAgeYears(),
          "a",
          Look.NO_DATE);
      return look.answer(holds(rule.limits(), person.onsetAgeYears()), Missing.of("birth"));
    }
    if (person.birth() instanceof Value.Known<Moment>(Moment birth)
        && at instanceof Value.Known<Moment>(Moment moment)) {
      Optional<Moment.YearSpan> years = moment.yearsSince(birth);
      if (years.isPresent()) {
        int least = years.get().least();
        int most = years.get().most();
        look.used(
            person.row(),
            "birth",
            "age",
            (least == most ? "" + least : least + "-" + most) + " a",
            at);
        return look.answer(
            holds(rule.limits(), least, most, isBirthday(birth, moment)),
            least == most ? Missing.of("age-edge") : Missing.of("birth-date"));
      }
    }
    if (rule.at() == Rule.AgeAt.NOW && !person.ageYears().isAbsent()) {
      // The age when reported: today's is not less.
      look.used(
          person.row(), "age_years", "age when reported", person.ageYears(), "a", Look.NO_DATE);
      Truth truth = Truth.TRUE;
      for (Limit limit : rule.limits().all()) {
        Truth now = compare(limit.bound(), person.ageYears(), limit.number());
        boolean lasting = limit.bound().isLower() ? now == Truth.TRUE : now == Truth.FALSE;
        truth = truth.and(lasting ? now : Truth.UNKNOWN);
      }
      return look.answer(truth, Missing.of("birth"));
    }
    return look.answer(Truth.UNKNOWN, Missing.of("birth"));
  }

  /// Whether every whole number from `least` to `most` holds the limits.
  private static Truth holds(Limits limits, int least, int most, boolean birthday) {
    Truth all = Truth.TRUE;
    for (Limit limit : limits.all()) {
      Truth low = ofYears(limit, least, birthday);
      Truth high = ofYears(limit, most, birthday);
      all = all.and(low == high ? low : Truth.UNKNOWN);
    }
    return all;
  }

  private static Truth ofYears(Limit limit, int years, boolean birthday) {
    BigDecimal age = BigDecimal.valueOf(years);
    return limit.bound() == Bound.MORE_THAN && age.compareTo(limit.number()) == 0 && !birthday
        ? Truth.UNKNOWN
        : compare(limit.bound(), Value.of(age), limit.number());
  }

  /// On the birthday itself nobody is older than the years counted.
  private static boolean isBirthday(Moment birth, Moment at) {
    return birth instanceof Moment.Day(LocalDate born)
        && at instanceof Moment.Day(LocalDate day)
        && born.getMonthValue() == day.getMonthValue()
        && born.getDayOfMonth() == day.getDayOfMonth();
  }

  private static Truth holds(Limits limits, Value<BigDecimal> value) {
    Truth all = Truth.TRUE;
    for (Limit limit : limits.all()) {
      all = all.and(compare(limit.bound(), value, limit.number()));
    }
    return all;
  }

  static Truth compare(Bound bound, Value<BigDecimal> value, BigDecimal limit) {
    return switch (bound) {
      case LESS_THAN -> Value.isLessThan(value, limit);
      case AT_MOST -> Value.isAtMost(value, limit);
      case MORE_THAN -> Value.isMoreThan(value, limit);
      case AT_LEAST -> Value.isAtLeast(value, limit);
    };
  }

  /// A limit of `12 months` goes by the calendar: a disease that began on 2025-11-22 has lasted 12
  /// months on 2026-11-22, and less than that the day before.
  static Explained duration(PatientView view, Rule.Duration rule) {
    Person person = view.person();
    String column =
        switch (rule.since()) {
          case ONSET -> "onset";
          case DIAGNOSIS -> "diagnosis";
          case FIRST_BUT_RAYNAUD -> "first-finding";
        };
    Value<Moment> since =
        switch (rule.since()) {
          case ONSET -> person.onset();
          case DIAGNOSIS -> person.diagnosis();
          case FIRST_BUT_RAYNAUD -> firstFinding(view);
        };
    Look look = new Look(rule);
    if (!(since instanceof Value.Known<Moment>(Moment start)) || start instanceof Moment.IndexDay) {
      return look.answer(Truth.UNKNOWN, Missing.of(column));
    }
    look.used(person.row(), column, column, start.toString(), Look.NO_DATE);
    Truth all = Truth.TRUE;
    for (Limit limit : rule.limits().all()) {
      Truth first = lasts(limit, start.earliest(), view.day());
      Truth last = lasts(limit, start.latest(), view.day());
      all = all.and(first == last ? first : Truth.UNKNOWN);
    }
    return look.answer(all, Missing.of(column + "-day"));
  }

  /// Unknown as long as a finding without a date may have been the first.
  private static Value<Moment> firstFinding(PatientView view) {
    Moment first = null;
    for (Manifestation each : view.manifestations()) {
      if (each.present() != Truth.TRUE || each.finding().equals("raynaud")) {
        continue;
      }
      if (!(each.from() instanceof Value.Known<Moment>(Moment from))) {
        return Look.NO_DATE;
      }
      if (first == null || from.earliest() < first.earliest()) {
        first = from;
      }
    }
    return first == null ? Look.NO_DATE : Value.of(first);
  }

  private static Truth lasts(Limit limit, long start, LocalDate day) {
    ChronoUnit unit = ChronoUnit.valueOf(limit.unit());
    LocalDate edge = day.minus(limit.number().longValueExact(), unit);
    int side = Long.compare(edge.toEpochDay(), start);
    return Truth.of(
        switch (limit.bound()) {
          case LESS_THAN -> side < 0;
          case AT_MOST -> side <= 0;
          case MORE_THAN -> side > 0;
          case AT_LEAST -> side >= 0;
        });
  }
}
