package org.myocohort.app.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Where people's plain files lie, if not in the data folder; named as `serve` names them. Holds no
/// type of the registry: the command line reads this class at every start.
@Command
final class FolderOptions {
  @Option(names = "--trials", paramLabel = "FOLDER", descriptionKey = "serve.trials")
  private @Nullable Path trials;

  @Option(names = "--reviews", paramLabel = "FOLDER", descriptionKey = "serve.reviews")
  private @Nullable Path reviews;

  @Nullable Path trials() {
    return trials;
  }

  @Nullable Path reviews() {
    return reviews;
  }

  /// A folder that was named and is not there.
  Optional<Path> notThere() {
    return Stream.of(Optional.ofNullable(trials), Optional.ofNullable(reviews))
        .flatMap(Optional::stream)
        .filter(folder -> !Files.isDirectory(folder))
        .findFirst();
  }
}
