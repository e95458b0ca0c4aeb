package org.myocohort.cohort.variable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.AgentTime;
import org.myocohort.care.line.Exposure;
import org.myocohort.care.line.StopReason;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.taper.DoseSpan;
import org.myocohort.care.taper.Relapse;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Person;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponseCategory;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseStatus;
import org.myocohort.treatment.GlucocorticoidEquivalence;

/// Where waiting times come from. A member whose record ends before any event is still waiting at
/// the last day that it speaks of.
final class WaitingSources {
  private static final String DEATH = "death";

  private WaitingSources() {}

  /// Until a response to the index drug alone, of at least a category.
  ///
  /// A visit after another treatment was added or raised, or after the index drug was stopped, ends
  /// the waiting as a rescue: whatever is seen from then on is no response to the drug. A partial
  /// score counts by its lower bound.
  ///
  /// @param least the category
  record ToResponse(ResponseCategory least) implements WaitingSource {
    static final String RESPONSE = "response";
    static final String RESCUE = "rescue";

    @Override
    public List<String> causes() {
      return List.of(RESPONSE, RESCUE);
    }

    @Override
    public Waiting of(Member member) {
      if (!member.hasZero()) {
        return Waiting.missing("index-date");
      }
      if (member.response().baseline() == null) {
        return Waiting.missing("baseline");
      }
      long last = -1;
      List<Used> lastUsed = List.of();
      for (ResponsePoint point : member.response().points()) {
        Visit visit = point.followUp().visit();
        OptionalLong day = member.day(visit.date());
        if (point.followUp().status() == ResponseStatus.BEFORE_BASELINE
            || day.isEmpty()
            || day.getAsLong() <= 0) {
          continue;
        }
        List<Used> used = List.of(used(point, visit));
        if (!point.attributable()) {
          return Waiting.ended(day.getAsLong(), RESCUE, used);
        }
        Bounds bounds = point.followUp().assessment().bounds();
        if (bounds != null) {
          if (bounds.lower().compareTo(threshold()) >= 0) {
            return Waiting.ended(day.getAsLong(), RESPONSE, used);
          }
          last = day.getAsLong();
          lastUsed = used;
        }
      }
      return last < 0 ? Waiting.missing("no-visit-judged") : Waiting.stillOn(last, lastUsed);
    }

    /// The lowest score of the category, as the instrument has it.
    private BigDecimal threshold() {
      return BigDecimal.valueOf(
          switch (least) {
            case NONE -> 0;
            case MINIMAL -> 20;
            case MODERATE -> 40;
            case MAJOR -> 60;
          });
    }

    private static Used used(ResponsePoint point, Visit visit) {
      BigDecimal total = point.followUp().assessment().value();
      Bounds bounds = point.followUp().assessment().bounds();
      String shown =
          total != null
              ? total.toPlainString()
              : bounds == null
                  ? ""
                  : bounds.lower().toPlainString() + "-" + bounds.upper().toPlainString();
      return new Used(visit.row(), "response", "score", shown, visit.date().toString());
    }
  }

  /// Until the daily glucocorticoid dose is certainly below a limit, and stays so for some days.
  ///
  /// @param limit mg of prednisone a day
  /// @param heldDays for how long it must stay below
  record ToDoseBelow(BigDecimal limit, int heldDays) implements WaitingSource {
    static final String BELOW = "below";

    @Override
    public List<String> causes() {
      return List.of(BELOW);
    }

    @Override
    public Waiting of(Member member) {
      Optional<Moment> zero = member.subject().zero();
      if (zero.isEmpty() || !member.isZeroExact()) {
        return Waiting.missing("index-date");
      }
      List<DoseSpan> spans = member.taper().standing().spans();
      long start = zero.get().earliest();
      if (member.patient().treatments().stream()
          .noneMatch(course -> GlucocorticoidEquivalence.isGlucocorticoid(course.drug()))) {
        return Waiting.missing("no-glucocorticoid-row");
      }
      Truth first = member.taper().standing().on(start).isLessThan(limit);
      if (first != Truth.FALSE) {
        return Waiting.missing(
            first == Truth.TRUE ? "below-already" : "dose-open", limit.toPlainString());
      }
      Run run = new Run(start);
      for (DoseSpan span : spans) {
        if (span.to() <= start) {
          continue;
        }
        switch (span.dose().isLessThan(limit)) {
          case TRUE -> run.below(span);
          case FALSE -> run.reset(span);
          case UNKNOWN -> {
            // What came before is known; from here on nothing can be told.
            return Waiting.stillOn(Math.max(0, span.from() - start), run.used(span));
          }
        }
        if (run.days() >= heldDays) {
          return Waiting.ended(run.since() - start, BELOW, run.used());
        }
      }
      long end = spans.isEmpty() ? start : spans.getLast().to() - 1;
      return Waiting.stillOn(Math.max(0, (run.days() > 0 ? run.since() : end) - start), run.used());
    }

