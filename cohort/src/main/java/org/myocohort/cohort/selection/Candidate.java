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
import org.myocohort.care.rule.Span;
import org.myocohort.cohort.selection.IndexEvent.Occurrence;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// A patient on the way into a cohort.
final class Candidate {
  private static final String INDEX_DATE = "index-date";

  private final PatientRecord patient;
  private final LocalDate on;
  private final @Nullable Occurrence index;
  private @Nullable PatientView whole;
  private @Nullable PatientView early;
  private @Nullable PatientView late;

  Candidate(PatientRecord patient, Optional<IndexEvent> event, LocalDate on) {
    this.patient = patient;
    this.on = on;
    this.index = event.map(each -> each.of(patient)).orElse(null);
  }

  String id() {
    return patient.id();
  }

  StepAnswer answer(SelectionStep step) {
    return switch (step) {
      case SelectionStep.Happened _ -> happened();
      case SelectionStep.Between(LocalDate from, LocalDate until) -> between(from, until);
      case SelectionStep.Followed(Span least) -> followed(least);
      case SelectionStep.Demand(String _, Rule rule, Asked asked) ->
          switch (asked) {
            case EVER -> StepAnswer.of(id(), whole().explain(rule));
            case AT_INDEX -> atIndex(rule);
          };
    };
  }

  /// What lies behind the day of the question has not happened yet.
  private StepAnswer happened() {
    Occurrence at = occurrence();
    Moment date = date();
    Truth happened =
        date == null ? at.happened() : at.happened().and(date.isAfter(new Moment.Day(on)).not());
    return new StepAnswer(
        id(),
        Kind.of(happened),
        null,
        used(),
        happened == Truth.UNKNOWN ? List.of(missing("index-event")) : List.of());
  }

  private StepAnswer between(@Nullable LocalDate from, @Nullable LocalDate until) {
    Moment date = date();
    if (date == null) {
      return StepAnswer.open(id(), used(), missing(INDEX_DATE));
    }
    Truth within =
        (from == null ? Truth.TRUE : date.isBefore(new Moment.Day(from)).not())
            .and(until == null ? Truth.TRUE : date.isAfter(new Moment.Day(until)).not());
    return within == Truth.UNKNOWN
        ? StepAnswer.open(id(), used(), missing(INDEX_DATE))
        : new StepAnswer(id(), Kind.of(within), null, used(), List.of());
  }

  private StepAnswer followed(Span least) {
    Moment date = calendarDate();
    if (date == null) {
      return StepAnswer.open(id(), used(), missing(INDEX_DATE));
    }
    long atLeast = least.after(LocalDate.ofEpochDay(date.latest())).toEpochDay();
    long atMost = least.after(LocalDate.ofEpochDay(date.earliest())).toEpochDay();
    FollowUp last = FollowUp.of(patient, on);
    Kind kind =
        last.earliest() >= atLeast
            ? Kind.MET
            : last.latest() < atMost ? Kind.NOT_MET : Kind.UNDETERMINED;
    return kind == Kind.UNDETERMINED
        ? StepAnswer.open(id(), last.used(), missing("follow-up"))
        : new StepAnswer(id(), kind, null, last.used(), List.of());
  }

  /// The rule on the day of the index event. Of a month or a year, both ends must agree; without a
  /// date only an answer counts that rests on nothing dated, for it is the same on any day.
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

  private Occurrence occurrence() {
    if (index == null) {
      throw new IllegalStateException("a step asks for an index event that the definition lacks");
    }
    return index;
  }

  private @Nullable Moment date() {
    return occurrence().date() instanceof Value.Known<Moment>(Moment date) ? date : null;
  }

  /// A day counted from an event of its own has no place in the calendar.
  private @Nullable Moment calendarDate() {
    Moment date = date();
    return date instanceof Moment.IndexDay ? null : date;
  }

  private List<Used> used() {
    Occurrence at = occurrence();
    Moment date = date();
    return at.row()
        .map(row ->
            List.of(new Used(row, at.column(), "index", "", date == null ? "" : date.toString())))
        .orElse(List.of());
  }

  private static Missing missing(String code) {
    return new Missing(code, List.of());
  }
}
