package org.myocohort.cohort.selection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.Span;
import org.myocohort.cohort.selection.IndexEvent.Occurrence;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

/// A patient on the way into a cohort.
final class Candidate {
  private final Subject subject;

  Candidate(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  String id() {
    return subject.id();
  }

  StepAnswer answer(SelectionStep step) {
    return switch (step) {
      case SelectionStep.Happened _ -> happened();
      case SelectionStep.Between(LocalDate from, LocalDate until) -> between(from, until);
      case SelectionStep.Followed(Span least) -> followed(least);
      case SelectionStep.Demand(String _, Rule rule, Asked asked) -> subject.ask(rule, asked);
    };
  }

  /// What lies behind the day of the question has not happened yet.
  private StepAnswer happened() {
    Occurrence at = subject.occurrence();
    Moment date = subject.date();
    Truth happened =
        date == null
            ? at.happened()
            : at.happened().and(date.isAfter(new Moment.Day(subject.on())).not());
    return new StepAnswer(
        id(),
        Kind.of(happened),
        null,
        subject.used(),
        happened == Truth.UNKNOWN ? List.of(Subject.missing("index-event")) : List.of());
  }

  private StepAnswer between(@Nullable LocalDate from, @Nullable LocalDate until) {
    Moment date = subject.date();
    if (date == null) {
      return StepAnswer.open(id(), subject.used(), Subject.missing(Subject.INDEX_DATE));
    }
    Truth within =
        (from == null ? Truth.TRUE : date.isBefore(new Moment.Day(from)).not())
            .and(until == null ? Truth.TRUE : date.isAfter(new Moment.Day(until)).not());
    return within == Truth.UNKNOWN
        ? StepAnswer.open(id(), subject.used(), Subject.missing(Subject.INDEX_DATE))
        : new StepAnswer(id(), Kind.of(within), null, subject.used(), List.of());
  }

  private StepAnswer followed(Span least) {
    Moment date = subject.calendarDate();
    if (date == null) {
      return StepAnswer.open(id(), subject.used(), Subject.missing(Subject.INDEX_DATE));
    }
    long atLeast = least.after(LocalDate.ofEpochDay(date.latest())).toEpochDay();
    long atMost = least.after(LocalDate.ofEpochDay(date.earliest())).toEpochDay();
    FollowUp last = FollowUp.of(subject.patient(), subject.on());
    Kind kind =
        last.earliest() >= atLeast
            ? Kind.MET
            : last.latest() < atMost ? Kind.NOT_MET : Kind.UNDETERMINED;
    return kind == Kind.UNDETERMINED
        ? StepAnswer.open(id(), last.used(), Subject.missing("follow-up"))
        : new StepAnswer(id(), kind, null, last.used(), List.of());
  }
}
