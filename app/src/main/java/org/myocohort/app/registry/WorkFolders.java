package org.myocohort.app.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.myocohort.app.store.StoreOptions;
import org.myocohort.care.trial.store.TrialFolder;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.registry.backup.PlainFolder;
import org.myocohort.registry.store.Database;

/// The folders of a registry in which people's work lies as plain files.
final class WorkFolders {
  static final String DEFINITIONS = "definitions";
  static final String REVIEWS = "reviews";
  static final String TRIALS = "trials";

  /// The database, its log and the index of that.
  private static final Set<String> DATABASE =
      Set.of(Database.FILE, Database.FILE + "-wal", Database.FILE + "-shm");

  private final Path data;
  private final boolean embedded;
  private final PlainFolder definitions;
  private final PlainFolder reviews;
  private final PlainFolder trials;

  WorkFolders(StoreOptions store, FolderOptions options) {
    data = store.folder();
    embedded = store.url() == null;
    definitions = PlainFolder.of(DEFINITIONS, data.resolve(DEFINITIONS));
    reviews =
        new PlainFolder(
            REVIEWS,
            Objects.requireNonNullElse(options.reviews(), data.resolve(REVIEWS)),
            WorkFolders::isCacheOfReview,
            WorkFolders::whileNobodyAdds);
    // What is imported is added line by line, and a last line that was cut off is passed over.
    trials =
        PlainFolder.of(TRIALS, Objects.requireNonNullElse(options.trials(), data.resolve(TRIALS)))
            .without(path -> TrialFolder.isMadeAgain(path.getName(0).toString()));
  }

  Path reviews() {
    return reviews.place();
  }

  /// All of them.
  List<PlainFolder> all() {
    return List.of(definitions, reviews, trials);
  }

  /// All of them without the imported records of trials; the rules that people wrote stay.
  List<PlainFolder> withoutTrialRecords() {
    return List.of(
        definitions,
        reviews,
        trials.without(path -> !path.getName(0).toString().equals(TrialFolder.RULES)));
  }

  private static boolean isCacheOfReview(Path path) {
    return path.getNameCount() > 1 && path.getName(1).toString().equals(ReviewFolder.CACHE);
  }

  private static void whileNobodyAdds(Path folder, PlainFolder.Copying copying) throws IOException {
    if (!ReviewFolder.isReview(folder)) {
      copying.run();
      return;
    }
    try {
      ReviewFolder.at(folder)
          .locked(() -> {
            copying.run();
            return true;
          });
    } catch (BadInputException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What else lies in the data folder, in alphabetical order: the key of the identities, databases
  /// that were replaced, what somebody put there.
  List<Path> besides() throws IOException {
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    Set<Path> known = all().stream().map(PlainFolder::place).collect(Collectors.toSet());
    List<Path> others = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.sorted().toList()) {
        boolean database = embedded && DATABASE.contains(String.valueOf(file.getFileName()));
        if (!database && !known.contains(file.toAbsolutePath().normalize())) {
          others.add(file);
        }
      }
    }
    return others;
  }

  /// Which of some reviews do not lie in the folder of reviews.
  List<String> missingOf(List<String> names) {
    return names.stream()
        .filter(name -> !Files.isDirectory(reviews.place().resolve(name)))
        .toList();
  }
}
