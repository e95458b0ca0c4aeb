package org.myocohort.care.trial.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.rule.Criterion.Kind;

/// Splits the free text of a registry's criteria into single criteria.
///
/// Bullets and numbers begin a criterion, deeper ones belong to the one above them; text without
/// bullets is cut at the ends of sentences and at semicolons. Where a text may connect criteria
/// (`one of the following`, a line that ends in `or`, a heading of a cohort) those that follow are
/// marked as not alone.
public final class CriteriaSplitter {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:(?:key|main|major|principal|general|primary|laboratory|medical|study) ){0,2}"
              + "(inclusion|exclusion)s?(?: criteria| criterion)? ?(?::|-)? ?(.*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BULLET =
      Pattern.compile(
          "(\\s*)(?:[-*\u2022\u00b7\u2013\u25aa\u25cf]|\\(?\\d{1,2}[.)]|\\(?[a-zA-Z][.)]"
              + "|\\(?[ivxIVX]{1,5}[.)])\\s+(.*)");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;])\\s+(?=\\S)");
  private static final Pattern CONNECTS =
      Pattern.compile(
          ".*(?::|\\b(?:and|or|and/or|following|either|with|including)|,)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONNECTED =
      Pattern.compile("(?:or|and|and/or|but|unless|except|if)\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOLLOWING =
      Pattern.compile(".*\\bfollowing\\b.*", Pattern.CASE_INSENSITIVE);

  private final List<TextCriterion> found = new ArrayList<>();
  private @Nullable Kind kind;
  private boolean conditional;
  private int topIndent = -1;
  private final StringBuilder current = new StringBuilder();
  private boolean currentIsBullet;
  private boolean currentHasParts;
  private boolean afterBlank;

  private CriteriaSplitter() {}

  /// The criteria of a text, in its order.
  public static List<TextCriterion> split(String text) {
    CriteriaSplitter splitter = new CriteriaSplitter();
    text.replace('\t', ' ').lines().forEach(splitter::line);
    splitter.end();
    return List.copyOf(splitter.found);
  }

  private void line(String line) {
    String stripped = line.strip();
    if (stripped.isEmpty()) {
      afterBlank = true;
      return;
    }
    Matcher bullet = BULLET.matcher(line);
    boolean isBullet = bullet.matches();
    String content = isBullet ? bullet.group(2).strip() : stripped;
    Matcher heading = HEADING.matcher(content);
    if (heading.matches() && isHeading(content, heading.group(2))) {
      end();
      kind =
          heading.group(1).toLowerCase(Locale.ROOT).equals("inclusion")
              ? Kind.INCLUSION
              : Kind.EXCLUSION;
      String rest = heading.group(2).strip();
      boolean plain = rest.isEmpty() || rest.equals(":");
      conditional = !plain && !content.contains(":");
      conditional |= !plain && rest.endsWith(":");
      topIndent = -1;
      if (!plain && !conditional) {
        sentence(rest);
      }
    } else if (isBullet) {
      bullet(bullet.group(1).length(), content);
    } else {
      plain(line, content);
    }
    afterBlank = false;
  }

  /// A sentence that only begins with the word is no heading.
  private static boolean isHeading(String content, String rest) {
    boolean named = content.toLowerCase(Locale.ROOT).contains("criteri");
    return content.contains(":")
        ? named || rest.isBlank()
        : content.length() < 60 && named && !content.endsWith(".") && !content.contains(",");
  }

  private void bullet(int indent, String content) {
    if (topIndent < 0) {
      topIndent = indent;
    }
    // The first bullets may be set a character deeper, before two-digit numbers.
    if (indent > topIndent + 1 && current.length() > 0 && currentIsBullet) {
      current.append(' ').append(content);
      currentHasParts = true;
      return;
    }
    if (indent < topIndent) {
      topIndent = indent;
    }
    end();
    current.append(content);
    currentIsBullet = true;
  }

  private void plain(String line, String content) {
    int indent = line.length() - line.stripLeading().length();
    if (currentIsBullet && (indent > topIndent || !afterBlank)) {
      current.append(' ').append(content);
      // A paragraph of its own within a criterion is a note to it.
      currentHasParts |= afterBlank;
      return;
    }
    if (currentIsBullet || afterBlank) {
      end();
    }
    if (content.endsWith(":") && current.isEmpty()) {
      // A heading of a part: of a cohort, a period, a group of people.
      conditional = true;
      return;
    }
    current.append(current.isEmpty() ? "" : " ").append(content);
  }

  private void sentence(String text) {
    current.append(text);
    currentIsBullet = false;
  }

  private void end() {
    String text = current.toString().strip();
    current.setLength(0);
    if (text.isEmpty() || text.equals("-")) {
      currentHasParts = false;
      currentIsBullet = false;
      return;
    }
    if (currentIsBullet) {
      add(text, !currentHasParts);
    } else {
      // A run of sentences: each may speak of the one before.
      String[] sentences = SENTENCE_END.split(text, -1);
      for (String sentence : sentences) {
        add(sentence.strip(), sentences.length == 1 || !sentence.contains(" such "));
      }
    }
    currentHasParts = false;
    currentIsBullet = false;
  }

  private void add(String text, boolean single) {
    if (text.isEmpty()) {
      return;
    }
    boolean connected = CONNECTED.matcher(text).matches();
    boolean connects = CONNECTS.matcher(text).matches();
    if (connected && !found.isEmpty() && found.getLast().kind() == kind) {
      TextCriterion before = found.removeLast();
      found.add(new TextCriterion(before.kind(), before.text(), false));
    }
    boolean alone = single && !conditional && !connected && !connects && kind != null;
    found.add(new TextCriterion(kind, text, alone));
    // What follows `one of the following:` on the same level may be its parts.
    conditional |= connects || (single && FOLLOWING.matcher(text).matches());
  }
}
