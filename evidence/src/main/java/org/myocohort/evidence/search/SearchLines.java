package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into the lines of a strategy.
///
/// On Ovid every line is one, numbered or not. Elsewhere a text is one search, which may run over
/// several lines, unless its lines carry numbers or refer to each other. Counts in brackets behind
/// every line, as a printed history has them, are no part of it.
final class SearchLines {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\s*([#sS]?)\\s*(\\d{1,4})\\s*([.):]?)[\\s\\u00a0]+(\\S+).*", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("(?:^|[\\s({\\[])[#S]\\d+");
  private static final Pattern COUNT =
      Pattern.compile("(.*\\S)\\s+\\(\\d[\\d,.]*\\)\\s*", Pattern.DOTALL);

  private SearchLines() {}

  /// One line of a strategy.
  ///
  /// @param number that others refer to it by
  /// @param at line of the text, from 1
  /// @param start of it in the text, behind its number
  /// @param end of it in the text
  record Piece(int number, int at, int start, int end) {}

  static List<Piece> of(String text, Dialect dialect) {
    List<Piece> physical = physical(text);
    if (physical.isEmpty()) {
      return List.of();
    }
    boolean eachIsOne =
        dialect == Dialect.OVID
            || (!isNumbered(text, physical.getFirst(), 1, dialect) && refer(text));
    List<Piece> pieces =
        eachIsOne ? withoutNumbers(text, physical, dialect) : joined(text, physical, dialect);
    return withoutCounts(text, pieces);
  }

  private static List<Piece> physical(String text) {
    List<Piece> lines = new ArrayList<>();
    int at = 1;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        lines.add(new Piece(lines.size() + 1, at, start, end));
      }
      at++;
      start = end + 1;
    }
    return lines;
  }

  private static boolean refer(String text) {
    return text.strip().indexOf('\n') >= 0 && REFERENCE.matcher(text).find();
  }

  /// Whether a line begins with a number of its own, not with a reference.
  private static boolean isNumbered(String text, Piece line, int number, Dialect dialect) {
    Matcher matcher = NUMBER.matcher(text).region(line.start(), line.end());
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != number) {
      return false;
    }
    if (matcher.group(1).equalsIgnoreCase("S") && dialect != Dialect.PROQUEST) {
      return false;
    }
    boolean marked = !matcher.group(1).isEmpty() || !matcher.group(3).isEmpty();
    return marked
        && switch (matcher.group(4).toUpperCase(Locale.ROOT)) {
          case "AND", "OR", "NOT" -> false;
          default -> true;
        };
  }

  private static int behindNumber(String text, Piece line) {
    Matcher matcher = NUMBER.matcher(text).region(line.start(), line.end());
    return matcher.matches() ? matcher.start(4) : line.start();
  }

  private static List<Piece> withoutNumbers(String text, List<Piece> lines, Dialect dialect) {
    boolean numbered = lines.size() > 1 || isNumbered(text, lines.getFirst(), 1, dialect);
    for (Piece line : lines) {
      Matcher matcher = NUMBER.matcher(text).region(line.start(), line.end());
      numbered &=
          matcher.matches()
              && !matcher.group(1).equalsIgnoreCase("S")
              && Integer.parseInt(matcher.group(2)) == line.number();
    }
    if (!numbered) {
      return lines;
    }
    return lines.stream()
        .map(line -> new Piece(line.number(), line.at(), behindNumber(text, line), line.end()))
        .toList();
  }

  private static List<Piece> joined(String text, List<Piece> lines, Dialect dialect) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece line : lines) {
      if (isNumbered(text, line, pieces.size() + 1, dialect)) {
        pieces.add(new Piece(pieces.size() + 1, line.at(), behindNumber(text, line), line.end()));
      } else if (pieces.isEmpty()) {
        Piece first = new Piece(1, line.at(), line.start(), lines.getLast().end());
        return List.of(first);
      } else {
        Piece last = pieces.removeLast();
        pieces.add(new Piece(last.number(), last.at(), last.start(), line.end()));
      }
    }
    return pieces;
  }

  private static List<Piece> withoutCounts(String text, List<Piece> pieces) {
    if (pieces.size() < 2) {
      return pieces;
    }
    List<Piece> cut = new ArrayList<>();
    for (Piece piece : pieces) {
      Matcher count = COUNT.matcher(text).region(piece.start(), piece.end());
      if (!count.matches()) {
        return pieces;
      }
      cut.add(new Piece(piece.number(), piece.at(), piece.start(), count.end(1)));
    }
    return cut;
  }
}
