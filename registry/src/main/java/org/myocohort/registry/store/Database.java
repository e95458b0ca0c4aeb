package org.myocohort.registry.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// The registry's database: SQLite in a folder of its own, or PostgreSQL.
///
/// A commit that returns is on the disk: SQLite writes its log ahead with full synchronisation,
/// PostgreSQL is asked for synchronous commits and refused where its fsync is off.
///
/// Changes follow each other on both databases: each takes the writers' lock at its start, before
/// it reads anything. So what a change has read stays true until it is committed, and no two wait
/// for each other. Readers never wait for a writer.
public final class Database implements AutoCloseable {
  /// Name of the embedded database within its folder.
  public static final String FILE = "registry.db";

  /// Stands in the folder while a restore exchanges the database; whoever finds it there finds no
  /// whole database.
  public static final String RESTORING = "restore-unfinished";

  /// The key of the writers' lock among PostgreSQL's advisory locks; any number, for good.
  private static final long WRITERS_LOCK = 0x6d796f636f686f72L;

  /// On PostgreSQL a step of the schema and the note that it was done would be two commits: who is
  /// killed between them could never open the database again.
  private static final Map<String, String> ONE_CONNECTION =
      Map.of("flyway.postgresql.transactional.lock", "false");

  private static final int CHECKPOINT_TRIES = 50;

  private final Jdbi readers;
  private final Jdbi writer;
  private final Pools pools;
  private final @Nullable Path file;

  private Database(Pools pools, @Nullable Path file) {
    this.pools = pools;
    this.readers = Jdbi.create(pools.readers());
    this.writer = Jdbi.create(pools.writer());
    this.file = file;
    if (file != null) {
      readers.setTransactionHandler(new ImmediateTransactions(false));
      writer.setTransactionHandler(new ImmediateTransactions(true));
    }
  }

  /// Opens the embedded database in a folder, which is made where it is missing, and brings its
  /// schema up to date.
  ///
  /// @throws IOException if the folder cannot be made
  /// @throws StoreException if the database cannot be opened or written, or is newer than this
  ///   program
  public static Database embedded(Path folder) throws IOException {
    return embedded(folder, null);
  }

