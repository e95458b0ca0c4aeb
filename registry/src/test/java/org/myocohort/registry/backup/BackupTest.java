package org.myocohort.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  @TempDir private Path folder;

  private Manifest backup(Database database, String name, boolean identities) throws Exception {
    return Backup.write(database, folder.resolve(name), "myocohort test", NOW, identities, _ -> {});
  }

  private Restore.Result restore(String name, String into, boolean replace) throws Exception {
    return Restore.intoFolder(folder.resolve(name), folder.resolve(into), replace, NOW, _ -> {});
  }

  private static Map<String, String> stored(Database database) {
    return Workload.stored(
        new PatientStore(database, Instant::now).studyRows(SampleStudy.MANAGER, SampleStudy.STUDY));
  }

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
        Restore.intoDatabase(folder.resolve("b.zip"), postgresql, NOW, _ -> {});
        for (Database restored : List.of(embedded, postgresql)) {
          assertThat(stored(restored)).isEqualTo(stored(database)).hasSize(7);
          AuditVerification.Result audit = AuditVerification.verify(restored, manifest.head());
          assertThat(audit.findings()).isEmpty();
          assertThat(audit.entries()).as("and the restore itself").isEqualTo(4);
          SampleStudy.savePatient(new PatientStore(restored, Instant::now), "P3", 1);
        }
        assertThatThrownBy(
                () -> Restore.intoDatabase(folder.resolve("b.zip"), postgresql, NOW, _ -> {}))
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
    Path replaced = Objects.requireNonNull(restore("b.zip", "data", true).replaced());
    try (Database live = Database.embedded(folder.resolve("data"));
        Database old = Database.embedded(replaced)) {
      assertThat(stored(live)).hasSize(2);
      assertThat(stored(old)).hasSize(4);
    }
  }

  private void assertRefused(String code, String name, boolean replace) {
    assertThatThrownBy(() -> restore(name, "data", replace))
        .isInstanceOfSatisfying(BackupException.class, no -> assertThat(no.code()).isEqualTo(code));
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

  /// A bit changed anywhere, or the end cut off anywhere: refused, or the same is unpacked.
  @Test
  void aDamagedBackupIsNeverUnpackedAsAnother() throws Exception {
    byte[] bytes;
    try (Database database = Databases.sqlite()) {
      backup(database, "b.zip", false);
      bytes = Files.readAllBytes(folder.resolve("b.zip"));
    }
    Path work = Files.createDirectory(folder.resolve("work"));
    Manifest whole = Restore.unpack(folder.resolve("b.zip"), work);
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = bytes.clone();
      // The many bytes of the database are all alike: half of the changes go around them.
      int at = i % 2 == 0 ? random.nextInt(bytes.length) : random.nextInt(1000) - 300;
      damaged[Math.floorMod(at, bytes.length)] ^= (byte) (1 << random.nextInt(8));
      refused += isRefused(damaged, work, whole) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(500);
    for (int i = 0; i < 200; i++) {
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThat(isRefused(cut, work, whole)).isTrue();
    }
  }

  private boolean isRefused(byte[] backup, Path work, Manifest whole) throws IOException {
    Files.write(folder.resolve("damaged.zip"), backup);
    try {
      assertThat(Restore.unpack(folder.resolve("damaged.zip"), work)).isEqualTo(whole);
      assertThat(Backup.sha256(work.resolve(Database.FILE))).isEqualTo(whole.sha256());
      return false;
    } catch (BackupException _) {
      return true;
    }
  }

  /// As above, to the end: what was refused leaves nothing behind.
  @Test
  void aDamagedBackupIsNeverRestored() throws Exception {
    byte[] bytes;
    Map<String, String> right;
    try (Database database = Databases.sqlite()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      backup(database, "b.zip", false);
      bytes = Files.readAllBytes(folder.resolve("b.zip"));
      right = stored(database);
    }
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    for (int i = 0; i < 20; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve("damaged.zip"), damaged);
      try {
        restore("damaged.zip", "data" + i, false);
        try (Database live = Database.embedded(folder.resolve("data" + i))) {
          assertThat(stored(live)).isEqualTo(right);
        }
      } catch (BackupException _) {
        refused++;
        assertThat(folder.resolve("data" + i).resolve(Database.FILE)).doesNotExist();
      }
    }
    assertThat(refused).isGreaterThan(10);
    Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused("damaged", "cut.zip", true);
    Files.writeString(folder.resolve("text.zip"), "no backup");
    assertRefused("damaged", "text.zip", true);
  }

  @Test
  void aBackupWhoseAuditDoesNotFitIsNotRestored() throws Exception {
    try (Database database = Databases.sqlite()) {
      SampleStudy.savePatient(SampleStudy.store(database), "P1", 1);
      database.change(
          handle -> handle.execute("UPDATE row_version SET cells = replace(cells, '1.5', '1.6')"));
      backup(database, "b.zip", false);
    }
    assertRefused("audit", "b.zip", true);
  }

  @Test
  void aBackupOfANewerProgramIsNotRestored() throws Exception {
    Path data = folder.resolve("newer");
    Database.embedded(data).close();
    try (Database database = Database.embedded(data)) {
      database.change(handle ->
          handle.execute(
              "INSERT INTO flyway_schema_history SELECT installed_rank + 100, '999', 'later', type,"
                  + " 'V999__later.sql', checksum, installed_by, installed_on, execution_time,"
                  + " success FROM flyway_schema_history WHERE version = '1'"));
    }
    Manifest manifest =
        new Manifest(
            "myocohort 9",
            "999",
            new org.myocohort.registry.audit.AuditHead(0, ""),
            false,
            NOW.toString(),
            Files.size(data.resolve(Database.FILE)),
            Backup.sha256(data.resolve(Database.FILE)));
    try (var zip =
        new java.util.zip.ZipOutputStream(Files.newOutputStream(folder.resolve("b.zip")))) {
      zip.putNextEntry(new java.util.zip.ZipEntry(Backup.MANIFEST));
      zip.write(manifest.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new java.util.zip.ZipEntry(Database.FILE));
      Files.copy(data.resolve(Database.FILE), zip);
    }
    assertRefused("newer", "b.zip", true);
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
