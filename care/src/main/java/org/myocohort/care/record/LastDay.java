package org.myocohort.care.record;

import java.time.LocalDate;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;

/// The day that a question about a patient can be asked of.
public final class LastDay {
  private LastDay() {}

  /// The day, or that of death where it is known and earlier: no course outlasts its patient.
  public static LocalDate of(PatientRecord patient, LocalDate day) {
    return patient.person().death() instanceof Value.Known<Moment>(Moment death)
            && !(death instanceof Moment.IndexDay)
            && death.latest() < day.toEpochDay()
        ? LocalDate.ofEpochDay(death.latest())
        : day;
  }
}
