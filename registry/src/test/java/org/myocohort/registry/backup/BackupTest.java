package org.myocohort.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.registry.Databases;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.durability.Workload;
import org.myocohort.registry.identity.Identities;
import org.myocohort.registry.identity.Identity;
import org.myocohort.registry.identity.MasterKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

class BackupTest extends BackupPlace {
  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aBackupOfEitherIsRestoredIntoBoth(Supplier<Database> maker) throws Exception {
    try (Database database = maker.get()) {
      PatientStore store = SampleStudy.store(database);
      SampleStudy.savePatient(store, "P1", 3);
      SampleStudy.savePatient(store, "P2", 2);
      Manifest manifest = backup(database, "b.zip", false);
      restore("b.zip", "data", false);
      try (Database embedded = Database.embedded(folder.resolve("data"));
          Database postgresql = Databases.postgresql()) {
        restore("b.zip", postgresql, "pg", false);
        for (Database restored : List.of(embedded, postgresql)) {
          assertThat(stored(restored)).isEqualTo(stored(database)).hasSize(7);
          AuditVerification.Result audit = AuditVerification.verify(restored, manifest.head());
          assertThat(audit.findings()).isEmpty();
          assertThat(audit.entries()).as("and the restore itself").isEqualTo(4);
          SampleStudy.savePatient(new PatientStore(restored, Instant::now), "P3", 1);
        }
        assertThatThrownBy(() -> restore("b.zip", postgresql, "pg", false))
            .isInstanceOfSatisfying(
                BackupException.class, no -> assertThat(no.code()).isEqualTo("not-empty"));
      }
    }
  }

