package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.GlucocorticoidEquivalence;
import org.myocohort.treatment.TreatmentHistory;

/// Drugs: taken now, since a day or ever, at which dose, for how long, stopped why.
///
/// With at least one treatment recorded, a drug that is not among them was not taken: the
/// convention of [TreatmentHistory], and the answer says so. A record without any treatment says
/// nothing. Glucocorticoids count together, as prednisone; every other drug by itself.
final class TreatmentReading {
  /// A break that is no break.
  private static final int GAP_DAYS = 7;

  private static final String GLUCOCORTICOIDS = "glucocorticoid";

  private TreatmentReading() {}

  static Explained taken(PatientView view, Rule.Taken rule) {
    Look look = new Look(rule);
    if (view.treatments().isEmpty()) {
      return look.answer(Truth.UNKNOWN, Missing.of("treatments", rule.shown()));
    }
    Truth any = Truth.FALSE;
    boolean listed = false;
    for (List<Treatment> courses : groups(view, rule.drugs())) {
      listed = true;
      any = any.or(group(view, rule.as(), courses, look));
    }
    if (!listed) {
      look.note("not-among-treatments", rule.shown());
    }
    return look.answer(any, Missing.of("treatment-details", rule.shown()));
  }

  /// Courses of the drugs, by drug; all glucocorticoids together.
  private static Iterable<List<Treatment>> groups(PatientView view, List<String> drugs) {
    Map<String, List<Treatment>> groups = new LinkedHashMap<>();
    for (Treatment course : view.treatments()) {
      if (drugs.contains(course.drug())) {
        String group =
            GlucocorticoidEquivalence.isGlucocorticoid(course.drug())
                ? GLUCOCORTICOIDS
                : course.drug();
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(course);
      }
    }
    return groups.values();
  }

  private static Truth group(
      PatientView view, Rule.TakenAs as, List<Treatment> courses, Look look) {
    List<Treatment> counted = new ArrayList<>();
    Truth taken = Truth.FALSE;
    for (Treatment course : courses) {
      Truth in = inTime(view, as, course);
      if (in != Truth.FALSE) {
        taken = taken.or(in);
        counted.add(course);
      }
    }
    // The last ones say most.
    for (Treatment course : counted.subList(Math.max(0, counted.size() - 3), counted.size())) {
      look.used(course.row(), course.column(), course.drug(), shown(course), course.start());
    }
    if (taken == Truth.FALSE) {
      return Truth.FALSE;
    }
    Span stable = as.stableFor();
    if (stable != null) {
      taken = taken.and(stable(view, courses, stable));
    }
    Span least = as.atLeastFor();
    if (least != null || as.dose() != null) {
      taken = taken.and(lastingAtDose(view, as, courses, counted));
    }
    return taken;
  }

  static String shown(Treatment course) {
    List<String> parts = new ArrayList<>();
    parts.add(Look.shown(course.dose(), course.unit()));
    if (course.frequency() instanceof Value.Known<Frequency>(Frequency frequency)) {
      parts.add(frequency.code());
    }
    parts.add(
        course.stop() instanceof Value.Known<Moment>(Moment stop) ? "until " + stop : "ongoing");
    if (course.reasonStopped().isKnown()) {
      parts.add("(" + course.reasonStopped().orElse("") + ")");
    }
    parts.removeIf(String::isEmpty);
    return String.join(" ", parts);
  }

  private static Truth inTime(PatientView view, Rule.TakenAs as, Treatment course) {
    boolean zero =
        course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
    if (zero) {
      return Truth.FALSE;
    }
    if (!as.route().isEmpty()
        && !(course.route() instanceof Value.Known<String>(String route)
            && route.equals(as.route()))) {
      // Another route is not meant; one that is not recorded may be.
      return course.route().isAbsent()
          ? inTime(view, as.anyHow(), course).and(Truth.UNKNOWN)
          : Truth.FALSE;
    }
    if (!as.startedFor().isEmpty() && !startedFor(course, as.startedFor())) {
      // Another reason may be one of several.
      return inTime(view, as.anyReason(), course).and(Truth.UNKNOWN);
    }
    if (course.phase() == Treatment.Phase.PRIOR && !as.now() && as.within() == null) {
      return Truth.TRUE;
    }
    if (as.now()) {
      return TreatmentHistory.runningOn(course, view.moment());
    }
    Span within = as.within();
    Truth started =
        course.start() instanceof Value.Known<Moment>(Moment start)
            ? start.isAfter(view.moment()).not()
            : Truth.UNKNOWN;
    if (within == null) {
      return course.start().isKnown() ? started : Truth.TRUE;
    }
    return started.and(
        TreatmentHistory.endedBy(course, new Moment.Day(within.before(view.day()))).not());
  }

