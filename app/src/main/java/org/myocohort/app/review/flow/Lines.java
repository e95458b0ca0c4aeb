package org.myocohort.app.review.flow;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// Breaks texts into lines that fit a width.
final class Lines {
  /// No text of a box has more lines.
  private static final int MOST = 10_000;

  private Lines() {}

  /// The lines of a text; a word that is wider than a line is broken too, so that nothing is lost.
  static List<String> of(String text, double available, TextStyle style) {
    StringBuilder words = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      for (String piece : pieces(word, available, style)) {
        words.append(words.isEmpty() ? "" : " ").append(piece);
      }
    }
    return TextWidths.wrap(words.toString(), available, MOST, style);
  }

  private static List<String> pieces(String word, double available, TextStyle style) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int point : word.codePoints().toArray()) {
      int before = piece.length();
      piece.appendCodePoint(point);
      if (before > 0 && TextWidths.width(piece.toString(), style) > available) {
        pieces.add(piece.substring(0, before));
        piece.delete(0, before);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
