package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Limits.Limit;
import org.myocohort.care.rule.Rule.Take;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.units.Analytes;

/// Measured quantities, their fall, and the measures of a visit.
///
/// A value outside the time asked for does not count. Where imprecise dates leave open which value
/// is the latest, or whether it lies in the time, the answer is open unless all that may be give
/// the same.
final class MeasureReading {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private MeasureReading() {}

  /// A value that may count.
  ///
  /// @param in whether it lies in the time
  private record Candidate<T>(T of, Value<Moment> date, Truth in) {}

  private static <T> Optional<Candidate<T>> candidate(
      T of, Value<Moment> date, @Nullable Span span, PatientView view) {
    Truth in;
    if (date instanceof Value.Known<Moment>(Moment moment)) {
      in = span == null ? moment.isAfter(view.moment()).not() : span.holds(moment, view.day());
    } else {
      in = span == null ? Truth.TRUE : Truth.UNKNOWN;
    }
    return in == Truth.FALSE ? Optional.empty() : Optional.of(new Candidate<>(of, date, in));
  }

  /// Those that may be the latest.
  private static <T> List<Candidate<T>> latest(List<Candidate<T>> all) {
    List<Candidate<T>> latest = new ArrayList<>();
    for (Candidate<T> one : all) {
      boolean later = false;
      for (Candidate<T> other : all) {
        later |=
            other.in == Truth.TRUE
                && one.date instanceof Value.Known<Moment>(Moment mine)
                && other.date instanceof Value.Known<Moment>(Moment its)
                && mine.isBefore(its) == Truth.TRUE;
      }
      if (!later) {
        latest.add(one);
      }
    }
    return latest;
  }

  static Explained measured(PatientView view, Rule.Measured rule) {
    Look look = new Look(rule);
    List<Candidate<Measurement>> all = new ArrayList<>();
    for (Measurement each : view.measurements(rule.code())) {
      candidate(each, each.date(), rule.within(), view).ifPresent(all::add);
    }
    Truth truth = Truth.TRUE;
    for (Limit limit : rule.limits().all()) {
      boolean any =
          switch (rule.take()) {
            case ANY -> true;
            case EVERY, LATEST -> false;
            case HIGHEST -> limit.bound().isLower();
            case LOWEST -> !limit.bound().isLower();
          };
      List<Candidate<Measurement>> counted = rule.take() == Take.LATEST ? latest(all) : all;
      truth =
          truth.and(rule.take() == Take.ANY ? Truth.TRUE : one(counted, limit, any, rule.take()));
    }
    if (rule.take() == Take.ANY) {
      // One value has to hold all limits.
      Truth some = Truth.FALSE;
      for (Candidate<Measurement> each : all) {
        Truth holds = each.in;
        for (Limit limit : rule.limits().all()) {
          holds = holds.and(holds(each.of, limit));
        }
        some = some.or(holds);
      }
      truth = all.isEmpty() ? Truth.UNKNOWN : some;
    }
    List<Candidate<Measurement>> shown = rule.take() == Take.LATEST ? latest(all) : all;
    for (Candidate<Measurement> each : shown.subList(0, Math.min(3, shown.size()))) {
      Measurement m = each.of;
      boolean word = m.value().isAbsent();
      look.used(
          m.row(), word ? "qualitative" : "value", m.code(), shown(m, rule.limits()), m.date());
    }
    if (all.isEmpty() && !view.measurements(rule.code()).isEmpty()) {
      Measurement old = view.measurements(rule.code()).getLast();
      look.used(old.row(), "value", old.code(), old.value(), old.unit(), old.date());
      look.note("too-old", String.valueOf(rule.within()));
    }
    return look.answer(truth, missing(rule, all));
  }

  private static Missing missing(Rule.Measured rule, List<Candidate<Measurement>> all) {
    boolean ofLimit =
        rule.limits().all().stream()
            .anyMatch(limit ->
                limit.of() == Limits.Of.UPPER_LIMIT || limit.of() == Limits.Of.LOWER_LIMIT);
    boolean withoutLimit =
        ofLimit && !all.isEmpty() && all.stream().anyMatch(each -> !each.of.value().isAbsent());
    if (withoutLimit) {
      return Missing.of("measurement-with-limits", rule.code());
    }
    return rule.within() == null
        ? Missing.of("measurement", rule.code())
        : Missing.of("measurement-within", rule.code(), rule.within().toString());
  }

  private static String shown(Measurement m, Limits limits) {
    String text =
        m.value().isAbsent() ? Look.shown(m.qualitative(), "") : Look.shown(m.value(), m.unit());
    boolean upper = limits.all().stream().anyMatch(each -> each.of() == Limits.Of.UPPER_LIMIT);
    boolean lower = limits.all().stream().anyMatch(each -> each.of() == Limits.Of.LOWER_LIMIT);
    if (upper && !m.upperLimit().isAbsent()) {
      return text + " (ULN " + Look.shown(m.upperLimit(), "") + ")";
    }
    return lower && !m.lowerLimit().isAbsent()
        ? text + " (LLN " + Look.shown(m.lowerLimit(), "") + ")"
        : text;
  }

