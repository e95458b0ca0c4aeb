package org.myocohort.registry.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;

/// Connections to either database, with the settings that keep what was committed.
///
/// @param readers many
/// @param writer one: changes follow each other, on both databases
/// @param migrations as many as Flyway wants at a time
record Pools(HikariDataSource readers, HikariDataSource writer, DataSource migrations)
    implements AutoCloseable {
  private static final int READERS = 8;

  /// How long somebody waits for a lock or a connection before being told that there is none.
  private static final int READER_CACHE_KIBIBYTES = 16 * 1024;

  private static final int PATIENCE_MILLIS = 30_000;

  static Pools sqlite(Path file) {
    HikariDataSource writer = sqlite(file, false);
    return new Pools(sqlite(file, true), writer, writer);
  }

  /// Ends at once what a pool would try again and again: a file that is no database.
  static void demandSqlite(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA schema_version");
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  private static HikariDataSource sqlite(Path file, boolean reader) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // For the migrations; other changes begin by their own statement.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    // A reader keeps what every list reads; 2 MB, the default, would be read anew each time.
    config.setCacheSize(-READER_CACHE_KIBIBYTES);
    Properties properties = config.toProperties();
    // What is erased must not stay readable in a freed page.
    properties.setProperty(SQLiteConfig.Pragma.SECURE_DELETE.pragmaName, "true");
    HikariConfig pool = pool("jdbc:sqlite:" + file, reader ? READERS : 1);
    pool.setDataSourceProperties(properties);
    if (reader) {
      properties.setProperty(SQLiteConfig.Pragma.TRANSACTION_MODE.pragmaName, "DEFERRED");
      pool.setConnectionInitSql("PRAGMA query_only = true");
    }
    return new HikariDataSource(pool);
  }

  static Pools postgresql(String url, String user, String password) {
    PGSimpleDataSource migrations = new PGSimpleDataSource();
    migrations.setUrl(url);
    if (!user.isEmpty()) {
      migrations.setUser(user);
      migrations.setPassword(password);
    }
    return new Pools(
        postgresql(
            url,
            user,
            password,
            READERS,
            "SET default_transaction_read_only TO on;"
                + " SET default_transaction_isolation TO 'repeatable read'"),
        postgresql(
            url,
            user,
            password,
            1,
            // A server or a role may have other defaults; a snapshot from before the wait for the
            // writers' lock would be an old one.
            "SET synchronous_commit TO on; SET default_transaction_isolation TO 'read committed';"
                + " SET lock_timeout TO "
                + PATIENCE_MILLIS),
        migrations);
  }

  private static HikariDataSource postgresql(
      String url, String user, String password, int connections, String settings) {
    HikariConfig pool = pool(url, connections);
    if (!user.isEmpty()) {
      pool.setUsername(user);
      pool.setPassword(password);
    }
    pool.setConnectionInitSql(settings);
    // Many rows in one statement: an import writes thousands.
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(pool);
  }

  private static HikariConfig pool(String url, int connections) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
    // The first use says what is wrong, with its own message.
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
