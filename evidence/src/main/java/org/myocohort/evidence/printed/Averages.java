package org.myocohort.evidence.printed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.reported.ConsistencyCheck;
import org.myocohort.statistics.reported.FindingCode;
import org.myocohort.statistics.reported.LikeSigns;
import org.myocohort.statistics.reported.PrintedBounds;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.PrintedProbability;
import org.myocohort.statistics.reported.ReportedFinding;
import org.myocohort.statistics.reported.ReportedStatistic;
import org.myocohort.statistics.reported.ReportedStatistic.Kind;

/// Means and medians with their range or interquartile range.
///
/// `mean=2559 pg/ml, range 467-6937 pg/ml`, `median 75 [IQR 50-80]`, `mean age 45.2 (SD 10.1; range
/// 20 to 70) years`. Bounds in another unit than the value are left out. What stands after a plus
/// and minus sign counts as standard deviation only where the text says SD.
///
/// A size before it in its sentence is only inferred, and so a finding that needs the size is made
/// only where the largest size of the document does not fit either.
final class Averages {
  private static final String UNIT =
      "(?: ?([%\u00B5\u03BC\u00B0A-Za-z]{1,14}(?:/[A-Za-z\u00B5\u03BC0-9.]{1,12})?))?";

  private static final Pattern AVERAGE =
      Pattern.compile(
          "\\b(mean|average|median)\\b(?:[^.;()\\d%<>=]{0,45}?|[^.;()\\d%<>=]{0,25}\\((?:SD|range|IQR|n)\\)[^.;()\\d%<>=]{0,20}?)[=( ](?:of )?("
              + Words.NUMBER
              + ")"
              + UNIT
              + "(?: ?(?:\u00B1|\\+/-) ?("
              + Words.NUMBER
              + "))?([^.;\\d]{0,22}?(?:\\bS\\.?D\\.? ?[=:]? ?("
              + Words.NUMBER
              + "))?[^.\\d]{0,22}?)\\b([Rr]ange[ds]?|IQR|[Ii]nterquartile range)\\b(?: ?[,:=]|"
              + " (?:of|from|was|between|:|=))? ?[\\[(]?("
              + Words.NUMBER
              + ")"
              + UNIT
              + " ?(?:--?|to|and) ?("
              + Words.NUMBER
              + ")"
              + UNIT);

  private static final Pattern OTHER_RANGE =
      Pattern.compile(
          "\\b(?:therapeutic|normal|reference|target|age|dose|possible|theoretical|score|scale|median"
              + "|mean|total|daily|wide|in the|vs|versus|and|interval|percentile|CI)\\b ?$",
          Pattern.CASE_INSENSITIVE);

  private static final String MEASURED =
      "(?:year|yr|month|mo|week|wk|day|d|hour|h|hr|minute|min|second|mg|g|kg|\u00B5g|mcg|ng|pg|l|ml"
          + "|cm|mm|%)";

  private static final Pattern TWO_UNITS = Pattern.compile(MEASURED + " " + MEASURED);

  private static final Pattern P = Pattern.compile(Words.P);
  private static final Pattern SIZE = Pattern.compile("\\b[nN] ?= ?(\\d{1,6})\\b[^()]{0,20}$");
  private static final int FEW = 5;

  private Averages() {}

  static void find(Search search, int index) {
    Sentence sentence = search.sentences().get(index);
    if (!sentence.text().contains("ange") && !sentence.text().contains("IQR")) {
      return;
    }
    Matcher matcher = AVERAGE.matcher(sentence.text());
    while (matcher.find()) {
      check(search, sentence, index, matcher);
    }
  }

