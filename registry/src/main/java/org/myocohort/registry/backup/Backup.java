package org.myocohort.registry.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.myocohort.registry.audit.AuditHead;
import org.myocohort.registry.store.Database;

/// Writes a registry, as one moment saw it, into one file while others go on working.
///
/// The file is a ZIP of `manifest.json` and `registry.db`, an SQLite database, from whichever
/// database it came: so a backup of one can be restored into the other.
public final class Backup {
  static final String MANIFEST = "manifest.json";

  /// What is left out unless asked for.
  static final Set<String> IDENTITY_TABLES = Set.of("identity");

  /// A ZIP's dates would make equal backups differ.
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Backup() {}

  /// Writes a backup; it is there whole, and on the disk, or not at all.
  ///
  /// @param target a file that does not exist
  /// @param program version of this program
  /// @param madeAt now
  /// @param withIdentities whether the sealed identities go with it
  /// @param progress is told now and then how many rows were copied
  /// @throws FileAlreadyExistsException if the target exists
  /// @throws IOException if it cannot be written
  public static Manifest write(
      Database source,
      Path target,
      String program,
      Instant madeAt,
      boolean withIdentities,
      LongConsumer progress)
      throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path folder = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target);
    Path work = Files.createTempDirectory(folder, ".myocohort-backup-");
    try {
      AuditHead head = copy(source, work, withIdentities, progress);
      Path database = work.resolve(Database.FILE);
      Manifest manifest =
          new Manifest(
              program,
              source.schemaVersion(),
              head,
              withIdentities,
              madeAt.toString(),
              Files.size(database),
              sha256(database));
      Path zip = work.resolve("backup");
      zip(zip, manifest, database);
      Files.move(zip, target);
      FileSync.folder(folder);
      return manifest;
    } finally {
      delete(work);
    }
  }

  private static AuditHead copy(
      Database source, Path folder, boolean withIdentities, LongConsumer progress)
      throws IOException {
    try (Database copy = Database.embedded(folder)) {
      return source.read(from ->
          copy.write(to -> {
            new TableCopy(to, withIdentities ? Set.of() : IDENTITY_TABLES).copy(from, to, progress);
            return head(to);
          }));
    }
  }

  static AuditHead head(org.jdbi.v3.core.Handle handle) {
    return handle
        .createQuery("SELECT number, hash FROM audit_head WHERE one = 1")
        .map((row, _) -> new AuditHead(row.getLong(1), row.getString(2)))
        .one();
  }

  private static void zip(Path file, Manifest manifest, Path database) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FileSync.ownerOnly(file))) {
      OutputStream out = Channels.newOutputStream(channel);
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      zip.putNextEntry(entry(MANIFEST));
      zip.write(manifest.toJson().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(entry(Database.FILE));
      Files.copy(database, zip);
      zip.closeEntry();
      zip.finish();
      zip.flush();
      channel.force(true);
    }
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_DATE);
    return entry;
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Deletes a folder of plain files.
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
