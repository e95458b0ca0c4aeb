package org.myocohort.evidence.printed;

import static org.myocohort.statistics.reported.ReportedTest.Kind.CHI_SQUARED;
import static org.myocohort.statistics.reported.ReportedTest.Kind.F;
import static org.myocohort.statistics.reported.ReportedTest.Kind.R;
import static org.myocohort.statistics.reported.ReportedTest.Kind.T;
import static org.myocohort.statistics.reported.ReportedTest.Kind.Z;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.statistics.reported.ConsistencyCheck;
import org.myocohort.statistics.reported.CorrelationSizes;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.PrintedProbability;
import org.myocohort.statistics.reported.ReportedStatistic;
import org.myocohort.statistics.reported.ReportedTest;

/// Test statistics with degrees of freedom and p, and correlations with p.
///
/// | Printed | Read |
/// | --- | --- |
/// | `t(28) = 2.20, p = .03`, `t28 = 2.20; P=0.03`, `t = 2.20, df = 28, p = .03` | t |
/// | `F(2, 28) = 13.18, p < .001`, `F2,28 = 13.18, ...` | F |
/// | `chi2(1, N = 90) = 3.84, p = .05`, also with the Greek letter, `X2`, `df = 1` behind | chi-squared |
/// | `Q(12) = 152.2, p < .001` | heterogeneity, as chi-squared |
/// | `z = 2.10, p = .04` | normal |
/// | `r(26) = .40, p < .05`, `r = .40 (n = 28, p < .05)`, `r = .40, p < .05` | correlation |
///
/// A correlation without degrees of freedom is compared with the sizes printed near it.
final class TestResults {
  private static final String NAME =
      "(?<![\\p{L}\\d])(t|F|r|R|Q|z|Z|[Xx\u03C7\u03A7] ?2|chi ?2"
          + "|[Cc]hi(?:-| )?squared?(?: test)?)";

  private static final String BETWEEN = " ?[,;] ?(?:and |with )?";

  private static final Pattern WITH_DF =
      Pattern.compile(
          NAME
              + " ?[(\\[] ?(?:df ?= ?)?(\\d+(?:\\.\\d+)?)(?: ?, ?(?:[Nn] ?= ?)?(\\d+(?:\\.\\d+)?))? ?[)\\]]"
              + " ?= ?("
              + Words.NUMBER
              + ")"
              + BETWEEN
              + Words.P);

