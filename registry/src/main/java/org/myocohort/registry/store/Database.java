package org.myocohort.registry.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The registry's database: SQLite in a folder of its own, or PostgreSQL.
///
/// A commit that returns is on the disk: SQLite writes its log ahead with full synchronisation,
/// PostgreSQL is asked for synchronous commits. SQLite has one writer, whose transactions take the
/// write lock at their start; readers never wait for it.
public final class Database implements AutoCloseable {
  /// Name of the embedded database within its folder.
  public static final String FILE = "registry.db";

  private static final int READERS = 8;
  private static final int BUSY_MILLIS = 30_000;

  private final Jdbi readers;
  private final Jdbi writer;
  private final HikariDataSource readerPool;
  private final HikariDataSource writerPool;
  private final @Nullable Path file;

  private Database(HikariDataSource readerPool, HikariDataSource writerPool, @Nullable Path file) {
    this.readerPool = readerPool;
    this.writerPool = writerPool;
    this.readers = Jdbi.create(readerPool);
    this.writer = Jdbi.create(writerPool);
    this.file = file;
  }

  /// Opens the embedded database in a folder, which is made where it is missing, and brings its
  /// schema up to date.
  ///
  /// @throws IOException if the folder cannot be made or written
  /// @throws StoreException if the database cannot be opened, or is newer than this program
  public static Database embedded(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(FILE);
    return start(sqlite(file, true, READERS), sqlite(file, false, 1), file);
  }

  /// Opens a PostgreSQL database and brings its schema up to date.
  ///
  /// @param url such as `jdbc:postgresql://host/database`
  /// @param user empty to leave it to the URL
  /// @param password empty to leave it to the URL
  /// @throws StoreException if the database cannot be opened, or is newer than this program
  public static Database postgresql(String url, String user, String password) {
    HikariDataSource pool = postgresqlPool(url, user, password);
    return start(pool, pool, null);
  }

  private static Database start(
      HikariDataSource readers, HikariDataSource writer, @Nullable Path file) {
    Database database = new Database(readers, writer, file);
    try {
      Flyway.configure()
          .dataSource(writer)
          .locations("classpath:org/myocohort/registry/migration")
          .validateMigrationNaming(true)
          .load()
          .migrate();
      return database;
    } catch (RuntimeException failure) {
      database.close();
      throw StoreException.of(failure);
    }
  }

  private static HikariDataSource sqlite(Path file, boolean reader, int connections) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    Properties properties = config.toProperties();
    // What is erased must not stay readable in a freed page.
    properties.setProperty(SQLiteConfig.Pragma.SECURE_DELETE.pragmaName, "true");
    if (reader) {
      properties.setProperty(SQLiteConfig.Pragma.TRANSACTION_MODE.pragmaName, "DEFERRED");
    }
    HikariConfig pool = pool("jdbc:sqlite:" + file, connections);
    pool.setDataSourceProperties(properties);
    if (reader) {
      pool.setConnectionInitSql("PRAGMA query_only = true");
    }
    return new HikariDataSource(pool);
  }

  private static HikariDataSource postgresqlPool(String url, String user, String password) {
    HikariConfig pool = pool(url, READERS);
    if (!user.isEmpty()) {
      pool.setUsername(user);
      pool.setPassword(password);
    }
    pool.setConnectionInitSql("SET synchronous_commit TO on");
    return new HikariDataSource(pool);
  }

  private static HikariConfig pool(String url, int connections) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(BUSY_MILLIS);
    // The first use says what is wrong, with its own message.
    pool.setInitializationFailTimeout(-1);
    return pool;
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
    try {
      return readers.inTransaction(
          isEmbedded()
              ? TransactionIsolationLevel.UNKNOWN
              : TransactionIsolationLevel.REPEATABLE_READ,
          work::run);
    } catch (ConnectionException | org.jdbi.v3.core.statement.StatementException failure) {
      throw StoreException.of(failure);
    }
  }

  /// Changes; all of it or nothing. When this returns, the change is on the disk.
  ///
  /// @throws StoreException if it cannot be written; nothing is then changed
  public <T extends @Nullable Object> T write(Work<T> work) {
    try {
      return writer.inTransaction(work::run);
    } catch (org.jdbi.v3.core.JdbiException failure) {
      throw StoreException.of(failure);
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
    readerPool.close();
    writerPool.close();
  }
}
