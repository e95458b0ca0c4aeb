package org.myocohort.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.exchange.csv.Folders;

/// The cohorts and the plans of analysis that ship as examples, kept for the invented centre.
public final class ExampleDefinitions {
  private static final String FOLDER = "definitions";
  private static final String STUDY = "synthetic-centre";
  private static final SortedMap<String, List<String>> EXAMPLES =
      new TreeMap<>(
          Map.of(
              "cohorts",
              List.of("anakinra.yaml", "letter.yaml"),
              "plans",
              List.of("who-benefits.yaml")));

  private ExampleDefinitions() {}

  /// The folder of cohorts and plans within a data folder, with the examples where there is none
  /// yet.
  static Path in(Path data) throws IOException {
    return in(data, ExampleFolders.home());
  }

  /// The same for a project that lies elsewhere.
  public static Path in(Path data, Path home) throws IOException {
    Path definitions = data.resolve(FOLDER);
    for (String kind : EXAMPLES.keySet()) {
      Path examples = home.resolve("examples").resolve(kind);
      Path target = definitions.resolve(kind).resolve(STUDY);
      if (Files.isDirectory(target) || !Files.isDirectory(examples)) {
        continue;
      }
      Files.createDirectories(target);
      for (String file : EXAMPLES.getOrDefault(kind, List.of())) {
        Files.copy(examples.resolve(file), target.resolve(file));
      }
    }
    return definitions;
  }

  /// Deletes every cohort and plan of a data folder.
  static void forget(Path data) throws IOException {
    Folders.delete(data.resolve(FOLDER));
  }
}
