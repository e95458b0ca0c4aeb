package org.myocohort.app.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.myocohort.app.cli.CommandLines;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Resources.SYSTEM_OUT)
class MetaCommandTest {
  @TempDir Path folder = Path.of("");

  @Command(name = "myocohort")
  private static final class Root {}

  private record Run(int code, String out, String err) {}

  private Run run(String table, String... options) throws IOException {
    Path data = folder.resolve("data.csv");
    Files.writeString(data, table);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "meta";
    arguments[1] = data.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    StringWriter err = new StringWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code =
          CommandLines.execute(
              new Root(), List.of(MetaCommand.class), arguments, new PrintWriter(err, true));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  private static final String FOUR =
      """
      author,year,ai,n1i,ci,n2i
      A,2001,1,10,3,12
      B,2003,0,9,2,8
      C,2005,NR,9,2,8
      D,2006,0,5,0,6
      E,2007,4,12,6,11
      """;

  @Test
  void aStudyThatReportsNothingIsLeftOutAndNamedWithItsLine() throws IOException {
    JsonNode answer = json(run(FOUR, "--measure", "OR", "--format", "json"));
    assertThat(answer.get("k").asInt()).isEqualTo(4);
    assertThat(answer.get("left_out").get(0).get("line").asInt()).isEqualTo(4);
    assertThat(answer.get("left_out").get(0).get("found").asString()).isEqualTo("NR");
    assertThat(answer.get("messages").toString()).contains("C 2005 (line 4) is left out");
    assertThat(answer.get("display").get("estimate").asDouble())
        .isCloseTo(Math.exp(answer.get("estimate").asDouble()), within(1e-12));
  }

  @Test
  void withoutCorrectionAZeroCellIsAReasonAndTheOthersArePooled() throws IOException {
    JsonNode answer =
        json(run(FOUR, "--measure", "OR", "--no-zero-correction", "--format", "json"));
    assertThat(answer.get("k").asInt()).isEqualTo(2);
    assertThat(answer.get("studies").get(1).get("yi_reason").asString()).isEqualTo("zero-cell");
    assertThat(answer.get("studies").get(2).get("yi_reason").asString())
        .isEqualTo("no-information");
    assertThat(answer.get("prediction_reason").asString()).isEqualTo("fewer-than-three-studies");
  }

  @Test
  void whatCannotBePooledIsAnAnswerWithAReason() throws IOException {
    Run run = run("xi,ni\n3,3\n1,1\n", "--measure", "PLO", "--method", "GLMM", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("nothing but events");
    JsonNode answer = json(run);
    assertThat(answer.get("estimate").isNull()).isTrue();
    assertThat(answer.get("reason").asString()).isEqualTo("only-events");
    assertThat(answer.get("sum").get("exact_ci").get(0).asDouble())
        .isCloseTo(0.397635, within(1e-6));
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void aTableWithoutTheColumnsIsRefusedWithThoseExpected() throws IOException {
    Run run = run("a,b\n1,2\n", "--measure", "RR");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("ai,bi,ci,di").contains("yi,vi");
  }

  @Test
  void aCellThatIsNoNumberIsNamed() throws IOException {
    Run run = run("yi,vi\n0.1,0.2\nabc,0.1\n", "--measure", "GEN");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("line 3").contains("yi").contains("abc");
  }

  @Test
  void theFolderHoldsTheForestAndNoFunnelBelowTenStudies() throws IOException {
    Path out = folder.resolve("out");
    run(FOUR, "--measure", "OR", "--hksj", "--compare", "-o", out.toString(), "--lang", "it");
    String forest = Files.readString(out.resolve("forest.svg"));
    assertThat(forest).contains("<title>A 2001: ").contains("peso").contains("REML hksj-guard");
    assertThat(out.resolve("funnel.svg")).doesNotExist();
    assertThat(Files.readString(out.resolve("meta.csv"))).contains("without,A 2001");
    StringBuilder ten = new StringBuilder("yi,sei\n");
    for (int i = 0; i < 10; i++) {
      ten.append(0.1 * i).append(',').append(0.1 + 0.02 * i).append('\n');
    }
    run(ten.toString(), "--measure", "GEN", "-o", out.toString());
    assertThat(out.resolve("funnel.svg")).exists();
  }
}
