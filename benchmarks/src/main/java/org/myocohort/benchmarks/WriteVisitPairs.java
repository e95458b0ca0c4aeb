package org.myocohort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a visits table to measure with: `scripts/benchmark visits 100000 visits.csv`, with 10 %
/// of its cells empty `scripts/benchmark visits 100000 visits.csv 10 0 0`.
public final class WriteVisitPairs {
  private WriteVisitPairs() {}

  /// Writes the table.
  ///
  /// @param arguments number of pairs, file, and percent of empty cells, of rows that lack a cell,
  ///   of enzymes given as a limit
  public static void main(String[] arguments) throws IOException {
    VisitPairs.Holes holes =
        arguments.length < 5
            ? VisitPairs.Holes.NONE
            : new VisitPairs.Holes(
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    Files.write(Path.of(arguments[1]), VisitPairs.csv(Integer.parseInt(arguments[0]), holes));
  }
}
