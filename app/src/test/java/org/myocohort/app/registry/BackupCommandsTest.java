package org.myocohort.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.demo.ExampleReviews;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
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
        .isEqualTo(
            "file,entries,bytes,made_at,identities,definition_files,review_files,trial_files,head,"
                + "sha256,schema,program,replaced");
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

  private Path put(String file, String text) throws IOException {
    Path path = data.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /// Cohorts, reviews and rules of trials come back; indexes do not, and what else is left out is
  /// said.
  @Test
  void peoplesFilesAreRestored() throws Exception {
    put("definitions/cohorts/myositis/all.yaml", "cohort: all");
    put("trials/rules/NCT1.yaml", "trial: NCT1");
    put("trials/ctgov/2026-01-01.jsonl", "{}\n");
    put("trials/index/segments_1", "made again");
    put("identity.key", "secret");
    Path reviews = ExampleReviews.in(data, Project.root());
    ReviewFolder review = ReviewFolder.at(reviews.resolve("anakinra-review"));
    int records = review.read().records().size();
    try (Database database = Database.embedded(data)) {
      TreeMap<String, Object> known = new TreeMap<>(Map.of("review", "rituximab"));
      database.change(handle ->
          new AuditChain(database)
              .append(handle, AuditEvent.of("ada", "review-new", known), Instant.now()));
    }

    CommandRun all = CommandRun.of("backup", "-o", file, "--data", data);
    assertThat(all.exitCode()).isEqualTo(ExitCode.ANSWERED);
    assertThat(all.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line).isEqualTo("not in the backup: " + data.resolve("identity.key")),
            line -> assertThat(line).contains("rituximab").contains("--reviews"));
    assertThat(all.out()).contains("files of reviews");
    CommandRun rules =
        CommandRun.of(
            "backup",
            "-o",
            folder.resolve("rules.zip"),
            "--data",
            data,
            "--format",
            "json",
            "--without-trial-records");
    assertThat(rules.out())
        .contains("\"definition_files\" : 1,")
        .contains("\"trial_files\" : 1,")
        .doesNotContain("\"review_files\" : 0");

    Path elsewhere = folder.resolve("elsewhere");
    CommandRun restored =
        CommandRun.of("restore", file, "--data", folder.resolve("new"), "--reviews", elsewhere);
    assertThat(restored.err()).isEmpty();
    assertThat(folder.resolve("new/definitions/cohorts/myositis/all.yaml"))
        .hasContent("cohort: all");
    assertThat(folder.resolve("new/trials/ctgov/2026-01-01.jsonl")).exists();
    assertThat(folder.resolve("new/trials/index")).doesNotExist();
    assertThat(ReviewFolder.at(elsewhere.resolve("anakinra-review")).read().records())
        .hasSize(records);

    Files.delete(folder.resolve("new").resolve(Database.FILE));
    CommandRun again = CommandRun.of("restore", file, "--data", folder.resolve("new"));
    assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("definitions holds files").contains("--replace");
    CommandRun nowhere =
        CommandRun.of("backup", "-o", folder.resolve("n.zip"), "--reviews", "none", "--data", data);
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nowhere.err()).contains("none");
  }

  /// Whoever writes in a review holds its lock; the backup waits for it.
  @Test
  void aReviewIsCopiedWhileNobodyWritesInIt() throws Exception {
    Path review = ExampleReviews.in(data, Project.root()).resolve("anakinra-review");
    Path text = review.resolve("extraction/texts/half.txt");
    CountDownLatch holding = new CountDownLatch(1);
    CompletableFuture<Boolean> writing =
        CompletableFuture.supplyAsync(() -> {
          try {
            return ReviewFolder.at(review)
                .locked(() -> {
                  Files.createDirectories(text.getParent());
                  Files.writeString(text, "half");
                  holding.countDown();
                  while (!isZipping()) {
                    Thread.onSpinWait();
                  }
                  LockSupport.parkNanos(200_000_000);
                  Files.writeString(text, "whole");
                  return true;
                });
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        });
    holding.await();
    assertThat(CommandRun.of("backup", "-o", file, "--data", data).exitCode())
        .isEqualTo(ExitCode.ANSWERED);
    assertThat(writing.get()).isTrue();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(
              zip.getInputStream(
                  zip.getEntry("files/reviews/anakinra-review/extraction/texts/half.txt")))
          .hasContent("whole");
    }
  }

  private boolean isZipping() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.anyMatch(path -> path.endsWith("backup"));
    } catch (UncheckedIOException _) {
      return false;
    }
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

  /// Every code with which a backup or a restore is refused, read from the sources.
  @Test
  void everyRefusalHasItsText() throws Exception {
    StringBuilder source = new StringBuilder();
    Path backup = Project.root().resolve("registry/src/main/java/org/myocohort/registry/backup");
    try (Stream<Path> files = Files.list(backup)) {
      for (Path each : files.toList()) {
        source.append(Files.readString(each));
      }
    }
    List<String> codes =
        Pattern.compile("(?:BackupException|refused)\\(\\s*\"([a-z-]+)\"")
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(codes).hasSizeGreaterThan(12);
    assertThat(codes).allMatch(code -> Texts.of(Texts.Language.it).has("backup.failure." + code));
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
        Pattern.compile("(?:findings\\.add|found)\\(\\s*\"([a-z-]+)\"")
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
