package org.myocohort.app.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class TaperCommandTest {
  private static final Path CENTRE = Project.root().resolve("examples/synthetic-centre");

  @TempDir Path folder;

  @Test
  void theFirstPatientOfTheSyntheticCentreRelapsedAt7point5AfterTenWasHeld() {
    CommandRun run = CommandRun.of("taper", CENTRE, "--patient", "SC-001", "--format", "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("SC-001,attempt,2021-04-11,2022-01-29,60,7.5,,,10,2021-11-26,35,false,raised,30,")
        .contains("SC-001,relapse,2022-01-26,,,,7.5,7.5,10,,,,,,yes,yes,yes,yes,")
        .contains(",events/E-SC001-02,ours: held 28 d; low dose 10 mg/d;");
    assertThat(CommandRun.of("taper", CENTRE, "--patient", "SC-001", "--format", "csv"))
        .isEqualTo(run);
  }

  @Test
  void theTextSaysOnWhatItRestsInBothLanguages() {
    assertThat(CommandRun.of("taper", CENTRE, "--patient", "SC-001").out())
        .contains("Held: one dose on at least 28 days in a row, without a flare. [Ours]")
        .contains("Not yet reviewed by a clinician.");
    assertThat(CommandRun.of("taper", CENTRE, "--patient", "SC-001", "--lang", "it").out())
        .contains("Mantenuta: una stessa dose per almeno 28 giorni")
        .contains("Non ancora rivisto da un clinico.");
  }

  @Test
  void wrongUseIsSaid() {
    assertThat(CommandRun.of("taper").exitCode()).isEqualTo(2);
    CommandRun unknown = CommandRun.of("taper", CENTRE, "--patient", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no patient nobody");
    assertThat(CommandRun.of("taper", folder).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("taper", CENTRE, "--abrupt-days", "-1").err())
        .contains("must be at least 0");
  }

  @Test
  void aPlanIsPrintedAndWrittenAsCalendarAndSheet() throws Exception {
    Path calendar = folder.resolve("plan.ics");
    Path sheet = folder.resolve("plan.html");
    CommandRun run =
        CommandRun.of(
            "taper",
            "plan",
            "--weight",
            "70",
            "--start",
            "2026-01-01",
            "--ics",
            calendar,
            "--html",
            sheet,
            "--format",
            "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .startsWith(
            "step,from,to,mg_per_day,days,planned_mg",
            "1,2026-01-01,2026-01-28,70,28,1960",
            "2,2026-01-29,2026-02-11,67.5,14,2905")
        .endsWith("28,2026-10-29,,5,,");
    byte[] first = Files.readAllBytes(calendar);
    assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("SUMMARY:Prednisone 70 mg a day\r\n");
    assertThat(Files.readString(sheet))
        .contains("<html lang=\"en\">", "2026-01-29", "67.5 mg", "not a medical device")
        .doesNotContain("http");
    CommandRun.of("taper", "plan", "--weight", "70", "--start", "2026-01-01", "--ics", calendar);
    assertThat(Files.readAllBytes(calendar)).isEqualTo(first);
  }

  @Test
  void aMissingConfirmationIsExitCodeOneAndAWrongValueTwo() {
    CommandRun heavy = CommandRun.of("taper", "plan", "--weight", "95", "--start", "2026-01-01");
    assertThat(heavy.exitCode()).isEqualTo(1);
    assertThat(heavy.out()).isEmpty();
    assertThat(heavy.err()).contains("80 mg", "95 mg", "--confirm above-80");
    assertThat(
            CommandRun.of(
                    "taper",
                    "plan",
                    "--weight",
                    "95",
                    "--start",
                    "2026-01-01",
                    "--confirm",
                    "above-80")
                .exitCode())
        .isZero();
    assertThat(CommandRun.of("taper", "plan", "--start", "2026-01-01").exitCode()).isEqualTo(1);
    assertThat(
            CommandRun.of(
                    "taper", "plan", "--weight", "70", "--start", "2026-01-01", "--weeks", "3")
                .exitCode())
        .isEqualTo(2);
    assertThat(CommandRun.of("taper", "plan", "--weight", "70").exitCode()).isEqualTo(2);
  }

  @Test
  void aPatientInFlareGetsNoPlan() {
    CommandRun run =
        CommandRun.of(
            "taper",
            "plan",
            "--study",
            CENTRE,
            "--patient",
            "SC-002",
            "--weight",
            "70",
            "--start",
            "2023-04-20");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("No step is proposed: a flare of 2023-04-17 is recorded");
  }
}
