package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.instrument.Note;

class TaperPlanTest {

  private static PlanStep step(String from, String dose) {
    return PlanStep.of(LocalDate.parse(from), new BigDecimal(dose));
  }

  static Stream<Arguments> wrongSteps() {
    return Stream.of(
        Arguments.of(List.of(), Note.of("no-step")),
        Arguments.of(List.of(step("2026-01-01", "-1")), Note.of("dose-range", "1", "1000", "-1")),
        Arguments.of(
            List.of(step("2026-01-01", "1000.5")), Note.of("dose-range", "1", "1000", "1000.5")),
        Arguments.of(
            List.of(step("2026-01-01", "20"), step("2026-01-01", "10")),
            Note.of("not-later", "2", "2026-01-01", "2026-01-01")),
        Arguments.of(
            List.of(step("2026-02-01", "20"), step("2026-01-01", "10")),
            Note.of("not-later", "2", "2026-01-01", "2026-02-01")),
        Arguments.of(
            List.of(step("2026-01-01", "20"), step("2026-02-01", "20.5")),
            Note.of("higher", "2", "20.5", "20")));
  }

  @ParameterizedTest
  @MethodSource("wrongSteps")
  void stepsThatDoNotHoldTogetherAreNamed(List<PlanStep> steps, Note problem) {
    assertThat(TaperPlan.problems(steps)).containsExactly(problem);
    assertThatThrownBy(() -> new TaperPlan(null, steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem.code());
  }

  @Test
  void aStepUpThatSaysWhyIsTaken() {
    List<PlanStep> steps =
        List.of(
            step("2026-01-01", "10"),
            new PlanStep(LocalDate.of(2026, 2, 1), new BigDecimal("20"), "flare"));
    assertThat(TaperPlan.problems(steps)).isEmpty();
    assertThat(
            TaperPlan.problems(
                List.of(
                    steps.getFirst(),
                    new PlanStep(LocalDate.of(2026, 2, 1), new BigDecimal("20"), " "))))
        .hasSize(1);
  }

  @Test
  void theDoseOfADayIsThatOfTheStepItFallsInto() {
    TaperPlan plan =
        new TaperPlan(null, List.of(step("2026-01-01", "20"), step("2026-01-15", "10")));
    assertThat(plan.doseOn(LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(plan.doseOn(LocalDate.of(2026, 1, 1))).contains(new BigDecimal("20"));
    assertThat(plan.doseOn(LocalDate.of(2026, 1, 14))).contains(new BigDecimal("20"));
    assertThat(plan.doseOn(LocalDate.of(2026, 1, 15))).contains(new BigDecimal("10"));
    assertThat(plan.doseOn(LocalDate.of(2036, 1, 15))).contains(new BigDecimal("10"));
    assertThat(plan.lastDay(0)).contains(LocalDate.of(2026, 1, 14));
    assertThat(plan.lastDay(1)).isEmpty();
  }

  @Test
  void aStopAtOnceFromMoreThanTheLimitIsFound() {
    List<PlanStep> abrupt = List.of(step("2026-01-01", "5.5"), step("2026-01-29", "0"));
    List<PlanStep> early = List.of(step("2026-01-01", "5.5"), step("2026-01-28", "0"));
    List<PlanStep> low = List.of(step("2026-01-01", "5"), step("2026-01-29", "0"));
    assertThat(new TaperPlan(null, abrupt).abruptStops(TaperSettings.DEFAULT)).containsExactly(2);
    assertThat(new TaperPlan(null, early).abruptStops(TaperSettings.DEFAULT)).isEmpty();
    assertThat(new TaperPlan(null, low).abruptStops(TaperSettings.DEFAULT)).isEmpty();
  }
}
