package org.myocohort.app.patient;

import java.util.OptionalDouble;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// Months around a day 0.
///
/// @param zero day 0
/// @param end how far the record goes, in months: what is ongoing is drawn to there and no further
record TimeAxis(Moment zero, double end) {
  static TimeAxis of(PatientRecord patient, Moment zero) {
    TimeAxis axis = new TimeAxis(zero, 0);
    double latest = 0;
    for (Visit visit : patient.visits()) {
      latest = Math.max(latest, axis.months(visit.date()).orElse(0));
    }
    for (Measurement measurement : patient.measurements()) {
      latest = Math.max(latest, axis.months(measurement.date()).orElse(0));
    }
    for (ClinicalEvent event : patient.events()) {
      latest = Math.max(latest, axis.months(event.date()).orElse(0));
    }
    for (AdverseEvent event : patient.adverseEvents()) {
      latest = Math.max(latest, axis.months(event.start()).orElse(0));
    }
    for (Treatment treatment : patient.treatments()) {
      latest = Math.max(latest, axis.months(treatment.start()).orElse(0));
      latest = Math.max(latest, axis.months(treatment.stop()).orElse(0));
    }
    return new TimeAxis(zero, latest);
  }

  /// Months from day 0; empty where the two are not on one scale.
  OptionalDouble months(Moment moment) {
    return moment.comparableWith(zero)
        ? OptionalDouble.of(ofDay(moment.middle()))
        : OptionalDouble.empty();
  }

  OptionalDouble months(Value<Moment> value) {
    return value instanceof Value.Known<Moment>(Moment moment)
        ? months(moment)
        : OptionalDouble.empty();
  }

  /// Months from day 0 to a day on the scale of [Moment#middle()].
  double ofDay(long day) {
    return (day - zero.middle()) / Moment.DAYS_PER_MONTH;
  }
}
