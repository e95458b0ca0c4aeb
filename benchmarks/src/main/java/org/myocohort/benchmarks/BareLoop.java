package org.myocohort.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The least that any program must do for an answer: read pairs of rows, score them in `double`,
/// print the totals. No record, no missing value, no message, no trace; wrong at the edges of
/// bands. It stands here as the limit that the command is compared with.
public final class BareLoop {
  private BareLoop() {}

  private static final double[][] POINTS = {
    {0, 7.5, 15, 17.5, 20},
    {0, 2.5, 5, 7.5, 10},
    {0, 7.5, 12.5, 15, 20},
    {0, 10, 20, 27.5, 32.5},
    {0, 5, 7.5, 7.5, 10},
    {0, 2.5, 5, 7.5, 7.5},
  };
  private static final double[] MULTIPLES = {15, 6, 3, 3, 3};

  /// Scores a table with the columns of [VisitPairs], two rows a patient.
  public static void main(String[] arguments) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (BufferedReader in = Files.newBufferedReader(Path.of(arguments[0]))) {
      String line = in.readLine();
      for (line = in.readLine(); line != null; line = in.readLine()) {
        String[] before = line.split(",", -1);
        String[] after = String.valueOf(in.readLine()).split(",", -1);
        answer.append(after[0]).append(',').append(after[1]).append(',');
        answer.append(total(before, after)).append('\n');
      }
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.append(answer).flush();
  }

  private static double total(String[] before, String[] after) {
    double total = 0;
    for (int scale = 0; scale < 3; scale++) {
      total += points(scale, value(before, 2 + scale) - value(after, 2 + scale), 10, false);
    }
    total += points(3, value(after, 5) - value(before, 5), value(before, 6), true);
    total += points(4, value(before, 7) - value(after, 7), 3, false);
    int most = 0;
    double ratio = 0;
    for (int enzyme = 0; enzyme < MULTIPLES.length; enzyme++) {
      double candidate = value(before, 8 + 2 * enzyme) / value(before, 9 + 2 * enzyme);
      if (candidate > ratio) {
        ratio = candidate;
        most = enzyme;
      }
    }
    int column = 8 + 2 * most;
    double range = MULTIPLES[most] * value(before, column + 1);
    return total + points(5, value(before, column) - value(after, column), range, false);
  }

  private static double value(String[] row, int column) {
    return Double.parseDouble(row[column]);
  }

  private static double points(int measure, double improvement, double range, boolean strength) {
    double percent = 100 * improvement / range;
    int band = 0;
    for (double edge : strength ? new double[] {2, 10, 20, 30} : new double[] {5, 15, 25, 40}) {
      band += percent > edge ? 1 : 0;
    }
    return POINTS[measure][band];
  }
}