  /// Saves go on while the backup is made; it holds the state after one of them, whole.
  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  @Timeout(120)
  void aBackupUnderLoadIsOneStateOfTheRegistry(Supplier<Database> maker) throws Exception {
    try (Database database = maker.get()) {
      PatientStore store = SampleStudy.store(database);
      Workload written = new Workload(4);
      for (int i = 0; i < 40; i++) {
        store.save(SampleStudy.MANAGER, written.next());
      }
      AtomicBoolean stop = new AtomicBoolean();
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                while (!stop.get()) {
                  store.save(SampleStudy.MANAGER, written.next());
                }
              });
      for (int i = 0; i < 3; i++) {
        backup(database, "b" + i + ".zip", false);
      }
      stop.set(true);
      writer.join();
      assertThat(written.operations()).isGreaterThan(40);
      Workload expected = new Workload(4);
      for (int i = 0; i < 3; i++) {
        restore("b" + i + ".zip", "data" + i, false);
        try (Database restored = Database.embedded(folder.resolve("data" + i))) {
          Map<String, String> stored = stored(restored);
          while (expected.operations() < 40
              || (!stored.equals(expected.expected())
                  && expected.operations() < written.operations())) {
            expected.next();
          }
          assertThat(stored).isEqualTo(expected.expected());
          assertThat(AuditVerification.verify(restored, null).findings()).isEmpty();
        }
      }
    }
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    try (Database database = Databases.sqlite()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      backup(database, "b.zip", false);
      assertThatThrownBy(() -> backup(database, "b.zip", false))
          .isInstanceOf(FileAlreadyExistsException.class);
    }
    restore("b.zip", "data", false);
    assertRefused("exists", "b.zip", false);
    try (Database live = Database.embedded(folder.resolve("data"))) {
      SampleStudy.savePatient(new PatientStore(live, Instant::now), "P9", 1);
      assertRefused("in-use", "b.zip", true);
    }
    Path replaced = restore("b.zip", "data", true).replaced().iterator().next();
    try (Database live = Database.embedded(folder.resolve("data"));
        Database old = Database.embedded(replaced)) {
      assertThat(stored(live)).hasSize(2);
      assertThat(stored(old)).hasSize(4);
    }
  }

  @Test
  void aDamagedDatabaseIsMovedAsideAndReplaced() throws Exception {
    try (Database database = Databases.sqlite()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      backup(database, "b.zip", false);
    }
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve(Database.FILE), "damaged".repeat(1000));
    Files.writeString(data.resolve(Database.FILE + "-wal"), "damaged");
    restore("b.zip", "data", true);
    try (Database live = Database.embedded(data)) {
      assertThat(stored(live)).hasSize(2);
    }
  }

  @Test
  void filesOfPeopleGoWithABackup() throws Exception {
    put("data/definitions/cohorts/s/a.yaml", "cohort: a");
    put("data/definitions/cohorts/s/.removed/b.yaml", "cohort: b");
    put("elsewhere/review.yaml", "title: linked");
    put("data/reviews/r/decisions/anna.csv", "include");
    Files.createSymbolicLink(
        folder.resolve("data/reviews/linked"), folder.resolve("elsewhere").toAbsolutePath());
    SortedMap<String, String> expected = files("data");
    put("data/reviews/r/.cache/index", "made again");
    put("data/reviews/r/.review.yaml.tmp", "half written");
    put("data/reviews/r/.git/config", "fsmonitor = harm");
    Path nowhere =
        Files.createSymbolicLink(folder.resolve("data/reviews/nowhere"), Path.of("nothing"));
    try (Database database = Databases.sqlite();
        Database postgresql = Databases.postgresql()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      Backup.Result backup = backup(database, "b.zip", new Backup.Content(false, folders("data")));
      assertThat(backup.leftOut())
          .containsExactlyInAnyOrder(nowhere, folder.resolve("data/reviews/r/.git"));
      assertThat(backup.manifest().filesOf("definitions")).isEqualTo(2);
      assertThat(backup.manifest().filesOf("reviews")).isEqualTo(2);

      restore("b.zip", "new", false);
      SortedMap<String, String> restored = files("new");
      assertThat(restored.remove(Database.FILE)).isNotNull();
      assertThat(restored).isEqualTo(expected);

      put("pg/definitions/own.yaml", "mine");
      assertThatThrownBy(() -> restore("b.zip", postgresql, "pg", false))
          .hasMessageContaining("files-exist");
      Restore.Result replaced = restore("b.zip", postgresql, "pg", true);
      assertThat(replaced.replaced().iterator().next().resolve("definitions/own.yaml"))
          .hasContent("mine");
      Folders.delete(replaced.replaced().iterator().next());
      assertThat(files("pg")).isEqualTo(expected);
      assertThatThrownBy(() -> restore("b.zip", postgresql, "pg", true))
          .hasMessageContaining("not-empty");
      assertThat(files("pg")).as("nothing was moved").isEqualTo(expected);
    }
  }

  /// A folder of which the backup holds files is exchanged whole, any other stays.
  @Test
  void filesThatAreThereAreMovedAside() throws Exception {
    put("data/definitions/cohorts/s/a.yaml", "cohort: a");
    try (Database database = Databases.sqlite()) {
      backup(database, "b.zip", new Backup.Content(false, folders("data")));
      assertThatThrownBy(() ->
              Backup.write(
                  database,
                  folder.resolve("data/definitions/c.zip"),
                  "",
                  NOW,
                  new Backup.Content(false, folders("data")),
                  _ -> {}))
          .hasMessageContaining("inside");
    }
    put("data/definitions/cohorts/s/a.yaml", "cohort: changed");
    put("data/reviews/r/review.yaml", "title: r");
    assertRefused("files-exist", "b.zip", false);
    Path aside = restore("b.zip", "data", true).replaced().iterator().next();
    assertThat(folder.resolve("data/definitions/cohorts/s/a.yaml")).hasContent("cohort: a");
    assertThat(aside.resolve("definitions/cohorts/s/a.yaml")).hasContent("cohort: changed");
    assertThat(folder.resolve("data/reviews/r/review.yaml")).hasContent("title: r");
  }

  /// As when somebody removes a definition between the listing of a folder and its turn.
  @Test
  void aFileThatIsMovedMeanwhileIsNotLost() throws Exception {
    put("data/definitions/s/a.yaml", "cohort: a");
    Path file = folder.resolve("data/definitions/s/a.yaml");
    PlainFolder moving =
        folders("data")
            .getFirst()
            .without(path -> {
              if (path.endsWith("a.yaml") && Files.exists(file)) {
                file.toFile().renameTo(folder.resolve("data/definitions/s/b.yaml").toFile());
              }
              return false;
            });
    try (Database database = Databases.sqlite()) {
      Backup.Result result = backup(database, "b.zip", new Backup.Content(false, List.of(moving)));
      assertThat(result.manifest().files())
          .extracting(StoredFile::name)
          .containsExactly("definitions/s/b.yaml");
    }
  }

  @Test
  void aBackupOfBeforeThereWereFilesIsRestored() throws Exception {
    try (Database database = Databases.sqlite()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      Manifest manifest = backup(database, "b.zip", false);
      Path work = Files.createDirectory(folder.resolve("work"));
      try (BackupFile whole = BackupFile.open(folder.resolve("b.zip"))) {
        whole.unpackDatabase(work);
      }
      String old =
          manifest
              .toJson()
              .replace("\"formatVersion\" : 2", "\"formatVersion\" : 1")
              .replaceFirst(",\\s*\"files\" : \\[ *]", "");
      assertThat(old).contains(": 1,").doesNotContain("files");
      zip("old.zip", work.resolve(Database.FILE), old, Map.of());
    }
    put("data/reviews/r/review.yaml", "title: r");
    restore("old.zip", "data", false);
    try (Database live = Database.embedded(folder.resolve("data"))) {
      assertThat(stored(live)).hasSize(2);
    }
    assertThat(folder.resolve("data/reviews/r/review.yaml")).hasContent("title: r");
  }

  @Test
  void anExchangeThatFailsIsUndone() throws Exception {
    put("a", "old a");
    put("work/a", "new a");
    try (Exchange exchange = new Exchange(NOW)) {
      exchange.put(folder.resolve("work/a"), folder.resolve("a"));
      exchange.put(folder.resolve("work/missing"), folder.resolve("b"));
      assertThatThrownBy(exchange::run)
          .isInstanceOfSatisfying(
              BackupException.class, no -> assertThat(no.code()).isEqualTo("cannot-replace"));
    }
    assertThat(files(".")).isEqualTo(Map.of("a", "old a", "work/a", "new a"));
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void identitiesGoWithABackupOnlyWhereAskedFor(Supplier<Database> maker) throws Exception {
    try (Database database = maker.get()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      MasterKey key = MasterKey.at(folder.resolve(MasterKey.FILE));
      new Identities(database, key, Instant::now)
          .save(SampleStudy.MANAGER, SampleStudy.key("P1"), new Identity("Rossi", "", ""));
      backup(database, "without.zip", false);
      backup(database, "with.zip", true);
      restore("without.zip", "without", false);
      restore("with.zip", "with", false);
      try (Database without = Database.embedded(folder.resolve("without"));
          Database with = Database.embedded(folder.resolve("with"))) {
        Actor manager = SampleStudy.MANAGER;
        assertThat(new Identities(without, key, Instant::now).read(manager, SampleStudy.key("P1")))
            .isEmpty();
        assertThat(new Identities(with, key, Instant::now).read(manager, SampleStudy.key("P1")))
            .contains(new Identity("Rossi", "", ""));
      }
    }
  }

  /// As if the machine had stopped while the database was being exchanged.
  @Test
  void aRestoreThatWasCutOffIsDoneAgain() throws Exception {
    try (Database database = Databases.sqlite()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      backup(database, "b.zip", false);
    }
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createFile(data.resolve(Database.RESTORING));
    assertThatThrownBy(() -> Database.embedded(data)).isInstanceOf(StoreException.class);
    restore("b.zip", "data", false);
    try (Database live = Database.embedded(data)) {
      assertThat(stored(live)).hasSize(2);
    }
  }
}
