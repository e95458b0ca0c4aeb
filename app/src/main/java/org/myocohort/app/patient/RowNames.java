package org.myocohort.app.patient;

import java.util.HashMap;
import java.util.Map;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Visit;

/// What the rows of a record are about, in few words: the finding, the antibody, the visit's date.
final class RowNames {
  private final Map<RowReference, String> names = new HashMap<>();

  RowNames(PatientRecord patient, Words words) {
    for (Manifestation each : patient.manifestations()) {
      names.put(each.row(), words.finding(each.finding()));
    }
    for (AntibodyResult each : patient.antibodies()) {
      names.put(each.row(), Words.antibody(each.antibody(), ""));
    }
    for (Measurement each : patient.measurements()) {
      names.put(each.row(), words.measurement(each.code()) + ", " + words.value(each.date()));
    }
    for (Treatment each : patient.treatments()) {
      names.put(each.row(), words.drug(each.drug()) + ", " + words.value(each.start()));
    }
    for (Visit each : patient.visits()) {
      names.put(each.row(), words.text("row.visit", each.date()));
      for (EnzymeMeasurement enzyme : each.enzymes()) {
        names.putIfAbsent(enzyme.row(), words.measurement(enzyme.enzyme().code()));
      }
    }
  }

  /// Empty for the row of the patient, which needs no name beside the column's.
  String name(RowReference row) {
    return names.getOrDefault(row, "");
  }
}
