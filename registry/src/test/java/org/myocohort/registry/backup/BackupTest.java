package org.myocohort.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.exchange.source.Sha256;
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
    return backup(database, name, new Backup.Content(identities, List.of())).manifest();
  }

  private Backup.Result backup(Database database, String name, Backup.Content content)
      throws Exception {
    return Backup.write(database, folder.resolve(name), "myocohort test", NOW, content, _ -> {});
  }

  /// The folders of plain files within a data folder.
  private List<PlainFolder> folders(String data) {
    Path place = folder.resolve(data);
    return List.of(
        PlainFolder.of("definitions", place.resolve("definitions")),
        PlainFolder.of("reviews", place.resolve("reviews"))
            .without(path -> path.endsWith(".cache")));
  }

  private Restore.Result restore(String name, String into, boolean replace) throws Exception {
    return Restore.intoFolder(
        folder.resolve(name), folder.resolve(into), folders(into), replace, NOW, _ -> {});
  }

  private Restore.Result restore(String name, Database into, String data, boolean replace)
      throws Exception {
    return Restore.intoDatabase(
        folder.resolve(name), into, folder, folders(data), replace, NOW, _ -> {});
  }

  /// The files beneath a folder, by their names, with what they hold.
  private SortedMap<String, String> files(String data) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path place = folder.resolve(data);
    try (Stream<Path> all = Files.walk(place, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            place.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private void put(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
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
    put("data/definitions/cohorts/s/a.yaml", "cohort: a");
    Manifest whole;
    try (Database database = Databases.sqlite()) {
      whole = backup(database, "b.zip", new Backup.Content(false, folders("data"))).manifest();
      bytes = Files.readAllBytes(folder.resolve("b.zip"));
    }
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] damaged = bytes.clone();
      // The many bytes of the database are all alike: half of the changes go around them.
      int at = i % 2 == 0 ? random.nextInt(bytes.length) : random.nextInt(1000) - 300;
      damaged[Math.floorMod(at, bytes.length)] ^= (byte) (1 << random.nextInt(8));
      refused += isRefused(damaged, whole) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(500);
    for (int i = 0; i < 200; i++) {
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThat(isRefused(cut, whole)).isTrue();
    }
  }

  private boolean isRefused(byte[] backup, Manifest whole) throws IOException {
    Files.write(folder.resolve("damaged.zip"), backup);
    Path work = Files.createDirectory(folder.resolve("work"));
    try (BackupFile damaged = BackupFile.open(folder.resolve("damaged.zip"))) {
      assertThat(damaged.manifest()).isEqualTo(whole);
      damaged.unpackDatabase(work);
      assertThat(Sha256.of(work.resolve(Database.FILE))).isEqualTo(whole.sha256());
      damaged.unpack(folders("data").getFirst(), work.resolve("definitions"));
      assertThat(files("work/definitions")).isEqualTo(files("data/definitions"));
      return false;
    } catch (BackupException _) {
      return true;
    } finally {
      Folders.delete(work);
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
            Sha256.of(data.resolve(Database.FILE)),
            List.of());
    zip("b.zip", data.resolve(Database.FILE), manifest.toJson(), Map.of());
    assertRefused("newer", "b.zip", true);
  }

  /// A backup as somebody else would write it.
  private void zip(String name, Path database, String manifest, Map<String, String> others)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(Backup.MANIFEST));
      zip.write(manifest.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(Database.FILE));
      Files.copy(database, zip);
      for (Map.Entry<String, String> other : others.entrySet()) {
        zip.putNextEntry(new ZipEntry(other.getKey()));
        zip.write(other.getValue().getBytes(StandardCharsets.UTF_8));
      }
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
  void whatTheManifestDoesNotVouchForIsRefused() throws Exception {
    try (Database database = Databases.sqlite()) {
      Manifest none = backup(database, "none.zip", false);
      Files.createDirectory(folder.resolve("work"));
      try (BackupFile whole = BackupFile.open(folder.resolve("none.zip"))) {
        whole.unpackDatabase(folder.resolve("work"));
      }
      put("text", "text");
      String hash = Sha256.of(folder.resolve("text"));
      String good = "definitions/a.yaml";
      tampered("damaged-file", none, List.of(new StoredFile(good, 4, hash)), good, "Text");
      tampered("damaged-file", none, List.of(new StoredFile(good, 3, hash)), good, "text");
      tampered("missing", none, List.of(new StoredFile(good, 4, hash)), "", "");
      tampered("surplus", none, List.of(), good, "text");
      tampered("newer", none, List.of(new StoredFile("more/a", 4, hash)), "more/a", "text");
      for (String name :
          List.of(
              "../evil",
              "definitions/../../evil",
              "/evil",
              "definitions",
              "definitions//evil",
              "definitions/./evil",
              "definitions/..\\evil",
              "definitions/e\033[2Jvil",
              "definitions/.git/config",
              "definitions/.GIT")) {
        tampered("name", none, List.of(new StoredFile(name, 4, hash)), name, "text");
      }
      StoredFile file = new StoredFile(good, 4, hash);
      tampered("name", none, List.of(file, file), good, "text");
      StoredFile beneath = new StoredFile(good + "/b", 4, hash);
      tampered("name", none, List.of(file, beneath), good, "text");
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("none.zip", "work", "text", "bad.zip");
    }
  }

  private void tampered(
      String code, Manifest manifest, List<StoredFile> named, String name, String text)
      throws Exception {
    zip(
        "bad.zip",
        folder.resolve("work").resolve(Database.FILE),
        manifest.with(named).toJson(),
        name.isEmpty() ? Map.of() : Map.of(FileNames.PREFIX + name, text));
    assertThatThrownBy(() -> restore("bad.zip", "data", true))
        .as(code + " " + name)
        .isInstanceOfSatisfying(
            BackupException.class,
            no -> {
              assertThat(no.code()).isEqualTo(code);
              assertThat(no.values()).noneMatch(value -> value.contains("\033"));
            });
    if (code.equals("damaged-file")) {
      // Found when it is unpacked beside its place, which needs the data folder.
      Files.delete(folder.resolve("data"));
    }
    assertThat(folder.resolve("data")).doesNotExist();
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
