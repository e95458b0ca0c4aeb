package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.myocohort.care.taper.PlanCalendar.Words;

class PlanCalendarTest {
  private static final TaperPlan PLAN = plan();
  private static final String LONG =
      "Perché è così: 1 mg/kg al giorno; poi giù, a piccoli passi, fino a 5 mg \\ giorno — \uD83D\uDC8A"
              .repeat(3)
          + "\nriga due";

  private static TaperPlan plan() {
    return new PlanRequest(
                    new BigDecimal("70"),
                    null,
                    LocalDate.of(2026, 1, 1),
                    4,
                    9,
                    BigDecimal.valueOf(5),
                    Set.of())
                .propose(null)
            instanceof PlanProposal.Planned planned
        ? planned.plan()
        : new TaperPlan(null, List.of());
  }

  private static byte[] file(String owner) {
    List<Words> words =
        PLAN.steps().stream().map(step -> new Words("Prednisone " + step.dose(), LONG)).toList();
    return PlanCalendar.write(PLAN, owner, "Taper, 2026", words);
  }

  @Test
  void anotherParserReadsBackEveryStepWithItsDaysAndWords() {
    ICalendar read = Biweekly.parse(new String(file("a"), StandardCharsets.UTF_8)).first();

    assertThat(read.validate(biweekly.ICalVersion.V2_0)).isEmpty();
    assertThat(read.getEvents()).hasSize(PLAN.steps().size());
    for (int i = 0; i < PLAN.steps().size(); i++) {
      VEvent event = read.getEvents().get(i);
      PlanStep step = PLAN.steps().get(i);
      assertThat(event.getSummary().getValue()).isEqualTo("Prednisone " + step.dose());
      assertThat(event.getDescription().getValue()).isEqualTo(LONG);
      assertThat(event.getDateStart().getValue().hasTime()).isFalse();
      assertThat(day(event.getDateStart().getValue())).isEqualTo(step.from());
      assertThat(day(event.getDateEnd().getValue()))
          .isEqualTo(PLAN.lastDay(i).orElse(step.from()).plusDays(1));
    }
    assertThat(read.getEvents().stream().map(event -> event.getUid().getValue()))
        .doesNotHaveDuplicates();
  }

  private static LocalDate day(biweekly.util.ICalDate date) {
    var parts = date.getRawComponents();
    return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
  }

  @Test
  void linesEndByTheStandardAndAreAtMost75OctetsLong() {
    String text = new String(file("a"), StandardCharsets.UTF_8);

    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(text.split("\r\n", -1))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
        .anySatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(72, 75));
    assertThat(text).doesNotContain("\uFFFD");
  }

  @Test
  void theSamePlanGivesTheSameBytesAndAnotherOwnerOtherIdentities() {
    assertThat(file("a")).isEqualTo(file("a"));
    assertThat(new String(file("a"), StandardCharsets.UTF_8))
        .contains("DTSTAMP:20260101T000000Z")
        .contains("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260129");
    assertThat(identities("a")).doesNotContainAnyElementsOf(identities("b"));
  }

  private static List<String> identities(String owner) {
    return Biweekly.parse(new String(file(owner), StandardCharsets.UTF_8))
        .first()
        .getEvents()
        .stream()
        .map(event -> event.getUid().getValue())
        .toList();
  }
}
