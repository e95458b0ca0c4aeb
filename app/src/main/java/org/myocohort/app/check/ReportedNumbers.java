package org.myocohort.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.ReportedStatisticRow;
import org.myocohort.plausibility.Finding.Level;
import org.myocohort.statistics.reported.ConsistencyCheck;
import org.myocohort.statistics.reported.FindingCode;
import org.myocohort.statistics.reported.PrintedBounds;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.PrintedProbability;
import org.myocohort.statistics.reported.ReportedFinding;
import org.myocohort.statistics.reported.ReportedStatistic;
import org.myocohort.statistics.reported.ReportedStatistic.Kind;

/// Checks rows of the table of reported statistics.
///
/// Each cell is read as printed. A cell that cannot be read is a finding, and the rest of the row
/// is checked without it. What is not there is not assumed.
final class ReportedNumbers {
  /// Cells that say that there is nothing to check, p values without a number included.
  private static final Set<String> NOTHING =
      Set.of("", "nr", "nd", "na", "n/a", "unknown", "refused", "not reported", "-");

  private static final Set<String> NOT_SIGNIFICANT = Set.of("ns", "n.s.", "not significant");

  private final Sentences sentences;

  ReportedNumbers(Sentences sentences) {
    this.sentences = sentences;
  }

  List<CheckFinding> check(ReportedStatisticRow row) {
    List<CheckFinding> findings = new ArrayList<>();
    ReportedStatistic statistic = read(row, findings);
    if (statistic != null) {
      for (ReportedFinding finding : ConsistencyCheck.check(statistic)) {
        findings.add(sentences.of(row, column(finding.code(), row), finding));
      }
    }
    return findings;
  }

  private @Nullable ReportedStatistic read(ReportedStatisticRow row, List<CheckFinding> findings) {
    PrintedNumber value = number(row, "value", row.value(), findings);
    Integer size = size(row, findings);
    PrintedNumber low = number(row, "low", row.low(), findings);
    PrintedNumber high = number(row, "high", row.high(), findings);
    PrintedProbability p =
        NOT_SIGNIFICANT.contains(lower(row.pValue()))
            ? null
            : read(row, "p_value", row.pValue(), PrintedProbability::parse, findings);
    if (value == null) {
      return null;
    }
    ReportedStatistic statistic =
        ReportedStatistic.of(row.row().id(), kind(row.statistic()), value);
    if (size != null) {
      statistic =
          row.nSource().equalsIgnoreCase("inferred")
              ? statistic.withInferredSize(size)
              : statistic.withSize(size);
    }
    if (p != null) {
      statistic = statistic.withP(p);
    }
    return withBounds(row, statistic, low, high, findings);
  }

  private ReportedStatistic withBounds(
      ReportedStatisticRow row,
      ReportedStatistic statistic,
      @Nullable PrintedNumber low,
      @Nullable PrintedNumber high,
      List<CheckFinding> findings) {
    if (isStandardDeviation(row) && low != null && high == null) {
      return statistic.withStandardDeviation(low);
    }
    if (low == null || high == null) {
      return statistic;
    }
    Optional<PrintedBounds.Kind> kind = boundsKind(row.lowHighKind());
    if (kind.isPresent()) {
      return statistic.withBounds(new PrintedBounds(kind.get(), low, high));
    }
    findings.add(
        sentences.of(
            row,
            "low_high_kind",
            "bounds-kind-unknown",
            Level.NOTE,
            row.low(),
            row.high(),
            row.lowHighKind()));
    return statistic;
  }

  private @Nullable PrintedNumber number(
      ReportedStatisticRow row, String column, String text, List<CheckFinding> findings) {
    return read(row, column, text, PrintedNumber::parse, findings);
  }

