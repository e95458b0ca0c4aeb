package org.myocohort.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.myocohort.evidence.review.ReviewFolder;

/// The review that ships as an example.
public final class ExampleReviews {
  /// Where the project lies; the launcher says it.
  private static final String HOME = "myocohort.home";

  private static final String FOLDER = "reviews";
  private static final String EXAMPLE = "anakinra-review";

  private ExampleReviews() {}

  /// The folder of reviews within a data folder, with the example where it is not there yet.
  static Path in(Path data) throws IOException {
    return in(data, Path.of(System.getProperty(HOME, ".")));
  }

  /// The same for a project that lies elsewhere.
  public static Path in(Path data, Path home) throws IOException {
    Path reviews = data.resolve(FOLDER);
    Path target = reviews.resolve(EXAMPLE);
    Path example = home.resolve("examples").resolve(EXAMPLE);
    if (!ReviewFolder.isReview(target) && ReviewFolder.isReview(example)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(example)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
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
    delete(data.resolve(FOLDER));
  }

  /// Deletes a folder with what is in it.
  static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
