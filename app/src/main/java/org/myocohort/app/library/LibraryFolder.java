package org.myocohort.app.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts files into a folder as a whole: they are written beside it and moved there at the end. A
/// folder that holds anything else than an earlier library is left alone.
final class LibraryFolder {
  private LibraryFolder() {}

  /// Writes the files.
  ///
  /// @throws DirectoryNotEmptyException if the folder holds something that is not a library
  static void write(Path folder, Map<String, String> files) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Path name = target.getFileName();
    Path parent = target.getParent();
    if (name == null || parent == null || !isFree(target)) {
      throw new DirectoryNotEmptyException(folder.toString());
    }
    Files.createDirectories(parent);
    String mark = Long.toString(ProcessHandle.current().pid());
    Path fresh = Files.createDirectory(parent.resolve("." + name + ".new-" + mark));
    Path former = parent.resolve("." + name + ".old-" + mark);
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.write(fresh.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      boolean replaced = Files.exists(target);
      if (replaced) {
        Files.move(target, former);
      }
      try {
        Files.move(fresh, target);
      } catch (IOException failure) {
        if (replaced) {
          Files.move(former, target);
        }
        throw failure;
      }
      delete(former);
    } finally {
      delete(fresh);
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
    for (Path entry : entries(target)) {
      if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
          || !entry.toString().endsWith(".html")
          || !new String(Files.readAllBytes(entry), StandardCharsets.UTF_8)
              .contains(LibraryFiles.MARK)) {
        return false;
      }
    }
    return true;
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path entry : entries(folder)) {
        Files.delete(entry);
      }
      Files.delete(folder);
    }
  }
}