  /// Opens the embedded database and brings its schema to a version that may be an older one.
  static Database embedded(Path folder, @Nullable String schemaVersion) throws IOException {
    makePrivate(folder);
    if (Files.exists(folder.resolve(RESTORING))) {
      throw new StoreException(
          StoreException.Kind.RESTORING, "a restore into this folder was not finished");
    }
    Path file = folder.resolve(FILE);
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      // Where the log cannot be written, SQLite says no more than that it cannot open a file.
      throw new StoreException(StoreException.Kind.READ_ONLY, "not writable: " + file);
    }
    if (Files.exists(file)) {
      Pools.demandSqlite(file);
    }
    return start(Pools.sqlite(file), file, schemaVersion);
  }

  /// Makes a folder that only its owner may open, where there is none.
  ///
  /// @throws IOException if it cannot be made
  public static void makePrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// Opens a PostgreSQL database and brings its schema up to date.
  ///
  /// @param url such as `jdbc:postgresql://host/database`
  /// @param user empty to leave it to the URL
  /// @param password empty to leave it to the URL
  /// @throws StoreException if the database cannot be opened, is newer than this program, or does
  ///   not keep what was committed
  public static Database postgresql(String url, String user, String password) {
    return postgresql(url, user, password, null);
  }

  static Database postgresql(
      String url, String user, String password, @Nullable String schemaVersion) {
    return start(Pools.postgresql(url, user, password), null, schemaVersion);
  }

  private static Database start(Pools pools, @Nullable Path file, @Nullable String version) {
    Database database = new Database(pools, file);
    try {
      Flyway.configure()
          .dataSource(pools.migrations())
          .locations("classpath:org/myocohort/registry/migration")
          .validateMigrationNaming(true)
          // By default a schema newer than the program is taken as if it were known.
          .ignoreMigrationPatterns(new String[0])
          .target(version == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(version))
          .configuration(ONE_CONNECTION)
          .load()
          .migrate();
      database.demandDurability();
      return database;
    } catch (RuntimeException failure) {
      database.close();
      throw StoreException.of(failure);
    }
  }

  private void demandDurability() {
    if (!isEmbedded()) {
      String fsync = read(handle -> handle.createQuery("SHOW fsync").mapTo(String.class).one());
      if (!fsync.equals("on")) {
        throw new StoreException(
            StoreException.Kind.NOT_DURABLE, "fsync must be on but was " + fsync);
      }
    }
  }

  /// The version of the schema: that of the last migration.
  public String schemaVersion() {
    return read(handle ->
        handle
            .createQuery(
                "SELECT \"version\" FROM \"flyway_schema_history\""
                    + " WHERE \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC")
            .mapTo(String.class)
            .findFirst()
            .orElse("0"));
  }

  /// What is done with a connection.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T run(Handle handle);
  }

  /// Reads; sees one state of the database throughout.
  ///
  /// @throws StoreException if the database cannot be read
  public <T extends @Nullable Object> T read(Work<T> work) {
    try (Handle handle = readers.open()) {
      handle.begin();
      try {
        return work.run(handle);
      } finally {
        handle.rollback();
      }
    } catch (JdbiException failure) {
      throw StoreException.of(failure);
    }
  }

  /// Changes; all of it or nothing. When this returns, the change is on the disk. The work may roll
  /// its handle back: then nothing is changed, and its answer is returned all the same.
  ///
  /// @throws StoreException if it cannot be written; nothing is then changed, but for the kind
  ///   [StoreException.Kind#COMMIT_UNKNOWN]
  public <T extends @Nullable Object> T write(Work<T> work) {
    boolean committing = false;
    try (Handle handle = writer.open()) {
      handle.begin();
      try {
        if (!isEmbedded()) {
          handle.execute("SELECT pg_advisory_xact_lock(?)", WRITERS_LOCK);
        }
        T answer = work.run(handle);
        if (handle.isInTransaction()) {
          committing = true;
          handle.commit();
        }
        return answer;
      } catch (RuntimeException | Error failure) {
        rollback(handle, failure);
        throw failure;
      }
    } catch (JdbiException failure) {
      throw committing ? StoreException.ofCommit(failure) : StoreException.of(failure);
    }
  }

  private static void rollback(Handle handle, Throwable failure) {
    try {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (JdbiException another) {
      failure.addSuppressed(another);
    }
  }

  /// Changes without an answer, see [#write].
  ///
  /// @throws StoreException if it cannot be written; nothing is then changed
  public void change(Consumer<Handle> work) {
    write(handle -> {
      work.accept(handle);
      return true;
    });
  }

  /// Lets the database count its rows within a long change. Nobody else does before the change is
  /// committed, and PostgreSQL looks through a whole table that it believes to be empty.
  public void count(Handle handle) {
    if (!isEmbedded()) {
      handle.execute("ANALYZE row_version, patient, patient_summary, audit_entry");
    }
  }

  /// Overwrites what was deleted from a table as far as the database can: SQLite has zeroed the
  /// pages and its log is emptied here; PostgreSQL writes the table anew.
  ///
  /// @return whether that was done; another program may hold the log
  public boolean scrub(String table) {
    try (Handle handle = writer.open()) {
      if (!isEmbedded()) {
        handle.execute("VACUUM FULL " + table);
        return true;
      }
      for (int i = 0; i < CHECKPOINT_TRIES; i++) {
        if (handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapTo(Integer.class).one() == 0) {
          return true;
        }
      }
      return false;
    } catch (JdbiException failure) {
      throw StoreException.of(failure);
    }
  }

  /// Ends a SELECT whose rows the transaction will change. SQLite needs none: its writer is alone.
  public String forUpdate() {
    return isEmbedded() ? "" : " FOR UPDATE";
  }

  public boolean isEmbedded() {
    return file != null;
  }

  /// The embedded database's file, or empty for PostgreSQL.
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  @Override
  public void close() {
    pools.close();
  }
}
