package org.myocohort.evidence.printed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.statistics.reported.PrintedBounds;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.PrintedProbability;
import org.myocohort.statistics.reported.ReportedInterval;
import org.myocohort.statistics.reported.ReportedInterval.Scale;

/// Ratios and differences with their 95 % confidence interval, and a p printed with it.
///
/// `HR 0.52 (95% CI 0.31-0.87)`, `odds ratio, 1.5; 95% confidence interval, 1.1 to 2.0; P=.01`,
/// `difference 2.3 kg (95% CI 0.4 to 4.2, p=0.02)`.
final class Intervals {
  private static final String INTERVAL =
      " ?[(\\[,;:] ?[(\\[]?(?:with (?:a )?)?95 ?% ?(?:CIs?|C\\.I\\.|[Cc]onfidence (?:[Ii]nterval|[Ll]imit)s?"
          + "(?: ?[(\\[](?:95% )?CI[)\\]])?) ?[=:,]? ?(?:of |from |was |were )?[\\[(]?("
          + Words.NUMBER
          + ") ?(%)? ?(?:--?|to|,|;|and) ?("
          + Words.NUMBER
          + "(?!-\\d)) ?(%)?[^\\dA-Za-z]{0,5}(?:(?:and |with )?"
          + Words.P
          + ")?";

  private static final Pattern RATIO =
      Pattern.compile(
          "\\b(?:HR|OR|RR|IRR|[Hh]azards? ratio|[Oo]dds ratio|[Rr]elative risk|[Rr]isk ratio|[Rr]ate"
              + " ratio)\\b(?![^\\d]{0,30}(?:reduc|increas|differ|decreas))[^\\d.;%+-]{0,25}?("
              + Words.NUMBER
              + ")"
              + INTERVAL);

  private static final Pattern DIFFERENCE =
      Pattern.compile(
          "(?<![Mm]edian )\\b[Dd]ifference\\b(?![^\\d]{0,40}(?:ratio|\\bOR\\b|\\bRR\\b|\\bHR\\b))[^\\d.;%+-]{0,35}?("
              + Words.NUMBER
              + ")(?: ?(?:%|[A-Za-z/]{1,10}|percentage points))?"
              + INTERVAL);

  /// What is said to be more or less than an estimate has the p of that comparison behind it.
  private static final Pattern THAN = Pattern.compile("\\bthan\\b");

  private static final Pattern UNIT = Pattern.compile(" ?(?!vs|and|to)[A-Za-z]");

  private Intervals() {}

  static void find(Search search, int index) {
    Sentence sentence = search.sentences().get(index);
    if (!sentence.text().contains("95")) {
      return;
    }
    find(search, sentence, RATIO.matcher(sentence.text()), Scale.RATIO);
    find(search, sentence, DIFFERENCE.matcher(sentence.text()), Scale.DIFFERENCE);
  }

  private static void find(Search search, Sentence sentence, Matcher matcher, Scale scale) {
    while (matcher.find()) {
      Optional<PrintedNumber> value = Words.number(matcher.group(1), search.mark());
      Optional<PrintedNumber> low = Words.number(matcher.group(2), search.mark());
      Optional<PrintedNumber> high = Words.number(matcher.group(4), search.mark());
      if (value.isEmpty() || low.isEmpty() || high.isEmpty()) {
        continue;
      }
      boolean percent = matcher.group(3) != null || matcher.group(5) != null;
      boolean unit = UNIT.matcher(sentence.text().substring(matcher.end(1))).lookingAt();
      boolean negative =
          value.get().value().signum() < 0
              || low.get().value().signum() < 0
              || high.get().value().signum() < 0;
      // A ratio has no sign and no percent; a difference may have lost its own in the layout.
      if (scale == Scale.RATIO && (percent || negative)) {
        continue;
      }
      if (scale == Scale.DIFFERENCE
          && (!signsCanHold(value.get(), low.get(), high.get())
              || (!percent && !unit && perhapsRatio(low.get(), high.get()))
              || (low.get().value().signum() < 0 && matcher.group().contains("--")))) {
        continue;
      }
      PrintedProbability p =
          matcher.group(6) == null
                  || search.oneSided()
                  || Search.adjusted(sentence)
                  || THAN.matcher(sentence.text().substring(0, matcher.start())).find()
              ? null
              : Words.p(matcher, 6, search.mark()).orElse(null);
      ReportedInterval interval =
          new ReportedInterval(
              search.id(sentence, matcher.start()),
              scale,
              value.get(),
              new PrintedBounds(PrintedBounds.Kind.CONFIDENCE_INTERVAL, low.get(), high.get()),
              p);
      interval
          .check()
          .forEach(found -> search.add(sentence, matcher.start(), matcher.end(), found));
    }
  }

  /// Whether an interval above 0 holds 1 or comes near: "difference" may then name a ratio.
  private static boolean perhapsRatio(PrintedNumber low, PrintedNumber high) {
    double a = low.value().doubleValue();
    double b = high.value().doubleValue();
    return a > 0 && a <= 1.1 && b >= 0.9 && b < 5;
  }

  /// Whether the estimate lies between the bounds as their signs stand; "-2.1 to -0.4" is often
  /// printed with its minus signs lost or taken for a dash.
  private static boolean signsCanHold(PrintedNumber value, PrintedNumber low, PrintedNumber high) {
    if (value.value().signum() == 0) {
      return true;
    }
    double v = value.value().doubleValue();
    double a = low.value().doubleValue();
    double b = high.value().doubleValue();
    boolean inside = v >= Math.min(a, b) && v <= Math.max(a, b);
    boolean insideWithSigns =
        Math.abs(v) >= Math.min(Math.abs(a), Math.abs(b))
            && Math.abs(v) <= Math.max(Math.abs(a), Math.abs(b));
    return inside || !insideWithSigns;
  }
}
