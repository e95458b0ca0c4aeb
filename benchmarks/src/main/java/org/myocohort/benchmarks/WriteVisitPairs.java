package org.myocohort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a visits table to measure with: `scripts/benchmark visits 100000 visits.csv`.
public final class WriteVisitPairs {
  private WriteVisitPairs() {}

  /// Writes the table.
  ///
  /// @param arguments number of pairs, file
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[1]), VisitPairs.csv(Integer.parseInt(arguments[0])));
  }
}
