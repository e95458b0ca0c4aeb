package org.myocohort.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir Path parent;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new SimulateCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private List<String> inParent() throws IOException {
    try (var entries = Files.list(parent)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  @Test
  void writesAStudyWhereThereWasNothingAndLeavesNothingElse() throws IOException {
    assertThat(run("-o", parent.resolve("study").toString(), "--patients", "2")).isZero();

    assertThat(inParent()).containsExactly("study");
    assertThat(parent.resolve("study/patients.csv")).content().hasLineCount(3);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void makesTheFoldersAbove() {
    assertThat(run("-o", parent.resolve("a/b/study").toString(), "--patients", "1")).isZero();
    assertThat(parent.resolve("a/b/study/visits.csv")).exists();
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Path study = Files.createDirectory(parent.resolve("study"));
    assertThat(run("-o", study.toString(), "--patients", "1")).isZero();
    assertThat(study.resolve("datapackage.json")).exists();
  }

  @Test
  void replacesAnEarlierSimulation() throws IOException {
    String study = parent.resolve("study").toString();
    assertThat(run("-o", study, "--patients", "3")).isZero();
    assertThat(run("-o", study, "--patients", "1", "--seed", "8")).isZero();

    assertThat(parent.resolve("study/patients.csv")).content().hasLineCount(2);
    assertThat(inParent()).containsExactly("study");
  }

  @Test
  void leavesAFolderWithAForeignFileAlone() throws IOException {
    Path study = parent.resolve("study");
    assertThat(run("-o", study.toString(), "--patients", "2")).isZero();
    Files.writeString(study.resolve("my-notes.txt"), "keep me");

    assertThat(run("-o", study.toString(), "--patients", "1")).isEqualTo(2);

    assertThat(err.toString()).contains("holds my-notes.txt, which no simulation writes");
    assertThat(study.resolve("my-notes.txt")).content().isEqualTo("keep me");
    assertThat(study.resolve("patients.csv")).content().hasLineCount(3);
    assertThat(inParent()).containsExactly("study");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"myocohort\": {\"synthetic\": false}}",
        "{\"myocohort\": {\"synthetic\": true}}",
        "{\"name\": \"a real study\"}",
        "[]",
        "not json"
      })
  void leavesAStudyThatNoSimulationWroteAlone(String descriptor) throws IOException {
    Path study = Files.createDirectory(parent.resolve("study"));
    Files.writeString(study.resolve("patients.csv"), "id\nP1\n");
    Files.writeString(study.resolve("datapackage.json"), descriptor);

    assertThat(run("-o", study.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("holds a study that no simulation wrote");
    assertThat(study.resolve("patients.csv")).content().isEqualTo("id\nP1\n");
    assertThat(inParent()).containsExactly("study");
  }

  @Test
  void leavesTablesWithoutADescriptorAlone() throws IOException {
    Path study = Files.createDirectory(parent.resolve("study"));
    Files.writeString(study.resolve("patients.csv"), "id\nP1\n");

    assertThat(run("-o", study.toString())).isEqualTo(2);
    assertThat(study.resolve("patients.csv")).content().isEqualTo("id\nP1\n");
  }

  @Test
  void aFileIsNotAFolder() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "keep me");

    assertThat(run("-o", file.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("is not a folder");
    assertThat(file).content().isEqualTo("keep me");
  }

  @Test
  void aFolderBelowAFileCannotBeMade() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "keep me");

    assertThat(run("-o", file.resolve("study").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-4", "100001", "many"})
  void aWrongNumberOfPatientsIsAUsageErrorAndWritesNothing(String patients) throws IOException {
    assertThat(run("-o", parent.resolve("study").toString(), "--patients", patients)).isEqualTo(2);

    assertThat(err.toString()).contains("--patients");
    assertThat(inParent()).isEmpty();
  }

  @Test
  void theFolderMustBeGiven() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
  }
}
