package org.myocohort.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

class ReviewRecordsCommandTest {
  private static final Path SAMPLES =
      Project.root().resolve("evidence/src/test/resources/org/myocohort/evidence/format");

  @TempDir private Path temporary;

  @Test
  void filesAreSummedUpAndWrittenIntoOne() throws IOException {
    Path out = temporary.resolve("all.csv");
    CommandRun run =
        CommandRun.of(
            "review",
            "records",
            SAMPLES.resolve("embase.ris"),
            SAMPLES.resolve("biopython_pubmed_result2.nbib"),
            "-o",
            out,
            "--format",
            "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("embase.ris,ris,6,0,0,").contains(".nbib,nbib,4,0,0,");
    assertThat(CommandRun.of("review", "records", out, "--format", "csv").out())
        .contains("all.csv,csv,10,0,0,");
    assertThat(out.resolveSibling("all.csv.part")).doesNotExist();
  }

  @Test
  void whatIsWrongIsNamedByFileRecordLineAndField() {
    CommandRun run = CommandRun.of("review", "records", SAMPLES.resolve("faulty_year.ris"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("faulty_year.ris, record 1, line 3: PY: found \"10 15\", a year of four digits");
  }

  @Test
  void aFileWithoutRecordsIsWrongAndOneThatIsNotThereCannotBeOpened() throws IOException {
    Path letter = Files.writeString(temporary.resolve("letter.ris"), "Dear reader,\n");
    CommandRun wrong = CommandRun.of("review", "records", letter, "--lang", "it");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("comincia con \"Dear reader,\"");

    CommandRun none = CommandRun.of("review", "records", temporary.resolve("none.ris"));
    assertThat(none.exitCode()).isEqualTo(2);
  }
}
