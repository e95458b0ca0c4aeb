package org.myocohort.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.Project;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.registry.store.Database;

/// The example studies in a database, as the demonstration puts them there.
public final class ExampleData {
  private ExampleData() {}

  public static void fill(Database database) throws IOException {
    List<StudyFolder> folders = new ArrayList<>();
    try {
      for (String study : List.of("anakinra-antisynthetase", "synthetic-centre")) {
        folders.add(StudyFolder.read(Project.example(study)));
      }
    } catch (BadInputException wrong) {
      throw new IllegalStateException(wrong);
    }
    Demonstration.fill(folders, database);
  }

  /// The folder of the example trials within a data folder.
  public static Path trials(Path data) throws IOException {
    return ExampleTrials.in(data, Project.root());
  }
}
