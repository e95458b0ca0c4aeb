package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.analysis.Counts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.Confounded;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.analysis.SeriesLimits;
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
          List<String> names = tables.groups(found.question().by());
          sentences.add(
              say(
                  "shift",
                  names.get(0),
                  names.get(names.size() - 1),
                  shown.estimate(found.compared()),
                  shown.p(found.compared())));
        }
      }
      case Finding.SharesCompared found -> shares(found, sentences);
      case Finding.Changed found -> {
        if (found.question().by().isDivided()) {
          List<String> names = tables.groups(found.question().by());
          sentences.add(
              say(
                  "changes",
                  names.get(0),
                  names.get(names.size() - 1),
                  shown.estimate(found.compared()),
                  shown.p(found.compared())));
        }
      }
      case Finding.Correlated found ->
          sentences.add(
              say(
                  "correlated",
                  found.question().x().name(),
                  found.question().y().name(),
                  shown.estimate(found.correlation()),
                  shown.p(found.correlation()),
                  found.pairs().size()));
      case Finding.Waited found -> {
        if (found.question().by().isDivided()) {
          sentences.add(say("log-rank", shown.p(found.compared())));
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
          sentences.add(
              say("rate-ratio", shown.estimate(found.compared()), shown.p(found.compared())));
        }
      }
      case Finding.Referenced found -> referenced(found, sentences);
      case Finding.Described _,
          Finding.Followed _,
          Finding.Overviewed _,
          Finding.RelapsesSeen _,
          Finding.Treated _ -> {
        // The table says it all.
      }
    }
    long outside =
        finding.rows().stream().filter(row -> row.group() < 0).map(Row::patient).distinct().count();
    if (outside > 0) {
      sentences.add(say("no-group", outside));
    }
    adjusted.ifPresent(p -> sentences.add(say("adjusted", Shown.p(p))));
    return sentences;
  }

  private void shares(Finding.SharesCompared found, List<String> sentences) {
    if (!found.question().by().isDivided()) {
      return;
    }
    List<String> names = tables.groups(found.question().by());
    TestResult test = found.compared();
    if (names.size() == 2 && test.estimate() instanceof Quantity.Given) {
      sentences.add(say("odds", names.get(0), names.get(1), shown.estimate(test), shown.p(test)));
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
      sentences.add(say("fisher", shown.p(test)));
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
      sentences.add(say("exceedance", Shown.p(comparison.exceedance().getAsDouble())));
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
                    Shown.p(welch.p()))));
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
              (each.yes() == 0 ? 1 : each.yes()) + "/" + (each.known() + 1),
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
