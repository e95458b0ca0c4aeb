package org.myocohort.evidence.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Cuts a JSON text into the objects that it is made of or that its array holds.
///
/// A line end ends a string, which JSON does not allow in one, and a line that begins an object
/// where the first began one begins the next: what is broken in one object stays in it.
final class JsonPieces {
  private final Lines lines;
  private String line = "";
  private int at;
  private int begun;
  private @Nullable String margin;
  private boolean ended;

  /// One object.
  ///
  /// @param text of it
  /// @param line at which it begins
  record Piece(String text, int line) {}

  JsonPieces(Lines lines) {
    this.lines = lines;
  }

  private boolean fill() throws IOException {
    while (at >= line.length()) {
      String next = lines.next();
      if (next == null) {
        ended = true;
        return false;
      }
      line = next;
      at = 0;
    }
    return true;
  }

  /// The next object, null after the last.
  @Nullable Piece next() throws IOException {
    while (!ended && fill() && line.charAt(at) != '{') {
      at++;
    }
    if (ended) {
      return null;
    }
    begun = lines.number();
    String before = line.substring(0, at);
    if (margin == null && before.isBlank() && begun > 1) {
      margin = before;
    }
    StringBuilder piece = new StringBuilder();
    int depth = 0;
    boolean string = false;
    while (true) {
      int from = at;
      for (; at < line.length(); at++) {
        char c = line.charAt(at);
        if (string) {
          if (c == '\\') {
            at++;
          } else if (c == '"') {
            string = false;
          }
        } else if (c == '"') {
          string = true;
        } else if (c == '{' || c == '[') {
          depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
          at++;
          return new Piece(piece.append(line, from, at).toString(), begun);
        }
      }
      piece.append(line, from, line.length()).append('\n');
      string = false;
      String next = lines.next();
      if (next == null) {
        ended = true;
        return new Piece(piece.toString(), begun);
      }
      line = next;
      at = 0;
      String start = margin;
      if (start != null && next.startsWith(start + "{") && depth > 0) {
        return new Piece(piece.toString(), begun);
      }
    }
  }
}
