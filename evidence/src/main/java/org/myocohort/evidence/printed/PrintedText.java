package org.myocohort.evidence.printed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/// The text of a document, often pasted from a PDF, made readable for the search of numbers.
///
/// - **Left out:** soft hyphens, a hyphen at the end of a line between two small letters, spaces
///   that group thousands by their kind (thin, narrow, no-break), the space within a split `fi` or
///   `fl` ligature ("identifi ed").
/// - **Replaced:** ligatures by letters; true minus, dashes and hyphens of other kinds by `-`; a
///   raised point between digits by `.`; other spaces and single line ends by one space; signs for
///   "not above" and "not below" of several kinds by one each; mathematical letters and raised twos
///   by plain ones; the HTML names of `<`, `>` and `&`.
/// - **Kept:** everything else. An empty line stays as one line end.
///
/// Every character left knows where it stood, so that a finding can quote the document itself.
public final class PrintedText {
  private static final List<String> ENTITIES = List.of("&lt;", "&gt;", "&amp;");
  private static final int LONGEST_QUOTE = 160;

  private final String document;
  private final String original;
  private final String clean;
  private final int[] offsets;
  private final int[] lines;

  private PrintedText(String document, String original) {
    this.document = document;
    this.original = original;
    Cleaner cleaner = new Cleaner(original);
    cleaner.run();
    this.clean = cleaner.out.toString();
    this.offsets = cleaner.offsets;
    this.lines = lineStarts(original);
  }

  /// Cleans a text, in one pass.
  ///
  /// @param document the name under which findings quote it
  public static PrintedText of(String document, String original) {
    return new PrintedText(document, original);
  }

  /// Reads a text file: UTF-8, or where it is not, the encoding of old Western texts.
  ///
  /// @param document the name under which findings quote it
  public static PrintedText read(Path file, String document) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return new PrintedText(document, text);
  }

  /// Whether it is a text at all, and not the bytes of a PDF or of another kind of file.
  public boolean isText() {
    return !original.startsWith("%PDF") && original.indexOf('\0') < 0;
  }

  public String document() {
    return document;
  }

  /// The text as it was given.
  public String original() {
    return original;
  }

  /// The cleaned text.
  public String clean() {
    return clean;
  }

  /// The place of these characters of the cleaned text, from the first to before the last.
  public PrintedPlace place(int from, int to) {
    QuoteSearch.Passage passage = original(from, to);
    return placeOfOriginal(passage.from(), passage.to());
  }

  /// The characters of the document that these of the cleaned text were.
  QuoteSearch.Passage original(int from, int to) {
    int first = offsets[from];
    return new QuoteSearch.Passage(first, to > from ? offsets[to - 1] + 1 : first);
  }

  PrintedPlace placeOfOriginal(int first, int last) {
    int found = Arrays.binarySearch(lines, first);
    int line = found >= 0 ? found : -found - 2;
    String quote = original.substring(first, Math.min(last, first + LONGEST_QUOTE));
    return new PrintedPlace(
        document, line + 1, first - lines[line] + 1, first, quote.replaceAll("\\s+", " ").strip());
  }

  private static int[] lineStarts(String text) {
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == '\n' ? 1 : 0;
    }
    int[] starts = new int[count];
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts[line++] = i + 1;
      }
    }
    return starts;
  }

  /// The one pass.
  private static final class Cleaner {
    private final String text;
    private final StringBuilder out;
    private int[] offsets;

    private Cleaner(String text) {
      this.text = text;
      this.out = new StringBuilder(text.length());
      this.offsets = new int[text.length() + 8];
    }

    private void run() {
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\u00AD' || c == '\uFEFF' || c == '\u200B') {
          at = c == '\u00AD' ? afterBreak(at + 1) : at + 1;
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
          at = space(at);
        } else if (isHyphen(c)) {
          at = hyphen(at);
        } else {
          at = other(at, c);
        }
      }
    }

    private void put(char c, int at) {
      if (out.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[out.length()] = at;
      out.append(c);
    }

    private void put(String s, int at) {
      for (int i = 0; i < s.length(); i++) {
        put(s.charAt(i), at);
      }
    }

    private char before(int back) {
      return out.length() >= back ? out.charAt(out.length() - back) : ' ';
    }

    private char next(int at) {
      return at < text.length() ? text.charAt(at) : ' ';
    }

    /// The first character behind a line end here, or here if there is none.
    private int afterBreak(int at) {
      int i = at;
      while (i < text.length() && " \t\r".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      if (i >= text.length() || text.charAt(i) != '\n') {
        return at;
      }
      i++;
      while (i < text.length() && " \t\r".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      return i;
    }

    private int space(int at) {
      int end = at;
      int breaks = 0;
      boolean grouping = true;
      while (end < text.length()
          && (Character.isWhitespace(text.charAt(end))
              || Character.isSpaceChar(text.charAt(end)))) {
        char c = text.charAt(end);
        breaks += c == '\n' ? 1 : 0;
        grouping &= c == '\u2009' || c == '\u202F' || c == '\u00A0' || c == '\u2008';
        end++;
      }
      if (breaks > 1) {
        put('\n', at);
      } else if (grouping && Character.isDigit(before(1)) && threeDigits(end)) {
        return end;
      } else if (!(breaks == 0 && end - at == 1 && splitLigature(end))) {
        put(' ', at);
      }
      return end;
    }

    private boolean threeDigits(int at) {
      return Character.isDigit(next(at))
          && Character.isDigit(next(at + 1))
          && Character.isDigit(next(at + 2))
          && !Character.isDigit(next(at + 3));
    }

    /// Whether "fi" or "fl" stands before and a small letter behind: no English word ends so.
    private boolean splitLigature(int at) {
      return before(2) == 'f'
          && (before(1) == 'i' || before(1) == 'l')
          && next(at) >= 'a'
          && next(at) <= 'z';
    }

    private static boolean isHyphen(char c) {
      return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\uFF0D';
    }

    private int hyphen(int at) {
      int behind = afterBreak(at + 1);
      if (behind > at + 1
          && Character.isLowerCase(before(1))
          && Character.isLowerCase(next(behind))) {
        return behind;
      }
      put('-', at);
      return behind > at + 1 && Character.isDigit(next(behind)) ? behind : at + 1;
    }

    private int other(int at, char c) {
      switch (c) {
        case '\uFB00' -> put("ff", at);
        case '\uFB01' -> put("fi", at);
        case '\uFB02' -> put("fl", at);
        case '\uFB03' -> put("ffi", at);
        case '\uFB04' -> put("ffl", at);
        case '\u00B7', '\u2219', '\u22C5' ->
            put(Character.isDigit(before(1)) && Character.isDigit(next(at + 1)) ? '.' : c, at);
        case '\u2A7D', '\u2266' -> put('\u2264', at);
        case '\u2A7E', '\u2267' -> put('\u2265', at);
        case '\uFF1D' -> put('=', at);
        case '\uFF1C' -> put('<', at);
        case '\uFF1E' -> put('>', at);
        case '\u00B2' -> put('2', at);
        case '&' -> {
          for (String entity : ENTITIES) {
            if (text.startsWith(entity, at)) {
              put("<>&".charAt(ENTITIES.indexOf(entity)), at);
              return at + entity.length();
            }
          }
          put(c, at);
        }
        default -> {
          int letter = text.codePointAt(at);
          if (letter >= 0x1D400 && letter <= 0x1D7FF) {
            put(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC), at);
            return at + 2;
          }
          put(c, at);
        }
      }
      return at + 1;
    }
  }
}
