package org.myocohort.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.myocohort.units.Units;
import org.myocohort.vocabulary.Vocabulary;

/// Reads one patient's measurements and findings at a time (this project's conventions).
public final class Readings {
  /// How far apart values may be that an instrument reads together.
  public static final int WINDOW_DAYS = 7;

  private static final Value<BigDecimal> NOT_RECORDED = Value.absent(AbsenceReason.NOT_RECORDED);

  private final PatientRecord patient;

  public Readings(PatientRecord patient) {
    this.patient = patient;
  }

  /// The dates on which something was measured, in order and once each.
  public List<Moment> dates(String... codes) {
    List<Moment> dates = new ArrayList<>();
    for (String code : codes) {
      for (Measurement measurement : patient.measurements(code)) {
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
    for (Measurement measurement : patient.measurements(code)) {
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
    for (Measurement measurement : patient.measurements(code)) {
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
    for (String unit : units) {
      Optional<Value<BigDecimal>> value =
          Units.convert(measurement.value(), measurement.unit(), unit);
      if (value.isPresent()) {
        return new Quantity(
            value.get(),
            unit,
            Units.convert(measurement.lowerLimit(), measurement.unit(), unit).orElse(NOT_RECORDED),
            Units.convert(measurement.upperLimit(), measurement.unit(), unit).orElse(NOT_RECORDED),
            inputs);
      }
    }
    inputs.add(
        new Input(measurement.row(), "unit", Value.absent(AbsenceReason.NOT_APPLICABLE), units[0]));
    return new Quantity(NOT_RECORDED, units[0], NOT_RECORDED, NOT_RECORDED, inputs);
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

  /// Whether a finding was there on a day. A statement without dates holds for the whole record;
  /// one with a start and no end goes on. Findings that count as this one are read with it.
  public Observation finding(String code, Moment at) {
    return finding(code, at, null);
  }

  /// Whether a finding was there on a day or began in the days before it.
  ///
  /// @param sinceDays how many days before the day still count
  public Observation findingWithin(String code, Moment at, int sinceDays) {
    return finding(code, at, (long) sinceDays);
  }

  private Observation finding(String code, Moment at, @Nullable Long sinceDays) {
    List<Input> inputs = new ArrayList<>();
    Truth present = Truth.FALSE;
    Truth absent = Truth.FALSE;
    for (Manifestation manifestation : patient.manifestations()) {
      boolean same = manifestation.finding().equals(code);
      if (!same && !(manifestation.present() == Truth.TRUE && countsAs(manifestation, code))) {
        continue;
      }
      Truth applies = applies(manifestation, at, sinceDays);
      if (applies == Truth.FALSE || manifestation.present() == Truth.UNKNOWN) {
        continue;
      }
      inputs.add(
          new Input(
              manifestation.row(),
              manifestation.column(),
              Value.of(manifestation.present() == Truth.TRUE ? "present" : "absent"),
              ""));
      if (manifestation.present() == Truth.TRUE) {
        present = present.or(applies);
      } else {
        absent = absent.or(applies);
      }
    }
    if (present == Truth.TRUE || absent == Truth.TRUE || !inputs.isEmpty()) {
      Truth truth =
          present == Truth.TRUE
              ? Truth.TRUE
              : absent == Truth.TRUE && present == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
      return new Observation(truth, inputs, List.of());
    }
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

  private static boolean countsAs(Manifestation manifestation, String code) {
    return Vocabulary.findings()
        .find(manifestation.finding())
        .map(term -> term.list("counts_as").contains(code))
        .orElse(false);
  }

  private static Truth applies(Manifestation manifestation, Moment at, @Nullable Long sinceDays) {
    Truth begun =
        switch (manifestation.from()) {
          case Value.Known<Moment>(Moment from) -> from.isAfter(at).not();
          case Value.Absent<Moment> _ -> Truth.TRUE;
          case Value.Below<Moment> _, Value.Above<Moment> _ -> Truth.UNKNOWN;
        };
    if (!(manifestation.to() instanceof Value.Known<Moment>(Moment to))) {
      return begun;
    }
    Truth ended =
        sinceDays == null || !to.comparableWith(at)
            ? to.isBefore(at)
            : endedBefore(to, at, sinceDays);
    return begun.and(ended.not());
  }

  private static Truth endedBefore(Moment to, Moment at, long days) {
    if (to.latest() < at.earliest() - days) {
      return Truth.TRUE;
    }
    return to.earliest() >= at.latest() - days ? Truth.FALSE : Truth.UNKNOWN;
  }
}
