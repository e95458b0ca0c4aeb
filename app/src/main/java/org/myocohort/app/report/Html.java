package org.myocohort.app.report;

import java.util.List;

/// Builds a page as text; everything that is not markup is escaped.
public final class Html {
  private final StringBuilder out = new StringBuilder(16_384);

  /// Opens an element; attributes as name, value, name, value.
  public Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escape(attributes[i + 1]))
          .append('"');
    }
    out.append('>');
    return this;
  }

  /// Closes an element.
  public Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /// Adds a text.
  public Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /// Adds markup that is already whole, such as a figure.
  public Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /// An element that holds only text.
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /// A link.
  public Html link(String text, String target) {
    open("a", "href", target).text(text);
    out.append("</a>");
    return this;
  }

  /// Opens a table with its caption and head.
  public Html table(String caption, List<String> head) {
    open("div", "class", "scroll", "tabindex", "0").open("table").element("caption", caption);
    open("thead").open("tr");
    for (String cell : head) {
      element("th", cell, "scope", "col");
    }
    return close("tr").close("thead").open("tbody");
  }

  /// Closes a table.
  public Html endTable() {
    return close("tbody").close("table").close("div");
  }

  static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String replacement =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> null;
          };
      if (replacement != null && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escaped != null) {
        if (replacement == null) {
          escaped.append(c);
        } else {
          escaped.append(replacement);
        }
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  /// The place in a page where a row stands.
  static String anchor(String reference) {
    StringBuilder anchor = new StringBuilder("row-");
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      anchor.append(plain ? c : '-');
    }
    return anchor.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
