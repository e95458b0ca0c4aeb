package org.myocohort.exchange.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/// What changes with files: their names, lengths and times. Where it stayed, the files need not be
/// read again.
public final class FileStamp {
  private FileStamp() {}

  /// The stamp of files, those that are not there included.
  public static String of(List<Path> files) throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files) {
      stamp.append(file);
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        stamp.append(' ').append(now.size()).append(' ').append(now.lastModifiedTime().toInstant());
      } catch (NoSuchFileException _) {
        // Its name alone tells that it is not there.
      }
      stamp.append('\n');
    }
    return stamp.toString();
  }

  /// The stamp of all files of a folder; empty where there is no folder.
  public static String ofFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      return of(files.sorted().toList());
    }
  }
}