  /// Whether any, or every, value holds a limit.
  private static Truth one(
      List<Candidate<Measurement>> counted, Limit limit, boolean any, Take take) {
    if (counted.isEmpty()) {
      return Truth.UNKNOWN;
    }
    Truth some = Truth.FALSE;
    Truth every = Truth.TRUE;
    boolean certain = false;
    for (Candidate<Measurement> each : counted) {
      Truth holds = holds(each.of, limit);
      certain |= each.in == Truth.TRUE;
      some = some.or(holds.and(each.in));
      every =
          every.and(
              each.in == Truth.TRUE ? holds : holds == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN);
    }
    if (any) {
      return some;
    }
    if (!certain) {
      return Truth.UNKNOWN;
    }
    // Two values of which either may be the latest, and which do not agree.
    return take == Take.LATEST && every == Truth.FALSE && some != Truth.FALSE
        ? Truth.UNKNOWN
        : every;
  }

  /// Whether one value holds a limit, in the limit's unit or as a multiple of its own laboratory's
  /// limit.
  private static Truth holds(Measurement m, Limit limit) {
    if (m.value().isAbsent()) {
      return inWords(m, limit);
    }
    Optional<Value<BigDecimal>> value;
    BigDecimal edge = limit.number();
    switch (limit.of()) {
      case UNIT -> value = Analytes.convert(m.code(), m.value(), m.unit(), limit.unit());
      case UPPER_LIMIT, LOWER_LIMIT -> {
        Value<BigDecimal> normal =
            limit.of() == Limits.Of.UPPER_LIMIT ? m.upperLimit() : m.lowerLimit();
        if (!(normal instanceof Value.Known<BigDecimal>(BigDecimal known))) {
          return Truth.UNKNOWN;
        }
        edge = known.multiply(limit.number());
        value = Optional.of(m.value());
      }
      case PERCENT_OF_MAXIMUM -> value = Optional.empty();
      default -> throw new IllegalStateException();
    }
    BigDecimal of = edge;
    return value
        .map(known -> PersonReading.compare(limit.bound(), known, of))
        .orElse(Truth.UNKNOWN);
  }

  /// `increased`, `normal` or `decreased` against a multiple of a limit of normal.
  private static Truth inWords(Measurement m, Limit limit) {
    if (!(m.qualitative() instanceof Value.Known<String>(String word))
        || (limit.of() != Limits.Of.UPPER_LIMIT && limit.of() != Limits.Of.LOWER_LIMIT)) {
      return Truth.UNKNOWN;
    }
    boolean upper = limit.of() == Limits.Of.UPPER_LIMIT;
    int side = limit.number().compareTo(BigDecimal.ONE);
    // Above the upper limit is certain of increased, and of it alone.
    Truth above;
    if (upper) {
      above =
          word.equals("increased")
              ? (side <= 0 ? Truth.TRUE : Truth.UNKNOWN)
              : side >= 0 ? Truth.FALSE : Truth.UNKNOWN;
    } else {
      above =
          word.equals("decreased")
              ? (side >= 0 ? Truth.FALSE : Truth.UNKNOWN)
              : side <= 0 ? Truth.TRUE : Truth.UNKNOWN;
    }
    return limit.bound().isLower() ? above : above.not();
  }

  /// From the highest or any earlier value in the time up to the latest one.
  static Explained fall(PatientView view, Rule.Fall rule) {
    Look look = new Look(rule);
    List<Candidate<Measurement>> all = new ArrayList<>();
    for (Measurement each : view.measurements(rule.code())) {
      if (each.value().isKnown()) {
        candidate(each, each.date(), rule.within(), view)
            .filter(one -> one.in == Truth.TRUE)
            .ifPresent(all::add);
      }
    }
    List<Candidate<Measurement>> latest = latest(all);
    Missing missing = Missing.of("measurement-earlier", rule.code(), rule.within().toString());
    if (latest.size() != 1 || all.size() < 2) {
      all.forEach(each ->
          look.used(
              each.of.row(), "value", rule.code(), each.of.value(), each.of.unit(), each.date));
      return look.answer(Truth.UNKNOWN, missing);
    }
    Measurement now = latest.getFirst().of;
    Truth points = Truth.FALSE;
    Truth relative = Truth.FALSE;
    for (Candidate<Measurement> each : all) {
      if (each.of.equals(now)) {
        continue;
      }
      Optional<Value<BigDecimal>> before =
          Analytes.convert(rule.code(), each.of.value(), each.of.unit(), now.unit());
      if (before.isPresent()
          && before.get() instanceof Value.Known<BigDecimal>(BigDecimal was)
          && now.value() instanceof Value.Known<BigDecimal>(BigDecimal is)
          && was.signum() > 0) {
        BigDecimal fall = was.subtract(is);
        points = points.or(holds(rule.limits(), fall));
        relative =
            relative.or(
                holds(rule.limits(), fall.multiply(HUNDRED).divide(was, MathContext.DECIMAL64)));
        look.used(each.of.row(), "value", rule.code(), each.of.value(), each.of.unit(), each.date);
      }
    }
    look.used(now.row(), "value", rule.code(), now.value(), now.unit(), now.date());
    Truth truth =
        switch (rule.as()) {
          case POINTS -> points;
          case RELATIVE -> relative;
          case UNCLEAR -> points == relative ? points : Truth.UNKNOWN;
        };
    if (rule.as() == Rule.FallAs.UNCLEAR && points != relative) {
      look.note("fall-unclear");
    }
    return look.answer(truth, missing);
  }

