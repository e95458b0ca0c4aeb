package org.myocohort.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.Databases;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.store.Database;

/// Backups that are damaged, newer, or made by somebody else: none is restored.
class RefusedBackupTest extends BackupPlace {
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
}
