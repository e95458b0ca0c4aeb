package org.myocohort.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes many trial records, made of the records of a file in turn, each with a number of its own.
public final class WriteTrials {
  private WriteTrials() {}

  /// How many, from which file of records (one a line), into which file.
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    List<String> records =
        Files.readAllLines(Path.of(arguments[1])).stream().filter(line -> !line.isBlank()).toList();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]))) {
      for (int i = 0; i < count; i++) {
        String number = String.format(Locale.ROOT, "NCT%08d", 90_000_000 + i);
        out.write(records.get(i % records.size()).replaceFirst("NCT\\d{8}", number));
        out.write('\n');
      }
    }
  }
}
