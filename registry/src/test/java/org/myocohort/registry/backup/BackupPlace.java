package org.myocohort.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.durability.Workload;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.store.Database;

/// A folder with backups, and what they are made of and restored into.
abstract class BackupPlace {
  static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  @TempDir Path folder;

  Manifest backup(Database database, String name, boolean identities) throws Exception {
    return backup(database, name, new Backup.Content(identities, List.of())).manifest();
  }

  Backup.Result backup(Database database, String name, Backup.Content content) throws Exception {
    return Backup.write(database, folder.resolve(name), "myocohort test", NOW, content, _ -> {});
  }

  /// The folders of plain files within a data folder.
  List<PlainFolder> folders(String data) {
    Path place = folder.resolve(data);
    return List.of(
        PlainFolder.of("definitions", place.resolve("definitions")),
        PlainFolder.of("reviews", place.resolve("reviews"))
            .without(path -> path.endsWith(".cache")));
  }

  Restore.Result restore(String name, String into, boolean replace) throws Exception {
    return Restore.intoFolder(
        folder.resolve(name), folder.resolve(into), folders(into), replace, NOW, _ -> {});
  }

  Restore.Result restore(String name, Database into, String data, boolean replace)
      throws Exception {
    return Restore.intoDatabase(
        folder.resolve(name), into, folder, folders(data), replace, NOW, _ -> {});
  }

  /// The files beneath a folder, by their names, with what they hold.
  SortedMap<String, String> files(String data) throws IOException {
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

  void put(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  static Map<String, String> stored(Database database) {
    return Workload.stored(
        new PatientStore(database, Instant::now).studyRows(SampleStudy.MANAGER, SampleStudy.STUDY));
  }

  void assertRefused(String code, String name, boolean replace) {
    assertThatThrownBy(() -> restore(name, "data", replace))
        .isInstanceOfSatisfying(BackupException.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  /// A backup as somebody else would write it.
  void zip(String name, Path database, String manifest, Map<String, String> others)
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
}