  private static boolean startedFor(Treatment course, List<String> words) {
    String reason = course.reasonStarted().orElse("").toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> reason.contains(word.toLowerCase(Locale.ROOT)));
  }

  /// One dose on every day of the span: no course begins, ends or differs in it.
  private static Truth stable(PatientView view, List<Treatment> courses, Span span) {
    LocalDate first = span.before(view.day());
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(first);
    days.add(view.day());
    List<Treatment> inSpan = new ArrayList<>();
    for (Treatment course : courses) {
      Truth touches = inTime(view, Rule.TakenAs.plainly(false, span), course);
      if (touches == Truth.FALSE) {
        continue;
      }
      if (touches == Truth.UNKNOWN) {
        return Truth.UNKNOWN;
      }
      inSpan.add(course);
      for (Value<Moment> edge : List.of(course.start(), course.stop())) {
        if (edge instanceof Value.Known<Moment>(Moment moment)) {
          if (moment instanceof Moment.Day(LocalDate date)) {
            if (date.isAfter(first) && !date.isAfter(view.day())) {
              days.add(date);
            }
          } else if (moment.latest() >= first.toEpochDay()
              && moment.earliest() <= view.day().toEpochDay()) {
            return Truth.UNKNOWN;
          }
        }
      }
    }
    if (inSpan.stream().anyMatch(Treatment::isSingleDose)) {
      return Truth.FALSE;
    }
    BigDecimal before = null;
    for (LocalDate day : days) {
      List<Treatment> running = new ArrayList<>();
      for (Treatment course : inSpan) {
        Truth runs = TreatmentHistory.runningOn(course, new Moment.Day(day));
        if (runs == Truth.UNKNOWN) {
          return Truth.UNKNOWN;
        }
        if (runs == Truth.TRUE) {
          running.add(course);
        }
      }
      if (running.isEmpty()) {
        return Truth.FALSE;
      }
      if (days.size() == 2 && inSpan.size() == running.size() && inSpan.size() == 1) {
        // One course all the while: a change of dose would be another.
        continue;
      }
      Optional<BigDecimal> dose = sum(view, running);
      if (dose.isEmpty()) {
        return Truth.UNKNOWN;
      }
      if (before != null && before.compareTo(dose.get()) != 0) {
        return Truth.FALSE;
      }
      before = dose.get();
    }
    return Truth.TRUE;
  }

  private static Optional<BigDecimal> sum(PatientView view, List<Treatment> courses) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Treatment course : courses) {
      Optional<BigDecimal> dose = milligrams(view, course);
      if (dose.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(dose.get());
    }
    return Optional.of(sum);
  }

  private static Optional<BigDecimal> milligrams(PatientView view, Treatment course) {
    return GlucocorticoidEquivalence.isGlucocorticoid(course.drug())
        ? TreatmentHistory.prednisoneEquivalent(course, view.patient())
        : TreatmentHistory.dailyDoseMilligrams(course, view.patient());
  }

  /// Taken without a break for long enough, at a dose within the limits all the while; without a
  /// time on the day, or in any course that counts.
  private static Truth lastingAtDose(
      PatientView view, Rule.TakenAs as, List<Treatment> courses, List<Treatment> counted) {
    Span least = as.atLeastFor();
    DoseLimits limits = as.dose();
    if (least == null && as.now()) {
      return atDose(view, counted, limits);
    }
    List<Treatment> ordered = new ArrayList<>();
    Truth any = Truth.FALSE;
    for (Treatment course : least == null ? counted : courses) {
      Truth dose = limits == null ? Truth.TRUE : atDose(view, List.of(course), limits);
      if (least == null) {
        any = any.or(dose.and(inTime(view, as, course)));
      } else if (dose == Truth.TRUE) {
        ordered.add(course);
      } else if (dose == Truth.UNKNOWN) {
        any = any.or(lasts(view, List.of(course), least, as).and(Truth.UNKNOWN));
      }
    }
    return least == null ? any : any.or(lasts(view, ordered, least, as));
  }

  private static Truth atDose(
      PatientView view, List<Treatment> running, @Nullable DoseLimits limits) {
    if (limits == null) {
      return Truth.TRUE;
    }
    Optional<BigDecimal> dose = sum(view, running);
    if (dose.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Truth all = Truth.TRUE;
    for (DoseLimits.Dose limit : limits.all()) {
      BigDecimal amount = dose.get();
      if (limit.perKilogram()) {
        // Without a weight of then, one of now: a dose far from the limit stays far from it.
        Optional<BigDecimal> weight =
            running.getFirst().start() instanceof Value.Known<Moment>(Moment start)
                ? TreatmentHistory.weightOn(view.patient(), start)
                    .or(() -> TreatmentHistory.weightOn(view.patient(), view.moment()))
                : Optional.empty();
        if (weight.isEmpty() || weight.get().signum() == 0) {
          all = all.and(Truth.UNKNOWN);
          continue;
        }
        amount = amount.divide(weight.get(), MathContext.DECIMAL64);
      }
      all = all.and(Truth.of(limit.holds(amount)));
    }
    return all;
  }

  /// Whether courses that follow one another last long enough, those that reach the time asked for.
  private static Truth lasts(
      PatientView view, List<Treatment> courses, Span least, Rule.TakenAs as) {
    List<Treatment> dated = new ArrayList<>();
    boolean open = false;
    for (Treatment course : courses) {
      if (course.start() instanceof Value.Known<Moment>(Moment start)
          && start instanceof Moment.Day
          && (course.stop().isAbsent()
              || course.stop() instanceof Value.Known<Moment>(Moment.Day _))) {
        dated.add(course);
      } else if (inTime(view, as, course) != Truth.FALSE) {
        open |= mayLast(view, course, least);
      }
    }
    dated.sort(Comparator.comparingLong(TreatmentReading::start));
    long from = Long.MIN_VALUE;
    long to = Long.MIN_VALUE;
    boolean reaches = false;
    for (Treatment course : dated) {
      long start = start(course);
      long stop = stop(view, course);
      if (from == Long.MIN_VALUE || start > to + GAP_DAYS) {
        from = start;
        to = stop;
        reaches = false;
      } else {
        to = Math.max(to, stop);
      }
      reaches |= inTime(view, as, course) == Truth.TRUE;
      if (reaches && !least.before(LocalDate.ofEpochDay(to)).isBefore(LocalDate.ofEpochDay(from))) {
        return Truth.TRUE;
      }
    }
    return open ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static boolean mayLast(PatientView view, Treatment course, Span least) {
    if (!(course.start() instanceof Value.Known<Moment>(Moment start))) {
      return true;
    }
    long to =
        course.stop() instanceof Value.Known<Moment>(Moment stop)
            ? stop.latest()
            : view.day().toEpochDay();
    return !least.before(LocalDate.ofEpochDay(to)).isBefore(LocalDate.ofEpochDay(start.earliest()));
  }

  private static long start(Treatment course) {
    return course.start() instanceof Value.Known<Moment>(Moment start)
        ? start.earliest()
        : Long.MAX_VALUE;
  }

  /// The stop, or the day itself while a course goes on.
  private static long stop(PatientView view, Treatment course) {
    long day = view.day().toEpochDay();
    return course.stop() instanceof Value.Known<Moment>(Moment stop)
        ? Math.min(stop.latest(), day)
        : course.isSingleDose() ? start(course) : day;
  }
}
