package org.myocohort.evidence.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder within a review for what can be made again from the rest, and for the file by which
/// processes wait for each other. No copy of the review needs it.
final class CacheFolder {
  private static final String IGNORE =
      """
      # Made from exports/ and records.csv. To delete this folder loses nothing: it is made again.
      *
      """;

  /// By this file programs that make copies know what they can leave out (bford.info/cachedir).
  private static final String TAG =
      """
      Signature: 8a477f597d28d172789f06886806bc55
      # Made from the files of the review beside it; may be deleted.
      """;

  private CacheFolder() {}

  /// The folder, made where it is not there.
  static Path in(Path review) throws IOException {
    Path folder = review.resolve(ReviewFolder.CACHE);
    Files.createDirectories(folder);
    write(folder.resolve(".gitignore"), IGNORE);
    write(folder.resolve("CACHEDIR.TAG"), TAG);
    return folder;
  }

  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, text, StandardCharsets.US_ASCII);
    }
  }
}