  private static void check(Search search, Sentence sentence, int index, Matcher matcher) {
    Optional<PrintedNumber> value = Words.number(matcher.group(2), search.mark());
    Optional<PrintedNumber> low = Words.number(matcher.group(8), search.mark());
    Optional<PrintedNumber> high = Words.number(matcher.group(10), search.mark());
    if (value.isEmpty()
        || low.isEmpty()
        || high.isEmpty()
        || !sameUnit(matcher.group(3), matcher.group(9), matcher.group(11))
        || (low.get().value().signum() < 0 && matcher.group().contains("--"))
        || OTHER_RANGE.matcher(matcher.group(5)).find()) {
      return;
    }
    boolean mean = !matcher.group(1).equalsIgnoreCase("median");
    boolean range = matcher.group(7).toLowerCase(Locale.ROOT).startsWith("range");
    PrintedBounds bounds =
        new PrintedBounds(
            range ? PrintedBounds.Kind.RANGE : PrintedBounds.Kind.INTERQUARTILE_RANGE,
            low.get(),
            high.get());
    ReportedStatistic statistic =
        ReportedStatistic.of(
                search.id(sentence, matcher.start()), mean ? Kind.MEAN : Kind.MEDIAN, value.get())
            .withBounds(bounds);
    Optional<PrintedNumber> deviation = Words.number(matcher.group(6), search.mark());
    if (deviation.isPresent()) {
      statistic = statistic.withStandardDeviation(deviation.get());
    }
    Matcher printed = SIZE.matcher(sentence.text().substring(0, matcher.start()));
    List<Sizes.Size> before = search.sizes().before(index, 0, sentence.from() + matcher.start());
    if (printed.find()) {
      int size = Words.whole(printed.group(1));
      report(search, sentence, matcher, size < 1 ? statistic : statistic.withSize(size), null);
      return;
    }
    if (!range) {
      few(search, sentence, index, matcher, statistic);
      return;
    }
    Integer size = before.isEmpty() ? null : before.getFirst().members();
    if (size == null || size < 2) {
      report(search, sentence, matcher, statistic, null);
      return;
    }
    report(
        search,
        sentence,
        matcher,
        statistic.withInferredSize(size),
        statistic.withInferredSize(search.sizes().largest()));
    likeSigns(search, sentence, matcher, size);
  }

  /// An interquartile range where no size printed before it reaches five.
  private static void few(
      Search search, Sentence sentence, int index, Matcher matcher, ReportedStatistic statistic) {
    List<Sizes.Size> sizes =
        search.sizes().before(index, Integer.MAX_VALUE, sentence.from() + matcher.start());
    boolean few =
        !sizes.isEmpty() && sizes.stream().allMatch(size -> size.size() < FEW && size.size() > 1);
    report(
        search,
        sentence,
        matcher,
        few ? statistic.withInferredSize(sizes.getFirst().size()) : statistic,
        null);
  }

  /// Findings of the statistic that, where another is given, that one has too.
  private static void report(
      Search search,
      Sentence sentence,
      Matcher matcher,
      ReportedStatistic statistic,
      @Nullable ReportedStatistic lenient) {
    List<FindingCode> also =
        lenient == null
            ? List.of()
            : ConsistencyCheck.check(lenient).stream().map(ReportedFinding::code).toList();
    for (ReportedFinding finding : ConsistencyCheck.check(statistic)) {
      if (lenient == null || also.contains(finding.code())) {
        search.add(sentence, matcher.start(), matcher.end(), finding);
      }
    }
  }

  private static void likeSigns(Search search, Sentence sentence, Matcher matcher, int size) {
    Matcher p = P.matcher(sentence.text());
    if (p.find(matcher.end()) && p.start() - matcher.end() < 6) {
      Optional<PrintedProbability> printed = Words.p(p, 1, search.mark());
      if (printed.isPresent()) {
        search.add(
            sentence,
            p.start(),
            p.end(),
            LikeSigns.check(search.id(sentence, p.start()), printed.get(), size));
      }
    }
  }

  /// Whether no two of the units printed differ; a word that is no unit differs from one.
  private static boolean sameUnit(@Nullable String... units) {
    String first = null;
    for (String unit : units) {
      if (unit == null || unit.equals("to") || unit.equals("and") || unit.equals("with")) {
        continue;
      }
      String plain = unit.toLowerCase(Locale.ROOT).replaceAll("s$", "");
      if (first == null) {
        first = plain;
      } else if (!first.equals(plain) && TWO_UNITS.matcher(first + " " + plain).matches()) {
        return false;
      }
    }
    return true;
  }
}
