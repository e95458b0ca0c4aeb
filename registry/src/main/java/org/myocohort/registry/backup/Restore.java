package org.myocohort.registry.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Puts a backup back, after its bytes, its schema and its whole audit were verified.
public final class Restore {
  private static final int LARGEST_MANIFEST = 64 * 1024;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Restore() {}

  /// What a restore did.
  ///
  /// @param manifest of the backup
  /// @param replaced where the database that was there lies now, or null if there was none
  public record Result(Manifest manifest, @Nullable Path replaced) {}

  /// Restores into a folder. A database that is there is moved aside, never overwritten; if the
  /// machine stops in between, the registry refuses the folder until it is restored again.
  ///
  /// @param replace whether a database may be there
  /// @throws BackupException if the backup is damaged or newer, or the folder is taken or in use
  public static Result intoFolder(
      Path backup, Path folder, boolean replace, Instant now, LongConsumer progress)
      throws IOException, BackupException {
    Path live = folder.resolve(Database.FILE);
    if (Files.exists(live) && !replace) {
      throw new BackupException("exists", folder.toString());
    }
    Files.createDirectories(folder);
    Path work = Files.createTempDirectory(folder, ".restore-");
    try {
      Manifest manifest = unpack(backup, work);
      try (Database database = open(work, backup, manifest)) {
        List<AuditVerification.Finding> findings =
            AuditVerification.verify(database, manifest.head(), progress).findings();
        demandIntact(findings, backup);
        database.change(handle -> note(database, handle, manifest, now));
      }
      FileSync.file(work.resolve(Database.FILE));
      demandUnused(live);
      return new Result(manifest, exchange(folder, work, now));
    } finally {
      Backup.delete(work);
    }
  }

  /// Restores into an empty database, such as a new one on PostgreSQL.
  ///
  /// @throws BackupException if the backup is damaged or newer, or the database is not empty
  public static Result intoDatabase(
      Path backup, Database target, Instant now, LongConsumer progress)
      throws IOException, BackupException {
    Path work = Files.createTempDirectory("myocohort-restore");
    try {
      Manifest manifest = unpack(backup, work);
      try (Database source = open(work, backup, manifest)) {
        @Nullable BackupException refused =
            source.read(from ->
                target.write(to -> {
                  BackupException failure =
                      fill(source, from, target, to, manifest, backup, progress);
                  if (failure != null) {
                    to.rollback();
                  } else {
                    note(target, to, manifest, now);
                  }
                  return failure;
                }));
        if (refused != null) {
          throw refused;
        }
      }
      return new Result(manifest, null);
    } finally {
      Backup.delete(work);
    }
  }

  private static @Nullable BackupException fill(
      Database source,
      Handle from,
      Database target,
      Handle to,
      Manifest manifest,
      Path backup,
      LongConsumer progress) {
    boolean empty =
        Backup.head(to).number() == 0
            && to.createQuery("SELECT count(*) FROM study").mapTo(Integer.class).one() == 0;
    if (!empty) {
      return new BackupException("not-empty");
    }
    if (!source.schemaVersion().equals(target.schemaVersion())) {
      return new BackupException("newer", backup.toString(), manifest.program());
    }
    new TableCopy(from, Set.of()).copy(from, to, progress);
    try {
      demandIntact(
          AuditVerification.verify(target, to, manifest.head(), progress).findings(), backup);
      return null;
    } catch (BackupException failure) {
      return failure;
    }
  }

  /// Unpacks the database of a backup into a folder.
  ///
  /// @throws BackupException if a byte of it is not what was written
  static Manifest unpack(Path backup, Path work) throws IOException, BackupException {
    if (!Files.isRegularFile(backup)) {
      throw new NoSuchFileException(backup.toString());
    }
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      ZipEntry entry = zip.getEntry(Backup.MANIFEST);
      ZipEntry database = zip.getEntry(Database.FILE);
      if (entry == null || database == null) {
        throw new BackupException("not-a-backup", backup.toString());
      }
      Manifest manifest =
          Manifest.parse(manifestText(zip, entry, backup))
              .orElseThrow(() -> new BackupException("not-a-backup", backup.toString()));
      Path file = work.resolve(Database.FILE);
      try (InputStream in = zip.getInputStream(database);
          OutputStream out = Files.newOutputStream(file)) {
        copy(in, out, manifest.bytes());
      }
      if (Files.size(file) != manifest.bytes() || !Backup.sha256(file).equals(manifest.sha256())) {
        throw new BackupException("damaged", backup.toString());
      }
      return manifest;
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      // All three are how java.util.zip says that the bytes make no sense.
      throw new BackupException("damaged", backup.toString());
    }
  }

  /// The manifest vouches for the database; that it is itself whole, only its CRC can say.
  private static byte[] manifestText(ZipFile zip, ZipEntry entry, Path backup)
      throws IOException, BackupException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readNBytes(LARGEST_MANIFEST);
      CRC32 crc = new CRC32();
      crc.update(text);
      if (crc.getValue() != entry.getCrc()) {
        throw new BackupException("damaged", backup.toString());
      }
      return text;
    }
  }

  /// Never more than one byte beyond what was said: a backup may be damaged, or made to harm.
  private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = bytes + 1;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        return;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static Database open(Path work, Path backup, Manifest manifest)
      throws IOException, BackupException {
    try {
      return Database.embedded(work);
    } catch (StoreException failure) {
      if (failure.kind() == StoreException.Kind.SCHEMA) {
        throw new BackupException("newer", backup.toString(), manifest.program());
      }
      throw failure;
    }
  }

  private static void demandIntact(List<AuditVerification.Finding> findings, Path backup)
      throws BackupException {
    if (!findings.isEmpty()) {
      throw new BackupException(
          "audit", backup.toString(), findings.getFirst().code(), Long.toString(findings.size()));
    }
  }

  private static void note(Database database, Handle handle, Manifest manifest, Instant now) {
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("backup", manifest.sha256());
    detail.put("madeAt", manifest.madeAt());
    new AuditChain(database)
        .append(
            handle,
            AuditEvent.of(Actor.administratorOnCommandLine().account(), "restore", detail),
            now);
  }

  /// Whoever has the database open holds a lock on it.
  private static void demandUnused(Path live) throws BackupException {
    if (!Files.exists(live)) {
      return;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("COMMIT");
    } catch (SQLException failure) {
      // A damaged database is what a restore is for.
      if (failure instanceof SQLiteException sqlite
          && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
        throw new BackupException("in-use", live.toString());
      }
    }
  }

  private static @Nullable Path exchange(Path folder, Path work, Instant now) throws IOException {
    Path live = folder.resolve(Database.FILE);
    Path marker = folder.resolve(Database.RESTORING);
    if (!Files.exists(marker)) {
      Files.createFile(marker);
    }
    FileSync.folder(folder);
    Path aside = null;
    for (String end : List.of("", "-wal", "-shm")) {
      Path old = folder.resolve(Database.FILE + end);
      if (Files.exists(old)) {
        aside = aside == null ? newFolder(folder, now) : aside;
        Files.move(old, aside.resolve(Database.FILE + end));
      }
    }
    Files.move(work.resolve(Database.FILE), live);
    FileSync.folder(folder);
    Files.delete(marker);
    FileSync.folder(folder);
    return aside;
  }

  private static Path newFolder(Path folder, Instant now) throws IOException {
    Path aside = folder.resolve("replaced-" + STAMP.format(now));
    for (int i = 2; Files.exists(aside); i++) {
      aside = folder.resolve("replaced-" + STAMP.format(now) + "-" + i);
    }
    return Files.createDirectory(aside);
  }
}
