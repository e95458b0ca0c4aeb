package org.myocohort.cohort.selection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// The last day of which a record speaks: a visit, a measurement, a change of treatment, an event
/// or the death, up to the day of the question.
///
/// @param earliest the day that it is at least, days since 1970-01-01
/// @param latest the day that it is at most
/// @param used the row that says so; none where nothing is dated
public record FollowUp(long earliest, long latest, List<Used> used) {

  /// The last day of a record.
  ///
  /// @param on what is recorded of later days does not count
  /// @return `earliest` is the smallest `long` where nothing is dated
  public static FollowUp of(PatientRecord patient, LocalDate on) {
    Search search = new Search(on.toEpochDay());
    for (Visit visit : patient.visits()) {
      search.add(visit.row(), "date", visit.date());
    }
    for (Measurement measurement : patient.measurements()) {
      search.add(measurement.row(), "date", measurement.date());
    }
    for (Treatment course : patient.treatments()) {
      search.add(course.row(), "start", course.start());
      search.add(course.row(), "stop", course.stop());
    }
    for (ClinicalEvent event : patient.events()) {
      search.add(event.row(), "date", event.date());
    }
    for (AdverseEvent event : patient.adverseEvents()) {
      search.add(event.row(), "date", event.start());
    }
    search.add(patient.person().row(), "death", patient.person().death());
    return search.found();
  }

  /// Where a date stands; its text is made only of the last one.
  private record Last(RowReference row, String column, Moment date) {
    Used used() {
      return new Used(row, column, column, "", date.toString());
    }
  }

  /// Looks for the last day.
  private static final class Search {
    private final long on;
    private long earliest = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;
    private LocalDate earliestDay = LocalDate.MIN;
    private @Nullable Last last;

    Search(long on) {
      this.on = on;
    }

    void add(RowReference row, String column, Value<Moment> value) {
      if (value instanceof Value.Known<Moment>(Moment date)) {
        add(row, column, date);
      }
    }

    void add(RowReference row, String column, Moment date) {
      if (date instanceof Moment.IndexDay || isNoLater(date) || date.earliest() > on) {
        return;
      }
      latest = Math.max(latest, Math.min(date.latest(), on));
      if (date.earliest() > earliest) {
        earliest = date.earliest();
        earliestDay = LocalDate.ofEpochDay(earliest);
        last = new Last(row, column, date);
      }
    }

    /// Whether a date is a day that changes nothing, as most are: told without counting days.
    private boolean isNoLater(Moment date) {
      return date instanceof Moment.Day(LocalDate day) && !day.isAfter(earliestDay);
    }

    FollowUp found() {
      return new FollowUp(earliest, latest, last == null ? List.of() : List.of(last.used()));
    }
  }
}
