package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.analysis.Counts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.Confounded;
import org.myocohort.cohort.analysis.Grouping;
import org.myocohort.cohort.analysis.Question;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.analysis.SeriesLimits;
import org.myocohort.cohort.analysis.SmallestP;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.reference.ReferenceComparison;

/// Findings in sentences: what was seen, and what a series of this size cannot show.
final class FindingSentences {
  private final Texts texts;
  private final Shown shown;
  private final FindingTables tables;

  FindingSentences(Texts texts) {
    this.texts = texts;
    this.shown = new Shown(texts);
    this.tables = new FindingTables(texts);
  }

  private String say(String code, Object... values) {
    return texts.text("analysis.say." + code, values);
  }

  /// What was seen.
  ///
  /// @param adjusted the probability adjusted for the number of tests
  List<String> seen(Finding finding, OptionalDouble adjusted) {
    List<String> sentences = new ArrayList<>();
    switch (finding) {
      case Finding.NumbersCompared found -> {
        if (found.question().by().isDivided()) {
          sentences.add(compared("shift", found.question().by(), sizes(found), found.compared()));
        }
      }
      case Finding.SharesCompared found -> shares(found, sentences);
      case Finding.Changed found -> {
        if (found.question().by().isDivided()) {
          List<Integer> counts = found.before().stream().map(TestResult::count).toList();
          sentences.add(compared("changes", found.question().by(), counts, found.compared()));
        }
      }
      case Finding.Correlated found ->
          sentences.add(
              found.correlation().pValue() instanceof Quantity.Missing(var reason)
                  ? say(
                      "not-correlated",
                      found.question().x().name(),
                      found.question().y().name(),
                      shown.reason(reason),
                      found.pairs().size())
                  : say(
                      "correlated",
                      found.question().x().name(),
                      found.question().y().name(),
                      shown.estimate(found.correlation()),
                      shown.p(found.correlation()),
                      found.pairs().size()));
      case Finding.Waited found -> {
        if (found.question().by().isDivided()) {
          sentences.add(
              found.compared().pValue() instanceof Quantity.Missing(var reason)
                  ? say("no-comparison", shown.reason(reason))
                  : say(
                      "log-rank",
                      tables.cause(found.causes().getFirst()),
                      shown.p(found.compared()),
                      found.compared().count()));
        }
        if (found.causes().size() > 1) {
          sentences.add(
              say(
                  "competing",
                  tables.cause(found.causes().getFirst()),
                  String.join(", ", found.causes().stream().skip(1).map(tables::cause).toList())));
        }
      }
      case Finding.Rated found -> {
        if (found.question().by().isDivided()) {
          List<Integer> counts = found.groups().stream().map(Finding.RateGroup::members).toList();
          sentences.add(compared("rate-ratio", found.question().by(), counts, found.compared()));
        }
      }
      case Finding.Referenced found -> referenced(found, sentences);
      case Finding.RelapsesSeen found -> relapses(found, sentences);
      case Finding.Described _, Finding.Followed _, Finding.Overviewed _, Finding.Treated _ -> {
        // The table says it all.
      }
    }
    long outside =
        finding instanceof Finding.Followed found
            ? found.courses().stream().filter(each -> each.group() < 0).count()
            : finding.rows().stream()
                .filter(row -> row.group() < 0)
                .map(Row::patient)
                .distinct()
                .count();
    if (outside > 0) {
      sentences.add(say("no-group", outside));
    }
    adjusted.ifPresent(p -> sentences.add(say("adjusted", Shown.pIs(p))));
    return sentences;
  }

  /// Two groups against each other, with their sizes; what is not known of it, and why.
  private String compared(String code, Grouping by, List<Integer> counts, TestResult test) {
    if (counts.size() > 2) {
      return say("more-groups", counts.size());
    }
    List<String> names = tables.groups(by);
    String first = texts.text("analysis.with-n", names.get(0), counts.get(0));
    String second = texts.text("analysis.with-n", names.get(1), counts.get(1));
    if (test.pValue() instanceof Quantity.Missing(var reason)) {
      return say("not-compared", first, second, shown.reason(reason));
    }
    return test.estimate() instanceof Quantity.Missing(var reason)
        ? say("only-order", first, second, shown.p(test), shown.reason(reason))
        : say(code, first, second, shown.estimate(test), shown.p(test));
  }

  private void relapses(Finding.RelapsesSeen found, List<String> sentences) {
    long patients =
        found.relapses().stream().map(Finding.MemberRelapse::patient).distinct().count();
    long after =
        found.relapses().stream()
            .filter(each -> each.day().filter(day -> day > 0).isPresent())
            .count();
    sentences.add(say("relapses", found.relapses().size(), patients, after));
  }

  private void shares(Finding.SharesCompared found, List<String> sentences) {
    if (!found.question().by().isDivided()) {
      return;
    }
    List<String> names = tables.groups(found.question().by());
    TestResult test = found.compared();
    if (names.size() == 2 && test.estimate() instanceof Quantity.Given) {
      sentences.add(
          say(
              "odds",
              texts.text("analysis.with-n", names.get(0), found.groups().get(0).known()),
              texts.text("analysis.with-n", names.get(1), found.groups().get(1).known()),
              shown.estimate(test),
              shown.p(test)));
      if (test.further().containsKey("risk_difference")) {
        // The test's table has yes first: the difference of yes is that of no with its sign turned.
        sentences.add(
            say(
                "difference",
                points(-test.further("risk_difference").number()),
                points(-test.further("risk_difference_upper").number()),
                points(-test.further("risk_difference_lower").number())));
      }
    } else {
      sentences.add(
          test.pValue() instanceof Quantity.Missing(var reason)
              ? say("no-comparison", shown.reason(reason))
              : say("fisher", shown.p(test), test.count()));
    }
  }

