package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cohort.CohortWords;
import org.myocohort.cohort.analysis.Analyst;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.TestResult;

/// The paragraph of methods: only what was computed, each method once, in the order in which it is
/// first used.
final class MethodsText {
  private final Texts texts;

  MethodsText(Texts texts) {
    this.texts = texts;
  }

  /// The sentences of the paragraph.
  List<String> of(Selection selection, Analyst.Result result, String version) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        say(
            "cohort",
            new CohortWords(texts).sentence(selection.definition()),
            selection.on().toString(),
            selection.members().size(),
            selection.patients().size()));
    Set<String> used = new LinkedHashSet<>();
    for (Finding finding : result.findings()) {
      methods(finding, result, used);
    }
    sentences.addAll(used);
    sentences.add(say("missing"));
    result
        .plan()
        .adjustment()
        .ifPresent(how -> sentences.add(say("adjusted." + Texts.code(how), tests(result))));
    sentences.add(say("level", "95"));
    sentences.add(say("version", version));
    return sentences;
  }

  private static int tests(Analyst.Result result) {
    return (int)
        result.findings().stream()
            .filter(finding -> finding.test().filter(MethodsText::isDone).isPresent())
            .count();
  }

  private String say(String code, Object... values) {
    return texts.text("analysis.methods." + code, values);
  }

  private void methods(Finding finding, Analyst.Result result, Set<String> used) {
    String quartiles = "type-" + result.plan().quartiles().type();
    switch (finding) {
      case Finding.Described _ -> used.add(say("describe", quartiles));
      case Finding.NumbersCompared found -> {
        used.add(say("describe", quartiles));
        add(used, "rank-sum", found.compared());
      }
      case Finding.SharesCompared found -> {
        used.add(say("share"));
        if (isDone(found.compared())) {
          used.add(say(found.groups().size() == 2 ? "fisher" : "fisher-groups"));
        }
      }
      case Finding.Changed found -> {
        for (TestResult each : found.changed()) {
          if (!isDone(each)) {
            continue;
          }
          used.add(
              each.further().containsKey("n_nonzero") && each.further().containsKey("rank_biserial")
                  ? say("signed-rank", how(each))
                  : say("sign"));
        }
        add(used, "rank-sum", found.compared());
      }
      case Finding.Correlated found ->
          add(used, "correlation." + Texts.code(found.question().method()), found.correlation());
      case Finding.Waited found -> {
        used.add(say("kaplan-meier"));
        if (found.causes().size() > 1) {
          used.add(say("competing"));
        }
        if (isDone(found.compared())) {
          used.add(say("log-rank"));
        }
      }
      case Finding.Rated found -> {
        used.add(say("rate"));
        if (isDone(found.compared())) {
          used.add(say("rate-ratio"));
        }
      }
      case Finding.Referenced _ -> {
        used.add(say("describe", quartiles));
        used.add(say("reference"));
      }
      case Finding.RelapsesSeen _ -> used.add(say("relapse"));
      case Finding.Followed _, Finding.Overviewed _, Finding.Treated _ -> {
        // Nothing was computed.
      }
    }
  }

  private void add(Set<String> used, String code, TestResult test) {
    if (isDone(test)) {
      used.add(say(code, how(test)));
    }
  }

  private static boolean isDone(TestResult test) {
    return test.pValue().value().isPresent();
  }

  private String how(TestResult result) {
    return texts.text(
        "analysis.calculation."
            + (result.calculation() == Calculation.NONE ? "exact" : result.calculation().code()));
  }
}
