package org.myocohort.app.patient;

import java.util.HashMap;
import java.util.Map;
import org.myocohort.instrument.Input;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// What the rows of a record are about, in few words: the finding, the antibody, the visit's date.
final class RowNames {
  private final Map<RowReference, String> names = new HashMap<>();
  private final Map<RowReference, String> statements = new HashMap<>();
  private final Words words;

  RowNames(PatientRecord patient, Words words) {
    this.words = words;
    for (Manifestation each : patient.manifestations()) {
      if (each.row().table().equals("manifestations")) {
        statements.put(
            each.row(), words.finding(each.finding()) + ": " + words.present(each.present()));
      }
    }
    for (AntibodyResult each : patient.antibodies()) {
      if (each.row().table().equals("antibodies")) {
        statements.put(
            each.row(),
            Words.antibody(each.antibody(), "")
                + ": "
                + words.name("input-value", each.result().code())
                + each.method().map(method -> ", " + method).orElse(""));
      }
    }
    for (Measurement each : patient.measurements()) {
      names.put(each.row(), words.measurement(each.code()) + ", " + words.value(each.date()));
    }
    for (Treatment each : patient.treatments()) {
      names.put(each.row(), words.drug(each.drug()) + ", " + words.value(each.start()));
    }
    // A published patient has everything in one row: there column and value tell.
    names.remove(patient.person().row());
    for (Visit each : patient.visits()) {
      names.put(each.row(), words.text("row.visit", each.date()));
      for (EnzymeMeasurement enzyme : each.enzymes()) {
        names.putIfAbsent(enzyme.row(), words.measurement(enzyme.enzyme().code()));
      }
    }
  }

  /// What was read, in words.
  String told(Input input) {
    String statement = statements.get(input.row());
    if (statement != null) {
      return statement;
    }
    String value =
        input.value() instanceof Value.Known<?>(String word)
            ? words.name("input-value", word)
            : words.value(input.value());
    return names.getOrDefault(input.row(), words.column(input.column()))
        + ": "
        + (input.unit().isEmpty() || input.isMissing() ? value : value + " " + input.unit());
  }
}
