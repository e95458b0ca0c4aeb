package org.myocohort.app.review.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;

/// What is wrong is named with its place, and nothing is written.
class ReviewFolderFaultsTest {
  @TempDir private Path place;
  private ReviewOnDisk review;

  @BeforeEach
  void begin() throws IOException {
    review = new ReviewOnDisk(place);
    review.done("import", review.ris("embase.ris", 1, 2), "--name", "Embase", "--by", "anna");
  }

  private static void refused(CommandRun run, int exitCode, String sentence) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).contains(sentence);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aNewReviewCanBeReadInBothLanguagesAndNoneIsWrittenOver() throws IOException {
    for (String language : new String[] {"en", "it"}) {
      Path other = place.resolve(language);
      CommandRun run =
          CommandRun.of(
              "review",
              "new",
              other,
              "--title",
              "It's: {a} \"test\"",
              "--question",
              "Which?",
              "--lang",
              language);
      assertThat(run.exitCode()).isZero();
      assertThat(CommandRun.of("review", "screen", other, "--lang", language).out())
          .contains("It's: {a} \"test\"");
      assertThat(Files.readString(other.resolve("review.yaml"))).contains("question: 'Which?'");
    }
    refused(
        CommandRun.of("review", "new", review.folder, "--title", "x"), 2, "holds a review already");
    refused(CommandRun.of("review", "screen", place), 2, "holds no review (review.yaml)");
  }

  @Test
  void brokenSettingsAndLogsAreNamedByFileLineAndField() throws IOException {
    Path settings = review.folder.resolve("review.yaml");
    Files.writeString(settings, "title: x\nreviewers: 3\ncriteria: {}\n");
    refused(review.run("screen"), 1, "review.yaml, line 2, column reviewers: found \"3\", ");
    Files.writeString(settings, "title: [x\n");
    refused(review.run("import", place.resolve("embase.ris")), 1, "this is not YAML");
    Files.writeString(settings, ReviewOnDisk.SETTINGS);
    review.done("screen", "--record", "1-1", "--decide", "include", "--by", "anna");
    Files.writeString(
        review.folder.resolve("decisions/anna.csv"),
        "2026-01-01T10:00:00Z,decide,title-abstract,1-9,perhaps,,\n",
        StandardOpenOption.APPEND);
    refused(
        review.run("screen", "--look"),
        1,
        "decisions/anna.csv, line 3, column value: found \"perhaps\", expected one of exclude,");
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    refused(review.run("screen", "--record", "1-9", "--decide", "maybe"), 2, "no record 1-9");
    refused(review.run("dedupe", "--merge", "1-1,7-7"), 2, "no record 7-7");
    refused(review.run("dedupe", "--merge", "1-1"), 2, "does not name two records");
    CommandRun missing = review.run("import", place.resolve("none.ris"), "--name", "Embase");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.ris").contains("no such file");
    Path letter = Files.writeString(place.resolve("letter.ris"), "Dear reader,\n");
    CommandRun wrong = review.run("import", letter, place.resolve("embase.ris"), "--name", "X");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("begins with \"Dear reader,\"");
    assertThat(wrong.out()).contains("embase.ris").contains("known");
    CommandRun nameless = review.run("import", review.ris("other.ris", 3));
    assertThat(nameless.exitCode()).isEqualTo(1);
    assertThat(nameless.err()).contains("(--name Embase)");
    assertThat(review.run("update", place.resolve("none.ris")).exitCode()).isEqualTo(2);
    assertThat(review.run("import", letter, "--source", "web").err())
        .contains("'web' is none of database, register, website");
  }

  @Test
  void aThirdDecisionIsRefusedAndAConflictIsForAnybodyToResolve() {
    review.done("screen", "--record", "1-1", "--decide", "include", "--by", "anna");
    review.done("screen", "--record", "1-1", "--decide", "maybe", "--by", "ben");
    refused(
        review.run("screen", "--record", "1-1", "--decide", "include", "--by", "carl"),
        1,
        "1-1 is decided: 2 people were to decide, 2 have, and carl is none of them");
    review.done("screen", "--record", "1-1", "--decide", "include", "--by", "ben");
    review.done("screen", "--record", "1-1", "--decide", "maybe", "--by", "ben");
    review.done("screen", "--record", "1-1", "--resolve", "include", "--by", "carl");
  }

  @Test
  void whatCannotHoldIsRefused() {
    refused(
        review.run("screen", "--record", "1-1", "--decide", "undo", "--by", "ben"),
        2,
        "no decision of ben on 1-1");
    refused(review.run("screen", "--record", "1-1", "--resolve", "include"), 2, "1-1: no conflict");
    refused(
        review.run("screen", "--record", "1-1", "--stage", "full-text", "--decide", "include"),
        2,
        "no full text is sought");
    refused(review.run("screen", "--retrieved", "1-1"), 2, "no full text is sought");
    refused(
        review.run("screen", "--record", "1-1", "--decide", "include", "--reason", "drug"),
        2,
        "only an exclusion has a reason");
    refused(
        review.run("screen", "--record", "1-1", "--decide", "maybe", "--by", "Anna B"),
        2,
        "\"Anna B\" cannot name a log");
    refused(review.run("screen", "--record", "1-1"), 2, "give one thing to do");
    refused(review.run("link", "--overlap", "L2"), 2, "two different things");
    assertThat(review.folder.resolve("decisions")).doesNotExist();
  }
}
