package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.care.taper.PlanProposal.NeedsConfirmation;
import org.myocohort.care.taper.PlanProposal.Planned;
import org.myocohort.care.taper.PlanProposal.Refused;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

class PlanRequestTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static PlanRequest request(String weight, int weeks, int months, String target) {
    return new PlanRequest(
        new BigDecimal(weight), null, START, weeks, months, new BigDecimal(target), Set.of());
  }

  private static TaperPlan plan(PlanRequest request) {
    return request.propose(null) instanceof Planned planned ? planned.plan() : fail(request);
  }

  private static TaperPlan fail(PlanRequest request) {
    throw new AssertionError("no plan but " + request.propose(null));
  }

  private static BigDecimal on(TaperPlan plan, String day) {
    return plan.doseOn(LocalDate.parse(day)).orElseThrow();
  }

  /// instruments.md, section 9: 70 kg from 2026-01-01, 70 mg until day 28 (to 42), then by weekly
  /// steps to 5 mg over 9 months.
  @Test
  void theWorkedExampleStartsAt70AndReaches5AfterNineMonths() {
    TaperPlan plan = plan(request("70", 4, 9, "5"));

    assertThat(plan.start()).isEqualTo("2026-01-01");
    assertThat(on(plan, "2026-01-28")).isEqualByComparingTo("70");
    assertThat(on(plan, "2026-01-29")).isEqualByComparingTo("67.5");
    assertThat(plan.lastChange()).isEqualTo("2026-10-29");
    assertThat(on(plan, "2026-10-28")).isEqualByComparingTo("7");
    assertThat(on(plan, "2026-10-29")).isEqualByComparingTo("5");
  }

  @Test
  void aPlateauOfSixWeeksAndTwelveMonthsMoveTheEnd() {
    TaperPlan plan = plan(request("70", 6, 12, "5"));

    assertThat(on(plan, "2026-02-11")).isEqualByComparingTo("70");
    // A fall of 65 / 53 mg a week: the first week's 68.8 mg is still nearest to 70.
    assertThat(on(plan, "2026-02-18")).isEqualByComparingTo("70");
    assertThat(on(plan, "2026-02-19")).isEqualByComparingTo("67.5");
    // 52 whole weeks of the 365 days.
    assertThat(plan.lastChange()).isEqualTo(LocalDate.of(2026, 2, 12).plusWeeks(52));
  }

  @Test
  void everyStepBeginsOnTheSameDayOfTheWeekAndHalvesTheFallHalfWay() {
    TaperPlan plan = plan(request("70", 4, 9, "5"));

    assertThat(plan.steps())
        .allSatisfy(step -> assertThat(step.from().getDayOfWeek()).isEqualTo(START.getDayOfWeek()));
    // 20 of 40 equal reductions of 1.625 mg have been made: 37.5.
    assertThat(on(plan, "2026-06-11")).isEqualByComparingTo("37.5");
  }

  @ParameterizedTest(name = "{0} mg is given as {1} mg")
  @CsvSource({
    "73.7, 72.5",
    "73.75, 75",
    "73, 72.5",
    "74, 75",
    "10.1, 10",
    "11.25, 12.5",
    "11.24, 10",
    "10, 10",
    "9.5, 10",
    "9.4, 9",
    "0.5, 1",
    "0.4, 0",
    "0, 0"
  })
  void dosesAreRoundedToWhatTabletsCanMake(BigDecimal exact, BigDecimal rounded) {
    assertThat(PlanRequest.rounded(exact)).isEqualByComparingTo(rounded);
  }

  @Test
  void aRoundedFirstDoseIsSaid() {
    assertThat(request("73", 4, 9, "5").propose(null))
        .isInstanceOfSatisfying(
            Planned.class,
            planned ->
                assertThat(planned.notes())
                    .containsExactly(Note.of("rounded", "73", "72.5"), Note.of("flare-not-asked")));
  }

  @ParameterizedTest(name = "{0} kg")
  @CsvSource({"79.9, true", "80, true", "80.1, false", "95, false"})
  void aboveEightyMilligramsThereIsNoPlanUntilItIsConfirmed(String weight, boolean planned) {
    PlanProposal answer = request(weight, 4, 9, "5").propose(null);
    if (planned) {
      assertThat(answer).isInstanceOf(Planned.class);
      return;
    }
    assertThat(answer)
        .isEqualTo(
            new NeedsConfirmation(
                List.of(Confirmation.ABOVE_80), List.of(Note.of("above-80", "80", weight))));
    PlanRequest confirmed =
        new PlanRequest(
            new BigDecimal(weight),
            null,
            START,
            4,
            9,
            BigDecimal.valueOf(5),
            Set.of(Confirmation.ABOVE_80));
    assertThat(confirmed.propose(null)).isInstanceOf(Planned.class);
    // Confirming something else confirms nothing.
    PlanRequest other =
        new PlanRequest(
            new BigDecimal(weight),
            null,
            START,
            4,
            9,
            BigDecimal.valueOf(5),
            Set.of(Confirmation.NO_WEIGHT));
    assertThat(other.propose(null)).isInstanceOf(NeedsConfirmation.class);
  }

  @Test
  void withoutAWeightAPersonNamesTheDoseAndConfirms() {
    PlanRequest nothing = new PlanRequest(null, null, START, 4, 9, BigDecimal.valueOf(5), Set.of());
    assertThat(nothing.propose(null))
        .isEqualTo(
            new NeedsConfirmation(
                List.of(Confirmation.NO_WEIGHT), List.of(Note.of("no-weight-no-dose"))));
    // A confirmation alone makes no dose.
    assertThat(
            new PlanRequest(
                    null, null, START, 4, 9, BigDecimal.valueOf(5), Set.of(Confirmation.NO_WEIGHT))
                .propose(null))
        .isInstanceOf(NeedsConfirmation.class);
    assertThat(
            new PlanRequest(
                    null, new BigDecimal("90"), START, 4, 9, BigDecimal.valueOf(5), Set.of())
                .propose(null))
        .isEqualTo(
            new NeedsConfirmation(
                List.of(Confirmation.NO_WEIGHT, Confirmation.ABOVE_80),
                List.of(Note.of("no-weight"), Note.of("above-80", "80", "90"))));
    TaperPlan plan =
        plan(
            new PlanRequest(
                null,
                new BigDecimal("60"),
                START,
                4,
                9,
                BigDecimal.valueOf(5),
                Set.of(Confirmation.NO_WEIGHT)));
    assertThat(plan.weightKg()).isNull();
    assertThat(on(plan, "2026-01-01")).isEqualByComparingTo("60");
  }

  @ParameterizedTest(name = "{4}: {0} kg, {1} weeks, {2} months, to {3} mg")
  @CsvSource({
    "0, 4, 9, 5, weight-range",
    "0.2, 4, 9, 0, weight-range",
    "401, 4, 9, 5, weight-range",
    "70, 3, 9, 5, weeks-range",
    "70, 7, 9, 5, weeks-range",
    "70, 4, 8, 5, months-range",
    "70, 4, 13, 5, months-range",
    "70, 4, 9, -1, target-negative",
    "70, 4, 9, 70.5, target-range"
  })
  void whatIsOutsideThePublishedRangesIsRefusedWithTheValueFound(
      String weight, int weeks, int months, String target, String code) {
    assertThat(request(weight, weeks, months, target).propose(null))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reasons()).extracting(Note::code).containsExactly(code));
  }

  @Test
  void noStepIsProposedInFlareAndAnUnknownFlareIsSaid() {
    Moment day = Moment.of(START);
    FlareState flare = new FlareState(Truth.TRUE, "flare-recorded", null, "2025-12-20", day);
    assertThat(request("70", 4, 9, "5").propose(flare))
        .isEqualTo(new Refused(List.of(Note.of("flare-recorded", "2026-01-01", "2025-12-20"))));
    assertThat(
            request("70", 4, 9, "5")
                .propose(new FlareState(Truth.UNKNOWN, "flare-no-assessment", null, "", day)))
        .isInstanceOfSatisfying(
            Planned.class,
            planned ->
                assertThat(planned.notes())
                    .containsExactly(Note.of("flare-no-assessment", "2026-01-01", "")));
    assertThat(
            request("70", 4, 9, "5")
                .propose(new FlareState(Truth.FALSE, "flare-none", null, "2025-12-20", day)))
        .isInstanceOfSatisfying(Planned.class, planned -> assertThat(planned.notes()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPlanNeverGoesUpNeverLeavesItsBoundsAndIsTheSameAgain(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 500; i++) {
      String weight = BigDecimal.valueOf(random.nextInt(20, 800), 1).toPlainString();
      PlanRequest request =
          new PlanRequest(
              new BigDecimal(weight),
              null,
              START.plusDays(random.nextInt(2000)),
              random.nextInt(4, 7),
              random.nextInt(9, 13),
              BigDecimal.valueOf(random.nextInt(0, 4), 1),
              Set.of());
      TaperPlan plan = plan(request);
      BigDecimal before = plan.steps().getFirst().dose();
      for (PlanStep step : plan.steps().subList(1, plan.steps().size())) {
        assertThat(step.dose()).as("seed %s, %s", seed, request).isLessThan(before);
        before = step.dose();
      }
      LocalDate down = request.start().plusWeeks(request.plateauWeeks());
      assertThat(plan.steps().getLast().dose()).isEqualByComparingTo(request.target());
      assertThat(plan.lastChange())
          .as("seed %s, %s", seed, request)
          .isBetween(down, down.plusMonths(request.taperMonths()));
      assertThat(plan).isEqualTo(plan(request));
    }
  }

  @Test
  void whatIsPlannedInAllIsTheSumOfItsDays() {
    TaperPlan plan = plan(request("70", 4, 9, "5"));
    BigDecimal sum = BigDecimal.ZERO;
    LocalDate to = LocalDate.of(2026, 11, 30);
    for (LocalDate day = plan.start(); day.isBefore(to); day = day.plusDays(1)) {
      sum = sum.add(plan.doseOn(day).orElseThrow());
    }
    assertThat(plan.milligramsUntil(to)).isEqualByComparingTo(sum);
    assertThat(plan.milligramsUntil(LocalDate.of(2026, 1, 29))).isEqualByComparingTo("1960");
    assertThat(plan.milligramsUntil(plan.start())).isEqualByComparingTo("0");
  }

  @Test
  void editedStepsAboveEightyMilligramsAskForTheSameConfirmation() {
    List<PlanStep> steps = List.of(PlanStep.of(START, new BigDecimal("100")));
    FlareState none = flare(Truth.FALSE, "flare-none");
    assertThat(PlanRequest.unconfirmed(steps, Set.of(), none, false))
        .containsExactly(Note.of("above-80", "80", "100"));
    assertThat(PlanRequest.unconfirmed(steps, Set.of(Confirmation.ABOVE_80), none, false))
        .isEmpty();
  }

  @Test
  void stepsWrittenForAPatientInFlareAskWhetherThatIsKnown() {
    List<PlanStep> steps = List.of(PlanStep.of(START, new BigDecimal("40")));
    FlareState flare = flare(Truth.TRUE, "flare-recorded");
    assertThat(PlanRequest.unconfirmed(steps, Set.of(), flare, false))
        .containsExactly(flare.note());
    assertThat(PlanRequest.unconfirmed(steps, Set.of(), flare, true)).isEmpty();
    assertThat(
            PlanRequest.unconfirmed(
                steps, Set.of(), flare(Truth.UNKNOWN, "flare-no-assessment"), false))
        .isEmpty();
  }

  private static FlareState flare(Truth inFlare, String reason) {
    return new FlareState(inFlare, reason, null, "", new Moment.Day(START));
  }
}
