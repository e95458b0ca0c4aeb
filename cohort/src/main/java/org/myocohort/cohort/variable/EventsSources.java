package org.myocohort.cohort.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.AgentTime;
import org.myocohort.care.line.DayBounds;
import org.myocohort.care.line.Exposure;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.taper.Relapse;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Where counts of events come from.
final class EventsSources {
  private EventsSources() {}

  /// Adverse events from day 0 on, while a drug was taken or as long as the record goes.
  ///
  /// @param whileTaking the drug, null for the whole follow-up
  /// @param leastGrade 1 to 5; a grade that is not known does not reach any but 1
  /// @param seriousOnly whether only those that the centre called serious count
  record Adverse(@Nullable String whileTaking, int leastGrade, boolean seriousOnly)
      implements EventsSource {
    @Override
    public Events of(Member member) {
      Time time = Time.of(member, whileTaking);
      for (AdverseEvent event : member.patient().adverseEvents()) {
        boolean graded =
            leastGrade <= 1
                || (event.grade() instanceof Value.Known<Integer>(Integer grade)
                    && grade >= leastGrade);
        boolean serious = !seriousOnly || event.serious().equals(Value.of("yes"));
        if (graded && serious) {
          time.add(event.start(), event.row(), "start", event.term());
        }
      }
      return time.events();
    }
  }

  /// Events of a kind from day 0 on.
  record Happened(ClinicalEvent.Kind kind) implements EventsSource {
    @Override
    public Events of(Member member) {
      Time time = Time.of(member, null);
      for (ClinicalEvent event : member.patient().events()) {
        if (event.kind() == kind) {
          time.add(event.date(), event.row(), "date", kind.code());
        }
      }
      return time.events();
    }
  }

  /// Relapses by the definition of the tapers, from day 0 on.
  record Relapses() implements EventsSource {
    @Override
    public Events of(Member member) {
      Time time = Time.of(member, null);
      for (Relapse relapse : member.taper().relapses()) {
        if (relapse.byDefinition() == Truth.TRUE) {
          time.add(
              relapse.flare().date(), relapse.flare().row(), "date", relapse.flare().kind().code());
        }
      }
      return time.events();
    }
  }

  /// The time that is looked at, and what fell into it.
  private static final class Time {
    private final Member member;
    private final @Nullable Long days;
    private final List<long[]> spans;
    private final List<Used> inside = new ArrayList<>();
    private final List<Used> open = new ArrayList<>();

    private Time(Member member, @Nullable Long days, List<long[]> spans) {
      this.member = member;
      this.days = days;
      this.spans = spans;
    }

    static Time of(Member member, @Nullable String drug) {
      OptionalLong followed = member.followedDays();
      if (followed.isEmpty()) {
        return new Time(member, null, List.of());
      }
      long end = followed.getAsLong();
      if (drug == null) {
        return new Time(member, end, List.of(new long[] {0, end}));
      }
      List<long[]> spans = new ArrayList<>();
      long sum = 0;
      long zero = member.subject().zero().map(Moment::middle).orElse(0L);
      for (AgentTime agent : member.lines().agents()) {
        if (!agent.agent().equals(drug)) {
          continue;
        }
        if (agent.days().most() == null) {
          return new Time(member, null, List.of());
        }
        for (Exposure exposure : agent.exposures()) {
          long from = Math.max(0, exposure.span().startFirst() - zero);
          long to = Math.min(end, exposure.span().endLast() - zero);
          if (to > from) {
            spans.add(new long[] {from, to});
            sum += Math.min(to - from, taken(exposure.days()));
          }
        }
      }
      return new Time(member, sum, spans);
    }

    /// The middle of what the dates leave open.
    private static long taken(DayBounds bounds) {
      Long most = bounds.most();
      return most == null ? bounds.least() : Math.floorDiv(bounds.least() + most, 2);
    }

    void add(Value<Moment> date, RowReference row, String column, String what) {
      Optional<Moment> known =
          date instanceof Value.Known<Moment>(Moment moment)
              ? Optional.of(moment)
              : Optional.empty();
      Used used = new Used(row, column, what, "", known.map(Moment::toString).orElse(""));
      OptionalLong day = known.map(member::day).orElse(OptionalLong.empty());
      if (day.isEmpty()) {
        // One without a date may have come at any time; one of a later day does not count.
        if (known.isEmpty()) {
          open.add(used);
        }
        return;
      }
      for (long[] span : spans) {
        if (day.getAsLong() >= span[0] && day.getAsLong() <= span[1]) {
          inside.add(used);
          return;
        }
      }
    }

    Events events() {
      return days == null ? Events.missing("follow-up") : new Events(days, inside, open, List.of());
    }
  }
}
