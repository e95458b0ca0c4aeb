package org.myocohort.registry.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
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
///
/// A folder of which files are in the backup is exchanged as a whole; one of which none are stays
/// as it is.
public final class Restore {
  private Restore() {}

  /// What a restore did.
  ///
  /// @param manifest of the backup
  /// @param replaced the folders in which lies now what was there
  public record Result(Manifest manifest, Collection<Path> replaced) {}

  /// Restores into a folder. What is there is moved aside, never overwritten; if the machine stops
  /// in between, the registry refuses the folder until it is restored again.
  ///
  /// @param folders where the plain files belong
  /// @param replace whether a database or files may be there
  /// @throws BackupException if the backup is damaged or newer, or the folder is taken or in use;
  ///   all is then as it was
  public static Result intoFolder(
      Path backup,
      Path folder,
      List<PlainFolder> folders,
      boolean replace,
      Instant now,
      LongConsumer progress)
      throws IOException, BackupException {
    Path live = folder.toAbsolutePath().resolve(Database.FILE);
    if (Files.exists(live) && !replace) {
      throw new BackupException("exists", folder.toString());
    }
    try (BackupFile file = BackupFile.open(backup);
        Exchange exchange = new Exchange(now)) {
      List<PlainFolder> taken = file.foldersIn(folders);
      demandFree(taken, replace);
      Database.makePrivate(folder);
      Manifest manifest = file.manifest();
      Path work = exchange.workBeside(live);
      file.unpackDatabase(work);
      unpack(file, taken, exchange);
      try (Database database = open(work, backup, manifest)) {
        List<AuditVerification.Finding> findings =
            AuditVerification.verify(database, manifest.head(), progress).findings();
        demandIntact(findings, backup);
        database.change(handle -> note(database, handle, manifest, now));
      }
      FileSync.file(work.resolve(Database.FILE));
      demandUnused(live);
      // First, for SQLite would take the old database's log for that of the new one.
      exchange.moveAside(live.resolveSibling(Database.FILE + "-wal"));
      exchange.moveAside(live.resolveSibling(Database.FILE + "-shm"));
      exchange.put(work.resolve(Database.FILE), live);
      exchange(live.resolveSibling(Database.RESTORING), exchange);
      return new Result(manifest, exchange.replaced());
    }
  }

  /// Restores into an empty database, such as a new one on PostgreSQL.
  ///
  /// @param temporary where the backup's database is unpacked for a while; what killed restores
  ///   left there is deleted
  /// @param folders where the plain files belong
  /// @param replace whether files may be there; they are moved aside
  /// @throws BackupException if the backup is damaged or newer, or the database is not empty; all
  ///   is then as it was
  public static Result intoDatabase(
      Path backup,
      Database target,
      Path temporary,
      List<PlainFolder> folders,
      boolean replace,
      Instant now,
      LongConsumer progress)
      throws IOException, BackupException {
    try (BackupFile file = BackupFile.open(backup);
        Exchange exchange = new Exchange(now);
        WorkFolder unpacked = WorkFolder.in(temporary)) {
      Path work = unpacked.path();
      List<PlainFolder> taken = file.foldersIn(folders);
      demandFree(taken, replace);
      Manifest manifest = file.manifest();
      file.unpackDatabase(work);
      unpack(file, taken, exchange);
      try (Database source = open(work, backup, manifest)) {
        fillWithFiles(
            source,
            target,
            (from, to) -> {
              BackupException failure = fill(source, from, target, to, manifest, backup, progress);
              if (failure == null) {
                note(target, to, manifest, now);
              }
              return failure;
            },
            exchange);
      }
      return new Result(manifest, exchange.replaced());
    }
  }

  private interface Filling {
    @Nullable BackupException fill(Handle from, Handle to);
  }

  /// Fills the database and puts the files in their places last before the commit: if the machine
  /// stops between the two, the database is still empty, and the restore can be done again.
  private static void fillWithFiles(
      Database source, Database target, Filling filling, Exchange exchange)
      throws IOException, BackupException {
    boolean files = true;
    try {
      @Nullable BackupException refused =
          source.read(from ->
              target.write(to -> {
                BackupException failure = filling.fill(from, to);
                if (failure == null) {
                  failure = exchanged(exchange);
                }
                if (failure != null) {
                  to.rollback();
                }
                return failure;
              }));
      if (refused != null) {
        throw refused;
      }
      files = false;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (StoreException failure) {
      // Where the database may stand, the files do.
      files = failure.kind() != StoreException.Kind.COMMIT_UNKNOWN;
      throw failure;
    } finally {
      if (files) {
        exchange.undo();
      }
    }
  }

  private static @Nullable BackupException exchanged(Exchange exchange) {
    try {
      exchange.run();
      return null;
    } catch (BackupException failure) {
      return failure;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void demandFree(List<PlainFolder> folders, boolean replace)
      throws IOException, BackupException {
    for (PlainFolder folder : folders) {
      if (!replace && Exchange.isTaken(folder.place())) {
        throw new BackupException("files-exist", folder.place().toString());
      }
    }
  }

  private static void unpack(BackupFile file, List<PlainFolder> folders, Exchange exchange)
      throws IOException, BackupException {
    for (PlainFolder folder : folders) {
      Path unpacked = exchange.workBeside(folder.place()).resolve(folder.name());
      file.unpack(folder, unpacked);
      FileSync.tree(unpacked);
      exchange.put(unpacked, folder.place());
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

  private static void exchange(Path marker, Exchange exchange) throws IOException, BackupException {
    Path folder = Objects.requireNonNull(marker.getParent());
    boolean unfinished = Files.exists(marker);
    if (!unfinished) {
      Files.createFile(marker);
    }
    FileSync.folder(folder);
    try {
      exchange.run();
    } catch (BackupException failure) {
      // Everything is back where it was.
      if (!unfinished) {
        Files.delete(marker);
      }
      throw failure;
    }
    Files.delete(marker);
    FileSync.folder(folder);
  }
}
