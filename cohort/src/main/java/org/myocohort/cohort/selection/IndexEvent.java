package org.myocohort.cohort.selection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// The event that is day 0 of each patient of a cohort.
public sealed interface IndexEvent {

  /// Whether it happened, and when.
  ///
  /// @param happened UNKNOWN where the record does not say
  /// @param date absent where it did not happen or its date is not recorded
  /// @param row where it stands, empty where nothing says so
  /// @param column in that row
  record Occurrence(Truth happened, Value<Moment> date, Optional<RowReference> row, String column) {
    static final Value<Moment> UNDATED = Value.absent(AbsenceReason.NOT_RECORDED);

    static Occurrence none(Truth happened) {
      return new Occurrence(happened, UNDATED, Optional.empty(), "");
    }
  }

  Occurrence of(PatientRecord patient);

  /// The first dose of a drug, or of any of several.
  ///
  /// A course of dose 0 says that the drug was not taken. Where one course has no start, it may
  /// have been the first: the event happened on a day that is not known.
  ///
  /// @param drugs codes
  /// @param shown as the file names them
  record FirstDose(List<String> drugs, String shown) implements IndexEvent {
    public FirstDose {
      drugs = List.copyOf(drugs);
    }

    @Override
    public Occurrence of(PatientRecord patient) {
      List<Treatment> courses =
          patient.treatments().stream()
              .filter(course -> drugs.contains(course.drug()) && !isNone(course))
              .toList();
      if (courses.isEmpty()) {
        return Occurrence.none(patient.treatments().isEmpty() ? Truth.UNKNOWN : Truth.FALSE);
      }
      Optional<Treatment> undated =
          courses.stream().filter(course -> !course.start().isKnown()).findFirst();
      Treatment first =
          undated.orElseGet(
              () -> courses.stream().min(Comparator.comparingLong(FirstDose::start)).orElseThrow());
      return new Occurrence(
          Truth.TRUE,
          first.start().isKnown() ? first.start() : Occurrence.UNDATED,
          Optional.of(first.row()),
          first.start().isKnown() ? "start" : first.column());
    }

    private static boolean isNone(Treatment course) {
      return course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose)
          && dose.signum() == 0;
    }

    private static long start(Treatment course) {
      return course.start() instanceof Value.Known<Moment>(Moment start)
          ? start.middle()
          : Long.MAX_VALUE;
    }
  }

  /// The diagnosis. Every patient of a study has one, at a date that may not be recorded.
  record Diagnosis() implements IndexEvent {
    @Override
    public Occurrence of(PatientRecord patient) {
      Person person = patient.person();
      return new Occurrence(Truth.TRUE, person.diagnosis(), Optional.of(person.row()), "diagnosis");
    }
  }

  /// The first symptom.
  record Onset() implements IndexEvent {
    @Override
    public Occurrence of(PatientRecord patient) {
      Person person = patient.person();
      return new Occurrence(Truth.TRUE, person.onset(), Optional.of(person.row()), "onset");
    }
  }

  /// The first visit with the core set.
  record FirstVisit() implements IndexEvent {
    @Override
    public Occurrence of(PatientRecord patient) {
      return patient.visits().stream()
          .min(Comparator.comparingLong((Visit visit) -> visit.date().middle()))
          .map(visit ->
              new Occurrence(Truth.TRUE, Value.of(visit.date()), Optional.of(visit.row()), "date"))
          .orElseGet(() -> Occurrence.none(Truth.FALSE));
    }
  }
}
