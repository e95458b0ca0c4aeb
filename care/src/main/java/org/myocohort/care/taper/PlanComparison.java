package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;

/// What was taken beside what was planned, without a judgement of either.
///
/// @param spans in order of time; each with one planned dose and one taken
public record PlanComparison(List<Span> spans) {
  public PlanComparison {
    spans = List.copyOf(spans);
  }

  /// Some days of one difference.
  ///
  /// @param from first day
  /// @param to the day after the last
  /// @param planned mg of prednisone a day
  /// @param taken mg of prednisone a day, as far as it is known
  public record Span(LocalDate from, LocalDate to, BigDecimal planned, DoseBounds taken) {
    /// How much more was taken than planned, at least; negative for less.
    public BigDecimal differenceAtLeast() {
      return taken.least().subtract(planned);
    }

    /// How much more was taken than planned, at most; null where nothing limits it.
    public @Nullable BigDecimal differenceAtMost() {
      BigDecimal most = taken.most();
      return most == null ? null : most.subtract(planned);
    }
  }

  /// Compares from the start of the plan up to and including a day.
  ///
  /// @param taken on the calendar; a course counted from an index event compares with no plan
  public static PlanComparison of(TaperPlan plan, DoseCourse taken, LocalDate until) {
    if (taken.until() instanceof Moment.IndexDay) {
      return new PlanComparison(List.of());
    }
    long first = plan.start().toEpochDay();
    long end = until.toEpochDay() + 1;
    TreeSet<Long> days = new TreeSet<>();
    for (PlanStep step : plan.steps()) {
      days.add(step.from().toEpochDay());
    }
    for (DoseSpan span : taken.spans()) {
      days.add(span.from());
      days.add(span.to());
    }
    days.add(taken.until().latest() + 1);
    days.add(end);
    List<Span> spans = new ArrayList<>();
    Long from = null;
    for (Long day : days) {
      if (day < first || day > end) {
        continue;
      }
      if (from != null) {
        LocalDate start = LocalDate.ofEpochDay(from);
        add(
            spans,
            new Span(
                start,
                LocalDate.ofEpochDay(day),
                plan.doseOn(start).orElseThrow(),
                taken.on(from)));
      }
      from = day;
    }
    return new PlanComparison(spans);
  }

  private static void add(List<Span> spans, Span span) {
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null
        && last.planned().compareTo(span.planned()) == 0
        && last.taken().sameAs(span.taken())) {
      spans.set(spans.size() - 1, new Span(last.from(), span.to(), last.planned(), last.taken()));
    } else {
      spans.add(span);
    }
  }
}
