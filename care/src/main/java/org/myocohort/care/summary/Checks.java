package org.myocohort.care.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.safety.AnakinraDosing;
import org.myocohort.treatment.TreatmentHistory;

/// What is to be checked next, as far as the study or a source that was read gives a day.
final class Checks {
  private static final String ANAKINRA = "anakinra";

  private final Writing writing;
  private final List<Sentence> said = new ArrayList<>();

  Checks(Writing writing) {
    this.writing = writing;
  }

  Section section() {
    visit();
    neutrophils();
    add("others", Basis.NOTHING, "checks.others");
    add("ask", Basis.NOTHING, "checks.ask");
    return writing.section(Topic.CHECKS, List.of(new Group("", said)));
  }

  private void add(String key, Basis basis, String code, String... values) {
    said.add(writing.item(Topic.CHECKS, key, basis, code, values));
  }

  private void visit() {
    Visit last = null;
    for (Visit visit : writing.patient().visits()) {
      if (visit.date() instanceof Moment.Day && visit.date().isAfter(writing.now()) != Truth.TRUE) {
        last = visit;
      }
    }
    if (last == null || !(last.date() instanceof Moment.Day(LocalDate date))) {
      add("no-visit", Basis.NOTHING, "checks.no-visit");
      return;
    }
    Basis basis = Basis.of(last.row());
    LocalDate due = date.plusDays(writing.plan().visitIntervalDays());
    add("last-visit", basis, "checks.last-visit", writing.dates().on(last.date()));
    if (due.isBefore(writing.day())) {
      add("overdue", basis, "checks.overdue", writing.dates().by(due));
      add("ask-visit", Basis.NOTHING, "checks.ask-visit");
    } else {
      add("next-visit", basis, "checks.next-visit", writing.dates().by(due));
    }
  }

  private void neutrophils() {
    Optional<Treatment> course =
        writing.patient().treatments().stream()
            .filter(each -> each.drug().equals(ANAKINRA))
            .filter(each -> TreatmentHistory.runningOn(each, writing.now()) == Truth.TRUE)
            .findFirst();
    if (course.isEmpty()) {
      return;
    }
    Optional<Moment> first = writing.patient().firstDose(ANAKINRA);
    if (first.isEmpty() || !(first.get() instanceof Moment.Day(LocalDate start))) {
      add("neutrophils-unknown", Basis.NOTHING, "checks.neutrophils-unknown");
      return;
    }
    Basis basis =
        Basis.of(
                writing.patient().treatments().stream()
                    .filter(each -> each.drug().equals(ANAKINRA))
                    .filter(each ->
                        each.start() instanceof Value.Known<Moment>(Moment from)
                            && from.equals(first.get()))
                    .map(Treatment::row)
                    .toList())
            .citing(ANAKINRA, writing.cited(ANAKINRA, "label-anakinra"));
    Optional<LocalDate> next =
        AnakinraDosing.neutrophilSchedule(start).stream()
            .filter(due -> !due.isBefore(writing.day()))
            .findFirst();
    if (next.isPresent()) {
      add("neutrophils", basis, "checks.neutrophils", writing.dates().on(Moment.of(next.get())));
    } else {
      add("neutrophils-over", basis, "checks.neutrophils-over");
    }
  }
}
