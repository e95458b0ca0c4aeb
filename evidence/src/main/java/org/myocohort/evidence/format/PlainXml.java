package org.myocohort.evidence.format;

import org.jspecify.annotations.Nullable;

/// Reads the XML that exports nearly always hold: elements, attributes, text and the usual
/// references. It is several times as fast as a parser of everything, which reads the rest.
final class PlainXml {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NAME = 100;

  private final Once names = new Once();
  private String text = "";
  private int at;

  /// The element that makes up a text; null where anything else stands in it, or where it is not
  /// well-formed as far as this can tell.
  @Nullable XmlNode parse(String whole) {
    text = whole;
    at = 0;
    XmlNode root = starts(0) ? element(0) : null;
    return root != null && at == text.length() ? root : null;
  }

  private boolean starts(int from) {
    return from + 1 < text.length() && text.charAt(from) == '<' && letter(text.charAt(from + 1));
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean nameCharacter(char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
  }

  private @Nullable XmlNode element(int depth) {
    at++;
    String name = name();
    if (name == null || depth > DEEPEST) {
      return null;
    }
    XmlNode node = new XmlNode(name);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        return content(node, depth) ? node : null;
      }
      if (c == '/') {
        at += 2;
        return at <= text.length() && text.charAt(at - 1) == '>' ? node : null;
      }
      if (c != ' ' || !attributes(node)) {
        return null;
      }
    }
    return null;
  }

  /// The attributes up to the end of the tag.
  private boolean attributes(XmlNode node) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at < text.length() && (text.charAt(at) == '>' || text.charAt(at) == '/')) {
        return true;
      }
      String key = name();
      if (key == null || at + 1 >= text.length() || text.charAt(at) != '=') {
        return false;
      }
      char quote = text.charAt(at + 1);
      if ((quote != '"' && quote != '\'') || node.hasAttribute(key)) {
        return false;
      }
      at += 2;
      String value = value(quote);
      if (value == null) {
        return false;
      }
      at++;
      node.attribute(key, value);
    }
    return true;
  }

  private @Nullable String name() {
    int begin = at;
    if (at < text.length() && letter(text.charAt(at))) {
      at++;
      while (at < text.length() && nameCharacter(text.charAt(at))) {
        at++;
      }
    }
    if (begin == at || at - begin > LONGEST_NAME) {
      return null;
    }
    return names.of(text, begin, at);
  }

  /// What stands in an element, with its closing tag.
  private boolean content(XmlNode node, int depth) {
    while (true) {
      String run = value('<');
      if (run == null) {
        return false;
      }
      if (!run.isEmpty()) {
        node.add(run);
      }
      if (text.startsWith("</", at)) {
        int end = at + 2 + node.name().length();
        boolean closes =
            text.startsWith(node.name(), at + 2) && end < text.length() && text.charAt(end) == '>';
        at = end + 1;
        return closes;
      }
      XmlNode child = starts(at) ? element(depth + 1) : null;
      if (child == null) {
        return false;
      }
      node.add(child);
    }
  }

  /// The text up to a character, its references resolved; null where it has what XML does not allow
  /// or treats in a way of its own.
  private @Nullable String value(char until) {
    boolean attribute = until != '<';
    StringBuilder resolved = null;
    int begin = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == until) {
        return resolved == null
            ? text.substring(begin, at)
            : resolved.append(text, begin, at).toString();
      }
      if (c == '&') {
        int end = text.indexOf(';', at);
        int code = end < 0 ? 0 : character(text, at + 1, end);
        if (code == 0) {
          return null;
        }
        resolved = (resolved == null ? new StringBuilder() : resolved).append(text, begin, at);
        resolved.appendCodePoint(code);
        at = end;
        begin = end + 1;
      } else if ((c >= '\ud800' && (c < '\ue000' || c > '\ufffd'))
          || (c < ' ' && (attribute || (c != '\n' && c != '\t')))) {
        return null;
      } else if (c == '<' || (c == '>' && !attribute && at > 1 && text.charAt(at - 1) == ']')) {
        return null;
      }
      at++;
    }
    return null;
  }

  /// The character that a reference stands for; 0 of one that is not plain.
  private static int character(String text, int from, int end) {
    int length = end - from;
    if (length > 1 && length < 8 && text.charAt(from) == '#') {
      boolean hexadecimal = text.charAt(from + 1) == 'x';
      int code = 0;
      int first = hexadecimal ? from + 2 : from + 1;
      for (int i = first; i < end; i++) {
        int digit = Character.digit(text.charAt(i), hexadecimal ? 16 : 10);
        if (digit < 0 || text.charAt(i) > 'f') {
          return 0;
        }
        code = code * (hexadecimal ? 16 : 10) + digit;
      }
      boolean allowed =
          code == '\t'
              || code == '\n'
              || code == '\r'
              || (code >= ' ' && code < 0xd800)
              || (code >= 0x10000 && code < 0x110000);
      return allowed ? code : 0;
    }
    return length > 4
        ? 0
        : switch (text.substring(from, end)) {
          case "lt" -> '<';
          case "gt" -> '>';
          case "amp" -> '&';
          case "quot" -> '"';
          case "apos" -> '\'';
          default -> 0;
        };
  }
}
