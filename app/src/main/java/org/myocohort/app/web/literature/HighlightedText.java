package org.myocohort.app.web.literature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text in pieces, those that hold a word of the review's lists apart.
final class HighlightedText {
  private final List<String> speakFor;
  private final Pattern words;

  /// @param speakFor words that speak for a record
  /// @param speakAgainst words that speak against it
  HighlightedText(List<String> speakFor, List<String> speakAgainst) {
    this.speakFor = speakFor.stream().map(HighlightedText::plain).toList();
    String any =
        Stream.concat(speakFor.stream(), speakAgainst.stream())
            .filter(word -> !word.isBlank())
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .map(word -> Pattern.quote(word.strip()) + "\\w*")
            .collect(Collectors.joining("|"));
    words =
        Pattern.compile(
            any.isEmpty() ? "(?!)" : "(?<!\\w)(?:" + any + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// A piece of a text.
  ///
  /// @param mark `for`, `against`, or empty
  public record Piece(String text, String mark) {}

  List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = words.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        pieces.add(new Piece(text.substring(from, matcher.start()), ""));
      }
      String found = plain(matcher.group());
      boolean include = speakFor.stream().anyMatch(found::startsWith);
      pieces.add(new Piece(matcher.group(), include ? "for" : "against"));
      from = matcher.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), ""));
    }
    return pieces;
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(java.util.Locale.ROOT);
  }
}