  private static Truth holds(Limits limits, BigDecimal number) {
    Truth all = Truth.TRUE;
    for (Limit limit : limits.all()) {
      all = all.and(PersonReading.compare(limit.bound(), Value.of(number), limit.number()));
    }
    return all;
  }

  /// The latest visit on which the measure was recorded. A muscle test of another form than the
  /// limit's says nothing of it, but in percent of its own maximum.
  static Explained coreSet(PatientView view, Rule.CoreSet rule) {
    Look look = new Look(rule);
    List<Candidate<Visit>> all = new ArrayList<>();
    Visit old = null;
    for (Visit visit : view.visits()) {
      if (!visit.scale(rule.scale()).isAbsent()) {
        old = visit;
        candidate(visit, Value.of(visit.date()), rule.within(), view).ifPresent(all::add);
      }
    }
    String column = rule.scale().column();
    List<Candidate<Visit>> latest = latest(all);
    if (latest.isEmpty() && old != null) {
      look.used(old.row(), column, column, old.scale(rule.scale()), "", Value.of(old.date()));
      look.note("too-old", String.valueOf(rule.within()));
    }
    Truth some = Truth.FALSE;
    Truth every = Truth.TRUE;
    boolean certain = false;
    for (Candidate<Visit> each : latest) {
      Value<BigDecimal> value = each.of.scale(rule.scale());
      Value<BigDecimal> form = each.of.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM);
      boolean strength = rule.scale() == CoreSetScale.MANUAL_MUSCLE_TEST;
      String suffix = strength && form.isKnown() ? "of " + Look.shown(form, "") : "";
      look.used(each.of.row(), column, column, value, suffix, each.date);
      certain |= each.in == Truth.TRUE;
      Truth holds = Truth.TRUE;
      for (Limit limit : rule.limits().all()) {
        holds = holds.and(holds(value, strength ? form : maximum(rule.scale()), limit, rule, look));
      }
      some = some.or(holds);
      every = every.and(holds);
    }
    Truth truth = latest.isEmpty() || !certain || some != every ? Truth.UNKNOWN : every;
    String form = rule.maximum() == 0 ? "" : Integer.toString(rule.maximum());
    return look.answer(
        truth,
        rule.within() == null
            ? Missing.of("core-set", column, form)
            : Missing.of("core-set-within", column, form, rule.within().toString()));
  }

  private static Value<BigDecimal> maximum(CoreSetScale scale) {
    BigDecimal maximum = scale.maximum();
    return maximum == null ? Value.absent(AbsenceReason.NOT_APPLICABLE) : Value.of(maximum);
  }

  private static Truth holds(
      Value<BigDecimal> value, Value<BigDecimal> form, Limit limit, Rule.CoreSet rule, Look look) {
    if (limit.of() == Limits.Of.PERCENT_OF_MAXIMUM) {
      if (!(form instanceof Value.Known<BigDecimal>(BigDecimal maximum))) {
        return Truth.UNKNOWN;
      }
      Value<BigDecimal> percent = value.map(each -> each.multiply(HUNDRED));
      return PersonReading.compare(limit.bound(), percent, limit.number().multiply(maximum));
    }
    if (rule.maximum() > 0) {
      if (!(form instanceof Value.Known<BigDecimal>(BigDecimal maximum))) {
        look.note("form-unknown", Integer.toString(rule.maximum()));
        return Truth.UNKNOWN;
      }
      if (maximum.compareTo(BigDecimal.valueOf(rule.maximum())) != 0) {
        look.note("form-other", maximum.toPlainString(), Integer.toString(rule.maximum()));
        return Truth.UNKNOWN;
      }
    }
    return PersonReading.compare(limit.bound(), value, limit.number());
  }
}
