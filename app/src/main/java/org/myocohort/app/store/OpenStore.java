package org.myocohort.app.store;

import java.io.IOException;
import java.io.PrintWriter;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

/// Runs a command on the database that its options name.
public final class OpenStore {
  private OpenStore() {}

  /// What a command does with the database.
  @FunctionalInterface
  public interface Body {
    int run(Database database) throws IOException;
  }

  /// Opens the database, runs the command, closes it; says in one sentence what is wrong.
  public static int run(StoreOptions options, Texts texts, PrintWriter err, Body body) {
    try (Database database = open(options)) {
      return body.run(database);
    } catch (StoreException failure) {
      err.println(
          texts.text(
              "store.failed",
              options.place(),
              texts.text("store." + failure.code()),
              String.valueOf(failure.getMessage())));
      err.flush();
      return ExitCode.USAGE;
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, options.place(), texts, err);
    }
  }

  private static Database open(StoreOptions options) throws IOException {
    String url = options.url();
    return url == null
        ? Database.embedded(options.folder())
        : Database.postgresql(url, options.user(), options.password());
  }
}
