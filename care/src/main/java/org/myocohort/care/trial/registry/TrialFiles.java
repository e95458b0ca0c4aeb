package org.myocohort.care.trial.registry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;

/// Reads a file of trials in any of the forms, which its first character tells, and its name for
/// lines of JSON.
public final class TrialFiles {
  private static final int HEAD = 64;

  private TrialFiles() {}

  /// Reads every record.
  ///
  /// @param bytes is told how many bytes have been read
  /// @throws IOException if the file cannot be opened or read
  public static void read(
      Path path, String name, SnapshotDay day, TrialSink sink, LongConsumer bytes)
      throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name, null, "is a directory, a file was expected");
    }
    try (InputStream in =
        new BufferedInputStream(new CountedInput(Files.newInputStream(path), bytes), 1 << 16)) {
      in.mark(HEAD);
      char first = firstCharacter(in.readNBytes(HEAD));
      in.reset();
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
        new JsonTrials(name, day, sink).readLines(in);
      } else if (first == '{' || first == '[') {
        new JsonTrials(name, day, sink).read(in);
      } else if (first == '<') {
        new XmlTrials(name, day, sink).read(in);
      } else {
        new CsvTrials(name, day, sink).read(in);
      }
    }
  }

  private static char firstCharacter(byte[] head) {
    for (byte b : head) {
      // The three bytes of a byte-order mark are negative.
      if (b > ' ') {
        return (char) b;
      }
    }
    return ' ';
  }
}
