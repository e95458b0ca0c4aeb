package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The lines of a text with their numbers, whatever ends them; or its characters up to a mark.
///
/// A byte-order mark is left out wherever a line begins: exports are joined end to end.
final class Lines {
  static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER = 1 << 15;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private final Deque<String> returned = new ArrayDeque<>();
  private int from;
  private int to;
  private int number;

  Lines(Reader reader) {
    this.reader = reader;
  }

  /// The next line without its end, null after the last.
  @Nullable String next() throws IOException {
    String again = returned.pollFirst();
    String line = again == null ? read() : again;
    number += line == null ? 0 : 1;
    return line;
  }

  /// Puts a line back that [#next] gave.
  void back(String line) {
    returned.addFirst(line);
    number--;
  }

  /// The next line that is not blank, null if none comes; it is not taken.
  @Nullable String nextNotBlank() throws IOException {
    Deque<String> seen = new ArrayDeque<>();
    String line = next();
    while (line != null) {
      seen.push(line);
      if (!line.isBlank()) {
        break;
      }
      line = next();
    }
    seen.forEach(this::back);
    return line;
  }

  /// The number of the line that [#next] gave last, from 1.
  int number() {
    return number;
  }

  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, reader.read(buffer, 0, buffer.length));
    }
    return from < to;
  }

  /// Appends the characters up to one, with it, line ends as `\n`. Not to be mixed with [#next].
  ///
  /// @return whether it came
  boolean through(char last, StringBuilder to) throws IOException {
    while (fill()) {
      int end = from;
      char c = 0;
      while (end < this.to) {
        c = buffer[end++];
        if (c == last || c == '\r') {
          break;
        }
        number += c == '\n' ? 1 : 0;
      }
      boolean carriage = c == '\r';
      to.append(buffer, from, end - from - (carriage ? 1 : 0));
      from = end;
      if (carriage) {
        to.append('\n');
        number++;
        if (fill() && buffer[from] == '\n') {
          from++;
        }
      } else if (c == last) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String read() throws IOException {
    if (!fill()) {
      return null;
    }
    StringBuilder longLine = null;
    while (fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      String part = new String(buffer, from, end - from);
      boolean ended = end < to;
      boolean carriage = ended && buffer[end] == '\r';
      from = ended ? end + 1 : end;
      if (carriage && fill() && buffer[from] == '\n') {
        from++;
      }
      if (ended && longLine == null) {
        return withoutMark(part);
      }
      longLine = (longLine == null ? new StringBuilder() : longLine).append(part);
      if (ended) {
        break;
      }
    }
    return withoutMark(longLine == null ? "" : longLine.toString());
  }

  private static String withoutMark(String line) {
    return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
  }
}
