package org.myocohort.app.store;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options that name the database. Holds no type of the registry: the command line reads this
/// class at every start, whatever the command.
@Command
public final class StoreOptions {
  /// The environment's variable with the password, which must not stand in a command line.
  private static final String PASSWORD = "MYOCOHORT_DB_PASSWORD";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      descriptionKey = "store.data")
  private Path folder = Path.of("data");

  @Option(names = "--db", paramLabel = "URL", descriptionKey = "store.db")
  private @Nullable String url;

  @Option(
      names = "--db-user",
      paramLabel = "USER",
      defaultValue = "",
      descriptionKey = "store.db-user")
  private String user = "";

  /// The embedded database's folder.
  public Path folder() {
    return folder;
  }

  /// The address of a PostgreSQL database, or null for the embedded one.
  public @Nullable String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return Objects.requireNonNullElse(System.getenv(PASSWORD), "");
  }

  /// What a message calls the database: never with a password that its address may hold.
  public String place() {
    return url == null ? folder.toString() : url.replaceFirst("[?].*", "");
  }
}
