package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.reported.ConsistencyCheck;
import org.myocohort.statistics.reported.PartsOfWhole;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.ReportedFinding;
import org.myocohort.statistics.reported.ReportedShare;
import org.myocohort.statistics.reported.ReportedStatistic;

/// Counts and percentages printed together, arms of a whole, and the two sexes.
///
/// `7/15 (46.7%)`, `7 of 15 patients (51 %)`, `46.7% (7/15)`, `46.7% of the 15 patients`, `23
/// patients (46%)` without a size, `120 patients were randomised to A (n = 60) or B (n = 60)`.
final class Shares {
  private static final String PERCENT = "(" + Words.NUMBER + ") ?%";

  private static final Pattern OF_SIZE =
      Pattern.compile(
          "(?<![\\d./,-])("
              + Words.WHOLE
              + ")(?: ?/ ?| (?:"
              + Words.PEOPLE
              + " )?(?:out )?of (?:the |these |our |all |a total of )?)("
              + Words.WHOLE
              + ")\\b(?: (?!of\\b)[A-Za-z-]+){0,3}? ?[,]? ?[(\\[] ?"
              + PERCENT
              + "(?= ?[)\\],;])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PERCENT_FIRST =
      Pattern.compile(
          PERCENT
              + " ?[(\\[] ?(?:n ?= ?)?(\\d{1,6}) ?(?:/|of|out of) ?(\\d{1,6})(?: [A-Za-z-]+){0,2} ?[)\\]]");

  private static final Pattern PERCENT_OF =
      Pattern.compile(
          PERCENT
              + " of (?:the |these |our |all )?("
              + Words.WHOLE
              + ") (?:(?!of\\b|and\\b|in\\b|to\\b|with\\b)[A-Za-z-]+ ){0,2}"
              + Words.PEOPLE
              + "\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNT_ALONE =
      Pattern.compile(
          "(?<![\\d./,-])\\b("
              + Words.WHOLE
              + ") (?:(?!of\\b|and\\b|in\\b|to\\b|with\\b|mg\\b|years?\\b|months?\\b|weeks?\\b|days?\\b)[A-Za-z-]+ ){0,2}"
              + Words.PEOPLE
              + " ?[(\\[] ?"
              + PERCENT
              + " ?[)\\]]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_BEFORE =
      Pattern.compile(
          "(?:\\bof|/|\\bamong|\\bin the|\\ball|\\bthan|\\bfirst|-|%) ?(?:the |these |our |all )?$");

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:\\babout|\\bapproximately|\\bapprox\\.|\\baround|\\bnearly|\\balmost|\\bover|\\bthan"
              + "|\\bto|\\bleast|\\bmost|\\broughly|\\bby|\\band|\\bbetween|[~<>\u2264\u2265\u2248-]|\\bsome|\\bbut|\\bexcept) ?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASSIGNED =
      Pattern.compile(
          "("
              + Words.WHOLE
              + ") (?:[A-Za-z-]+ ){0,3}?"
              + Words.PEOPLE
              + " (?:[A-Za-z]+ ){0,4}?were (?:[A-Za-z]+ ){0,2}?(?:randomi[sz]ed|assigned|allocated)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ARM = Pattern.compile("\\( ?[nN] ?= ?(" + Words.WHOLE + ") ?\\)");

  private static final Pattern SEXES =
      Pattern.compile(
          "\\b(?:male|men|boys)s?\\b[^.;%]{0,20}?"
              + PERCENT
              + "[^.;%]{0,30}?\\b(?:female|women|girls)s?\\b[^.;%]{0,20}?"
              + PERCENT,
          Pattern.CASE_INSENSITIVE);

  private Shares() {}

  static void find(Search search, int index) {
    Sentence sentence = search.sentences().get(index);
    if (sentence.text().indexOf('%') >= 0) {
      ofSize(search, sentence, OF_SIZE.matcher(sentence.text()), 1, 2, 3);
      ofSize(search, sentence, PERCENT_FIRST.matcher(sentence.text()), 2, 3, 1);
      percentOf(search, sentence);
      countAlone(search, sentence);
      sexes(search, sentence);
    }
    if (sentence.text().contains("=")) {
      arms(search, sentence);
    }
  }

  private static void ofSize(
      Search search, Sentence sentence, Matcher matcher, int count, int size, int percent) {
    while (matcher.find()) {
      int members = Words.whole(matcher.group(count));
      int n = Words.whole(matcher.group(size));
      String text = sentence.text();
      boolean printedExactly = !ABOUT.matcher(text.substring(0, matcher.start())).find();
      if (members >= 0
          && n >= 2
          && members <= n
          && (percent > count || printedExactly)
          && !Words.tail(text, matcher.start())) {
        share(search, sentence, matcher, members, n, matcher.group(percent));
      }
    }
  }

  private static void countAlone(Search search, Sentence sentence) {
    Matcher matcher = COUNT_ALONE.matcher(sentence.text());
    while (matcher.find()) {
      String before = sentence.text().substring(0, matcher.start());
      int count = Words.whole(matcher.group(1));
      if (count >= 1
          && !Words.tail(sentence.text(), matcher.start())
          && !OF_BEFORE.matcher(before).find()
          && !ABOUT.matcher(before).find()) {
        share(search, sentence, matcher, count, null, matcher.group(2));
      }
    }
  }

  private static void share(
      Search search,
      Sentence sentence,
      Matcher matcher,
      int count,
      @Nullable Integer n,
      String percent) {
    Optional<PrintedNumber> number = Words.number(percent, search.mark());
    if (number.isPresent() && number.get().value().signum() >= 0) {
      search.add(
          sentence,
          matcher.start(),
          matcher.end(),
          new ReportedShare(search.id(sentence, matcher.start()), count, n, number.get()).check());
    }
  }

  private static void percentOf(Search search, Sentence sentence) {
    Matcher matcher = PERCENT_OF.matcher(sentence.text());
    while (matcher.find()) {
      int size = Words.whole(matcher.group(2));
      Optional<PrintedNumber> percent = Words.number(matcher.group(1), search.mark());
      if (size >= 2
          && percent.isPresent()
          && percent.get().value().signum() >= 0
          && !ABOUT.matcher(sentence.text().substring(0, matcher.start())).find()) {
        ReportedStatistic statistic =
            ReportedStatistic.of(
                    search.id(sentence, matcher.start()),
                    ReportedStatistic.Kind.PERCENT,
                    percent.get())
                .withSize(size);
        for (ReportedFinding finding : ConsistencyCheck.check(statistic)) {
          search.add(sentence, matcher.start(), matcher.end(), finding);
        }
      }
    }
  }

  private static void sexes(Search search, Sentence sentence) {
    Matcher matcher = SEXES.matcher(sentence.text());
    while (matcher.find()) {
      Optional<PrintedNumber> first = Words.number(matcher.group(1), search.mark());
      Optional<PrintedNumber> second = Words.number(matcher.group(2), search.mark());
      if (first.isPresent() && second.isPresent()) {
        double sum = first.get().value().add(second.get().value()).doubleValue();
        // Far from 100 the two are shares of something else.
        if (sum > 97 && sum < 103) {
          search.add(
              sentence,
              matcher.start(),
              matcher.end(),
              PartsOfWhole.percentages(
                  search.id(sentence, matcher.start()), List.of(first.get(), second.get())));
        }
      }
    }
  }

  private static void arms(Search search, Sentence sentence) {
    Matcher whole = ASSIGNED.matcher(sentence.text());
    if (!whole.find() || Words.tail(sentence.text(), whole.start())) {
      return;
    }
    int n = Words.whole(whole.group(1));
    List<Integer> parts = new ArrayList<>();
    Matcher arm = ARM.matcher(sentence.text());
    int end = whole.end();
    int from = whole.end();
    while (arm.find(from)) {
      parts.add(Words.whole(arm.group(1)));
      from = arm.end();
      end = arm.end();
    }
    long sum = parts.stream().mapToLong(Integer::longValue).sum();
    // A sum far away is of nested groups, or of some of the arms.
    if (parts.size() >= 2 && parts.size() <= 4 && Math.abs(sum - n) * 8 <= n) {
      search.add(
          sentence,
          whole.start(),
          end,
          PartsOfWhole.sizes(search.id(sentence, whole.start()), n, parts));
    }
  }
}
