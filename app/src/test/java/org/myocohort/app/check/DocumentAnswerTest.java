package org.myocohort.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;

class DocumentAnswerTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "printed-numbers");
  private static final Path LETTER = EXAMPLE.resolve("letter.txt");
  private static final Path ABSTRACT = EXAMPLE.resolve("abstract.txt");

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> found(CommandRun run) {
    return run.lines().stream()
        .skip(1)
        .map(line -> line.substring(line.indexOf(".txt:") + 5))
        .map(line -> String.join(" ", List.of(line.split(",", -1)).subList(0, 3)))
        .toList();
  }

  @Test
  void theExampleGivesTheKnownFindingsWithoutAHint() {
    CommandRun run = CommandRun.of("check", LETTER, ABSTRACT, "--format", "csv");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(found(run))
        .containsExactly(
            "5 iqr-of-three warning",
            "6 iqr-of-three warning",
            "11 share-in-words warning",
            "15 table-counts note",
            "15 table-summary note",
            "15 not-reported-in-table note",
            "15 table-counts note",
            "15 not-reported-in-table note",
            "15 table-summary note",
            "4 sizes-move note",
            "10 bounds-reversed error",
            "10 mean-above-limit error",
            "11 p-of-like-signs note",
            "15 p-from-correlation-sizes-asked note");
    assertThat(run.out())
        .contains(
            "column \"\"Sex\"\", n = 7: male 3, female 4.",
            "n = 7: mean 58.43, SD 5.255, median 55; quartiles 54.5\u201362.5 (type 7), 54\u201365 (type 6), 54\u201365 (type 2).",
            "n = 6: mean 150, SD 54.77, median 150",
            "6 of 7 rows have a value, 1 say",
            "n = 6: p = 0.0145 (0.00369\u20130.0321)",
            "n = 8: p = 0.00232 (0.000301\u20130.00752)",
            "gives 0.00506 by the normal approximation and 0.00195 exactly",
            "7 of 15, which is 46.7 percent",
            "the mean is at most 19499.2",
            "range 19 572\u201318 844 pg/ml")
        .doesNotContainIgnoringCase("fraud", "fault", "mistake", "wrong");
  }

  @Test
  void textMarksTheNumbersInTheirLine() {
    assertThat(CommandRun.of("check", LETTER, ABSTRACT).out())
        .contains(
            """
              | The median follow-up was 8 (IQR 5-9) months.
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            "abstract.txt:6 \"7/15\"");
  }

  @Test
  void italianHasTheSameFindings() {
    assertThat(found(CommandRun.of("check", LETTER, ABSTRACT, "--format", "csv", "--lang", "it")))
        .isEqualTo(found(CommandRun.of("check", LETTER, ABSTRACT, "--format", "csv")));
  }

  @Test
  void theLedgerListsEverySize() {
    assertThat(CommandRun.of("check", ABSTRACT, "--ledger", "--format", "csv").lines())
        .anyMatch(line -> line.contains(",6,7,15,"))
        .anyMatch(line -> line.contains(",8,,14,"))
        .anyMatch(line -> line.contains(",10,10,14,"));
  }

  @Test
  void soundNumbersExitWithZero() throws IOException {
    Path sound = file("sound.txt", "7/15 (46.7%) responded, t(37) = 4.93, p < .001.");
    CommandRun run = CommandRun.of("check", sound);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err().strip()).isEqualTo("0 errors, 0 warnings, 0 notes");
  }

  @Test
  void anOldEncodingIsRead() throws IOException {
    Path old = folder.resolve("old.txt");
    Files.write(
        old,
        "mean 12.0 \u00B1 3.0 (n = 20) versus 10.0 \u00B1 4.0 (n = 22), p = 0.30"
            .getBytes(Charset.forName("windows-1252")));
    assertThat(CommandRun.of("check", old).out()).contains("p-from-means");
  }

  @Test
  void aTableOfReportedNumbersMayStandAlone() {
    Path table = Path.of("..", "examples", "anakinra-antisynthetase", "reported-statistics.csv");
    assertThat(CommandRun.of("check", table).out()).contains("bounds-reversed");
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    CommandRun pdf = CommandRun.of("check", file("paper.pdf", "%PDF-1.7 ..."));
    assertThat(pdf.exitCode()).isEqualTo(1);
    assertThat(pdf.err()).contains("paper.pdf is not plain text");
    assertThat(CommandRun.of("check", LETTER, folder).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("check", EXAMPLE.resolve("none.txt")).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("check", "--ledger", folder).exitCode()).isEqualTo(2);
  }
}
