package org.myocohort.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.units.Analytes;
import org.myocohort.units.Units;
import org.myocohort.vocabulary.Vocabulary;

/// Reads one patient's measurements and findings at a time (this project's conventions).
public final class Readings {
  /// How far apart values may be that an instrument reads together.
  public static final int WINDOW_DAYS = 7;

  /// For how long a statement that something did not change still answers.
  public static final int ABSENCE_DAYS = 90;

  private static final Value<BigDecimal> NOT_RECORDED = Value.absent(AbsenceReason.NOT_RECORDED);

  private static final Map<String, List<String>> COUNTS_AS =
      Vocabulary.findings().terms().stream()
          .filter(finding -> !finding.cell("counts_as").isEmpty())
          .collect(
              Collectors.toUnmodifiableMap(
                  finding -> finding.code(), finding -> finding.list("counts_as")));

  private final PatientRecord patient;

  private final Map<String, List<Measurement>> byCode = new HashMap<>();

  public Readings(PatientRecord patient) {
    this.patient = patient;
    for (Measurement measurement : patient.measurements()) {
      byCode.computeIfAbsent(measurement.code(), _ -> new ArrayList<>()).add(measurement);
    }
  }

  /// The measurements of one code, in the order of the table.
  public List<Measurement> measurements(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  /// The dates on which something was measured, in order and once each.
  public List<Moment> dates(String... codes) {
    List<Moment> dates = new ArrayList<>();
    for (String code : codes) {
      for (Measurement measurement : measurements(code)) {
        if (measurement.date() instanceof Value.Known<Moment>(Moment date)
            && !measurement.value().isAbsent()
            && !dates.contains(date)) {
          dates.add(date);
        }
      }
    }
    dates.sort(Comparator.comparingLong(Moment::middle));
    return dates;
  }

  /// The value nearest to a time, at most [#WINDOW_DAYS] away, the earlier of two as near.
  ///
  /// @param units the units that the instrument has thresholds in, the preferred first
  public Quantity nearest(String code, Moment at, String... units) {
    Measurement nearest = null;
    long least = WINDOW_DAYS + 1L;
    for (Measurement measurement : measurements(code)) {
      if (!measurement.value().isAbsent()
          && measurement.date() instanceof Value.Known<Moment>(Moment date)) {
        long distance = distance(date, at);
        if (distance < least
            || (distance == least && nearest != null && isBefore(measurement, nearest))) {
          nearest = measurement;
          least = distance;
        }
      }
    }
    return nearest == null ? missing(code, units[0]) : read(nearest, units);
  }

  /// The latest value on or before a day.
  public Quantity latest(String code, Moment day, String... units) {
    Measurement latest = null;
    for (Measurement measurement : measurements(code)) {
      if (!measurement.value().isAbsent()
          && measurement.date() instanceof Value.Known<Moment>(Moment date)
          && date.isAfter(day) == Truth.FALSE
          && (latest == null || !isBefore(measurement, latest))) {
        latest = measurement;
      }
    }
    return latest == null ? missing(code, units[0]) : read(latest, units);
  }

  private static boolean isBefore(Measurement a, Measurement b) {
    return a.date() instanceof Value.Known<Moment>(Moment first)
        && b.date() instanceof Value.Known<Moment>(Moment second)
        && first.latest() < second.latest();
  }

  /// Days between two dates; a month or a year is near only to itself.
  private static long distance(Moment date, Moment at) {
    if (date.equals(at)) {
      return 0;
    }
    if (!date.isExact() || !at.isExact()) {
      return Long.MAX_VALUE;
    }
    return date.daysSince(at).map(days -> Math.abs(days)).orElse(Long.MAX_VALUE);
  }

  /// A measurement in the first of some units that it converts to, its limits with it.
  ///
  /// @return a missing value where it converts to none
  public static Quantity read(Measurement measurement, String... units) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input(measurement.row(), "value", measurement.value(), measurement.unit()));
    // A threshold printed in the recorded unit comes before one that needs a molar mass.
    for (String unit : units) {
      Optional<Value<BigDecimal>> value =
          Units.convert(measurement.value(), measurement.unit(), unit);
      if (value.isPresent()) {
        return in(unit, value.get(), measurement, inputs);
      }
    }
    for (String unit : units) {
      Optional<Value<BigDecimal>> value =
          Analytes.convert(measurement.code(), measurement.value(), measurement.unit(), unit);
      if (value.isPresent()) {
        return in(unit, value.get(), measurement, inputs);
      }
    }
    inputs.add(
        new Input(measurement.row(), "unit", Value.absent(AbsenceReason.NOT_APPLICABLE), units[0]));
    return new Quantity(NOT_RECORDED, units[0], NOT_RECORDED, NOT_RECORDED, inputs);
  }

  private static Quantity in(
      String unit, Value<BigDecimal> value, Measurement measurement, List<Input> inputs) {
    return new Quantity(
        value,
        unit,
        limit(measurement, measurement.lowerLimit(), unit),
        limit(measurement, measurement.upperLimit(), unit),
        inputs);
  }

  private static Value<BigDecimal> limit(
      Measurement measurement, Value<BigDecimal> limit, String unit) {
    return Analytes.convert(measurement.code(), limit, measurement.unit(), unit)
        .orElse(NOT_RECORDED);
  }

  /// A quantity that the record does not hold.
  public Quantity missing(String code, String unit) {
    return new Quantity(
        NOT_RECORDED,
        unit,
        NOT_RECORDED,
        NOT_RECORDED,
        List.of(new Input(patient.person().row(), code, NOT_RECORDED, unit)));
  }

  /// Whether a finding was there on a day: the latest statement that holds on it. A statement
  /// without dates holds for the whole record, one with a start and no end goes on, and a dated one
  /// comes after an undated one. Findings that count as this one are read with it where they are
  /// present.
  public Observation finding(String code, Moment at) {
    List<Manifestation> statements = statements(code);
    List<Input> inputs = new ArrayList<>();
    Manifestation latest = null;
    for (Manifestation statement : statements) {
      if (holdsOn(statement, at) == Truth.TRUE
          && (latest == null || begin(statement) >= begin(latest))) {
        latest = statement;
      }
    }
    Truth truth = latest == null ? Truth.UNKNOWN : latest.present();
    if (latest != null) {
      inputs.add(input(latest));
    }
    for (Manifestation statement : statements) {
      if (holdsOn(statement, at) == Truth.UNKNOWN && statement.present() != truth) {
        // It may hold on the day and says something else.
        truth = Truth.UNKNOWN;
        inputs.add(input(statement));
      }
    }
    return inputs.isEmpty() ? unstated(code) : new Observation(truth, inputs, List.of());
  }

  /// Whether a change happened in a number of days up to a day, such as new signs on CT. A
  /// statement with a start and no end speaks of its start; one without a start may be of any time.
  /// That it did not happen counts only as stated in the last [#ABSENCE_DAYS] days.
  public Observation change(String code, Moment at, int days) {
    List<Input> inputs = new ArrayList<>();
    Truth happened = Truth.FALSE;
    boolean denied = false;
    boolean stated = false;
    for (Manifestation statement : statements(code)) {
      boolean present = statement.present() == Truth.TRUE;
      Truth recent = within(statement, at, present ? days : ABSENCE_DAYS);
      if (recent == Truth.FALSE) {
        continue;
      }
      stated = true;
      inputs.add(input(statement));
      if (present) {
        happened = happened.or(recent);
      } else {
        denied |= statement.present() == Truth.FALSE && recent == Truth.TRUE;
      }
    }
    if (!stated) {
      return unstated(code);
    }
    return new Observation(
        happened == Truth.FALSE && !denied ? Truth.UNKNOWN : happened, inputs, List.of());
  }

  private List<Manifestation> statements(String code) {
    List<Manifestation> statements = new ArrayList<>();
    for (Manifestation statement : patient.manifestations()) {
      if (statement.finding().equals(code)
          || (statement.present() == Truth.TRUE
              && COUNTS_AS.getOrDefault(statement.finding(), List.of()).contains(code))) {
        statements.add(statement);
      }
    }
    return statements;
  }

  private static Input input(Manifestation statement) {
    Value<String> word =
        switch (statement.present()) {
          case TRUE -> Value.of("present");
          case FALSE -> Value.of("absent");
          case UNKNOWN -> Value.absent(AbsenceReason.NOT_REPORTED);
        };
    return new Input(statement.row(), statement.column(), word, "");
  }

  private static long begin(Manifestation statement) {
    return statement.from() instanceof Value.Known<Moment>(Moment from)
        ? from.latest()
        : Long.MIN_VALUE;
  }

  private static Truth holdsOn(Manifestation statement, Moment at) {
    Truth begun =
        statement.from() instanceof Value.Known<Moment>(Moment from)
            ? from.isAfter(at).not()
            : Truth.TRUE;
    Truth over =
        statement.to() instanceof Value.Known<Moment>(Moment to) ? to.isBefore(at) : Truth.FALSE;
    return begun.and(over.not());
  }

  private static Truth within(Manifestation statement, Moment at, int days) {
    if (!(statement.from() instanceof Value.Known<Moment>(Moment from))) {
      return Truth.UNKNOWN;
    }
    Moment last = statement.to() instanceof Value.Known<Moment>(Moment to) ? to : from;
    if (!last.comparableWith(at)) {
      return Truth.UNKNOWN;
    }
    Truth begun = from.isAfter(at).not();
    if (at.latest() - last.earliest() <= days) {
      return begun;
    }
    return at.earliest() - last.latest() > days ? Truth.FALSE : begun.and(Truth.UNKNOWN);
  }

  private Observation unstated(String code) {
    if (patient.coverage() == Coverage.CLOSED_LIST) {
      return new Observation(
          Truth.FALSE,
          List.of(new Input(patient.person().row(), code, Value.of("not listed"), "")),
          List.of(Note.of("not-listed-counts-as-absent", code)));
    }
    AbsenceReason reason =
        patient.coverage() == Coverage.NOT_REPORTED
            ? AbsenceReason.NOT_REPORTED
            : AbsenceReason.NOT_RECORDED;
    return new Observation(
        Truth.UNKNOWN,
        List.of(new Input(patient.person().row(), code, Value.absent(reason), "")),
        List.of());
  }
}
