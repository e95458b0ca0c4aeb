package org.myocohort.app.review.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.review.ReviewEvent;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;

/// Extraction within a review of three made-up records, of which it includes the first two.
class ReviewExtractionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path place;
  private Path review;

  @BeforeEach
  void begin() throws Exception {
    review = place.resolve("review");
    ReviewFolder folder =
        ReviewFolder.begin(
            review,
            """
            title: Drug A in disease B
            reviewers: 1
            criteria:
              include: [Disease B]
              exclude:
                - {code: drug, text: Other drug}
            """);
    Path export = place.resolve("embase.ris");
    Files.writeString(export, record("Rossi", 1) + record("Bianchi", 2) + record("Verdi", 3));
    folder.add(export, SourceKind.DATABASE, "Embase", "anna", NOW);
    for (String work : new String[] {"1-1", "1-2"}) {
      decide(folder, work, ScreeningStage.TITLE_ABSTRACT);
      folder.add(new ReviewEvent.Sought("anna", NOW.plusSeconds(2), work, true, ""));
      decide(folder, work, ScreeningStage.FULL_TEXT);
    }
  }

  private static String record(String author, int number) {
    return "TY  - JOUR\nTI  - Case %d of disease B\nAU  - %s, A.\nPY  - 202%d\nER  - \n"
        .formatted(number, author, number);
  }

  private static void decide(ReviewFolder folder, String work, ScreeningStage stage)
      throws Exception {
    folder.add(
        new ReviewEvent.Screened(
            new ScreeningEvent.Decided(
                "anna", work, stage, ScreeningVerdict.INCLUDE, "", NOW.plusSeconds(1), null)));
  }

  @Test
  void withoutReportsAnExtractorBeginsWithWhatTheReviewIncludes() throws Exception {
    CommandRun run = CommandRun.of("review", "extract", review, "--new", "anna");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(review.resolve("extraction/anna/reports.csv")))
        .satisfiesExactly(
            head -> assertThat(head).startsWith("report,citation"),
            line -> assertThat(line).startsWith("1-1,Rossi 2021. Case 1 of disease B,"),
            line -> assertThat(line).startsWith("1-2,Bianchi 2022. Case 2 of disease B,"));
    assertThat(Files.readString(review.resolve("extraction/anna/datapackage.json")))
        .contains("Drug A in disease B");
  }

  @Test
  void aReportThatTheReviewDoesNotIncludeAndOneThatWasNotReadAreNamed() {
    CommandRun begun = CommandRun.of("review", "extract", review, "--new", "anna", "1-1", "1-3");
    CommandRun run = CommandRun.of("review", "extract", review, "--by", "anna", "--format", "csv");

    assertThat(begun.exitCode()).isZero();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("reports.csv,3,report-not-included,wrong,1-3,"))
        .anyMatch(line -> line.startsWith("reports.csv,0,included-not-read,missing,1-2,"));
  }

  @Test
  void aReportThatIsNoRecordOfTheReviewIsRefused() {
    CommandRun run = CommandRun.of("review", "extract", review, "--new", "anna", "9-9");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("report 9-9");
    assertThat(review.resolve("extraction")).doesNotExist();
  }
}
