package org.myocohort.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

class BackupCommandsTest {
  @TempDir private Path folder;
  private Path data = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void aRegistryWithAPatient() throws Exception {
    data = folder.resolve("data");
    file = folder.resolve("registry.zip");
    try (Database database = Database.embedded(data)) {
      new Studies(database, Instant::now)
          .save(
              Actor.administratorOnCommandLine(),
              new Studies.StoredStudy(
                  "myositis",
                  new StudyWriter.Description(
                      "myositis", "Myositis", true, StudySettings.DEFAULT, null)),
              "");
      new PatientStore(database, Instant::now)
          .save(
              Actor.commandLine(),
              SaveRequest.of(
                  new PatientKey("myositis", "P1"),
                  0,
                  List.of(
                      new RowChange.Put(
                          "patients",
                          "P1",
                          new TreeMap<>(Map.of("centre", "Padua", "sex", "female")))),
                  ""));
    }
  }

  @Test
  void aBackupIsRestoredAndVerifiesThroughTheExportedHead() {
    CommandRun backup = CommandRun.of("backup", "-o", file, "--data", data, "--format", "csv");
    assertThat(backup.err()).isEmpty();
    assertThat(backup.exitCode()).isEqualTo(ExitCode.ANSWERED);
    assertThat(backup.lines().getFirst())
        .isEqualTo("file,entries,bytes,made_at,identities,head,sha256,schema,program,replaced");
    Path head = folder.resolve("head.txt");
    assertThat(CommandRun.of("verify-audit", "--data", data, "--export-head", head).exitCode())
        .isEqualTo(ExitCode.ANSWERED);
    assertThat(head).content().matches("2 [0-9a-f]{64}\n");

    assertThat(CommandRun.of("restore", file, "--data", data))
        .satisfies(run -> {
          assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
          assertThat(run.err()).contains("--replace");
        });
    assertThat(CommandRun.of("restore", file, "--data", data, "--replace").exitCode())
        .isEqualTo(ExitCode.ANSWERED);
    CommandRun verified = CommandRun.of("verify-audit", "--data", data, "--head", head);
    assertThat(verified.err()).contains("3 audit entries and 1 row versions").contains("fits");
    assertThat(verified.exitCode()).isEqualTo(ExitCode.ANSWERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void everyFindingIsASentence(String language) throws Exception {
    try (Database database = Database.embedded(data)) {
      database.change(handle ->
          handle.execute("UPDATE row_version SET cells = replace(cells, 'female', 'male')"));
    }
    CommandRun run = CommandRun.of("verify-audit", "--data", data, "--lang", language);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND);
    assertThat(run.out()).contains("patients/P1").contains("myositis/P1").doesNotContain("{");
    Path head = folder.resolve("head.txt");
    CommandRun.of("verify-audit", "--data", data, "--export-head", head);
    assertThat(head).as("no head of what does not fit").doesNotExist();
  }

  /// Every code that the verification gives, read from its source.
  @Test
  void everyFindingHasItsText() throws Exception {
    StringBuilder source = new StringBuilder();
    for (String name : List.of("AuditVerification", "RowVerification")) {
      source.append(
          Files.readString(
              Project.root()
                  .resolve("registry/src/main/java/org/myocohort/registry/audit")
                  .resolve(name + ".java")));
    }
    List<String> codes =
        java.util.regex.Pattern.compile("(?:findings\\.add|found)\\(\\s*\"([a-z-]+)\"")
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(codes).hasSizeGreaterThan(13);
    assertThat(codes).allMatch(code -> Texts.of(Texts.Language.it).has("audit.finding." + code));
  }

  @Test
  void whatCannotBeDoneIsSaidInOneSentence() throws Exception {
    Files.writeString(file, "no backup");
    CommandRun damaged = CommandRun.of("restore", file, "--data", folder.resolve("new"));
    assertThat(damaged.exitCode()).isEqualTo(ExitCode.FOUND);
    assertThat(damaged.err().lines()).singleElement().asString().contains("damaged");
    CommandRun exists = CommandRun.of("backup", "-o", file, "--data", data);
    assertThat(exists.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(exists.err().lines()).singleElement().asString().contains("exists");
    CommandRun nowhere = CommandRun.of("verify-audit", "--data", folder.resolve("nowhere"));
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nowhere.err().lines()).singleElement().asString().contains("no registry");
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(CommandRun.of("restore", folder.resolve("none.zip"), "--data", data, "--replace"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE));
  }
}
