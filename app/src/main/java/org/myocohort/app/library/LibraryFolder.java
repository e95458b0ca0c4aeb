package org.myocohort.app.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.myocohort.exchange.csv.AtomicFolder;

/// Puts files into a folder as a whole. A folder that holds anything else than an earlier library
/// is left alone.
final class LibraryFolder {
  private LibraryFolder() {}

  /// Writes the files.
  ///
  /// @throws DirectoryNotEmptyException if the folder holds something that is not a library
  static void write(Path folder, Map<String, String> files) throws IOException {
    if (!isFree(folder)) {
      throw new DirectoryNotEmptyException(folder.toString());
    }
    try (AtomicFolder made = AtomicFolder.at(folder)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(made.draft().resolve(file.getKey()), file.getValue());
      }
      made.finish();
    }
  }

  /// Whether the place is new, empty, or holds nothing but pages that this command wrote.
  private static boolean isFree(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
      for (Path entry : entries) {
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
            || !entry.toString().endsWith(".html")
            || !new String(Files.readAllBytes(entry), StandardCharsets.UTF_8)
                .contains(LibraryFiles.MARK)) {
          return false;
        }
      }
    }
    return true;
  }
}
