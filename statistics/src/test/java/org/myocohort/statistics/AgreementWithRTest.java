package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.statistics.adjustment.Adjustment;
import org.myocohort.statistics.correlation.Kendall;
import org.myocohort.statistics.correlation.Pearson;
import org.myocohort.statistics.correlation.Spearman;
import org.myocohort.statistics.counts.BinomialTest;
import org.myocohort.statistics.counts.BlakerInterval;
import org.myocohort.statistics.counts.FisherTest;
import org.myocohort.statistics.counts.IntervalChoice;
import org.myocohort.statistics.counts.McNemarTest;
import org.myocohort.statistics.counts.PoissonRate;
import org.myocohort.statistics.descriptive.Description;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.RankSumTest;
import org.myocohort.statistics.rank.SignTest;
import org.myocohort.statistics.rank.SignedRankTest;
import org.myocohort.statistics.rank.ZeroMethod;
import org.myocohort.statistics.survival.AalenJohansen;
import org.myocohort.statistics.survival.KaplanMeier;
import org.myocohort.statistics.survival.LogRankTest;
import org.myocohort.statistics.survival.Observation;

/// Every number in `expected.csv`, which `expected.R` beside it made: the call that made a number
/// stands in its row, the versions of R and its packages in the first line.
class AgreementWithRTest {
  private static final double RELATIVE = 1e-8;
  private static final double BLAKER_STEP = 3e-7;