  private <T> @Nullable T read(
      ReportedStatisticRow row,
      String column,
      String text,
      Function<String, T> parse,
      List<CheckFinding> findings) {
    if (NOTHING.contains(lower(text))) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException _) {
      findings.add(sentences.of(row, column, "not-a-number", Level.ERROR, column, text));
      return null;
    }
  }

  private @Nullable Integer size(ReportedStatisticRow row, List<CheckFinding> findings) {
    if (NOTHING.contains(lower(row.n()))) {
      return null;
    }
    String digits = row.n().strip();
    if (digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) >= 1) {
      return Integer.valueOf(digits);
    }
    findings.add(sentences.of(row, "n", "not-a-size", Level.ERROR, row.n()));
    return null;
  }

  private static Kind kind(String statistic) {
    return switch (lower(statistic)) {
      case "mean", "average" -> Kind.MEAN;
      case "median" -> Kind.MEDIAN;
      case "count", "number" -> Kind.COUNT;
      case "percent", "percentage", "%" -> Kind.PERCENT;
      case "correlation", "pearson correlation" -> Kind.CORRELATION;
      default -> Kind.OTHER;
    };
  }

  private static Optional<PrintedBounds.Kind> boundsKind(String text) {
    String kind = lower(text);
    if (kind.equals("iqr") || kind.startsWith("interquartile")) {
      return Optional.of(PrintedBounds.Kind.INTERQUARTILE_RANGE);
    }
    if (kind.equals("range")) {
      return Optional.of(PrintedBounds.Kind.RANGE);
    }
    return kind.equals("ci") || kind.endsWith(" ci") || kind.endsWith("confidence interval")
        ? Optional.of(PrintedBounds.Kind.CONFIDENCE_INTERVAL)
        : Optional.empty();
  }

  private static boolean isStandardDeviation(ReportedStatisticRow row) {
    return lower(row.lowHighKind()).equals("sd");
  }

  /// The column that a finding is about first.
  private static String column(FindingCode code, ReportedStatisticRow row) {
    return switch (code) {
      case BOUNDS_REVERSED, BOUNDS_OF_ONE_VALUE, IQR_OF_THREE, IQR_OF_FEW -> "low";
      case SD_NEGATIVE, SD_OF_ONE_VALUE, SD_OUTSIDE_RANGE, GRIMMER_SD, DEBIT_SD ->
          isStandardDeviation(row) ? "low" : "value";
      case P_OUTSIDE_LIMITS, P_FROM_CORRELATION, P_FROM_CORRELATION_BY_ROUNDING -> "p_value";
      case MEAN_OUTSIDE_RANGE,
          MEAN_ABOVE_LIMIT,
          MEAN_BELOW_LIMIT,
          MEDIAN_OUTSIDE_RANGE,
          MEDIAN_OUTSIDE_QUARTILES,
          ESTIMATE_OUTSIDE_INTERVAL,
          CORRELATION_OUTSIDE_LIMITS,
          COUNT_NOT_WHOLE,
          COUNT_NEGATIVE,
          COUNT_EXCEEDS_N,
          PERCENT_OUTSIDE_LIMITS,
          GRIM_PERCENT,
          GRIM_MEAN,
          P_FROM_TEST,
          P_FROM_TEST_DECISION,
          P_ONE_SIDED_ASKED,
          P_ONE_SIDED_DECISION,
          P_FROM_PROPORTIONS,
          P_FROM_MEANS,
          SD_AS_STANDARD_ERROR,
          P_AGAINST_INTERVAL,
          INTERVAL_NOT_SYMMETRIC,
          PERCENT_OF_COUNT,
          SHARE_OF_NO_SIZE,
          PARTS_SUM,
          PERCENTAGES_SUM,
          SHARE_IN_WORDS,
          P_FROM_CORRELATION_SIZES,
          P_FROM_CORRELATION_SIZES_ASKED,
          P_OF_LIKE_SIGNS,
          GROUP_SIZES_DIFFER,
          SIZES_MOVE,
          NOT_REPORTED_IN_TABLE,
          TABLE_SUMMARY,
          TABLE_COUNTS,
          VALUES_REPEATED ->
          "value";
    };
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
