package org.myocohort.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewSearchCommandTest {
  private static final String MIXED = "anakinra OR canakinumab AND myositis OR myocarditis";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path records() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String title :
        new String[] {"Anakinra in myositis", "Myocarditis", "Canakinumab for gout", "Rest"}) {
      text.append("TY  - JOUR\nTI  - ").append(title).append("\nPY  - 2020\nER  - \n\n");
    }
    return file("records.ris", text.toString());
  }

  @Test
  void aStringWithoutBracketsIsShownWithWhatWasProbablyMeant() {
    CommandRun run = CommandRun.of("review", "search", "--dialect", "pubmed", "--text", MIXED);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("  ((anakinra OR canakinumab) AND myositis) OR myocarditis\n")
        .contains("  anakinra OR (canakinumab AND myositis) OR myocarditis\n")
        .contains("  (anakinra OR canakinumab) AND (myositis OR myocarditis)\n");
  }

  @Test
  void eachReadingIsCountedOnRecords() throws IOException {
    CommandRun run =
        CommandRun.of(
            "review",
            "search",
            "--dialect",
            "embase",
            "--text",
            MIXED,
            "--records",
            records(),
            "--format",
            "json");
    assertThat(run.exitCode()).isZero();
    JsonNode rows = JsonMapper.shared().readTree(run.out());
    StringBuilder counts = new StringBuilder();
    rows.forEach(row -> {
      if (!row.get("count").isNull()) {
        counts
            .append(row.get("kind").stringValue())
            .append(row.get("count").intValue())
            .append(' ');
      }
    });
    assertThat(counts.toString())
        .isEqualTo("line2 reading2 reading2 reading1 meant1 term1 term1 term1 term1 ");
  }

  @Test
  void aMissedKnownRecordIsNamedWithWhatItLacks() throws IOException {
    CommandRun run =
        CommandRun.of(
            "review",
            "search",
            "--dialect",
            "ovid",
            "--text",
            "anakinra.ti. and gout.ti.",
            "--records",
            records(),
            "--benchmark",
            file("known.ris", "TY  - JOUR\nTI  - Anakinra in Myositis.\nER  - \n"));
    assertThat(run.out())
        .contains("missed: Anakinra in Myositis. (lacks gout.ti.)")
        .contains("0 of 4 records are found; 0 of 1 known ones.");
  }

  @Test
  void anErrorIsNamedWithItsPlace() throws IOException {
    Path strategy = file("strategy.txt", "anakinra.ti.\n(myositis.ti.\n");
    CommandRun run = CommandRun.of("review", "search", strategy, "--dialect", "ovid");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("line 2, column 1: `(myositis.ti.`: error: expected a closing");
  }

  @Test
  void aTranslationListsWhatItCannotCarry() {
    CommandRun run =
        CommandRun.of(
            "review",
            "search",
            "--dialect",
            "ovid",
            "--to",
            "pubmed",
            "--lang",
            "it",
            "--text",
            "exp Myositis/ and (lung adj3 fibros$).ti.");
    assertThat(run.out())
        .contains("\"Myositis\"[mh] AND (lung[ti] AND fibros*[ti])")
        .contains("la vicinanza è diventata AND");
  }

  @Test
  void anUnknownDialectIsWrongUsage() {
    CommandRun run = CommandRun.of("review", "search", "--dialect", "scopus", "--text", "a");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("pubmed, embase, ovid, cochrane, proquest");
  }
}