    /// Days in a row below the limit.
    private static final class Run {
      private long since;
      private long to;
      private @Nullable DoseSpan first;
      private @Nullable DoseSpan last;

      Run(long start) {
        since = start;
        to = start;
      }

      void below(DoseSpan span) {
        if (first == null) {
          first = span;
          since = Math.max(since, span.from());
        }
        to = span.to();
        last = span;
      }

      void reset(DoseSpan span) {
        first = null;
        since = span.to();
        to = span.to();
        last = span;
      }

      long days() {
        return first == null ? 0 : to - since;
      }

      long since() {
        return since;
      }

      List<Used> used() {
        DoseSpan span = first == null ? last : first;
        return span == null ? List.of() : used(span);
      }

      List<Used> used(DoseSpan span) {
        return span.rows().stream()
            .map(row -> new Used(row, "dose", "prednisone", span.dose().least() + " mg", ""))
            .toList();
      }
    }
  }

  /// Until a drug was stopped for good, told apart by why. A gap that makes the next course a
  /// restart ends it, as in the lines of treatment.
  ///
  /// @param drug its code
  record ToStop(String drug) implements WaitingSource {
    static final String OPEN = "reason not known";

    @Override
    public List<String> causes() {
      return List.of(
          StopReason.INEFFICACY.code(),
          StopReason.INTOLERANCE.code(),
          StopReason.OTHER.code(),
          OPEN,
          DEATH);
    }

    @Override
    public Waiting of(Member member) {
      Optional<Moment> zero = member.subject().zero();
      if (zero.isEmpty()) {
        return Waiting.missing("index-date");
      }
      for (AgentTime agent : member.lines().agents()) {
        if (agent.agent().equals(drug) && !agent.exposures().isEmpty()) {
          for (Exposure exposure : agent.exposures()) {
            if (exposure.span().endLast() > zero.get().earliest()) {
              return of(member, exposure, zero.get());
            }
          }
        }
      }
      return Waiting.missing("not-taken", drug);
    }

    private static Waiting of(Member member, Exposure exposure, Moment zero) {
      List<Used> used = new ArrayList<>();
      for (Treatment course : exposure.courses()) {
        String stop =
            course.stop() instanceof Value.Known<Moment>(Moment known) ? known.toString() : "";
        used.add(new Used(course.row(), "stop", course.drug(), exposure.reason().code(), stop));
      }
      if (exposure.reason() == StopReason.ONGOING) {
        OptionalLong followed = member.followedDays();
        Optional<Waiting> dead = death(member);
        return dead.isPresent()
            ? dead.get()
            : followed.isEmpty()
                ? Waiting.missing("follow-up")
                : Waiting.stillOn(followed.getAsLong(), member.lastUsed());
      }
      long end = Math.floorDiv(exposure.span().endFirst() + exposure.span().endLast(), 2);
      String cause = exposure.reason().isOpen() ? OPEN : exposure.reason().code();
      return Waiting.ended(Math.max(0, end - zero.middle()), cause, used);
    }
  }

  /// Until a relapse by the definition of the tapers, or death.
  record ToRelapse() implements WaitingSource {
    static final String RELAPSE = "relapse";

    @Override
    public List<String> causes() {
      return List.of(RELAPSE, DEATH);
    }

    @Override
    public Waiting of(Member member) {
      if (!member.hasZero()) {
        return Waiting.missing("index-date");
      }
      for (Relapse relapse : member.taper().relapses()) {
        if (relapse.byDefinition() == Truth.TRUE
            && relapse.flare().date() instanceof Value.Known<Moment>(Moment date)) {
          OptionalLong day = member.day(date);
          if (day.isPresent() && day.getAsLong() > 0) {
            return Waiting.ended(
                day.getAsLong(),
                RELAPSE,
                List.of(
                    new Used(
                        relapse.flare().row(),
                        "date",
                        relapse.flare().kind().code(),
                        "",
                        date.toString())));
          }
        }
      }
      return untilEnd(member);
    }
  }

  /// Until death.
  record ToDeath() implements WaitingSource {
    @Override
    public List<String> causes() {
      return List.of(DEATH);
    }

    @Override
    public Waiting of(Member member) {
      return member.hasZero() ? untilEnd(member) : Waiting.missing("index-date");
    }
  }

  private static Waiting untilEnd(Member member) {
    OptionalLong followed = member.followedDays();
    return death(member)
        .orElse(
            followed.isEmpty()
                ? Waiting.missing("follow-up")
                : Waiting.stillOn(followed.getAsLong(), member.lastUsed()));
  }

  private static Optional<Waiting> death(Member member) {
    Person person = member.patient().person();
    if (!(person.death() instanceof Value.Known<Moment>(Moment date))) {
      return Optional.empty();
    }
    OptionalLong day = member.day(date);
    return day.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Waiting.ended(
                Math.max(0, day.getAsLong()),
                DEATH,
                List.of(new Used(person.row(), DEATH, DEATH, "", date.toString()))));
  }
}
