package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the layout of an export out of a text: line breaks, markup, escaped characters.
final class Plain {
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)</?(?:jats:|mml:)?(?:i|b|u|em|strong|su[bp]|inf|sc|scp|italic|bold|p|br|span|div|"
              + "title|sec|list|list-item|math|mi|mo|mn|mrow|msu[bp]|msubsup|mtext|mspace|mfrac|"
              + "font|a|ul|ol|li|h[1-6]|tt|small|bullet|emph|nocase)(?:\\s[^<>]*)?/?>");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("micro", "µ"),
          Map.entry("times", "×"),
          Map.entry("deg", "°"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"));

  private static final String RIGHTS = "Copyright of ";
  private static final String END_OF_RIGHTS = "(Copyright applies to all Abstracts.)";

  private Plain() {}

  /// One line: all white space is one blank.
  static String line(String text) {
    return collapsed(unescaped(text), false);
  }

  /// The paragraphs of an abstract, each in its line, without the long notice of rights that
  /// EBSCOhost puts behind it.
  static String abstractText(String text) {
    String paragraphs = collapsed(unescaped(text), true);
    int rights = paragraphs.endsWith(END_OF_RIGHTS) ? paragraphs.lastIndexOf(RIGHTS) : -1;
    return rights < 0 ? paragraphs : paragraphs.substring(0, rights).stripTrailing();
  }

  /// The line, or null of a text that is blank or not there.
  static @Nullable String lineOrNull(@Nullable String text) {
    String line = text == null ? "" : line(text);
    return line.isEmpty() ? null : line;
  }

  private static String unescaped(String text) {
    String plain = withoutMarkup(text);
    if (plain.indexOf('&') >= 0) {
      // Escaped twice, as by a manager that exported what it had imported escaped.
      plain = withoutMarkup(entities(plain));
    }
    return plain;
  }

  /// Most texts have no tag at all, and `p < 0.05` is none.
  private static String withoutMarkup(String text) {
    int at = text.indexOf('<');
    if (at < 0) {
      return text;
    }
    Matcher tag = MARKUP.matcher(text);
    StringBuilder plain = null;
    int begin = 0;
    while (at >= 0) {
      if (tag.region(at, text.length()).lookingAt()) {
        plain = (plain == null ? new StringBuilder(text.length()) : plain).append(text, begin, at);
        begin = tag.end();
        at = begin - 1;
      }
      at = text.indexOf('<', at + 1);
    }
    return plain == null ? text : plain.append(text, begin, text.length()).toString();
  }

  private static String entities(String text) {
    Matcher matcher = ENTITY.matcher(text);
    StringBuilder plain = new StringBuilder(text.length());
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = name.startsWith("#") ? numbered(name) : NAMED.get(name);
      matcher.appendReplacement(
          plain, Matcher.quoteReplacement(value == null ? matcher.group() : value));
    }
    return matcher.appendTail(plain).toString();
  }

  private static @Nullable String numbered(String name) {
    int code =
        name.charAt(1) == 'x' || name.charAt(1) == 'X'
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
  }

  /// Most text needs no change; for the rest characters are moved within one array.
  private static String collapsed(String text, boolean keepLines) {
    int same = collapsedUntil(text, keepLines);
    if (same == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    int length = same;
    char gap = 0;
    for (int i = same; i < chars.length; i++) {
      char c = chars[i];
      if (white(c)) {
        boolean ends = keepLines && (c == '\n' || c == '\r');
        gap = ends || gap == '\n' ? '\n' : ' ';
      } else {
        if (gap != 0 && length > 0) {
          chars[length++] = gap;
        }
        gap = 0;
        chars[length++] = c;
      }
    }
    return new String(chars, 0, length);
  }

  /// How far a text is as [#collapsed] makes it; never up to a blank.
  private static int collapsedUntil(String text, boolean keepLines) {
    int length = text.length();
    boolean blank = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (white(c)) {
        if (blank || !(c == ' ' || (keepLines && c == '\n'))) {
          return blank && i > 0 ? i - 1 : i;
        }
        blank = true;
      } else {
        blank = false;
      }
    }
    return blank && length > 0 ? length - 1 : length;
  }

  private static boolean white(char c) {
    return c <= ' ' || c == '\u00a0' || c == Lines.BYTE_ORDER_MARK;
  }

  /// What stands between marks; of most texts the whole.
  ///
  /// @param marks the characters that part
  static List<String> parts(String text, String marks) {
    List<String> parts = List.of();
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        parts = begin == 0 ? new ArrayList<>() : parts;
        parts.add(text.substring(begin, i));
        begin = i + 1;
      }
    }
    if (begin == 0) {
      return List.of(text);
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /// Whether a text is so many digits and nothing else.
  static boolean digits(String text, int least, int most) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.length() >= least && text.length() <= most;
  }
}
