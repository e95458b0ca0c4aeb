package org.myocohort.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewRankCommandTest {
  @TempDir Path folder;
  private Path labelled = Path.of("");

  /// 60 records, those with a number that 6 divides relevant; one without a label.
  @BeforeEach
  void write() throws IOException {
    List<String> rows = new ArrayList<>(List.of("record_id,title,abstract,included"));
    for (int i = 1; i <= 60; i++) {
      boolean relevant = i % 6 == 0;
      rows.add(
          "r%d,\"%s, case %d\",%s,%s"
              .formatted(
                  i,
                  relevant ? "Anakinra in myositis" : "Statins in heart failure",
                  i,
                  i % 10 == 0 ? "" : relevant ? "Interleukin\u0001 blockade" : "A trial of lipids",
                  relevant ? "1.0" : "0"));
    }
    rows.add("r61,Not yet read,,");
    labelled = folder.resolve("labelled.csv");
    Files.write(labelled, rows);
  }

  private static JsonNode json(CommandRun run) {
    return JsonMapper.builder().build().readTree(run.out());
  }

  private static List<String> order(CommandRun run) {
    return json(run).get("order").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void aSimulationPrintsMeasuresAndTheWholeOrder() {
    CommandRun run =
        CommandRun.of("review", "rank", "--simulate", labelled, "--seed", "1", "--format", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("left out: 1 records without a label");
    JsonNode answer = json(run);
    assertThat(answer.propertyNames())
        .containsExactly(
            "n", "relevant", "n95", "wss95", "recall10", "atd", "loss", "ndcg", "seconds", "order");
    assertThat(answer.get("n").asInt()).isEqualTo(60);
    assertThat(answer.get("relevant").asInt()).isEqualTo(10);
    assertThat(answer.get("loss").asDouble()).isLessThan(0.3);
    assertThat(order(run)).hasSize(60).doesNotHaveDuplicates().contains("r1", "r60");
  }

  @Test
  void theReferenceStartsInTheOrderThatIsAskedFor() {
    assertThat(order(simulated("--model", "u4")).subList(0, 6))
        .containsExactly("r1", "r2", "r3", "r4", "r5", "r6");
    CommandRun shuffled = simulated("--model", "u4", "--order", "shuffled", "--seed", "3");
    assertThat(order(shuffled).subList(0, 2)).isNotEqualTo(List.of("r1", "r2"));
    assertThat(order(simulated("--model", "u4", "--order", "shuffled", "--seed", "3")))
        .isEqualTo(order(shuffled));
  }

  private CommandRun simulated(String... options) {
    List<Object> arguments = new ArrayList<>(List.of("review", "rank", "--simulate", labelled));
    arguments.addAll(List.of("--format", "json"));
    Collections.addAll(arguments, options);
    return CommandRun.of(arguments.toArray());
  }

  @Test
  void priorsAreNamedOrDrawn() {
    assertThat(order(simulated("--priors", "r12,r5")).subList(0, 2)).containsExactly("r12", "r5");
    List<String> drawn = order(simulated("--priors", "1+1", "--seed", "4")).subList(0, 2);
    assertThat(drawn.stream().map(id -> Integer.parseInt(id.substring(1)) % 6 == 0))
        .containsExactlyInAnyOrder(true, false);
    CommandRun unknown = simulated("--priors", "r12,r99");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no record r99");
  }

  @Test
  void recordsWithoutALabelAreRankedByTheOthers() throws IOException {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, "record_id,label_included\nr6,1\nr1,0\n");
    CommandRun run =
        CommandRun.of("review", "rank", labelled, "--labels", labels, "--format", "csv");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(1 + 59).element(0).isEqualTo("position,record,title");
    assertThat(run.lines().subList(1, 10)).allMatch(line -> line.contains("Anakinra"));
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    Path odd = folder.resolve("odd.csv");
    Files.writeString(odd, "title,included\nOne,1\nTwo,perhaps\n");
    CommandRun run = CommandRun.of("review", "rank", "--simulate", odd);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("odd.csv, line 3, column included: found \"perhaps\", expected 1 or 0");
    Files.writeString(odd, "title,included\nOne,0\nTwo,0\n");
    assertThat(CommandRun.of("review", "rank", "--simulate", odd).err())
        .contains("found 0 relevant of 2");
    assertThat(CommandRun.of("review", "rank").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("review", "rank", folder.resolve("no.csv")).exitCode()).isEqualTo(2);
  }
}
