package org.myocohort.care.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Quantity;
import org.myocohort.reading.Readings;
import org.myocohort.safety.AnakinraDosing;
import org.myocohort.safety.CreatinineClearance;

/// Measured values beside a drug.
final class LaboratoryChecks {
  private static final String NEUTROPHILS = "neutrophils";
  private static final String CREATININE = "creatinine";

  /// A count that was due longer ago than the longest interval of the schedule is not due any more.
  private static final int DUE_DAYS = 92;

  /// How far from its due day a count still answers it, as in [AnakinraDosing].
  private static final int TOLERANCE_DAYS = 10;

  private final PatientRecord patient;
  private final LocalDate on;
  private final Moment day;
  private final Readings readings;

  LaboratoryChecks(PatientRecord patient, LocalDate on) {
    this.patient = patient;
    this.on = on;
    this.day = Moment.of(on);
    this.readings = new Readings(patient);
  }

  Evidence below(Condition.ValueBelow condition) {
    Measurement latest = latest(condition.measurement(), condition.days());
    if (latest == null) {
      return Evidence.lacks(Missing.of(Missing.Kind.MEASUREMENT, condition.measurement()));
    }
    Quantity read = Readings.read(latest, condition.unit());
    Truth below = Value.isLessThan(read.value(), condition.limit());
    return below == Truth.UNKNOWN
        ? Evidence.lacks(read.inputs(), Missing.column(latest.row(), "value"))
        : Evidence.of(below, read.inputs().getFirst());
  }

  /// The latest value on or before the day, null where none is young enough.
  private @Nullable Measurement latest(String code, int days) {
    Measurement latest = null;
    long best = on.toEpochDay() - days - 1;
    for (Measurement each : readings.measurements(code)) {
      if (!each.value().isAbsent()
          && each.date() instanceof Value.Known<Moment>(Moment date)
          && date.isAfter(day) == Truth.FALSE
          && date.earliest() >= on.toEpochDay() - days
          && date.latest() >= best) {
        latest = each;
        best = date.latest();
      }
    }
    return latest;
  }

  /// Whether something was measured only after a first dose. That no value is recorded does not say
  /// that none was measured.
  Evidence notBefore(String code, @Nullable Moment firstDose) {
    List<Input> after = new ArrayList<>();
    for (Measurement each : readings.measurements(code)) {
      boolean measured = !each.value().isAbsent() || each.qualitative().isKnown();
      if (!measured || !(each.date() instanceof Value.Known<Moment>(Moment date))) {
        continue;
      }
      Input input = new Input(each.row(), "value", each.value(), each.unit());
      if (firstDose == null) {
        return Evidence.lacks(List.of(input), Missing.of(Missing.Kind.COLUMN, "start"));
      }
      switch (date.isAfter(firstDose)) {
        case FALSE -> {
          return Evidence.of(Truth.FALSE, input);
        }
        case TRUE -> after.add(input);
        case UNKNOWN -> {
          return Evidence.lacks(List.of(input), Missing.column(each.row(), "date"));
        }
      }
    }
    return after.isEmpty()
        ? Evidence.lacks(Missing.of(Missing.Kind.MEASUREMENT, code))
        : Evidence.of(Truth.TRUE, after.getFirst());
  }

  Evidence clearanceBelow30(int days) {
    Measurement creatinine = latest(CREATININE, days);
    if (creatinine == null || !(creatinine.date() instanceof Value.Known<Moment>(Moment at))) {
      return Evidence.lacks(Missing.of(Missing.Kind.MEASUREMENT, CREATININE));
    }
    Assessment clearance = null;
    for (Assessment each : new CreatinineClearance().assess(patient, StudySettings.DEFAULT)) {
      if (at.equals(each.at())) {
        clearance = each;
      }
    }
    if (clearance == null) {
      return Evidence.lacks(Missing.of(Missing.Kind.MEASUREMENT, CREATININE));
    }
    List<Input> values = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    clearance
        .parts()
        .forEach(part -> {
          for (Input input : part.inputs()) {
            if (!input.isMissing()) {
              values.add(input);
            } else if (part.code().equals("weight") || part.code().equals(CREATININE)) {
              missing.add(Missing.of(Missing.Kind.MEASUREMENT, part.code()));
            } else {
              missing.add(Missing.column(input.row(), input.column()));
            }
          }
        });
    BigDecimal value = clearance.value();
    if (value != null) {
      values.add(
          new Input(
              creatinine.row(),
              CreatinineClearance.CODE,
              Value.of(value.setScale(1, java.math.RoundingMode.HALF_UP)),
              "mL/min"));
    }
    return switch (AnakinraDosing.prompt(clearance)) {
      case AnakinraDosing.EVERY_OTHER_DAY -> Evidence.of(Truth.TRUE, values);
      case AnakinraDosing.NO_PROMPT -> Evidence.of(Truth.FALSE, values);
      default ->
          new Evidence(
              Truth.UNKNOWN,
              values,
              missing.isEmpty()
                  ? List.of(Missing.column(patient.person().row(), "birth"))
                  : missing,
              List.of());
    };
  }

  Evidence neutrophilsDue(@Nullable Moment firstDose) {
    if (!(firstDose instanceof Moment.Day(LocalDate start))) {
      return Evidence.lacks(Missing.of(Missing.Kind.COLUMN, "start"));
    }
    List<Input> counted = new ArrayList<>();
    LocalDate open = null;
    for (LocalDate due : AnakinraDosing.neutrophilSchedule(start)) {
      if (due.isAfter(on) || due.isBefore(on.minusDays(DUE_DAYS))) {
        continue;
      }
      Input count = countNear(due);
      if (count == null) {
        open = due;
      } else {
        counted.add(count);
        open = null;
      }
    }
    if (open != null) {
      return Evidence.of(
          Truth.TRUE,
          new Input(patient.person().row(), "neutrophils-due", Value.of(Moment.of(open)), ""));
    }
    return Evidence.of(Truth.FALSE, counted);
  }

  /// A count at most the tolerance before a due day, or after it.
  private @Nullable Input countNear(LocalDate due) {
    for (Measurement each : readings.measurements(NEUTROPHILS)) {
      if (!each.value().isAbsent()
          && each.date() instanceof Value.Known<Moment>(Moment date)
          && !(date instanceof Moment.IndexDay)
          && date.earliest() >= due.toEpochDay() - TOLERANCE_DAYS
          && date.latest() <= on.toEpochDay()) {
        return new Input(each.row(), "value", each.value(), each.unit());
      }
    }
    return null;
  }
}
