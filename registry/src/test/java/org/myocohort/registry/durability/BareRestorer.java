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

/// Puts a backup in the place of what is there and says `done`, unless it is killed before.
///
/// It waits for two lines, the backup and the folder.
public final class BareRestorer {
  private BareRestorer() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String backup = in.readLine();
    String folder = in.readLine();
    if (backup == null || folder == null) {
      return;
    }
    restore(Path.of(backup), Path.of(folder));
    out.println("done");
  }

  static void restore(Path backup, Path folder) throws Exception {
    Restore.intoFolder(backup, folder, files(folder), true, Instant.now(), _ -> {});
  }

  /// The plain files that lie in a data folder.
  static List<PlainFolder> files(Path folder) {
    return List.of(PlainFolder.of("definitions", folder.resolve("definitions")));
  }
}
