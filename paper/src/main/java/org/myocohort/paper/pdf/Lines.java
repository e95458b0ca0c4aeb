package org.myocohort.paper.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.myocohort.paper.document.Emphasis;
import org.myocohort.paper.document.Run;
import org.myocohort.paper.font.Typeface;
import org.myocohort.paper.layout.TableLayout;

/// Breaks runs of text into lines: at spaces, after hyphens and slashes, within a word only where
/// it is longer than a line.
final class Lines {
  private static final Pattern BREAK = Pattern.compile("(?<= )(?! )|" + TableLayout.WITHIN_A_WORD);
  private static final double RAISED_SIZE = 0.68;
  private static final double RISE = 0.34;

  private final TextStyle style;
  private final double available;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line.Piece> line = new ArrayList<>();
  private double width;
  private final List<Line.Piece> word = new ArrayList<>();

  private Lines(TextStyle style, double available) {
    this.style = style;
    this.available = available;
  }

  static List<Line> of(List<Run> runs, TextStyle style, double available) {
    Lines lines = new Lines(style, available);
    for (Run run : runs) {
      lines.add(run);
    }
    lines.endWord();
    lines.endLine();
    return lines.lines;
  }

  private void add(Run run) {
    Line.Piece empty = look(run.emphasis());
    String[] parts = run.text().split("\r?\n", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        endWord();
        endLine();
      }
      String[] words = BREAK.split(empty.typeface().settable(parts[i]), -1);
      for (int j = 0; j < words.length; j++) {
        if (j > 0) {
          endWord();
        }
        if (!words[j].isEmpty()) {
          word.add(empty.with(words[j]));
        }
      }
      // A space at the end of a run ends the word, whatever run follows.
      if (parts[i].endsWith(" ")) {
        endWord();
      }
    }
  }

  private Line.Piece look(Emphasis emphasis) {
    Typeface typeface =
        style.monospaced()
            ? Typeface.MONOSPACED
            : Typeface.of(
                style.bold() || emphasis == Emphasis.BOLD,
                style.italic() || emphasis == Emphasis.ITALIC);
    return emphasis == Emphasis.RAISED
        ? new Line.Piece("", typeface, style.size() * RAISED_SIZE, style.size() * RISE)
        : new Line.Piece("", typeface, style.size(), 0);
  }

  private void endWord() {
    if (word.isEmpty()) {
      return;
    }
    double needed = widthOf(word);
    if (width + needed > available && !line.isEmpty()) {
      endLine();
    }
    if (needed > available) {
      word.forEach(this::inParts);
    } else {
      word.forEach(this::append);
    }
    word.clear();
  }

  private static double widthOf(List<Line.Piece> pieces) {
    double sum = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Line.Piece piece = pieces.get(i);
      sum += i == pieces.size() - 1 ? piece.widthWithoutSpacesAtTheEnd() : piece.width();
    }
    return sum;
  }

  private void inParts(Line.Piece piece) {
    StringBuilder part = new StringBuilder();
    for (int point : piece.text().codePoints().toArray()) {
      String longer = part + Character.toString(point);
      if (width + piece.with(longer).width() > available && !(part.isEmpty() && line.isEmpty())) {
        append(piece.with(part.toString()));
        endLine();
        part.setLength(0);
      }
      part.appendCodePoint(point);
    }
    append(piece.with(part.toString()));
  }

  private void append(Line.Piece piece) {
    if (piece.text().isEmpty()) {
      return;
    }
    if (!line.isEmpty() && line.getLast().looksLike(piece)) {
      line.add(piece.with(line.removeLast().text() + piece.text()));
    } else {
      line.add(piece);
    }
    width += piece.width();
  }

  private void endLine() {
    lines.add(new Line(line, widthOf(line)));
    line.clear();
    width = 0;
  }
}
