package org.myocohort.app.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.store.Database;
import picocli.CommandLine.Option;

/// Where the registry's database is: a folder of its own, or a PostgreSQL server.
public final class RegistryLocation {
  private static final String USER = "MYOCOHORT_DB_USER";
  private static final String PASSWORD = "MYOCOHORT_DB_PASSWORD";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      descriptionKey = "registry.data")
  private Path data = Path.of("data");

  @Option(names = "--db", paramLabel = "URL", descriptionKey = "registry.db")
  private @Nullable String url;

  /// Opens the database; the embedded one is made where it is missing.
  ///
  /// @throws IOException if its folder cannot be made
  /// @throws org.myocohort.registry.store.StoreException if it cannot be opened
  public Database open() throws IOException {
    String address = url;
    return address == null
        ? Database.embedded(data)
        : Database.postgresql(address, environment(USER), environment(PASSWORD));
  }

  private static String environment(String name) {
    return Objects.requireNonNullElse(System.getenv(name), "");
  }
}
