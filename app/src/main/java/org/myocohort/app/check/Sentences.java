package org.myocohort.app.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.study.ReportedStatisticRow;
import org.myocohort.plausibility.Finding;
import org.myocohort.statistics.reported.Assumption;
import org.myocohort.statistics.reported.FindingLevel;
import org.myocohort.statistics.reported.FindingValue;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;
import org.myocohort.statistics.reported.FindingValue.Values;
import org.myocohort.statistics.reported.ReportedFinding;

/// Findings as rows of the answer, each with its sentence.
///
/// A sentence says what was printed, what was recomputed and under which assumptions.
final class Sentences {
  /// Smaller p values are named by this limit only: their digits mean nothing.
  private static final double SMALLEST_P = 1e-6;

  private static final String BELOW_SMALLEST_P = "<0.000001";
  private static final String P_KEY = "p-";
  private static final String RECOMPUTED_P_KEY = "p-recomputed";

  private final Texts texts;

  Sentences(Texts texts) {
    this.texts = texts;
  }

  CheckFinding of(String patient, Finding finding) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < finding.values().size(); i++) {
      named.add(finding.rule().keys().get(i) + "=" + finding.values().get(i));
    }
    return new CheckFinding(
        finding.row().table(),
        finding.row().id(),
        finding.column(),
        patient,
        finding.code(),
        finding.level(),
        texts.text("check." + finding.code(), finding.values()),
        named,
        List.of());
  }

  /// A finding about how a row of reported numbers is written.
  ///
  /// @param values in the order in which the sentence names them
  CheckFinding of(
      ReportedStatisticRow row, String column, String code, Finding.Level level, String... values) {
    return new CheckFinding(
        row.row().table(),
        row.row().id(),
        column,
        null,
        code,
        level,
        texts.text("check." + code, List.of(values)),
        List.of(values),
        List.of());
  }

  CheckFinding of(ReportedStatisticRow row, String column, ReportedFinding finding) {
    return new CheckFinding(
        row.row().table(),
        row.row().id(),
        column,
        null,
        finding.code().code(),
        level(finding.level()),
        sentence(finding),
        named(finding),
        assumptions(finding));
  }

  static List<String> assumptions(ReportedFinding finding) {
    return finding.assumptions().stream().map(Assumption::code).toList();
  }

  List<String> named(ReportedFinding finding) {
    List<String> named = new ArrayList<>();
    for (Map.Entry<String, FindingValue> value : finding.values().entrySet()) {
      named.add(value.getKey() + "=" + text(value.getKey(), value.getValue(), " "));
    }
    return named;
  }

  String sentence(ReportedFinding finding) {
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, FindingValue> value : finding.values().entrySet()) {
      shown.add(shown(value.getKey(), value.getValue()));
    }
    String sentence = texts.text("check." + finding.code().code(), shown);
    if (!finding.assumptions().isEmpty()) {
      List<String> assumed = new ArrayList<>();
      for (Assumption assumption : finding.assumptions()) {
        assumed.add(texts.text("check.assumption." + assumption.code()));
      }
      sentence += " " + texts.text("check.assumed", String.join("; ", assumed));
    }
    return sentence;
  }

  static Finding.Level level(FindingLevel level) {
    return switch (level) {
      case ERROR -> Finding.Level.ERROR;
      case WARNING -> Finding.Level.WARNING;
      case NOTE -> Finding.Level.NOTE;
    };
  }

  /// A value within a sentence, where a p value that stands by itself has its sign before it.
  private String shown(String key, FindingValue value) {
    if (value instanceof PrintedP(var p)) {
      return p.relation().sign() + " " + p.number().text();
    }
    String text = text(key, value, ", ");
    if (!key.equals(RECOMPUTED_P_KEY)) {
      return text;
    }
    return text.startsWith("<") ? "< " + text.substring(1) : "= " + text;
  }

  private String text(String key, FindingValue value, String separator) {
    return switch (value) {
      case Printed(var number) -> number.text();
      case PrintedP(var p) -> p.text();
      case Count(long count) -> Long.toString(count);
      case Recomputed recomputed ->
          key.startsWith(P_KEY) && recomputed.value() < SMALLEST_P
              ? BELOW_SMALLEST_P
              : recomputed.shown().toPlainString();
      case Values(List<BigDecimal> values) ->
          String.join(separator, values.stream().map(BigDecimal::toPlainString).toList());
      case Text(String words) -> words;
      case None _ -> texts.text("check.none");
    };
  }
}
