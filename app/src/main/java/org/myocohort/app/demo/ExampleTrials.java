package org.myocohort.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.care.trial.registry.SnapshotDay;
import org.myocohort.care.trial.store.TrialFolder;
import org.myocohort.care.trial.store.TrialImport;
import org.myocohort.exchange.csv.Folders;

/// The trial records that ship as an example: six of myositis with their criteria, and trials of
/// CAR-T cells as they stood on two days.
final class ExampleTrials {
  private static final String FOLDER = "trials";

  private ExampleTrials() {}

  /// The folder of trials within a data folder, filled where nothing was imported yet.
  static Path in(Path data) throws IOException {
    return in(data, ExampleFolders.home());
  }

  /// The same for a project that lies elsewhere.
  static Path in(Path data, Path home) throws IOException {
    Path target = data.resolve(FOLDER);
    TrialFolder folder = new TrialFolder(target);
    Path examples = home.resolve("examples").resolve("trials");
    if (folder.isThere() || !Files.isDirectory(examples)) {
      return target;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(examples)) {
      files =
          all.filter(file -> file.toString().endsWith(".csv") || file.toString().endsWith(".jsonl"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      String name = examples.relativize(file).toString();
      SnapshotDay day = SnapshotDay.of(null, file, LocalDate.now(ZoneOffset.UTC));
      TrialImport.run(folder, file, name, day, _ -> {});
    }
    return target;
  }

  /// Deletes every imported trial of a data folder.
  static void forget(Path data) throws IOException {
    Folders.delete(data.resolve(FOLDER));
  }
}
