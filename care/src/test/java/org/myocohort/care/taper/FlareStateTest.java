package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.exchange.study.Study;
import org.myocohort.patient.Truth;

class FlareStateTest {
  private static final String ACTIVE = "8.0,8.0,8.0,50,80,2.5,3000,200";
  private static final String WELL = "1.0,1.0,1.0,78,80,0.3,150,200";
  private static final String WORSE = "7.0,7.0,7.0,52,80,2.2,2500,200";

  @TempDir Path folder;

  private static FlareState on(Folder written, String day) {
    Study study = written.study();
    return FlareState.of(study.patients().getFirst(), study.settings(), Folder.day(day));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "2026-05-31, UNKNOWN, flare-assessment-open",
    "2026-06-20, TRUE, flare-recorded",
    "2026-07-18, TRUE, flare-recorded",
    // Nobody has looked since the flare.
    "2026-07-19, UNKNOWN, flare-no-assessment"
  })
  void aRecordedFlareLastsTwentyEightDaysAndThenIsNotKnownToBeOver(
      String day, Truth expected, String reason) {
    Folder written =
        new Folder(folder)
            .visited("2026-01-01", ACTIVE)
            .visited("2026-04-01", ",,5.0,,,,,")
            .happened("flare", "2026-06-20");
    FlareState state = on(written, day);
    assertThat(state.inFlare()).isEqualTo(expected);
    assertThat(state.reason()).isEqualTo(reason);
  }

  @Test
  void anAssessmentAfterTheFlareThatIsNotWorseEndsIt() {
    Folder written =
        new Folder(folder)
            .visited("2026-01-01", ACTIVE)
            .visited("2026-04-01", WELL)
            .happened("flare", "2026-05-01")
            .visited("2026-06-15", WELL);
    assertThat(on(written, "2026-06-20").inFlare()).isEqualTo(Truth.FALSE);
    assertThat(on(written, "2026-06-10"))
        .satisfies(state -> {
          assertThat(state.inFlare()).isEqualTo(Truth.UNKNOWN);
          assertThat(state.reason()).isEqualTo("flare-not-assessed-since");
        });
    // The assessment of 2026-06-15 is 90 days old on 2026-09-13.
    assertThat(on(written, "2026-09-13").inFlare()).isEqualTo(Truth.FALSE);
    assertThat(on(written, "2026-09-14").reason()).isEqualTo("flare-no-assessment");
  }

  @Test
  void anAssessmentThatIsWorseByTheRuleIsAFlare() {
    Folder written =
        new Folder(folder)
            .visited("2026-01-01", ACTIVE)
            .visited("2026-04-01", WELL)
            .visited("2026-06-15", WORSE);
    FlareState state = on(written, "2026-07-20");
    assertThat(state.inFlare()).isEqualTo(Truth.TRUE);
    assertThat(state.reason()).isEqualTo("flare-worsening");
    assertThat(state.note().values()).containsExactly("2026-07-20", "2026-06-15");
    assertThat(on(written, "2026-06-14").inFlare()).isEqualTo(Truth.FALSE);
  }

  @Test
  void aRecordThatNobodyAssessedIsNotKnown() {
    assertThat(on(new Folder(folder).tapered("20", "2026-01-01", "NA"), "2026-02-01"))
        .satisfies(state -> {
          assertThat(state.inFlare()).isEqualTo(Truth.UNKNOWN);
          assertThat(state.reason()).isEqualTo("flare-no-assessment");
        });
  }

  @Test
  void aFlareWhoseDayIsNotKnownLeavesItOpen() {
    Folder written =
        new Folder(folder)
            .visited("2026-01-01", ACTIVE)
            .visited("2026-05-20", WELL)
            .happened("flare", "2026-05");
    assertThat(on(written, "2026-06-10").reason()).isEqualTo("flare-date-open");
  }
}
