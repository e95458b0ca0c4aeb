package org.myocohort.care.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Observation;
import org.myocohort.reading.Readings;
import org.myocohort.vocabulary.Vocabulary;

/// What a record says of findings and of tests.
final class FindingChecks {
  private final PatientRecord patient;
  private final Readings readings;
  private final Moment on;

  FindingChecks(PatientRecord patient, LocalDate on) {
    this.patient = patient;
    this.readings = new Readings(patient);
    this.on = Moment.of(on);
  }

  Evidence present(String finding) {
    Observation seen = readings.finding(finding, on);
    return seen.truth() == Truth.UNKNOWN
        ? Evidence.lacks(recorded(seen), Missing.of(Missing.Kind.FINDING, finding))
        : Evidence.of(seen.truth(), named(finding, seen.inputs()));
  }

  /// In a published list the finding is named, which its row and column are not enough for.
  private static List<Input> named(String finding, List<Input> inputs) {
    return inputs.stream()
        .map(input ->
            input.column().equals("manifestations")
                ? new Input(input.row(), input.column(), Value.of(finding), "")
                : input)
        .toList();
  }

  private static List<Input> recorded(Observation seen) {
    return seen.inputs().stream().filter(input -> !input.isMissing()).toList();
  }

  /// Whether a test was not done before a first dose. That a record or a published list says
  /// nothing of it does not say that it was not done.
  Evidence notBefore(String finding, @Nullable Moment firstDose) {
    List<Input> after = new ArrayList<>();
    List<Input> denied = new ArrayList<>();
    for (Manifestation statement : patient.manifestations()) {
      if (!statement.finding().equals(finding)) {
        continue;
      }
      Input input = input(statement);
      if (statement.present() == Truth.FALSE) {
        denied.add(input);
      } else if (statement.present() == Truth.TRUE) {
        if (!(statement.from() instanceof Value.Known<Moment>(Moment from))) {
          return Evidence.of(Truth.FALSE, input);
        }
        if (firstDose == null) {
          return Evidence.lacks(List.of(input), Missing.of(Missing.Kind.COLUMN, "start"));
        }
        switch (from.isAfter(firstDose)) {
          case FALSE -> {
            return Evidence.of(Truth.FALSE, input);
          }
          case TRUE -> after.add(input);
          case UNKNOWN -> {
            return Evidence.lacks(List.of(input), Missing.column(statement.row(), "from"));
          }
        }
      }
    }
    if (!after.isEmpty() || !denied.isEmpty()) {
      after.addAll(denied);
      return Evidence.of(Truth.TRUE, after);
    }
    return Evidence.lacks(
        Missing.of(Missing.Kind.FINDING, Vocabulary.findings().term(finding).code()));
  }

  static Input input(Manifestation statement) {
    return statement.from().isKnown()
        ? new Input(statement.row(), "from", statement.from(), "")
        : new Input(
            statement.row(),
            statement.column(),
            Value.of(statement.present() == Truth.TRUE ? "present" : "absent"),
            "");
  }
}