  /// One number of R.
  record Expected(
      String name,
      String method,
      String options,
      List<Double> x,
      List<Double> y,
      String field,
      double value,
      String call) {
    @Override
    public String toString() {
      return method + " " + name + " " + options + " " + field + ": " + call;
    }

    double[] first() {
      return x.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] second() {
      return y.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int count(int i) {
      return x.get(i).intValue();
    }
  }

  private static List<Expected> rows() throws IOException {
    List<Expected> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AgreementWithRTest.class.getResourceAsStream("expected/expected.csv")),
                StandardCharsets.UTF_8))) {
      in.lines()
          .skip(2)
          .forEach(line -> {
            String[] cells = line.split(",", 8);
            rows.add(
                new Expected(
                    cells[0],
                    cells[1],
                    cells[2],
                    numbers(cells[3]),
                    numbers(cells[4]),
                    cells[5],
                    number(cells[6]),
                    cells[7]));
          });
    }
    return rows;
  }

  private static List<Double> numbers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).map(AgreementWithRTest::number).toList();
  }

  private static double number(String cell) {
    return switch (cell) {
      case "NA", "NaN" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(cell);
    };
  }

  static List<String> methods() throws IOException {
    // The resamples of a bootstrap are compared where they can be handed in: BootstrapTest.
    return rows().stream()
        .map(Expected::method)
        .filter(method -> !method.equals("bootstrap"))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyNumberIsThatOfR(String method) throws IOException {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Expected row : rows()) {
      if (row.method().equals(method)) {
        compared++;
        double found = value(row);
        double slack =
            method.equals("blaker")
                ? BLAKER_STEP
                : RELATIVE * Math.max(1e-4, Math.abs(row.value()));
        boolean neither = Double.isNaN(row.value()) && Double.isNaN(found);
        boolean near = Math.abs(found - row.value()) <= slack;
        boolean same = neither || near || found == row.value();
        if (!same) {
          wrong.add(row + " gave " + row.value() + " but here " + found);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isPositive();
  }

  private static double value(Expected row) {
    return switch (row.method()) {
      case "kaplan-meier" -> curve(row);
      case "aalen-johansen" -> incidence(row);
      case "holm", "bh" -> adjusted(row);
      case "blaker" -> {
        ConfidenceInterval found = BlakerInterval.of(row.count(0), (int) row.second()[0], 0.95);
        yield row.field().equals("lower") ? found.lower() : found.upper();
      }
      default -> of(answer(row), row.field());
    };
  }

  private static double of(TestResult answer, String field) {
    Quantity found =
        switch (field) {
          case "p" -> answer.pValue();
          case "statistic" -> answer.statistic();
          case "estimate" -> answer.estimate();
          case "lower" -> answer.lower();
          case "upper" -> answer.upper();
          default -> answer.further(field);
        };
    return found.value().orElse(Double.NaN);
  }

  private static TestResult answer(Expected row) {
    String[] options = row.options().split(" ", -1);
    TestOptions asked =
        switch (options[0]) {
          case "less" -> TestOptions.defaults().with(Alternative.LESS);
          case "greater" -> TestOptions.defaults().with(Alternative.GREATER);
          default -> TestOptions.defaults();
        };
    double[] x = row.first();
    double[] y = row.second();
    return switch (row.method()) {
      case "signed-rank" ->
          SignedRankTest.of(x, 0, options.length > 1 ? ZeroMethod.PRATT : ZeroMethod.DROP, asked);
      case "rank-sum" -> RankSumTest.of(x, y, 0, asked);
      case "sign" -> SignTest.of(x, 0, asked);
      case "pearson" -> Pearson.of(x, y, asked);
      case "spearman" -> Spearman.of(x, y, asked);
      case "kendall" -> Kendall.of(x, y, asked);
      case "binomial" ->
          BinomialTest.of(
              row.count(0),
              (int) y[0],
              Double.parseDouble(options[1]),
              IntervalChoice.CLOPPER_PEARSON,
              asked);
      case "poisson-rate" ->
          PoissonRate.of(row.count(0), y[0], Double.parseDouble(options[1]), asked);
      case "rate-ratio" -> PoissonRate.ratio(row.count(0), y[0], row.count(1), y[1], 1, asked);
      case "fisher" ->
          FisherTest.of(
              new int[][] {{row.count(0), row.count(1)}, {(int) y[0], (int) y[1]}}, 1, asked);
      case "fisher-larger" -> FisherTest.of(table(row), 1, TestOptions.defaults());
      case "mcnemar" -> McNemarTest.of(row.count(0), row.count(1), row.count(2), asked);
      case "log-rank" -> LogRankTest.of(groups(row), TestOptions.defaults());
      case "describe" ->
          Description.of(x, QuantileMethod.ofType(Integer.parseInt(row.options())), 0.95);
      default -> throw new IllegalArgumentException(row.method());
    };
  }

  private static int[][] table(Expected row) {
    int rows = Integer.parseInt(row.options());
    int columns = row.x().size() / rows;
    return IntStream.range(0, rows)
        .mapToObj(i -> IntStream.range(0, columns).map(j -> row.count(i * columns + j)).toArray())
        .toArray(int[][]::new);
  }

  private static List<List<Observation>> groups(Expected row) {
    List<Double> groups = numbers(row.options());
    int count = groups.stream().mapToInt(Double::intValue).max().orElseThrow();
    List<List<Observation>> observations = new ArrayList<>();
    for (int g = 1; g <= count; g++) {
      observations.add(new ArrayList<>());
    }
    for (int i = 0; i < groups.size(); i++) {
      observations
          .get(groups.get(i).intValue() - 1)
          .add(new Observation(row.x().get(i), row.y().get(i) > 0));
    }
    return observations;
  }

  private static double curve(Expected row) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < row.x().size(); i++) {
      observations.add(new Observation(row.x().get(i), row.y().get(i) > 0));
    }
    KaplanMeier curve = KaplanMeier.of(observations, 0.95);
    KaplanMeier.RestrictedMean mean =
        row.options().isEmpty()
            ? curve.restrictedMean()
            : curve.restrictedMean(Double.parseDouble(row.options()));
    Quantity found =
        switch (row.field()) {
          case "median" -> curve.median();
          case "median_lower" -> curve.medianLower();
          case "median_upper" -> curve.medianUpper();
          case "rmean" -> Quantity.of(mean.value());
          case "rmean_se" -> mean.standardError();
          default -> {
            String[] field = row.field().split("_", -1);
            KaplanMeier.Step step = curve.steps().get(Integer.parseInt(field[1]) - 1);
            yield switch (field[0]) {
              case "survival" -> Quantity.of(step.survival());
              case "lower" -> step.lower();
              case "upper" -> step.upper();
              default -> step.standardError();
            };
          }
        };
    return found.value().orElse(Double.NaN);
  }

  private static double incidence(Expected row) {
    List<AalenJohansen.Competing> observations = new ArrayList<>();
    for (int i = 0; i < row.x().size(); i++) {
      observations.add(new AalenJohansen.Competing(row.x().get(i), row.y().get(i).intValue()));
    }
    String[] field = row.field().split("_", -1);
    int step = Integer.parseInt(field[field.length - 1]) - 1;
    int cause = Integer.parseInt(field[field.length - 2]) - 1;
    AalenJohansen.Step found = AalenJohansen.of(observations, 2).steps().get(step);
    return field[0].equals("incidence")
        ? found.incidence().get(cause)
        : found.standardError().get(cause);
  }

  private static double adjusted(Expected row) {
    List<OptionalDouble> probabilities =
        row.x().stream()
            .map(p -> Double.isNaN(p) ? OptionalDouble.empty() : OptionalDouble.of(p))
            .toList();
    Adjustment method =
        row.method().equals("holm") ? Adjustment.HOLM : Adjustment.BENJAMINI_HOCHBERG;
    int index = Integer.parseInt(row.field().split("_", -1)[1]) - 1;
    return method.adjust(probabilities).get(index).orElse(Double.NaN);
  }
}
