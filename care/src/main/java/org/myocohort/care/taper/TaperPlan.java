package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Note;

/// Doses that are meant to be taken: steps, each lasting until the next; the last one has no end.
///
/// A plan is not what was taken. Its steps can be replaced by any that hold together: dates
/// ascending, doses of at least 0, and none higher than the one before unless the step says why.
///
/// @param weightKg that the first dose was computed from, or null where it was named
/// @param steps at least one, in order of time
public record TaperPlan(@Nullable BigDecimal weightKg, List<PlanStep> steps) {

  /// How many steps a plan may have: one a day for a year is more than any needs.
  public static final int MOST_STEPS = 400;

  /// A dose that no plan may hold: far above any, it catches a slip of the keyboard.
  public static final BigDecimal HIGHEST_DOSE = BigDecimal.valueOf(1000);

  public TaperPlan {
    steps = List.copyOf(steps);
    List<Note> problems = problems(steps);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("steps that do not hold together: " + problems);
    }
  }

  /// What keeps steps from being a plan, each with the number of the step, counted from 1; empty
  /// where nothing does.
  public static List<Note> problems(List<PlanStep> steps) {
    List<Note> problems = new ArrayList<>();
    if (steps.isEmpty()) {
      problems.add(Note.of("no-step"));
    }
    if (steps.size() > MOST_STEPS) {
      problems.add(
          Note.of("too-many-steps", Integer.toString(MOST_STEPS), Integer.toString(steps.size())));
    }
    PlanStep before = null;
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      String number = Integer.toString(i + 1);
      if (step.dose().signum() < 0 || step.dose().compareTo(HIGHEST_DOSE) > 0) {
        problems.add(
            Note.of("dose-range", number, HIGHEST_DOSE.toPlainString(), plain(step.dose())));
      }
      if (before != null && !step.from().isAfter(before.from())) {
        problems.add(
            Note.of("not-later", number, step.from().toString(), before.from().toString()));
      }
      if (before != null && step.dose().compareTo(before.dose()) > 0 && step.reason().isBlank()) {
        problems.add(Note.of("higher", number, plain(step.dose()), plain(before.dose())));
      }
      before = step;
    }
    return problems;
  }

  public LocalDate start() {
    return steps.getFirst().from();
  }

  /// The day of the last change: from here on the last dose is held.
  public LocalDate lastChange() {
    return steps.getLast().from();
  }

  /// The last day of a step; empty for the last step, which has none.
  public Optional<LocalDate> lastDay(int step) {
    return step + 1 < steps.size()
        ? Optional.of(steps.get(step + 1).from().minusDays(1))
        : Optional.empty();
  }

  /// The dose of a day; empty before the plan.
  public Optional<BigDecimal> doseOn(LocalDate day) {
    BigDecimal dose = null;
    for (PlanStep step : steps) {
      if (step.from().isAfter(day)) {
        break;
      }
      dose = step.dose();
    }
    return Optional.ofNullable(dose);
  }

  /// mg from the start up to the day before another.
  ///
  /// @param to excluded
  public BigDecimal milligramsUntil(LocalDate to) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      long first = steps.get(i).from().toEpochDay();
      long end = lastDay(i).map(day -> day.toEpochDay() + 1).orElse(to.toEpochDay());
      long days = Math.max(0, Math.min(end, to.toEpochDay()) - first);
      sum = sum.add(steps.get(i).dose().multiply(BigDecimal.valueOf(days)));
    }
    return sum;
  }

  /// Steps to 0 from a dose that the settings call abrupt, by their number counted from 1.
  public List<Integer> abruptStops(TaperSettings settings) {
    List<Integer> found = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).dose().signum() == 0
          && steps.get(i - 1).dose().compareTo(settings.abruptAbove()) > 0
          && steps.get(i).from().toEpochDay() - start().toEpochDay()
              >= settings.abruptAfterDays()) {
        found.add(i + 1);
      }
    }
    return found;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
