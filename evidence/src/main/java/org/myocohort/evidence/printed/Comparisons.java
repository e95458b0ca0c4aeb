package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.statistics.reported.FindingCode;
import org.myocohort.statistics.reported.FindingValue;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.PrintedProbability;
import org.myocohort.statistics.reported.ReportedFinding;
import org.myocohort.statistics.reported.ReportedMeans;
import org.myocohort.statistics.reported.ReportedProportions;

/// Two groups compared in one sentence with one p.
///
/// `7/15 (46.7%) versus 2/14 (14.3%), p = .04`, `12.3 ± 4.5 (n = 20) vs 9.8 ± 3.9 (n = 22), p =
/// .06`. Read only where the sentence has exactly two fractions, or two means and two sizes, the
/// word "versus" or its like between them, and one p behind; left out where it names a model, an
/// adjustment or pairs.
final class Comparisons {
  private static final Pattern P = Pattern.compile(Words.P);

  private static final Pattern VERSUS =
      Pattern.compile("\\b(?:vs\\.?|versus|compared (?:with|to)|against)(?: |$)");

  private static final Pattern OTHER_TEST =
      Pattern.compile(
          "log-?rank|regress|trend|paired|mcnemar|hazard|\\bodds\\b|cox|inferior|equivalen|matched"
              + "|cross-?over|baseline|before|after|ancova|covari|kaplan|survival|time to|change"
              + "|wilcoxon|mann|interaction|mantel|meta|stratif|per year|patient-years|respectively",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FRACTION =
      Pattern.compile(
          "(?<![\\d./,-])(\\d{1,5}) ?(?:/|of|out of) ?(?:the )?(\\d{1,5})(?![\\d/.%]|,\\d| ?(?:mm|mg|years))");

  private static final Pattern MEAN =
      Pattern.compile("(" + Words.NUMBER + ") ?(?:\u00B1|\\+/-) ?(" + Words.NUMBER + ")");

  private static final Pattern SIZE = Pattern.compile("\\b[nN] ?= ?(\\d{1,6})\\b");
  private static final Pattern LABELLED_ERROR =
      Pattern.compile("\\bS\\.?E\\.?M?\\b|standard error");
  private static final int P_BEHIND = 60;

  private Comparisons() {}

  static void find(Search search, int index) {
    Sentence sentence = search.sentences().get(index);
    String text = sentence.text();
    Matcher p = P.matcher(text);
    if (!p.find() || search.oneSided() || Search.adjusted(sentence)) {
      return;
    }
    Optional<PrintedProbability> printed = Words.p(p, 1, search.mark());
    int pFrom = p.start();
    int pTo = p.end();
    Matcher versus = VERSUS.matcher(text);
    if (printed.isEmpty() || p.find() || !versus.find() || OTHER_TEST.matcher(text).find()) {
      return;
    }
    fractions(search, sentence, versus.start(), pFrom, pTo, printed.get());
    means(search, sentence, versus.start(), pFrom, pTo, printed.get());
  }

  private static void fractions(
      Search search, Sentence sentence, int versus, int pFrom, int pTo, PrintedProbability p) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = FRACTION.matcher(sentence.text());
    while (matcher.find()) {
      found.add(
          new int[] {
            matcher.start(),
            matcher.end(),
            Words.whole(matcher.group(1)),
            Words.whole(matcher.group(2))
          });
    }
    if (found.size() != 2) {
      return;
    }
    int[] a = found.get(0);
    int[] b = found.get(1);
    if (a[1] > versus
        || b[0] < versus
        || pFrom < b[1]
        || pFrom - b[1] > P_BEHIND
        || a[2] > a[3]
        || b[2] > b[3]
        || a[3] < 2
        || b[3] < 2) {
      return;
    }
    search.add(
        sentence,
        a[0],
        pTo,
        new ReportedProportions(search.id(sentence, a[0]), a[2], a[3], b[2], b[3], p).check());
  }

  private static void means(
      Search search, Sentence sentence, int versus, int pFrom, int pTo, PrintedProbability p) {
    List<PrintedNumber> numbers = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Matcher matcher = MEAN.matcher(sentence.text());
    while (matcher.find()) {
      Words.number(matcher.group(1), search.mark()).ifPresent(numbers::add);
      Words.number(matcher.group(2), search.mark()).ifPresent(numbers::add);
      places.add(matcher.start());
      places.add(matcher.end());
    }
    if (numbers.size() != 4
        || places.size() != 4
        || places.get(1) > versus
        || places.get(2) < versus
        || pFrom < places.get(3)
        || LABELLED_ERROR.matcher(sentence.text()).find()) {
      return;
    }
    repeated(search, sentence, numbers, places);
    List<Integer> sizes = new ArrayList<>();
    Matcher size = SIZE.matcher(sentence.text());
    while (size.find()) {
      sizes.add(Words.whole(size.group(1)));
    }
    // Two equal sizes may be the same members twice.
    if (sizes.size() != 2
        || sizes.get(0) < 2
        || sizes.get(1) < 2
        || sizes.get(0).equals(sizes.get(1))
        || numbers.get(1).value().signum() <= 0
        || numbers.get(3).value().signum() <= 0) {
      return;
    }
    search.add(
        sentence,
        places.get(0),
        pTo,
        new ReportedMeans(
                search.id(sentence, places.get(0)),
                new ReportedMeans.Group(numbers.get(0), numbers.get(1), sizes.get(0)),
                new ReportedMeans.Group(numbers.get(2), numbers.get(3), sizes.get(1)),
                p)
            .check());
  }

  /// A hint that two groups have the same mean and deviation to five digits or more.
  private static void repeated(
      Search search, Sentence sentence, List<PrintedNumber> numbers, List<Integer> places) {
    int digits = numbers.get(0).value().precision() + numbers.get(1).value().precision();
    if (digits >= 5
        && numbers.get(0).text().equals(numbers.get(2).text())
        && numbers.get(1).text().equals(numbers.get(3).text())) {
      String text = sentence.text().substring(places.get(0), places.get(1));
      search.add(
          sentence,
          places.get(0),
          places.get(3),
          ReportedFinding.of(
              search.id(sentence, places.get(0)),
              FindingCode.VALUES_REPEATED,
              List.of(),
              new FindingValue.Text(text)));
    }
  }
}
