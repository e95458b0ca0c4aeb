package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.statistics.reported.ReportedStatistic.Kind;

/// The shared table of worked examples, `expected_checks.csv`; see the README beside it.
class ExpectedChecksTest {
  private static final Map<String, Map<String, FindingCode>> CODES =
      Map.of(
          "GRIM", Map.of("inconsistent", FindingCode.GRIM_MEAN),
          "GRIM-percent", Map.of("inconsistent", FindingCode.GRIM_PERCENT),
          "PERCENT", Map.of("inconsistent", FindingCode.GRIM_PERCENT),
          "GRIMMER", Map.of("inconsistent", FindingCode.GRIMMER_SD),
          "DEBIT", Map.of("inconsistent", FindingCode.DEBIT_SD),
          "STATCHECK", Map.of("inconsistent", FindingCode.P_FROM_CORRELATION),
          "RANGE", Map.of("inconsistent", FindingCode.MEAN_ABOVE_LIMIT),
          "QUARTILE", Map.of("warning", FindingCode.IQR_OF_THREE),
          "WORDING", Map.of("inconsistent", FindingCode.SHARE_IN_WORDS));

  record Row(int id, String check, String input, String n, String verdict, String detail) {
    @Override
    public String toString() {
      return id + " " + check + " " + input + " n=" + n + ": " + verdict;
    }
  }

