package org.myocohort.paper.container;

import java.util.ArrayDeque;
import java.util.Deque;

/// XML being written, element by element; texts are escaped, what XML cannot hold becomes U+FFFD.
public final class Xml {
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final StringBuilder written;
  private final Deque<String> open = new ArrayDeque<>();

  public Xml() {
    this(DECLARATION);
  }

  /// @param beginning what stands before the first element
  Xml(String beginning) {
    written = new StringBuilder(beginning);
  }

  /// Begins an element.
  ///
  /// @param attributes names and values in turn
  public Xml begin(String name, String... attributes) {
    start(name, attributes);
    written.append('>');
    open.push(name);
    return this;
  }

  /// Ends the element that was begun last.
  public Xml end() {
    written.append("</").append(open.pop()).append('>');
    return this;
  }

  /// An element without content.
  ///
  /// @param attributes names and values in turn
  public Xml empty(String name, String... attributes) {
    start(name, attributes);
    written.append("/>");
    return this;
  }

  /// An element with a text.
  ///
  /// @param attributes names and values in turn
  public Xml element(String name, String text, String... attributes) {
    return begin(name, attributes).text(text).end();
  }

  /// Text within the element that was begun last.
  public Xml text(String text) {
    escape(text);
    return this;
  }

  /// What was written, every element ended.
  public String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("every element must be ended but open are " + open);
    }
    return written.toString();
  }

  private void start(String name, String... attributes) {
    written.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      written.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      written.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> written.append("&amp;");
            case '<' -> written.append("&lt;");
            case '>' -> written.append("&gt;");
            case '"' -> written.append("&quot;");
            default -> written.appendCodePoint(legal(point) ? point : 0xFFFD);
          }
        });
  }

  private static boolean legal(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
