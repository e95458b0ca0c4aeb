package org.myocohort.registry.durability;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.myocohort.registry.backup.PlainFolder;
import org.myocohort.registry.backup.Restore;
import org.myocohort.registry.store.Database;

/// Puts a backup in the place of what is there and says `done`, unless it is killed before.
///
/// It waits for three lines: the backup, the folder and the URL of a database on PostgreSQL, or an
/// empty line for the folder's own.
public final class BareRestorer {
  private BareRestorer() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String backup = in.readLine();
    String folder = in.readLine();
    String url = in.readLine();
    if (backup == null || folder == null || url == null) {
      return;
    }
    restore(Path.of(backup), Path.of(folder), url);
    out.println("done");
  }

  /// Restores; what is unpacked for a while is in the folder, too.
  static void restore(Path backup, Path folder, String url) throws Exception {
    if (url.isEmpty()) {
      Restore.intoFolder(backup, folder, files(folder), true, Instant.now(), _ -> {});
    } else {
      try (Database database = BareWriter.open(url)) {
        Restore.intoDatabase(backup, database, folder, files(folder), true, Instant.now(), _ -> {});
      }
    }
  }

  /// The plain files that lie in a data folder.
  static List<PlainFolder> files(Path folder) {
    return List.of(PlainFolder.of("definitions", folder.resolve("definitions")));
  }
}
