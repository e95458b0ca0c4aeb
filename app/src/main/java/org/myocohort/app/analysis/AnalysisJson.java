package org.myocohort.app.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.cohort.analysis.Counts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.Line;
import org.myocohort.cohort.analysis.Numbers;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.reference.ReferenceComparison;
import org.myocohort.statistics.survival.KaplanMeier;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An analysis with all digits, and the rows behind every number.
final class AnalysisJson {
  private AnalysisJson() {}

  static String of(AnalysisReport report, Texts texts) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("program", Version.text());
    root.put("study", report.study().name());
    root.put("synthetic", report.study().synthetic());
    root.put("plan", report.result().plan().title());
    root.put("cohort", cohort(report.selection()));
    List<Object> analyses = new ArrayList<>();
    for (int i = 0; i < report.sections().size(); i++) {
      AnalysisReport.Section section = report.sections().get(i);
      analyses.add(section(section, report.result().adjusted().get(i), texts));
    }
    root.put("analyses", analyses);
    root.put("methods", report.methods());
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(root)
        + "\n";
  }

  private static Map<String, Object> cohort(Selection selection) {
    Map<String, Object> cohort = new LinkedHashMap<>();
    cohort.put("title", selection.definition().title());
    cohort.put("on", selection.on().toString());
    cohort.put("patients", selection.patients().size());
    List<Object> steps = new ArrayList<>();
    for (Selection.StepResult step : selection.steps()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("came", step.answers().size());
      each.put("met", step.patients(Kind.MET).size());
      each.put("not_met", step.patients(Kind.NOT_MET).size());
      each.put("undetermined", step.patients(Kind.UNDETERMINED).size());
      each.put("remaining", step.remaining().size());
      steps.add(each);
    }
    cohort.put("steps", steps);
    cohort.put("members", selection.members());
    return cohort;
  }

  private static Map<String, @Nullable Object> section(
      AnalysisReport.Section section, OptionalDouble adjusted, Texts texts) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Finding finding = section.finding();
    map.put("analysis", section.title());
    map.put("name", section.name());
    map.put("groups", finding.question().by().groups().stream().map(each -> each.name()).toList());
    switch (finding) {
      case Finding.Described found -> {
        List<Object> lines = new ArrayList<>();
        for (Line line : found.lines()) {
          lines.add(line(line));
        }
        map.put("variables", lines);
      }
      case Finding.NumbersCompared found -> {
        map.put("by_group", numbers(found.groups(), found.described()));
        map.put("test", result(found.compared()));
      }
      case Finding.SharesCompared found -> {
        map.put("by_group", counts(found.groups(), found.shares()));
        map.put("test", result(found.compared()));
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("smallest_p", number(found.limits().smallestP()));
        limits.put("smallest_p_of_margins", number(found.limits().smallestPOfMargins()));
        limits.put("power_75_against_25", number(found.limits().power()));
        limits.put(
            "fragility",
            found.limits().fragility().isPresent() ? found.limits().fragility().getAsInt() : null);
        map.put("limits", limits);
      }
      case Finding.Changed found -> {
        List<Object> groups = new ArrayList<>();
        for (int i = 0; i < found.changed().size(); i++) {
          Map<String, @Nullable Object> group = new LinkedHashMap<>();
          group.put("before", result(found.before().get(i)));
          group.put("after", result(found.after().get(i)));
          group.put("change", result(found.changed().get(i)));
          groups.add(group);
        }
        map.put("by_group", groups);
        map.put("test", result(found.compared()));
      }
      case Finding.Correlated found -> map.put("test", result(found.correlation()));
      case Finding.Waited found -> {
        map.put("causes", found.causes());
        List<Object> groups = new ArrayList<>();
        for (Finding.WaitingGroup each : found.groups()) {
          groups.add(waiting(each));
        }
        map.put("by_group", groups);
        map.put("test", result(found.compared()));
      }
      case Finding.Rated found -> {
        List<Object> groups = new ArrayList<>();
        for (Finding.RateGroup each : found.groups()) {
          Map<String, @Nullable Object> group = new LinkedHashMap<>();
          group.put("patients", each.members());
          group.put("missing", each.missing());
          group.put("with_event", each.withEvent());
          group.put("undated", each.undated());
          group.put("years", each.years());
          group.putAll(result(each.rate()));
          groups.add(group);
        }
        map.put("by_group", groups);
        map.put("test", result(found.compared()));
      }
      case Finding.Referenced found -> {
        map.put("described", result(found.described()));
        map.put("missing", found.values().missing());
        map.put("reference_source", found.question().source());
        found.comparison().ifPresent(comparison -> map.put("comparison", reference(comparison)));
      }
      case Finding.Overviewed found -> {
        List<Object> together = new ArrayList<>();
        for (Finding.Confounded each : found.together()) {
          Map<String, Object> pair = new LinkedHashMap<>();
          pair.put("first", found.question().variables().get(each.first()).name());
          pair.put("second", found.question().variables().get(each.second()).name());
          pair.put("contrary", each.contrary());
          pair.put("patients", each.members());
          together.add(pair);
        }
        map.put("cannot_be_told_apart", together);
      }
      case Finding.Followed _, Finding.RelapsesSeen _, Finding.Treated _ -> {
        // The rows hold it all.
      }
    }
    map.put("p_adjusted", number(adjusted));
    map.put("sentences", section.seen());
    map.put("cannot_show", section.cannot());
    map.put("columns", finding.columns());
    DataTable data = new DataTable(texts);
    map.put("rows", finding.rows().stream().map(row -> row(row, data)).toList());
    return map;
  }

  private static Map<String, @Nullable Object> reference(ReferenceComparison comparison) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    comparison
        .aboveMaximum()
        .ifPresent(share -> {
          map.put("above_maximum", share.count());
          map.put("of", share.of());
          map.put("lower", share.interval().lower());
          map.put("upper", share.interval().upper());
        });
    map.put("p_exceedance", number(comparison.exceedance()));
    comparison
        .welch()
        .ifPresent(welch -> {
          map.put("difference", welch.difference());
          map.put("difference_lower", welch.interval().lower());
          map.put("difference_upper", welch.interval().upper());
          map.put("p_welch", welch.p());
        });
    comparison
        .possibleWelch()
        .ifPresent(p -> {
          map.put("p_welch_lowest", p.lowest());
          map.put("p_welch_highest", p.highest());
        });
    return map;
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Map<String, Object> line(Line line) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("variable", line.variable().name());
    switch (line) {
      case Line.OfNumbers(var _, var groups, var described) ->
          map.put("all_then_groups", numbers(groups, described));
      case Line.OfCounts(var _, var groups, var shares) ->
          map.put("all_then_groups", counts(groups, shares));
    }
    return map;
  }

  private static List<Object> numbers(List<Numbers> groups, List<TestResult> described) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Map<String, @Nullable Object> map = result(described.get(i));
      map.put("missing", groups.get(i).missing());
      map.put("beyond_limit", groups.get(i).limited());
      list.add(map);
    }
    return list;
  }

  private static List<Object> counts(List<Counts> groups, List<TestResult> shares) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("yes", groups.get(i).yes());
      map.put("no", groups.get(i).no());
      map.put("unknown", groups.get(i).unknown());
      quantity(map, "share", shares.get(i).estimate());
      quantity(map, "lower", shares.get(i).lower());
      quantity(map, "upper", shares.get(i).upper());
      list.add(map);
    }
    return list;
  }

  private static Map<String, @Nullable Object> waiting(Finding.WaitingGroup group) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("n", group.curve().count());
    map.put("missing", group.missing());
    map.put("events", group.events());
    quantity(map, "median", group.curve().median());
    quantity(map, "median_lower", group.curve().medianLower());
    quantity(map, "median_upper", group.curve().medianUpper());
    map.put("times", group.curve().steps().stream().map(KaplanMeier.Step::time).toList());
    map.put("survival", group.curve().steps().stream().map(KaplanMeier.Step::survival).toList());
    map.put("at_risk", group.curve().steps().stream().map(KaplanMeier.Step::atRisk).toList());
    map.put("incidence", group.incidence().steps().stream().map(step -> step.incidence()).toList());
    return map;
  }

  /// The names are those of the command `stats`.
  private static Map<String, @Nullable Object> result(TestResult result) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("n", result.count());
    map.put("calculation", result.calculation().code());
    quantity(map, "statistic", result.statistic());
    quantity(map, "p", result.pValue());
    quantity(map, "estimate", result.estimate());
    quantity(map, "lower", result.lower());
    quantity(map, "upper", result.upper());
    result.further().forEach((name, value) -> quantity(map, name, value));
    map.put("assumptions", result.remarks().stream().map(each -> each.topic().code()).toList());
    return map;
  }

  private static void quantity(Map<String, @Nullable Object> into, String name, Quantity value) {
    switch (value) {
      case Quantity.Given(double number) -> into.put(name, number);
      case Quantity.Missing(var reason) -> {
        into.put(name, null);
        into.put(name + "_reason", reason.code());
      }
    }
  }

  private static Map<String, Object> row(Row row, DataTable data) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("patient", row.patient());
    map.put("cells", row.cells().stream().map(Row.Cell::value).toList());
    map.put("rows", DataTable.references(row));
    List<List<BigDecimal>> bounds =
        row.cells().stream()
            .flatMap(cell -> cell.bounds().stream())
            .map(each -> List.of(each.lower(), each.upper()))
            .toList();
    if (!bounds.isEmpty()) {
      map.put("bounds", bounds);
    }
    String flags = DataTable.flags(row);
    if (!flags.isEmpty()) {
      map.put("flags", flags);
    }
    List<String> missing = data.missing(row);
    if (!missing.isEmpty()) {
      map.put("missing", missing);
    }
    return map;
  }
}
