package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.record.RawField;

/// Cuts the text of one entry into its fields, also where its braces do not match: a value then
/// ends where a line begins the next field.
final class BibtexEntry {
  private static final Pattern HEAD = Pattern.compile("\\s*@\\s*([A-Za-z]+)\\s*[{(]\\s*");
  private static final Pattern NAME =
      Pattern.compile("\\G[\\s,]*([A-Za-z][A-Za-z0-9_:.+/-]*)\\s*=\\s*");
  private static final Pattern NEXT =
      Pattern.compile("[}\"],?[ \\t]*\\n\\s*[A-Za-z][A-Za-z0-9_:+-]*\\s*=\\s*[{\"0-9A-Za-z]");

  private static final Pattern CLOSING = Pattern.compile("[\\s,})]");

  private final String text;
  private final List<RawField> fields = new ArrayList<>();
  private boolean broken;
  private int at;

  private BibtexEntry(String text) {
    this.text = text;
  }

  /// The fields of an entry.
  ///
  /// @param type in lower case, without `@`
  /// @param fields the first holds the key under the type; values as they stand, their delimiter as
  ///   the mark
  /// @param broken whether something was missing
  record Parsed(String type, List<RawField> fields, boolean broken) {}

  static Parsed of(String text) {
    return new BibtexEntry(text).parse();
  }

  private Parsed parse() {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return damaged();
    }
    String type = head.group(1).toLowerCase(Locale.ROOT);
    at = head.end();
    if (!type.equals("string") && !type.equals("preamble")) {
      int end = at;
      while (end < text.length() && ",})\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String key = text.substring(at, end);
      // An entry without a key begins with its first field.
      if (key.indexOf('=') < 0) {
        fields.add(new RawField("@" + head.group(1), key.strip()));
        at = end;
      } else {
        fields.add(new RawField("@" + head.group(1), ""));
      }
    }
    values();
    String rest = CLOSING.matcher(text.substring(at)).replaceAll("");
    return new Parsed(type, fields, broken || !rest.isEmpty() || !closed());
  }

  /// An entry whose first line cannot be read has its fields nevertheless.
  private Parsed damaged() {
    int line = text.indexOf('\n');
    at = line < 0 ? text.length() : line;
    fields.add(new RawField("@misc", text.substring(0, at).replaceAll("[{},@\\s]", "")));
    values();
    return new Parsed("misc", fields, true);
  }

  private void values() {
    Matcher name = NAME.matcher(text);
    while (name.find(at)) {
      at = name.end();
      value(name.group(1));
    }
  }

  private boolean closed() {
    String end = text.stripTrailing();
    return end.endsWith("}") || end.endsWith(")");
  }

  private void value(String name) {
    int begin = at;
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '{' || first == '"') {
      int end = first == '{' ? brace(at) : quote(at);
      boolean follows = end > 0 && follows(end + 1);
      if (!follows) {
        broken = true;
        Matcher next = NEXT.matcher(text);
        end = next.find(at) ? next.start() : Math.max(end, lastClosing());
      }
      fields.add(
          new RawField(
              name, String.valueOf(first), text.substring(begin + 1, Math.max(begin + 1, end))));
      at = Math.min(text.length(), Math.max(begin + 1, end + 1));
      joined(begin);
    } else {
      while (at < text.length() && ",})\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      fields.add(new RawField(name, "", text.substring(begin, at).strip()));
      joined(begin);
    }
  }

  /// A value of several parts, `jan # " 1"`, is kept as it stands.
  private void joined(int begin) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == '#') {
      RawField field = fields.removeLast();
      at = next + 1;
      while (at < text.length() && ",\n}".indexOf(text.charAt(at)) < 0) {
        char c = text.charAt(at);
        int end = c == '{' ? brace(at) : c == '"' ? quote(at) : at;
        at = Math.max(at, end) + 1;
      }
      fields.add(new RawField(field.tag(), "", text.substring(begin, at).strip()));
    }
  }

  private boolean follows(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == ',' || c == '}' || c == ')' || c == '#';
      }
    }
    return false;
  }

  /// Where the last value of an entry ends whose braces do not tell.
  private int lastClosing() {
    int entry = text.stripTrailing().length() - 1;
    int value = text.lastIndexOf('}', Math.max(0, entry - 1));
    return value > at ? value : entry < at ? text.length() : entry;
  }

  private int brace(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int quote(int open) {
    int depth = 0;
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == '"' && depth <= 0) {
        return i;
      }
    }
    return -1;
  }
}
