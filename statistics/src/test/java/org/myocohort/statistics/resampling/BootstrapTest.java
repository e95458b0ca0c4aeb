package org.myocohort.statistics.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.myocohort.statistics.ConfidenceInterval;

class BootstrapTest {
  private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

  private static double mean(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> VALUES[row]).average().orElseThrow();
  }

  /// The resamples of R's `boot` with their intervals, from `expected.csv`.
  @Test
  void intervalsOfGivenResamplesAreThoseOfBoot() throws IOException {
    List<String[]> rows;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    getClass()
                        .getResourceAsStream("/org/myocohort/statistics/expected/expected.csv")),
                StandardCharsets.UTF_8))) {
      rows =
          in.lines()
              .filter(line -> line.startsWith("bootstrap,"))
              .map(line -> line.split(",", 8))
              .toList();
    }
    double[] resampled =
        Arrays.stream(rows.getFirst()[4].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    int[] all = IntStream.range(0, VALUES.length).toArray();
    double[] without =
        IntStream.range(0, VALUES.length)
            .mapToDouble(left -> mean(IntStream.of(all).filter(row -> row != left).toArray()))
            .toArray();
    Bootstrap bootstrap = Bootstrap.ofValues(mean(all), resampled, without);
    ConfidenceInterval percentile = bootstrap.percentile(0.95);
    ConfidenceInterval corrected = bootstrap.biasCorrected(0.95);
    assertThat(rows).hasSize(4);
    for (String[] row : rows) {
      double found =
          switch (row[5]) {
            case "percentile_lower" -> percentile.lower();
            case "percentile_upper" -> percentile.upper();
            case "bca_lower" -> corrected.lower();
            default -> corrected.upper();
          };
      assertThat(found).as(row[7]).isCloseTo(Double.parseDouble(row[6]), within(1e-8));
    }
  }

  @Test
  void theSameSeedGivesTheSameIntervalAndAnotherSeedAnother() {
    Bootstrap first = Bootstrap.of(VALUES.length, BootstrapTest::mean, 999, 7);
    Bootstrap again = Bootstrap.of(VALUES.length, BootstrapTest::mean, 999, 7);
    Bootstrap other = Bootstrap.of(VALUES.length, BootstrapTest::mean, 999, 8);
    assertThat(again.biasCorrected(0.95)).isEqualTo(first.biasCorrected(0.95));
    assertThat(other.biasCorrected(0.95)).isNotEqualTo(first.biasCorrected(0.95));
    assertThat(first.estimate()).isEqualTo(3.9);
  }

  @Test
  void withoutSpreadThereIsNoBiasCorrectedInterval() {
    Bootstrap flat = Bootstrap.of(3, _ -> 1, 99, 1);
    assertThat(flat.percentile(0.95).lower()).isEqualTo(1);
    assertThatThrownBy(() -> flat.biasCorrected(0.95)).hasMessageContaining("one side");
  }
}
