package org.myocohort.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.myocohort.app.transfer.FileHash;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.source.Limits;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.importing.ImportOptions;
import org.myocohort.registry.importing.ImportOutcome;
import org.myocohort.registry.importing.Importer;
import org.myocohort.registry.importing.MappingGuess;
import org.myocohort.registry.importing.Progress;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// Puts an example study into the demonstration's database.
final class ExampleStudies {
  private ExampleStudies() {}

  /// Puts it there, unless a study of its name is there already.
  static void load(StudyFolder folder, Database database) {
    String study = folder.study().name();
    Studies studies = new Studies(database, Clock.systemUTC());
    if (studies.find(study).isPresent()) {
      return;
    }
    Path path = folder.folder().orElseThrow();
    try {
      Source source = Source.open(path, study, Limits.DEFAULT);
      studies.save(
          Actor.administratorOnCommandLine(),
          new Studies.StoredStudy(study, Objects.requireNonNull(source.description())),
          "");
      ImportOutcome outcome =
          new Importer(database, Clock.systemUTC())
              .apply(
                  Actor.commandLine(),
                  study,
                  source,
                  FileHash.of(path),
                  MappingGuess.of(source).mapping(),
                  ImportOptions.DEFAULT,
                  Progress.SILENT);
      if (!(outcome instanceof ImportOutcome.Applied)) {
        throw new IllegalStateException(
            "the example " + study + " is refused: " + outcome.report().rows());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (BadInputException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