  static Stream<Row> all() {
    return rows().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theVerdictIsThatOfTheTable(Row row) {
    List<ReportedFinding> findings =
        findings(row).stream().filter(finding -> finding.level() != FindingLevel.NOTE).toList();
    if (row.verdict().equals("consistent")) {
      assertThat(findings).isEmpty();
    } else if (row.check().equals("STATCHECK") && !row.input().startsWith("r")) {
      assertThat(findings).extracting(ReportedFinding::code).containsExactly(testCode(row));
      Matcher recomputed = Pattern.compile("p=(0\\.\\d+)").matcher(row.detail());
      assertThat(recomputed.find()).isTrue();
      assertThat(findings.getFirst().values().get("p-recomputed"))
          .isInstanceOfSatisfying(
              FindingValue.Recomputed.class,
              p ->
                  assertThat(p.value())
                      .isCloseTo(Double.parseDouble(recomputed.group(1)), within(5e-7)));
    } else {
      assertThat(findings).extracting(ReportedFinding::code).contains(code(row));
    }
  }

  @Test
  void theTableHasItsRows() {
    assertThat(rows()).extracting(Row::id).hasSize(67).doesNotHaveDuplicates();
  }

  /// Row 56 says one-tailed; the table's verdict is that of the two-sided test.
  private static FindingCode testCode(Row row) {
    if (row.input().contains("one-tailed")) {
      return FindingCode.P_ONE_SIDED_DECISION;
    }
    return row.detail().contains("decision changes")
        ? FindingCode.P_FROM_TEST_DECISION
        : FindingCode.P_FROM_TEST;
  }

  private static List<ReportedFinding> findings(Row row) {
    if (row.check().equals("WORDING")) {
      Matcher matcher = Pattern.compile("(\\D+) = (\\d+)/(\\d+)").matcher(row.input());
      assertThat(matcher.matches()).as(row.input()).isTrue();
      assertThat(matcher.group(1)).isEqualTo("more than half");
      return WordedShare.MORE_THAN_HALF
          .check(
              "" + row.id(),
              matcher.group(1),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)))
          .stream()
          .toList();
    }
    Matcher test =
        Pattern.compile(
                "(t|F|chi2)\\((\\d+)(?:, (?:N = )?(\\d+))?\\) = (\\S+), p ([=<] \\S+?)(, one.*)?")
            .matcher(row.input());
    if (!test.matches()) {
      return ConsistencyCheck.check(statistic(row));
    }
    ReportedTest.Kind kind =
        switch (test.group(1)) {
          case "t" -> ReportedTest.Kind.T;
          case "F" -> ReportedTest.Kind.F;
          default -> ReportedTest.Kind.CHI_SQUARED;
        };
    return new ReportedTest(
            "" + row.id(),
            kind,
            row.input(),
            PrintedNumber.parse(test.group(4)),
            Double.parseDouble(test.group(2)),
            test.group(3) == null ? 0 : Double.parseDouble(test.group(3)),
            PrintedProbability.parse(test.group(5)),
            test.group(6) != null)
        .check().stream().toList();
  }

  private static FindingCode code(Row row) {
    return Objects.requireNonNull(
        Objects.requireNonNull(CODES.get(row.check())).get(row.verdict()), row.toString());
  }

  private static ReportedStatistic statistic(Row row) {
    return switch (row.check()) {
      case "GRIM" -> sized(row, Kind.MEAN, "mean").ofWholeNumbers(1);
      case "GRIMMER" ->
          sized(row, Kind.MEAN, "mean").withStandardDeviation(named(row, "sd")).ofWholeNumbers(1);
      case "DEBIT" ->
          sized(row, Kind.MEAN, "mean").withStandardDeviation(named(row, "sd")).ofZerosAndOnes();
      case "GRIM-percent", "PERCENT" -> sized(row, Kind.PERCENT, "percent");
      case "RANGE" ->
          sized(row, Kind.MEAN, "mean")
              .withBounds(
                  new PrintedBounds(
                      PrintedBounds.Kind.RANGE, named(row, "min"), named(row, "max")));
      case "QUARTILE" ->
          sized(row, Kind.MEDIAN, "median")
              .withBounds(
                  new PrintedBounds(
                      PrintedBounds.Kind.INTERQUARTILE_RANGE, named(row, "q1"), named(row, "q3")));
      case "STATCHECK" -> correlation(row);
      default -> throw new IllegalStateException(row.check());
    };
  }

  /// `r(df) = …, p = …`, or `r = … (…), p = …` with the size in its column.
  private static ReportedStatistic correlation(Row row) {
    Matcher matcher =
        Pattern.compile("r(?:\\((\\d+)\\))? = (\\S+?)(?: \\(.*\\))?, p ([=<] ?\\S+)")
            .matcher(row.input());
    assertThat(matcher.matches()).as(row.input()).isTrue();
    String degreesOfFreedom = matcher.group(1);
    int n =
        degreesOfFreedom == null
            ? Integer.parseInt(row.n())
            : Integer.parseInt(degreesOfFreedom) + 2;
    return ReportedStatistic.of(
            "" + row.id(), Kind.CORRELATION, PrintedNumber.parse(matcher.group(2)))
        .withSize(n)
        .withP(PrintedProbability.parse(matcher.group(3)));
  }

  private static ReportedStatistic sized(Row row, Kind kind, String name) {
    return ReportedStatistic.of("" + row.id(), kind, named(row, name))
        .withSize(Integer.parseInt(row.n()));
  }

  private static PrintedNumber named(Row row, String name) {
    Map<String, String> values =
        Arrays.stream(row.input().split(";"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return PrintedNumber.parse(Objects.requireNonNull(values.get(name), name));
  }

  private static List<Row> rows() {
    InputStream file =
        Objects.requireNonNull(ExpectedChecksTest.class.getResourceAsStream("expected_checks.csv"));
    List<Row> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      reader.lines().skip(1).map(ExpectedChecksTest::row).forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Row row(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = Pattern.compile("(?:\"([^\"]*)\"|([^,\"]*))(?:,|$)").matcher(line);
    while (cells.size() < 7 && cell.find()) {
      String quoted = cell.group(1);
      String bare = cell.group(2);
      cells.add(quoted != null ? quoted : bare == null ? "" : bare);
    }
    return new Row(
        Integer.parseInt(cells.get(0)),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(5),
        cells.get(6));
  }
}
