package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sizes of samples that a text prints, in its order.
final class Sizes {
  /// One of them.
  ///
  /// @param from where it begins in the cleaned text
  /// @param count how many of the size, or null
  /// @param included whether these were said to be included, enrolled, randomised, ...
  record Size(int from, int to, int sentence, @Nullable Integer count, int size, boolean included) {
    /// The members that a number printed behind this speaks of.
    int members() {
      return count == null ? size : count;
    }
  }

  private static final Set<String> NOT_BETWEEN =
      Set.of(
          "of",
          "in",
          "to",
          "and",
          "for",
          "with",
          "or",
          "the",
          "by",
          "at",
          "from",
          "mg",
          "years",
          "year",
          "months",
          "month",
          "weeks",
          "week",
          "days",
          "day",
          "h",
          "hours",
          "ml",
          "g",
          "kg",
          "than",
          "per",
          "times",
          "fold",
          "on",
          "among",
          "who",
          "that",
          "were",
          "was",
          "had",
          "all",
          "our",
          "these",
          "as",
          "is",
          "between",
          "vs",
          "versus",
          "but",
          "which",
          "when",
          "followed",
          "trials",
          "studies",
          "trial",
          "study",
          "groups",
          "group",
          "centers",
          "centres",
          "sites");

  private static final Pattern EQUALS = Pattern.compile("\\b[nN] ?= ?(" + Words.WHOLE + ")\\b");

  private static final Pattern FRACTION =
      Pattern.compile(
          "(?<![\\d./,-])(\\d{1,5}) ?/ ?(\\d{1,5})(?![\\d/.%]|-?(?:mm|mg|ml|kg|week|day|month))");

  private static final Pattern OF =
      Pattern.compile(
          "\\b("
              + Words.WHOLE
              + ") (?:patients |subjects |participants )?(?:out )?of (?:the |these |our |all |a total of )?("
              + Words.WHOLE
              + ")\\b(?! ?(?:%|mg|years|months|weeks|days))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GROUP =
      Pattern.compile(
          "(?<![\\d./,%=<>-])\\b("
              + Words.WHOLE
              + ") ((?:[A-Za-z][A-Za-z-]* ){0,3}?)"
              + Words.PEOPLE
              + "\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLURAL =
      Pattern.compile("(?:s|men|children|people|soggetti|pazienti)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern INCLUDED =
      Pattern.compile(
          "^[^.;]{0,60}?\\b(?:were|was) (?:\\w+ )?(?:included|enrolled|recruited|randomi[sz]ed"
              + "|identified|studied|entered|assigned|started)");

  private final List<Size> sizes = new ArrayList<>();

  private Sizes() {}

  static Sizes of(List<Sentence> sentences) {
    Sizes all = new Sizes();
    for (int i = 0; i < sentences.size(); i++) {
      all.addOf(sentences.get(i), i);
    }
    all.sizes.sort(Comparator.comparingInt(Size::from));
    return all;
  }

  List<Size> all() {
    return sizes;
  }

  /// The sizes of a sentence and of so many before it that end before a place, the nearest first.
  List<Size> before(int sentence, int back, int place) {
    return sizes.stream()
        .filter(size ->
            size.sentence() <= sentence && size.sentence() >= sentence - back && size.to() <= place)
        .sorted(Comparator.comparingInt(Size::from).reversed())
        .toList();
  }

  int largest() {
    return sizes.stream().mapToInt(Size::size).max().orElse(0);
  }

  /// All sizes together: no group that is printed can be larger.
  int sum() {
    return (int) Math.min(Integer.MAX_VALUE, sizes.stream().mapToLong(Size::size).distinct().sum());
  }

  private void addOf(Sentence sentence, int index) {
    String text = sentence.text();
    boolean[] taken = new boolean[text.length() + 1];
    Matcher fraction = FRACTION.matcher(text);
    while (fraction.find()) {
      int count = Words.whole(fraction.group(1));
      int size = Words.whole(fraction.group(2));
      String behind = text.substring(fraction.end(), Math.min(text.length(), fraction.end() + 40));
      boolean people =
          Pattern.compile("^ (?:of )?(?:the )?(?:[\\w-]+ ){0,2}" + Words.PEOPLE + "\\b")
                  .matcher(behind)
                  .find()
              || behind.startsWith(" (")
              || behind.startsWith(" [")
              || behind.startsWith(")");
      if (count <= size && size >= 2 && people) {
        add(sentence, index, fraction, count, size, taken);
      }
    }
    Matcher of = OF.matcher(text);
    while (of.find()) {
      int count = Words.whole(of.group(1));
      int size = Words.whole(of.group(2));
      if (count >= 0
          && count <= size
          && size >= 2
          && !taken[of.start()]
          && !Words.tail(text, of.start())) {
        add(sentence, index, of, count, size, taken);
      }
    }
    Matcher equals = EQUALS.matcher(text);
    while (equals.find()) {
      int size = Words.whole(equals.group(1));
      if (size >= 1) {
        add(sentence, index, equals, null, size, taken);
      }
    }
    Matcher group = GROUP.matcher(text);
    while (group.find()) {
      int size = Words.whole(group.group(1));
      if (size >= 1
          && (size == 1 || PLURAL.matcher(group.group()).find())
          && !taken[group.start()]
          && !Words.tail(text, group.start())
          && between(group.group(2))) {
        add(sentence, index, group, null, size, taken);
      }
    }
  }

  private void add(
      Sentence sentence,
      int index,
      Matcher found,
      @Nullable Integer count,
      int size,
      boolean[] taken) {
    for (int i = found.start(); i < found.end(); i++) {
      taken[i] = true;
    }
    boolean included =
        count == null && INCLUDED.matcher(sentence.text().substring(found.end())).find();
    sizes.add(
        new Size(
            sentence.from() + found.start(),
            sentence.from() + found.end(),
            index,
            count,
            size,
            included));
  }

  private static boolean between(String words) {
    for (String word : words.toLowerCase(Locale.ROOT).split(" ", -1)) {
      if (NOT_BETWEEN.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
