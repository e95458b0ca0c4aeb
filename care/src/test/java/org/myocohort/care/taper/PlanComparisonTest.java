package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.care.taper.PlanComparison.Span;

class PlanComparisonTest {
  @TempDir Path folder;

  private static final TaperPlan PLAN =
      new TaperPlan(
          null,
          List.of(
              PlanStep.of(LocalDate.of(2026, 1, 1), new BigDecimal("20")),
              PlanStep.of(LocalDate.of(2026, 2, 1), new BigDecimal("10"))));

  @Test
  void everyDayHasItsDifferenceAndWhatIsNotKnownHasBounds() {
    Folder written =
        new Folder(folder)
            .tapered("20", "2026-01-01", "15", "2026-01-20", "2026-02-15")
            .given("prednisone ND mg oral daily", "2026-02-15", "2026-03-01");
    DoseCourse taken =
        DoseCourse.of(written.patient(), DoseCourse.Part.STANDING, Folder.day("2026-03-31"));
    List<Span> spans = PlanComparison.of(PLAN, taken, LocalDate.of(2026, 3, 31)).spans();

    assertThat(spans)
        .extracting(Span::from)
        .extracting(LocalDate::toString)
        .containsExactly("2026-01-01", "2026-01-20", "2026-02-01", "2026-02-15", "2026-03-01");
    assertThat(spans)
        .extracting(span -> span.differenceAtLeast().intValueExact())
        .containsExactly(0, -5, 5, -10, -10);
    assertThat(spans.get(3).differenceAtMost()).isNull();
    assertThat(spans.getLast().differenceAtMost()).isEqualByComparingTo("-10");
    assertThat(spans.getLast().to()).isEqualTo("2026-04-01");
  }

  @Test
  void daysAfterTheRecordAreNotKnown() {
    Folder written = new Folder(folder).tapered("20", "2026-01-01", "NA");
    DoseCourse taken =
        DoseCourse.of(written.patient(), DoseCourse.Part.STANDING, Folder.day("2026-01-10"));
    List<Span> spans = PlanComparison.of(PLAN, taken, LocalDate.of(2026, 1, 20)).spans();
    assertThat(spans).hasSize(2);
    assertThat(spans.getLast().from()).isEqualTo("2026-01-11");
    assertThat(spans.getLast().taken()).isEqualTo(DoseBounds.UNKNOWN);
  }

  @Test
  void aPlanThatHasNotBegunHasNothingToCompare() {
    DoseCourse taken =
        DoseCourse.of(
            new Folder(folder).tapered("20", "2025-01-01", "NA").patient(),
            DoseCourse.Part.STANDING,
            Folder.day("2025-12-31"));
    assertThat(PlanComparison.of(PLAN, taken, LocalDate.of(2025, 12, 31)).spans()).isEmpty();
  }
}
