package org.myocohort.cohort.analysis;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.cohort.analysis.Finding.RateGroup;
import org.myocohort.cohort.analysis.Finding.WaitingGroup;
import org.myocohort.cohort.variable.Events;
import org.myocohort.cohort.variable.Waiting;
import org.myocohort.patient.Moment;
import org.myocohort.statistics.counts.PoissonRate;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.survival.AalenJohansen;
import org.myocohort.statistics.survival.AalenJohansen.Competing;
import org.myocohort.statistics.survival.KaplanMeier;
import org.myocohort.statistics.survival.LogRankTest;
import org.myocohort.statistics.survival.Observation;

/// Times until events, and events in times.
final class Times {

  private Times() {}

  /// Each group's curves; two or more groups by the log-rank test of the event asked for, in which
  /// what competes ends the time seen.
  static Finding of(Question.Wait question, Asking asking) {
    List<String> causes = question.variable().source().causes();
    List<Waiting> waitings =
        asking.members().stream().map(question.variable().source()::of).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < waitings.size(); i++) {
      Waiting each = waitings.get(i);
      Long days = each.days();
      rows.add(
          asking.row(
              i,
              List.of(
                  new Row.Cell(
                      days == null ? "" : Long.toString(days), each.used(), each.missing()),
                  Asking.cell(days == null ? "" : isAsked(each, causes) ? "1" : "0", each.used()),
                  Asking.cell(each.cause().orElse(""), each.used()))));
    }
    List<WaitingGroup> groups = new ArrayList<>();
    List<List<Observation>> asked = new ArrayList<>();
    for (int g = 0; g < asking.groups(); g++) {
      List<Waiting> of = new ArrayList<>();
      for (int i : asking.membersOf(g)) {
        of.add(waitings.get(i));
      }
      groups.add(group(of, causes, asking));
      asked.add(observations(of, causes));
    }
    int count = asked.stream().mapToInt(List::size).sum();
    return new Finding.Waited(
        question,
        asking.columns("time", "event", "cause"),
        rows,
        causes,
        groups,
        asking.groups() < 2 ? asking.noComparison(count) : LogRankTest.of(asked, asking.options()));
  }

  /// What is not the event asked for ends the time that is seen.
  private static List<Observation> observations(List<Waiting> of, List<String> causes) {
    List<Observation> observations = new ArrayList<>();
    for (Waiting each : of) {
      Long days = each.days();
      if (days != null) {
        observations.add(new Observation(days, isAsked(each, causes)));
      }
    }
    return observations;
  }

  private static boolean isAsked(Waiting waiting, List<String> causes) {
    return waiting.cause().filter(causes.getFirst()::equals).isPresent();
  }

  private static WaitingGroup group(List<Waiting> of, List<String> causes, Asking asking) {
    List<Observation> any = new ArrayList<>();
    List<Competing> competing = new ArrayList<>();
    List<Integer> events = new ArrayList<>();
    causes.forEach(_ -> events.add(0));
    for (Waiting each : of) {
      Long days = each.days();
      if (days == null) {
        continue;
      }
      int cause = each.cause().map(causes::indexOf).orElse(-1);
      any.add(new Observation(days, cause >= 0));
      competing.add(new Competing(days, cause + 1));
      if (cause >= 0) {
        events.set(cause, events.get(cause) + 1);
      }
    }
    return new WaitingGroup(
        of.size() - any.size(),
        events,
        KaplanMeier.of(any, asking.options().level()),
        AalenJohansen.of(competing, causes.size()));
  }

  /// Each group's rate with exact limits; two groups by the exact ratio of their rates.
  static Finding of(Question.Rate question, Asking asking) {
    List<Events> all = asking.members().stream().map(question.variable().source()::of).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Events each = all.get(i);
      Long days = each.days();
      List<Used> used = each.events();
      rows.add(
          asking.row(
              i,
              List.of(
                  Asking.cell(days == null ? "" : Integer.toString(used.size()), used),
                  new Row.Cell(
                      days == null ? "" : Long.toString(days), List.of(), each.missing()))));
    }
    List<RateGroup> groups = new ArrayList<>();
    for (int g = 0; g < asking.groups(); g++) {
      List<Events> of = new ArrayList<>();
      for (int i : asking.membersOf(g)) {
        of.add(all.get(i));
      }
      groups.add(rate(of, asking));
    }
    int events = groups.stream().mapToInt(each -> each.rate().count()).sum();
    return new Finding.Rated(
        question,
        asking.columns("events", "days"),
        rows,
        groups,
        groups.size() == 2
            ? ratio(groups.get(0), groups.get(1), asking)
            : asking.noComparison(events));
  }

  private static RateGroup rate(List<Events> of, Asking asking) {
    int members = 0;
    int with = 0;
    int events = 0;
    int undated = 0;
    long days = 0;
    for (Events each : of) {
      Long time = each.days();
      if (time == null) {
        continue;
      }
      members++;
      days += time;
      with += each.events().isEmpty() ? 0 : 1;
      events += each.events().size();
      undated += each.undated().size();
    }
    double years = days / Moment.DAYS_PER_YEAR;
    return new RateGroup(
        members,
        with,
        of.size() - members,
        undated,
        years,
        PoissonRate.of(events, years, 1, asking.options()));
  }

  private static TestResult ratio(RateGroup first, RateGroup second, Asking asking) {
    if (!(first.years() > 0 && second.years() > 0)) {
      return TestResult.none(first.rate().count() + second.rate().count(), Absence.EMPTY_GROUP);
    }
    return PoissonRate.ratio(
        first.rate().count(),
        first.years(),
        second.rate().count(),
        second.years(),
        1,
        asking.options());
  }
}
