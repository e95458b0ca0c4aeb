package org.myocohort.app.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Main;
import org.myocohort.app.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrialsCommandTest {
  private static final Path LABELLED =
      Project.root().resolve("care/src/test/resources/org/myocohort/care/trial/labelled");
  private static final Path RECORDS = LABELLED.resolve("records.jsonl");
  private static final String DAXDILIMAB = "NCT05669014";

  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("trials");
  }

  private CommandRun match(String... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "trials",
                "match",
                LABELLED.resolve("patients"),
                "--trials",
                folder(),
                "--on",
                "2026-11-22"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  @Test
  void recordsAreImportedOnceAndSearched() {
    CommandRun first =
        CommandRun.of("trials", "import", RECORDS, "--into", folder(), "--format", "csv");
    assertThat(first.exitCode()).isZero();
    assertThat(first.lines().getLast()).contains(",6,6,0,0,0,0,");
    CommandRun again =
        CommandRun.of("trials", "import", RECORDS, "--into", folder(), "--format", "csv");
    assertThat(again.lines().getLast()).contains(",6,0,0,6,0,0,");

    CommandRun found =
        CommandRun.of("trials", "search", "daxdilimab", "--trials", folder(), "--format", "csv");
    assertThat(found.exitCode()).isZero();
    assertThat(found.out()).contains(DAXDILIMAB + ",COMPLETED,2026-11-22,PHASE2");
    CommandRun guide =
        CommandRun.of("trials", "search", "filgotinib", "--trials", folder(), "--format", "csv");
    assertThat(guide.lines().stream().filter(line -> line.startsWith("number unknown"))).hasSize(2);
    CommandRun wrong = CommandRun.of("trials", "search", "(", "--trials", folder());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("no query");
    assertThat(CommandRun.of("trials", "search", "--status", "OPEN", "--trials", folder()).err())
        .contains("RECRUITING");
  }

  @Test
  void aWrongRecordIsNamedAndTheExitCodeTells() throws IOException {
    Path file = temporary.resolve("mixed.jsonl");
    Files.writeString(
        file, Files.readString(RECORDS) + "{\"nctid\": \"NCT1\", \"criteria\": \"\"}\n");
    CommandRun run = CommandRun.of("trials", "import", file, "--into", folder(), "--lang", "it");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("record 7").contains("nctid").contains("NCT05669014");
    assertThat(CommandRun.of("trials", "import", temporary.resolve("none.json")).exitCode())
        .isEqualTo(2);
  }

  @Test
  void aCutListIsNeverBetterThanUndetermined() {
    CommandRun.of("trials", "import", RECORDS, "--into", folder());
    JsonNode rows =
        JsonMapper.shared().readTree(match("--trial", DAXDILIMAB, "--format", "json").out());
    assertThat(rows.size()).isEqualTo(18 * 7);
    for (JsonNode row : rows) {
      assertThat(row.path("overall").asString()).isIn("undetermined", "not eligible");
      assertThat(row.path("list_complete").asString()).isEqualTo("no");
      assertThat(row.path("status").asString()).isEqualTo("COMPLETED");
      assertThat(row.path("status_of").asString()).isEqualTo("2026-11-22");
    }
  }

  @Test
  void theAnswerInWordsNamesSpanValueDateAndWhatWouldSettleIt() {
    CommandRun.of("trials", "import", RECORDS, "--into", folder());
    CommandRun english = match("--trial", DAXDILIMAB, "--patient", "TP-01");
    assertThat(english.exitCode()).isZero();
    assertThat(english.out())
        .contains("The registry said COMPLETED in the snapshot of 2026-11-22")
        .contains("exclusion list; further sites")
        .contains("not yet reviewed by a clinician")
        .contains("Manual Muscle Testing (MMT 8) score < 142")
        .contains("of 5 hold, 2 are needed")
        .contains("[visits/")
        .doesNotContain(": eligible");
    CommandRun italian = match("--trial", DAXDILIMAB, "--patient", "TP-01", "--lang", "it");
    assertThat(italian.out()).contains("non ancora rivisto da un clinico").contains("soddisfatto");
  }

  @Test
  void aTrialOrPatientThatIsNotThereIsSaid() {
    assertThat(match("--trial", "NCT99999999").exitCode()).isEqualTo(2);
    assertThat(match("--patient", "nobody").err()).contains("nobody");
  }

  @Test
  void rulesOfOnesOwnAreCheckedAndTakeThePlaceOfTheShippedOnes() throws IOException {
    CommandRun.of("trials", "import", RECORDS, "--into", folder());
    Path rules = Files.createDirectories(temporary.resolve("rules"));
    Path file = rules.resolve("own.yaml");
    String text =
        """
        trial: NCT05669014
        source: a test
        curated: 2026-11-22
        curated by: a coordinator
        reviewed by: Dr A
        complete: false
        missing: exclusions
        criteria:
          - id: one
            kind: inclusion
            text: Manual Muscle Testing (MMT 8) score < 142
            rule: {core set: mmt, form: 150, less than: 142}
        """;
    Files.writeString(file, text);
    CommandRun good = CommandRun.of("trials", "check", file, "--trials", folder());
    assertThat(good.exitCode()).as(good.err()).isZero();
    assertThat(good.out()).contains("manual muscle testing (form of 150) < 142").contains("Dr A");
    assertThat(match("--rules", rules.toString(), "--trial", DAXDILIMAB, "--format", "csv").lines())
        .hasSize(1 + 18);

    Files.writeString(file, text.replace("score < 142", "score below 142"));
    CommandRun changed = CommandRun.of("trials", "check", file, "--trials", folder());
    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.err()).contains("one").contains("word for word");

    Files.writeString(file, text.replace("less than", "les than"));
    CommandRun wrong = CommandRun.of("trials", "check", file, "--trials", folder(), "--lang", "it");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("riga 12").contains("les than");
  }

  @Test
  void anImportThatIsKilledGoesOn() throws IOException, InterruptedException {
    Path file = temporary.resolve("many.jsonl");
    List<String> records = Files.readAllLines(RECORDS);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      many.append(
              records.get(i % records.size()).replaceFirst("NCT\\d{8}", "NCT" + (90_000_000 + i)))
          .append('\n');
    }
    Files.writeString(file, many);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "trials",
                "import",
                file.toString(),
                "--into",
                folder().toString())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log").toFile())
            .start();
    Path snapshot = folder().resolve("ctgov-json/2026-11-22.jsonl");
    while (process.isAlive() && (!Files.exists(snapshot) || Files.size(snapshot) < 4_000_000)) {
      Thread.sleep(5);
    }
    assertThat(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(folder().resolve("import.json")).exists();

    CommandRun rest =
        CommandRun.of("trials", "import", file, "--into", folder(), "--format", "csv");
    assertThat(rest.exitCode()).as(rest.err()).isZero();
    assertThat(rest.err()).contains("goes on after");
    try (var lines = Files.lines(snapshot)) {
      assertThat(lines.map(line -> line.substring(0, 20)).distinct().count()).isEqualTo(12_000);
    }
    try (var lines = Files.lines(snapshot)) {
      assertThat(lines.count()).isEqualTo(12_000);
    }
  }
}
