package org.myocohort.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One SVG element under construction, and its text.
///
/// Attributes and children are written in the order in which they were added, numbers with at most
/// two decimals, so the same calls give the same bytes on every machine.
///
/// What a strict content security policy forbids, or what would clash when several figures stand in
/// one page, cannot be built: no style, no script, no event handler, no id, no link that leaves the
/// page's own server.
public final class Svg {
  private static final Set<String> FORBIDDEN_ELEMENTS =
      Set.of("style", "script", "foreignobject", "image", "iframe", "use", "animate", "set");

  private static final double LARGEST = 1e12;

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Svg> children = new ArrayList<>();
  private String content = "";

  private Svg(String name) {
    this.name = name;
  }

  /// Starts an element.
  public static Svg element(String name) {
    if (!isName(name) || FORBIDDEN_ELEMENTS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "an SVG element must be plain and inert but was '" + name + "'");
    }
    return new Svg(name);
  }

  /// Starts a figure of the given size, scaling with its container, with its accessible texts.
  ///
  /// A figure without links is one image to assistive technology; one with links is a group, since
  /// what is inside an image cannot be reached by keyboard.
  ///
  /// @param title the accessible name
  /// @param description what the figure shows, in words
  /// @param linked whether a mark of the figure links to its row
  public static Svg document(FigureSize size, String title, String description, boolean linked) {
    Svg root =
        element("svg")
            .set("xmlns", "http://www.w3.org/2000/svg")
            .set("role", linked ? "group" : "img")
            .set("aria-label", title)
            .set("width", size.outer(size.width()))
            .set("height", size.outer(size.height()))
            .set("viewBox", "0 0 " + number(size.width()) + " " + number(size.height()))
            .set("font-family", "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif");
    return root.add(element("title").content(title)).add(element("desc").content(description));
  }

  /// A letter, then letters, digits and hyphens. By hand: a figure of a thousand marks asks ten
  /// thousand times.
  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-'))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// Sets an attribute to a text.
  public Svg set(String attribute, String value) {
    if (!isName(attribute)
        || attribute.regionMatches(true, 0, "on", 0, 2)
        || attribute.equalsIgnoreCase("style")
        || attribute.equalsIgnoreCase("id")) {
      throw new IllegalArgumentException(
          "an SVG attribute must be presentational but was '" + attribute + "'");
    }
    if (attribute.equalsIgnoreCase("href") && !Mark.staysHere(value)) {
      throw new IllegalArgumentException(
          "a link must stay in the page (#…) or on its server (/…) but was '" + value + "'");
    }
    attributes.put(attribute, value);
    return this;
  }

  /// Sets an attribute to a finite number.
  public Svg set(String attribute, double value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException(
          "attribute " + attribute + " must be a finite number but was " + value);
    }
    return set(attribute, number(value));
  }

  /// Adds a child after the children so far.
  public Svg add(Svg child) {
    children.add(child);
    return this;
  }

  /// Adds children after the children so far.
  public Svg addAll(List<Svg> more) {
    children.addAll(more);
    return this;
  }

  /// Sets the text of the element, written before its children.
  public Svg content(String text) {
    content = text;
    return this;
  }

  /// Writes a number with at most two decimals, a point, and neither an exponent nor a negative
  /// zero.
  public static String number(double value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException("a coordinate must be finite but was " + value);
    }
    long hundredths = Math.round(value * 100);
    StringBuilder text = new StringBuilder();
    if (hundredths < 0) {
      text.append('-');
    }
    long magnitude = Math.abs(hundredths);
    text.append(magnitude / 100);
    long rest = magnitude % 100;
    if (rest != 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  /// Writes a text so that XML reads it back; what XML cannot hold becomes U+FFFD.
  public static String escape(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> escaped.append(escaped(point)));
    return escaped.toString();
  }

  /// Whether a text is of printable ASCII without anything to escape, as most are.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\t' -> "&#9;";
      case '\n' -> "&#10;";
      case '\r' -> "&#13;";
      default -> legal(point) ? Character.toString(point) : "\uFFFD";
    };
  }

  private static boolean legal(int point) {
    return (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /// The element as text, one line per element.
  public String render() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.append('\n').toString();
  }

  private void write(StringBuilder text) {
    text.append('<').append(name);
    attributes.forEach((attribute, value) ->
        text.append(' ').append(attribute).append("=\"").append(escape(value)).append('"'));
    if (content.isEmpty() && children.isEmpty()) {
      text.append("/>");
      return;
    }
    text.append('>').append(escape(content));
    // White space beside character data would show; beside elements it only makes lines.
    String lineEnd = content.isEmpty() ? "\n" : "";
    for (Svg child : children) {
      text.append(lineEnd);
      child.write(text);
    }
    text.append(children.isEmpty() ? "" : lineEnd).append("</").append(name).append('>');
  }

  @Override
  public String toString() {
    return render();
  }
}
