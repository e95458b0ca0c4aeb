package org.myocohort.app.summary;

import java.util.ArrayList;
import java.util.List;

/// The text of a printed summary, a line a sentence: `## ` before the title of a section, `### `
/// before that of a group, `- ` before an item, an empty line between paragraphs.
public final class SheetText {
  private static final String SECTION = "## ";
  private static final String GROUP = "### ";
  private static final String ITEM = "- ";

  private final StringBuilder text = new StringBuilder();

  /// A part of it as it is shown.
  ///
  /// @param kind `h2`, `h3`, `p` or `ul`
  /// @param lines one for a heading, the sentences of a paragraph, the items of a list
  public record Part(String kind, List<String> lines) {
    public Part {
      lines = List.copyOf(lines);
    }

    /// All of it on one line.
    public String joined() {
      return String.join(" ", lines);
    }
  }

  public void section(String title) {
    text.append(text.isEmpty() ? "" : "\n").append(SECTION).append(plain(title)).append('\n');
  }

  public void group(String title) {
    text.append(GROUP).append(plain(title)).append('\n');
  }

  public void sentence(String sentence) {
    text.append(plain(sentence)).append('\n');
  }

  public void item(String sentence) {
    text.append(ITEM).append(plain(sentence)).append('\n');
  }

  /// What somebody typed: each line is a sentence or more, an empty one begins a paragraph.
  public void typed(String typed) {
    text.append('\n');
    lines(typed).forEach(this::sentence);
  }

  /// The lines of a text that somebody typed, without marks of this format and empty lines.
  public static List<String> lines(String typed) {
    return typed.lines().map(SheetText::plain).filter(line -> !line.isEmpty()).toList();
  }

  /// A line that no mark begins.
  private static String plain(String line) {
    return line.strip().replaceFirst("^[#\\-\\s]+", "");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// Reads a text back.
  public static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    String open = "";
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String kind = kind(line);
      if (!kind.equals(open) || kind.startsWith("h")) {
        close(parts, open, lines);
        open = kind;
      }
      if (!kind.isEmpty()) {
        lines.add(content(line));
      }
    }
    close(parts, open, lines);
    return parts;
  }

  private static void close(List<Part> parts, String kind, List<String> lines) {
    if (!lines.isEmpty()) {
      parts.add(new Part(kind, lines));
      lines.clear();
    }
  }

  private static String kind(String line) {
    if (line.isBlank()) {
      return "";
    }
    if (line.startsWith(GROUP)) {
      return "h3";
    }
    if (line.startsWith(SECTION)) {
      return "h2";
    }
    return line.startsWith(ITEM) ? "ul" : "p";
  }

  private static String content(String line) {
    return switch (kind(line)) {
      case "h3" -> line.substring(GROUP.length());
      case "h2" -> line.substring(SECTION.length());
      case "ul" -> line.substring(ITEM.length());
      default -> line;
    };
  }
}
