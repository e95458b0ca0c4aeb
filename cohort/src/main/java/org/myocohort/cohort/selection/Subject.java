package org.myocohort.cohort.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.rule.PatientView;
import org.myocohort.care.rule.Rule;
import org.myocohort.cohort.selection.IndexEvent.Occurrence;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;

/// A patient as a cohort sees them: the record, its day 0, and the last day that counts.
///
/// Not for several threads at once: what was looked up is kept.
public final class Subject {
  static final String INDEX_DATE = "index-date";

  private final PatientRecord patient;
  private final LocalDate on;
  private final @Nullable Occurrence index;
  private @Nullable PatientView whole;
  private @Nullable PatientView early;
  private @Nullable PatientView late;

  /// Looks at a record.
  ///
  /// @param event what is day 0, empty where the cohort has none
  /// @param on what is recorded of later days does not count
  public Subject(PatientRecord patient, Optional<IndexEvent> event, LocalDate on) {
    this.patient = patient;
    this.on = on;
    this.index = event.map(each -> each.of(patient)).orElse(null);
  }

  public String id() {
    return patient.id();
  }

  public PatientRecord patient() {
    return patient;
  }

  /// The last day that counts.
  public LocalDate on() {
    return on;
  }

  /// Day 0, empty where the cohort has no index event or its date is not recorded.
  public Optional<Moment> zero() {
    return index == null ? Optional.empty() : Optional.ofNullable(date());
  }

  /// What was measured of a code up to the last day that counts, the enzymes of visits included.
  public List<Measurement> measurements(String code) {
    return whole().measurements(code);
  }

  /// What a rule says of the record on day 0, or of all of it.
  ///
  /// Of a month or a year, both ends must agree; without a date only an answer counts that rests on
  /// nothing dated, for it is the same on any day.
  public StepAnswer ask(Rule rule, Asked asked) {
    return switch (asked) {
      case EVER -> StepAnswer.of(id(), whole().explain(rule));
      case AT_INDEX -> atIndex(rule);
    };
  }

  private StepAnswer atIndex(Rule rule) {
    Moment date = calendarDate();
    if (date == null) {
      Explained any = whole().explain(rule);
      boolean undated =
          any.leaves().stream()
              .flatMap(leaf -> leaf.used().stream())
              .allMatch(each -> each.date().isEmpty());
      return undated
          ? StepAnswer.of(id(), any)
          : StepAnswer.open(id(), used(), missing(INDEX_DATE));
    }
    if (late == null) {
      late = new PatientView(patient, LocalDate.ofEpochDay(date.latest()));
    }
    StepAnswer last = StepAnswer.of(id(), late.explain(rule));
    if (date.isExact()) {
      return last;
    }
    if (early == null) {
      early = new PatientView(patient, LocalDate.ofEpochDay(date.earliest()));
    }
    StepAnswer first = StepAnswer.of(id(), early.explain(rule));
    return first.kind() == last.kind()
        ? last
        : StepAnswer.open(id(), last.used(), missing(INDEX_DATE));
  }

  private PatientView whole() {
    PatientView view = whole;
    if (view == null) {
      view = new PatientView(patient, on);
      whole = view;
    }
    return view;
  }

  Occurrence occurrence() {
    if (index == null) {
      throw new IllegalStateException("a step asks for an index event that the definition lacks");
    }
    return index;
  }

  @Nullable Moment date() {
    return occurrence().date() instanceof Value.Known<Moment>(Moment date) ? date : null;
  }

  /// A day counted from an event of its own has no place in the calendar.
  @Nullable Moment calendarDate() {
    Moment date = date();
    return date instanceof Moment.IndexDay ? null : date;
  }

  /// What says when day 0 is.
  public List<Used> used() {
    Occurrence at = occurrence();
    Moment date = date();
    return at.row()
        .map(row ->
            List.of(new Used(row, at.column(), "index", "", date == null ? "" : date.toString())))
        .orElse(List.of());
  }

  static Missing missing(String code) {
    return new Missing(code, List.of());
  }
}
