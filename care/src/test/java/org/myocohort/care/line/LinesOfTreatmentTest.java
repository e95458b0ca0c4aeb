package org.myocohort.care.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.care.record.Missing;
import org.myocohort.care.record.TypedRecord;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

class LinesOfTreatmentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  private static LinesOfTreatment of(String facts) {
    return LinesOfTreatment.of(TypedRecord.of(facts), DAY);
  }

  /// Lines as `how drug (carried)`, joined by slashes.
  private static String told(LinesOfTreatment lines) {
    return lines.lines().stream()
        .map(line ->
            line.started().stream()
                    .map(start -> start.how().code() + " " + start.exposure().agent())
                    .collect(Collectors.joining(" + "))
                + (line.carried().isEmpty()
                    ? ""
                    : line.carried().stream()
                        .map(Exposure::agent)
                        .collect(Collectors.joining(", ", " (", ")"))))
        .collect(Collectors.joining(" / "));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drug: prednisone, daily, 2025-01-01 | first glucocorticoid
          # within 28 days it is one line, on the 29th another
          drug: prednisone, daily, 2025-01-01; drug: azathioprine, daily, 2025-01-29 | first glucocorticoid + together azathioprine
          drug: prednisone, daily, 2025-01-01; drug: azathioprine, daily, 2025-01-30 | first glucocorticoid / added azathioprine (glucocorticoid)
          # a dose, another glucocorticoid, a stop make no line
          drug: prednisone, daily, 2025-01-01, 2025-03-01,,60,mg; drug: prednisone, daily, 2025-03-01,,,40,mg | first glucocorticoid
          drug: prednisone, daily, 2025-01-01, 2025-06-01; drug: methylprednisolone, once, 2025-05-01 | first glucocorticoid
          drug: azathioprine, daily, 2025-01-01, 2025-06-01; drug: prednisone, daily, 2025-01-01 | first azathioprine + together glucocorticoid
          # in the place of another, with an overlap of at most 28 days
          drug: azathioprine, daily, 2025-01-01, 2025-06-10; drug: mycophenolate mofetil, twice daily, 2025-06-01 | first azathioprine / replaced mycophenolate mofetil
          drug: azathioprine, daily, 2025-01-01; drug: mycophenolate mofetil, twice daily, 2025-06-01 | first azathioprine / added mycophenolate mofetil (azathioprine)
          drug: azathioprine, daily, 2025-01-01, 2025-02-01; drug: mycophenolate mofetil, twice daily, 2025-06-01 | first azathioprine / added mycophenolate mofetil
          # given again after more than 90 days
          drug: azathioprine, daily, 2025-01-01, 2025-02-01; drug: azathioprine, daily, 2025-05-02 | first azathioprine
          drug: azathioprine, daily, 2025-01-01, 2025-02-01; drug: azathioprine, daily, 2025-05-03 | first azathioprine / restarted azathioprine
          # rituximab is repeated about every half year
          drug: rituximab, once, 2025-01-01; drug: rituximab, once, 2025-01-15; drug: rituximab, once, 2025-08-01 | first rituximab
          drug: rituximab, once, 2025-01-01; drug: rituximab, once, 2025-11-01 | first rituximab / restarted rituximab
          # what does not change the disease, and what is planned or was not taken
          drug: prednisone, daily, 2025-01-01; drug: nintedanib, twice daily, 2025-06-01 | first glucocorticoid
          drug: prednisone, daily, 2025-01-01; drug: rituximab, once, 2026-07-01 | first glucocorticoid
          drug: prednisone, daily, 2025-01-01; drug: azathioprine, daily, 2025-06-01,,,0,mg | first glucocorticoid
          """)
  void aLineBeginsWhereADrugIsAddedOrReplaced(String facts, String lines) {
    assertThat(told(of(facts))).isEqualTo(lines);
  }

  @ParameterizedTest(name = "{0}: {1} to {2} days")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drug: azathioprine, daily, 2025-01-01, 2025-01-11 | 10 | 10
          drug: azathioprine, daily, 2026-06-06 | 10 | 10
          drug: azathioprine, daily, 2025-01, 2025-02-10 | 10 | 40
          drug: azathioprine, daily, 2025-01-01, 2025-02 | 31 | 58
          drug: azathioprine, daily, 2025-01-01, 2025-01-11; drug: azathioprine, daily, 2025-01-06, 2025-01-16 | 15 | 15
          drug: azathioprine, daily, 2025-01-01, 2025-01-11; drug: azathioprine, daily, 2025-02-01, 2025-02-11 | 20 | 20
          drug: azathioprine, once, 2025-01-01 | 1 | 1
          drug: azathioprine, daily, , 2025-02-10 | 0 |
          drug: azathioprine, daily, 2026-06-14, unknown | 0 | 2
          """)
  void timeOnADrugHasBoundsWhereDatesDo(
      String facts, long least, @org.jspecify.annotations.Nullable Long most) {
    assertThat(of(facts).agents().getFirst().days()).isEqualTo(new DayBounds(least, most));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failed | inefficacy
          No response | inefficacy
          insufficient response after 6 months | inefficacy
          Inefficacia | inefficacy
          adverse event: nausea | intolerance
          not tolerated | intolerance
          Intolleranza gastrica | intolerance
          course complete | other
          dose lowered | other
          remission | other
          no adverse event | not-read
          failed, then adverse event | not-read
          patient moved away | not-read
          never failed | not-read
          """)
  void aReasonIsReadByItsWords(String text, String reason) {
    assertThat(StopReasons.read(Value.of(text)).code()).isEqualTo(reason);
  }

  @Test
  void absenceOfAReasonIsNoFailure() {
    Exposure ended =
        of("drug: azathioprine, daily, 2025-01-01, 2025-06-01")
            .agents()
            .getFirst()
            .exposures()
            .getFirst();

    assertThat(ended.reason()).isEqualTo(StopReason.NOT_RECORDED);
    assertThat(ended.reason().isFailure()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drug: prednisone, daily, 2025-01-01; event: flare, 2025-05-01; drug: azathioprine, daily, 2025-02-01, 2025-09-01, failed | TRUE
          drug: prednisone, daily, 2025-01-01, 2025-09-01, no response; drug: azathioprine, daily, 2025-02-01, 2025-09-01, adverse event | TRUE
          # glucocorticoids: whether they were enough is not recorded
          drug: prednisone, daily, 2025-01-01; drug: azathioprine, daily, 2025-02-01, 2025-09-01, failed | UNKNOWN
          drug: prednisone, daily, 2025-01-01; event: flare, 2024-05-01; drug: azathioprine, daily, 2025-02-01, 2025-09-01, failed | UNKNOWN
          # why the other was stopped is not recorded, or not read
          drug: prednisone, daily, 2025-01-01; event: flare, 2025-05-01; drug: azathioprine, daily, 2025-02-01, 2025-09-01 | UNKNOWN
          drug: prednisone, daily, 2025-01-01; event: flare, 2025-05-01; drug: azathioprine, daily, 2025-02-01, 2025-09-01, moved away | UNKNOWN
          # not shown
          drug: prednisone, daily, 2025-01-01; event: flare, 2025-05-01 | FALSE
          drug: prednisone, daily, 2025-01-01; event: flare, 2025-05-01; drug: azathioprine, daily, 2025-02-01 | FALSE
          drug: azathioprine, daily, 2025-02-01, 2025-09-01, failed | FALSE
          drug: prednisone, daily, 2025-01-01; drug: cyclophosphamide, monthly, 2025-02-01, 2025-09-01, course complete | FALSE
          event: flare, 2025-05-01 | UNKNOWN
          """)
  void refractoryIsShownOrNotOrOpen(String facts, Truth shown) {
    Refractory answer = of(facts).refractory(RefractoryDefinition.GLUCOCORTICOID_AND_ONE);

    assertThat(answer.shown()).isEqualTo(shown);
    if (shown == Truth.UNKNOWN) {
      assertThat(answer.missing()).isNotEmpty();
    } else {
      assertThat(answer.missing()).isEmpty();
    }
  }

  @Test
  void theStricterDefinitionAsksForTwo() {
    String one =
        "drug: prednisone, daily, 2025-01-01, 2025-06-01, failed;"
            + "drug: azathioprine, daily, 2025-02-01, 2025-09-01, failed;";
    String two = one + "drug: methotrexate, weekly, 2025-09-01, 2026-01-01, not tolerated";

    assertThat(of(one).refractory(RefractoryDefinition.GLUCOCORTICOID_AND_TWO).shown())
        .isEqualTo(Truth.FALSE);
    Refractory answer = of(two).refractory(RefractoryDefinition.GLUCOCORTICOID_AND_TWO);
    assertThat(answer.shown()).isEqualTo(Truth.TRUE);
    assertThat(answer.failed()).containsExactly("azathioprine", "methotrexate");
    assertThat(answer.shownBy())
        .extracting(input -> input.row().id())
        .containsExactly("T1", "T2", "T3");
  }

  @Test
  void refractoryIsNotShownForTheLettersFirstPatientAndOpenForTheOthers() {
    List<String> answers = new ArrayList<>();
    for (PatientRecord patient : TypedRecord.example("anakinra-antisynthetase")) {
      Refractory answer =
          LinesOfTreatment.of(patient, DAY).refractory(RefractoryDefinition.GLUCOCORTICOID_AND_ONE);
      answers.add(patient.id() + " " + answer.shown());
    }

    // The letter gives no reasons; patients 2 and 4 of the review had no glucocorticoid... or only
    // beside anakinra, so that their failure is open too.
    assertThat(answers)
        .containsExactly(
            "P1 FALSE",
            "P2 UNKNOWN",
            "P3 UNKNOWN",
            "L1 UNKNOWN",
            "L2 UNKNOWN",
            "L3 UNKNOWN",
            "L4 UNKNOWN");
  }

  @Test
  void whatHasNoRowIsNotRecordedAndWhatHasNoPlaceIsApart() {
    LinesOfTreatment lines =
        of(
            "drug: methylprednisolone, once, 2025-01-01; drug: tofacitinib, daily, 2025-02-01;"
                + "drug: anakinra, daily, 2026-07-01");

    assertThat(lines.notRecorded())
        .extracting(org.myocohort.care.guide.Treatment::name)
        .doesNotContain("glucocorticoids-oral", "glucocorticoid-pulse", "jak-inhibitors")
        .contains("anakinra", "rituximab", "anti-fibrotics");
    assertThat(lines.withoutPlace())
        .extracting(org.myocohort.care.guide.Treatment::name)
        .containsExactly(
            "physiotherapy",
            "occupational-therapy",
            "pulmonary-rehabilitation",
            "oxygen",
            "lung-transplant");
  }

  @Test
  void anImpreciseStartLeavesTheLineUncertain() {
    List<TreatmentLine> lines =
        of("drug: prednisone, daily, 2025-01-01; drug: azathioprine, daily, 2025").lines();

    assertThat(lines).extracting(TreatmentLine::isCertain).containsExactly(true, false);
  }

  @Test
  void openReasonsAreNamed() {
    Refractory answer =
        of("drug: prednisone, daily, 2025-01-01, 2025-03-01, failed;"
                + "drug: azathioprine, daily, 2025-02-01, 2025-09-01")
            .refractory(RefractoryDefinition.GLUCOCORTICOID_AND_ONE);

    assertThat(answer.missing())
        .extracting(Missing::toString)
        .containsExactly("treatments/T2/reason_stopped");
  }

  /// What holds for every patient of the synthetic centre.
  @Test
  void linesOfTheSyntheticCentreAreInOrderAndEndWithinTheRecord() {
    int refractory = 0;
    for (PatientRecord patient : TypedRecord.example("synthetic-centre")) {
      LinesOfTreatment lines = LinesOfTreatment.of(patient, DAY);
      long before = Long.MIN_VALUE;
      for (TreatmentLine line : lines.lines()) {
        assertThat(line.span().from()).as(patient.id()).isGreaterThan(before);
        before = line.span().from();
        Long until = line.span().until();
        if (until != null) {
          assertThat(until).isGreaterThan(line.span().from());
        }
        assertThat(line.started()).isNotEmpty();
        assertThat(line.agents()).doesNotHaveDuplicates();
      }
      for (AgentTime agent : lines.agents()) {
        assertThat(agent.days().most()).isNotNull().isGreaterThanOrEqualTo(agent.days().least());
      }
      if (lines.refractory(RefractoryDefinition.GLUCOCORTICOID_AND_ONE).shown() == Truth.TRUE) {
        refractory++;
      }
    }
    assertThat(refractory).isPositive();
  }

  /// A later day never takes a line away, and never shortens the time on a drug.
  @Test
  void timeOnlyAdds() {
    for (PatientRecord patient : TypedRecord.example("synthetic-centre").subList(0, 12)) {
      LinesOfTreatment earlier = LinesOfTreatment.of(patient, LocalDate.of(2023, 6, 1));
      LinesOfTreatment later = LinesOfTreatment.of(patient, DAY);
      assertThat(later.lines()).hasSizeGreaterThanOrEqualTo(earlier.lines().size());
      for (int at = 0; at < earlier.agents().size(); at++) {
        assertThat(later.agents().get(at).days().least())
            .isGreaterThanOrEqualTo(earlier.agents().get(at).days().least());
      }
    }
  }
}
