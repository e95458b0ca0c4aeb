package org.myocohort.app.registry;

import java.io.PrintWriter;
import java.nio.file.Files;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.registry.store.Database;

/// Keeps commands that only look from making an empty registry where a folder was mistyped.
final class RegistryThere {
  private RegistryThere() {}

  static boolean check(StoreOptions store, Texts texts, PrintWriter err) {
    if (store.url() != null || Files.exists(store.folder().resolve(Database.FILE))) {
      return true;
    }
    err.println(texts.text("backup.failure.no-registry", store.place()));
    err.flush();
    return false;
  }
}
