package org.myocohort.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.Folders;

/// The review that ships as an example.
public final class ExampleReviews {
  private static final String FOLDER = "reviews";
  private static final String EXAMPLE = "anakinra-review";

  private ExampleReviews() {}

  /// The folder of reviews within a data folder, with the example where it is not there yet.
  static Path in(Path data) throws IOException {
    return in(data, ExampleFolders.home());
  }

  /// The same for a project that lies elsewhere.
  public static Path in(Path data, Path home) throws IOException {
    Path reviews = data.resolve(FOLDER);
    Path target = reviews.resolve(EXAMPLE);
    Path example = home.resolve("examples").resolve(EXAMPLE);
    if (!ReviewFolder.isReview(target) && ReviewFolder.isReview(example)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(example)) {
        files =
            all.filter(Files::isRegularFile)
                .filter(file -> !example.relativize(file).startsWith(ReviewFolder.CACHE))
                .sorted()
                .toList();
      }
      for (Path file : files) {
        Path copy = target.resolve(example.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return reviews;
  }

  /// Deletes every review of a data folder.
  static void forget(Path data) throws IOException {
    Folders.delete(data.resolve(FOLDER));
  }
}