  private static final Pattern WITH_DF_BELOW =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(t) ?(\\d{1,4})|(F) ?(\\d{1,3}) ?, ?(\\d{1,5})) ?= ?("
              + Words.NUMBER
              + ")"
              + BETWEEN
              + Words.P);

  private static final Pattern DF_BEHIND =
      Pattern.compile(
          NAME
              + " ?= ?("
              + Words.NUMBER
              + ") ?[,;(] ?(?:with )?(?:d\\.?f\\.?|degrees? of freedom) ?= ?(\\d+(?:\\.\\d+)?)(?:"
              + " ?, ?(\\d+))? ?\\)?"
              + BETWEEN
              + Words.P);

  private static final Pattern WITHOUT_DF =
      Pattern.compile(
          "(?<![\\p{L}\\d])(r|R|z|Z) ?(=) ?("
              + Words.NUMBER
              + ")(?:"
              + BETWEEN
              + "| ?[(\\[] ?)(?:[nN] ?= ?(\\d+)"
              + BETWEEN
              + ")?"
              + Words.P);

  private static final Pattern SIZE_BEHIND = Pattern.compile(" ?[,;] ?[nN] ?= ?(\\d+)");

  /// Other coefficients, and correlations that are not Pearson's of two plain variables.
  private static final Pattern NOT_PEARSON =
      Pattern.compile(
          "spearman|kendall|partial|multiple|regression|rank|intraclass|concordance|kappa|reliab"
              + "|multivaria|repeated|model|genetic|\\brho\\b|\u03C1",
          Pattern.CASE_INSENSITIVE);

  private static final int BACK = 3;
  private static final int MOST_SIZES = 6;

  private TestResults() {}

  static void find(Search search, int index) {
    Sentence sentence = search.sentences().get(index);
    if (sentence.text().indexOf('=') < 0 || Search.adjusted(sentence)) {
      return;
    }
    withDegrees(search, sentence);
    below(search, sentence);
    behind(search, sentence);
    without(search, sentence, index);
  }

  private static void withDegrees(Search search, Sentence sentence) {
    Matcher matcher = WITH_DF.matcher(sentence.text());
    while (matcher.find()) {
      String name = matcher.group(1);
      double df = Double.parseDouble(matcher.group(2));
      String second = matcher.group(3);
      double df2 = second == null ? 0 : Double.parseDouble(second);
      add(search, sentence, matcher, kind(name), matcher.group(4), df, df2, 5);
    }
  }

  private static void below(Search search, Sentence sentence) {
    Matcher matcher = WITH_DF_BELOW.matcher(sentence.text());
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        double df = Double.parseDouble(matcher.group(2));
        add(search, sentence, matcher, T, matcher.group(6), df, 0, 7);
      } else {
        double df = Double.parseDouble(matcher.group(4));
        double df2 = Double.parseDouble(matcher.group(5));
        add(search, sentence, matcher, F, matcher.group(6), df, df2, 7);
      }
    }
  }

  private static void behind(Search search, Sentence sentence) {
    Matcher matcher = DF_BEHIND.matcher(sentence.text());
    while (matcher.find()) {
      double df = Double.parseDouble(matcher.group(3));
      String second = matcher.group(4);
      double df2 = second == null ? 0 : Double.parseDouble(second);
      add(search, sentence, matcher, kind(matcher.group(1)), matcher.group(2), df, df2, 5);
    }
  }

  private static ReportedTest.Kind kind(String name) {
    return switch (name) {
      case "t" -> T;
      case "F" -> F;
      case "r", "R" -> R;
      case "z", "Z" -> Z;
      default -> CHI_SQUARED;
    };
  }

  private static void add(
      Search search,
      Sentence sentence,
      Matcher matcher,
      ReportedTest.Kind kind,
      String value,
      double df,
      double df2,
      int pGroup) {
    Optional<PrintedNumber> number = Words.number(value, search.mark());
    Optional<PrintedProbability> p = Words.p(matcher, pGroup, search.mark());
    if (number.isEmpty()
        || p.isEmpty()
        || !(df > 0)
        || (kind == F) != (df2 > 0 && kind != CHI_SQUARED)
        || (kind == R && (df == 2 || number.get().value().abs().compareTo(BigDecimal.ONE) > 0))
        || (kind == CHI_SQUARED && number.get().value().signum() < 0)) {
      return;
    }
    String test = matcher.group();
    int pAt = Math.max(test.lastIndexOf('p'), test.lastIndexOf('P'));
    search.add(
        sentence,
        matcher.start(),
        matcher.end(),
        new ReportedTest(
                search.id(sentence, matcher.start()),
                kind,
                test.substring(0, pAt).replaceAll("[ ,;]+(?:and |with )?$", ""),
                number.get(),
                df,
                df2,
                p.get(),
                search.oneSided())
            .check());
  }

  private static void without(Search search, Sentence sentence, int index) {
    Matcher matcher = WITHOUT_DF.matcher(sentence.text());
    while (matcher.find()) {
      Optional<PrintedNumber> number = Words.number(matcher.group(3), search.mark());
      Optional<PrintedProbability> p = Words.p(matcher, 5, search.mark());
      if (number.isEmpty() || p.isEmpty()) {
        continue;
      }
      if (matcher.group(1).equalsIgnoreCase("z")) {
        if (number.get().value().abs().compareTo(BigDecimal.TEN) < 0) {
          add(search, sentence, matcher, Z, matcher.group(3), 1, 0, 5);
        }
      } else if (number.get().value().abs().compareTo(BigDecimal.ONE) <= 0
          && !NOT_PEARSON.matcher(sentence.text()).find()) {
        correlation(search, sentence, index, matcher, number.get(), p.get());
      }
    }
  }

  private static void correlation(
      Search search,
      Sentence sentence,
      int index,
      Matcher matcher,
      PrintedNumber r,
      PrintedProbability p) {
    String id = search.id(sentence, matcher.start());
    Matcher behind =
        SIZE_BEHIND.matcher(sentence.text()).region(matcher.end(), sentence.text().length());
    String n = matcher.group(4) == null && behind.lookingAt() ? behind.group(1) : matcher.group(4);
    if (n != null) {
      int size = Words.whole(n);
      if (size >= 3) {
        ConsistencyCheck.check(
                ReportedStatistic.of(id, ReportedStatistic.Kind.CORRELATION, r)
                    .withSize(size)
                    .withP(p))
            .forEach(found -> search.add(sentence, matcher.start(), matcher.end(), found));
      }
      return;
    }
    List<Integer> near = new ArrayList<>();
    for (Sizes.Size size : search.sizes().before(index, BACK, sentence.from() + matcher.start())) {
      for (int each : new int[] {size.members(), size.size()}) {
        if (each >= 4 && !near.contains(each) && near.size() < MOST_SIZES) {
          near.add(each);
        }
      }
    }
    search.add(
        sentence,
        matcher.start(),
        matcher.end(),
        CorrelationSizes.check(id, r, p, near, search.sizes().sum()));
  }
}
