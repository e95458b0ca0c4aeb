package org.myocohort.app.review.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class ReviewCheckCommandTest {
  private static final Path EXAMPLE = Project.example("anakinra-review");

  @TempDir private Path directory;

  @Test
  void theExampleGivesWhatItsReportsPrintWithoutAHint() {
    CommandRun run = CommandRun.of("review", "check", EXAMPLE, "--format", "csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.contains("1-5.txt:10,bounds-reversed,error"))
        .anyMatch(line -> line.contains("1-5.txt:10,mean-above-limit,error"))
        .anyMatch(line -> line.contains("1-5.txt:11,p-of-like-signs,note"))
        .anyMatch(line -> line.contains("1-5.txt:4,sizes-move,note"))
        .anyMatch(line -> line.contains("1-5.txt:15,p-from-correlation-sizes-asked,note"))
        .anyMatch(line -> line.contains("letter.txt:5,iqr-of-three,warning"))
        .anyMatch(line -> line.contains("letter.txt:11,share-in-words,warning"))
        .anyMatch(line -> line.contains("letter.txt:15,not-reported-in-table,note"));
  }

  @Test
  void extractedNumbersAreCheckedBesideThePastedTexts() {
    CommandRun ben = CommandRun.of("review", "check", EXAMPLE, "--by", "ben");
    CommandRun ledger = CommandRun.of("review", "check", EXAMPLE, "--ledger", "--format", "csv");

    assertThat(ben.exitCode()).isEqualTo(1);
    assertThat(ben.out())
        .contains("results.csv E4 mean: error, printed-differs")
        .contains("typed 19517");
    assertThat(ledger.exitCode()).isZero();
    assertThat(ledger.out()).contains("1-5.txt,6,7,15,");
  }

  @Test
  void resultsOfReportsThatWereNotPastedAreCheckedByTheirPrintedStrings() throws IOException {
    Path folder = directory.resolve("extraction/anna");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("reports.csv"), "report,design\n1-1,case-series\n");
    Files.writeString(
        folder.resolve("results.csv"),
        """
        id,report,outcome,definition,events,total,mean,sd,estimate,low,high,printed
        A1,1-1,response,d,8,15,NR,NR,NR,NR,NR,8/15 (46.7%)
        A2,1-1,effect,d,NR,NR,NR,NR,2.5,0.5,2.1,"2.5 (0.5, 2.1)"
        """);

    CommandRun run = CommandRun.of("review", "check", directory, "--format", "csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.contains("results.csv A1:1,percent-of-count,"))
        .anyMatch(line -> line.contains("results.csv A2,estimate-outside-interval,"));
  }

  @Test
  void aPdfAmongThePastedTextsIsNamed() throws IOException {
    Path texts = directory.resolve("extraction/texts");
    Files.createDirectories(texts);
    Files.writeString(texts.resolve("1-1.txt"), "%PDF-1.7 and so on");

    CommandRun run = CommandRun.of("review", "check", directory);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("1-1.txt");
  }

  @Test
  void aFolderWithoutExtractionCannotBeOpened() {
    CommandRun run = CommandRun.of("review", "check", directory);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no such file");
  }
}
