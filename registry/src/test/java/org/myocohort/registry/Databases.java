package org.myocohort.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.registry.store.Database;

/// Both real databases, each empty: every test of the registry runs on SQLite and on PostgreSQL.
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /// Makers of an empty database, for a parameterised test.
  public static Stream<Named<Supplier<Database>>> both() {
    return Stream.of(
        Named.of("SQLite", Databases::sqlite), Named.of("PostgreSQL", Databases::postgresql));
  }

  public static Database sqlite() {
    try {
      return Database.embedded(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("myocohort-registry");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              try {
                Folders.delete(folder);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
    return folder;
  }

  public static Database postgresql() {
    return Database.postgresql(Server.newDatabase(), "postgres", "postgres");
  }

  /// One server for all tests of a run, with the settings that keep what was committed.
  public static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private Server() {}

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = durable(EmbeddedPostgres.builder()).start();
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(() -> {
                  try {
                    postgres.close();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// The library turns these off for speed.
    public static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
      return builder
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("max_connections", "200");
    }

    public static String newDatabase() {
      String name = "registry" + COUNT.incrementAndGet();
      try (var connection = POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
      return POSTGRES.getJdbcUrl("postgres", name);
    }
  }
}