  private void referenced(Finding.Referenced found, List<String> sentences) {
    if (found.comparison().isEmpty()) {
      return;
    }
    ReferenceComparison comparison = found.comparison().get();
    comparison.aboveMaximum().ifPresent(share -> sentences.add(beyond("above-maximum", share)));
    comparison
        .belowMinimum()
        .filter(share -> share.count() > 0)
        .ifPresent(share -> sentences.add(beyond("below-minimum", share)));
    if (comparison.exceedance().isPresent()) {
      sentences.add(say("exceedance", Shown.pIs(comparison.exceedance().getAsDouble())));
    }
    comparison
        .welch()
        .ifPresent(welch ->
            sentences.add(
                say(
                    "welch",
                    Shown.number(welch.difference()),
                    Shown.number(welch.interval().lower()),
                    Shown.number(welch.interval().upper()),
                    Shown.pIs(welch.p()))));
    comparison
        .possibleWelch()
        .ifPresent(
            p -> sentences.add(say("possible-welch", Shown.p(p.lowest()), Shown.p(p.highest()))));
  }

  private String beyond(String code, ReferenceComparison.Share share) {
    return say(
        code,
        share.count() + "/" + share.of(),
        Shown.percent(share.interval().lower()),
        Shown.percent(share.interval().upper()));
  }

  private static String points(double share) {
    return Shown.number(100 * share);
  }

  /// What this series cannot show.
  List<String> cannot(Finding finding) {
    List<String> sentences = new ArrayList<>();
    if (finding instanceof Finding.SharesCompared found) {
      limits(found, sentences);
    }
    smallest(finding, sentences);
    if (finding instanceof Finding.Referenced found
        && found.question().group().standardDeviation().isEmpty()) {
      sentences.add(say("no-spread"));
    }
    if (finding instanceof Finding.Overviewed found) {
      for (Confounded each : found.together()) {
        sentences.add(
            say(
                each.contrary() ? "contrary" : "together",
                found.question().variables().get(each.first()).name(),
                found.question().variables().get(each.second()).name(),
                each.members()));
      }
    }
    return sentences;
  }

  /// Where so few values cannot be significant, however they lie.
  private void smallest(Finding finding, List<String> sentences) {
    switch (finding) {
      case Finding.NumbersCompared found -> groups(found.compared(), sizes(found), sentences);
      case Finding.Changed found -> {
        List<String> names = tables.groups(found.question().by());
        for (int i = 0; i < names.size(); i++) {
          TestResult test = found.changed().get(i);
          double least = SmallestP.ofPairs(test.count());
          if (test.pValue().value().isPresent() && least > 1 - test.level()) {
            String name = texts.text("analysis.with-n", names.get(i), test.count());
            sentences.add(say("never-of", name, Shown.p(least)));
          }
        }
        groups(
            found.compared(), found.before().stream().map(TestResult::count).toList(), sentences);
      }
      case Finding.Correlated found -> {
        TestResult test = found.correlation();
        double least = SmallestP.ofOrders(test.count());
        boolean ranks = found.question().method() != Question.Correlation.PEARSON;
        if (ranks && test.pValue().value().isPresent() && least > 1 - test.level()) {
          sentences.add(say("never-pairs", test.count(), Shown.p(least)));
        }
      }
      case Finding.Described _,
          Finding.SharesCompared _,
          Finding.Waited _,
          Finding.Rated _,
          Finding.Followed _,
          Finding.Referenced _,
          Finding.Overviewed _,
          Finding.RelapsesSeen _,
          Finding.Treated _ -> {
        // No rank test.
      }
    }
  }

  private static List<Integer> sizes(Finding.NumbersCompared found) {
    return found.groups().stream().map(each -> each.values().size()).toList();
  }

  private void groups(TestResult test, List<Integer> sizes, List<String> sentences) {
    if (sizes.size() != 2 || test.pValue().value().isEmpty()) {
      return;
    }
    double least = SmallestP.ofGroups(sizes.get(0), sizes.get(1));
    if (least > 1 - test.level()) {
      sentences.add(say("never", Shown.p(least)));
    }
  }

  private void limits(Finding.SharesCompared found, List<String> sentences) {
    SeriesLimits limits = found.limits();
    List<String> names = tables.groups(found.question().by());
    for (SeriesLimits.Next each : limits.next()) {
      sentences.add(
          say(
              "next",
              names.get(each.group()),
              each.yes() + "/" + each.known(),
              Shown.percent(each.now().lower()),
              Shown.percent(each.now().upper()),
              each.yesThen() + "/" + (each.known() + 1),
              Shown.percent(each.then().lower()),
              Shown.percent(each.then().upper())));
    }
    double level = 1 - found.compared().level();
    if (limits.smallestP().isPresent() && limits.smallestP().getAsDouble() > level) {
      sentences.add(say("never", Shown.p(limits.smallestP().getAsDouble())));
    } else if (limits.smallestPOfMargins().isPresent()
        && limits.smallestPOfMargins().getAsDouble() > level) {
      sentences.add(say("not-so-many", Shown.p(limits.smallestPOfMargins().getAsDouble())));
    }
    if (limits.power().isPresent()) {
      Counts first = found.groups().get(0);
      Counts second = found.groups().get(1);
      sentences.add(
          say(
              "power",
              first.known(),
              second.known(),
              Shown.percent(SeriesLimits.HIGH),
              Shown.percent(SeriesLimits.LOW),
              Shown.percent(limits.power().getAsDouble())));
    }
    if (limits.fragility().isPresent()) {
      sentences.add(say("fragile", limits.fragility().getAsInt()));
    }
  }
}
