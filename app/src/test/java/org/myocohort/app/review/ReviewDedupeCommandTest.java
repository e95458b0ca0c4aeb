package org.myocohort.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;

class ReviewDedupeCommandTest {
  private static final String HEAD = "ID,title,author,year,journal,volume,pages\n";
  private static final String ONE =
      "Rituximab in refractory myositis in adults,\"Oddis, C.\",2013,Arthritis Rheum,65,314-24\n";
  private static final String SAME =
      "RITUXIMAB IN REFRACTORY MYOSITIS IN ADULTS.,Oddis C,2013,Arthritis and"
          + " Rheumatism,65,314-324\n";
  private static final String OTHER =
      "Statins and muscle pain in the old,\"Amato, A.\",2011,Muscle & Nerve,44,1-9\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void clustersNameEveryRecordThatHasACopyByItsId() throws IOException {
    Path records = file("records.csv", HEAD + "a7," + ONE + "a8," + OTHER + "a9," + SAME);
    Path clusters = folder.resolve("clusters.csv");
    Path pairs = folder.resolve("pairs.csv");

    CommandRun run =
        CommandRun.of(
            "review", "dedupe", records, "-o", clusters, "--pairs", pairs, "--format", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllLines(clusters)).containsExactly("cluster,id", "1,a7", "1,a9");
    assertThat(Files.readAllLines(pairs)).anyMatch(line -> line.startsWith("a7,a9,merged,place,,"));
    assertThat(run.out())
        .contains("\"records\": 3")
        .contains("\"clusters\": 1")
        .contains("\"members\": 2")
        .contains("\"removable\": 1")
        .contains("\"maybe\": 0")
        .contains("\"seconds\": ");
  }

  @Test
  void recordsOfSeveralFilesAreCalledByTheirFileAndNumber() throws IOException {
    Path first = file("first.csv", HEAD.substring(3) + ONE + OTHER);
    Path second = file("second.csv", HEAD.substring(3) + SAME);
    Path clusters = folder.resolve("clusters.csv");

    CommandRun run = CommandRun.of("review", "dedupe", first, second, "-o", clusters);

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllLines(clusters))
        .containsExactly("cluster,id", "1,first.csv:1", "1,second.csv:1");
    assertThat(run.lines()).hasSize(1);
  }

  @Test
  void aFileThatIsNotThereOrHoldsNoRecordIsNamed() throws IOException {
    CommandRun missing = CommandRun.of("review", "dedupe", folder.resolve("none.ris"));
    CommandRun empty = CommandRun.of("review", "dedupe", file("empty.ris", ""));

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.ris");
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(List.of(empty.err().split("\n", -1))).anyMatch(line -> line.contains("empty.ris"));
  }
}
