package org.myocohort.evidence.printed;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds in a document what a person quoted from it, however the two were copied.
///
/// Both sides are cleaned as [PrintedText] does. Besides, spaces count only between two numbers, a
/// hyphen between letters does not count, and quotation marks of all kinds are one. Case counts. A
/// number is not found within a longer one. `[...]` or `…` in the quote stands for what was left
/// out; the parts must follow each other.
///
/// - **Cost:** linear in the length of the document, once; then a search of text a quote.
public final class QuoteSearch {
  private static final Pattern LEFT_OUT =
      Pattern.compile("\\[(?:\u2026|\\.\\.\\.)\\]|\u2026|(?<=\\s)\\.\\.\\.(?=\\s)");

  private final PrintedText text;
  private final String folded;
  private final int[] offsets;

  private QuoteSearch(PrintedText text, Folded folded) {
    this.text = text;
    this.folded = folded.out.toString();
    this.offsets = folded.offsets;
  }

  /// Prepares a document.
  public static QuoteSearch in(PrintedText text) {
    return new QuoteSearch(text, new Folded(text.clean()));
  }

  /// Where a quote stands in the document as it was given.
  ///
  /// @param from its first character
  /// @param to after its last one
  public record Passage(int from, int to) {}

  /// Where the quote stands first; empty where it does not, or says nothing.
  public Optional<PrintedPlace> find(String quote) {
    return passage(quote).map(passage -> text.placeOfOriginal(passage.from(), passage.to()));
  }

  /// The characters of the document that the quote stands for first; empty where it does not stand
  /// there, or says nothing.
  public Optional<Passage> passage(String quote) {
    int from = -1;
    int at = 0;
    for (String part : LEFT_OUT.split(quote, -1)) {
      String wanted = new Folded(PrintedText.of("", part).clean()).out.toString();
      if (wanted.isEmpty()) {
        continue;
      }
      int found = next(wanted, at);
      if (found < 0) {
        return Optional.empty();
      }
      from = from < 0 ? found : from;
      at = found + wanted.length();
    }
    return from < 0
        ? Optional.empty()
        : Optional.of(text.original(offsets[from], offsets[at - 1] + 1));
  }

  private int next(String wanted, int start) {
    int found = folded.indexOf(wanted, start);
    while (found >= 0 && (splits(found) || splits(found + wanted.length()))) {
      found = folded.indexOf(wanted, found + 1);
    }
    return found;
  }

  /// Whether a number would be cut in two before this character.
  private boolean splits(int at) {
    return (digit(at - 1) && digit(at))
        || (digit(at - 1) && mark(at) && digit(at + 1))
        || (digit(at - 2) && mark(at - 1) && digit(at));
  }

  private boolean digit(int at) {
    return at >= 0 && at < folded.length() && Character.isDigit(folded.charAt(at));
  }

  private boolean mark(int at) {
    return at >= 0
        && at < folded.length()
        && (folded.charAt(at) == '.' || folded.charAt(at) == ',');
  }

  /// A text without what the copying of it may change, each character with its place.
  private static final class Folded {
    private static final int GROUP = 3;

    private final String clean;
    private final StringBuilder out;
    private final int[] offsets;

    /// Digits at the end of the output, since the last space within a number.
    private int run;

    private Folded(String clean) {
      this.clean = clean;
      this.out = new StringBuilder(clean.length());
      int[] places = new int[clean.length()];
      for (int at = 0; at < clean.length(); at++) {
        char c = clean.charAt(at);
        if (Character.isWhitespace(c)) {
          space(at, places);
        } else if (!(c == '-' && letter(at - 1) && letter(at + 1))) {
          put(plain(c), at, places);
        }
      }
      this.offsets = Arrays.copyOf(places, out.length());
    }

    private void put(char c, int at, int[] places) {
      run = Character.isDigit(c) ? run + 1 : 0;
      places[out.length()] = at;
      out.append(c);
    }

    /// A space between numbers stays, unless it groups thousands.
    private void space(int at, int[] places) {
      if (run == 0 || !Character.isDigit(at(at + 1))) {
        return;
      }
      boolean groups =
          run <= GROUP
              && Character.isDigit(at(at + 2))
              && Character.isDigit(at(at + GROUP))
              && !Character.isDigit(at(at + GROUP + 1));
      if (groups) {
        run = 0;
      } else {
        put(' ', at, places);
      }
    }

    private char at(int at) {
      return at >= 0 && at < clean.length() ? clean.charAt(at) : ' ';
    }

    private boolean letter(int at) {
      return Character.isLetter(at(at));
    }

    private static char plain(char c) {
      return switch (c) {
        case '\u2018', '\u2019', '\u201A', '\u00B4', '`' -> '\'';
        case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
        default -> c;
      };
    }
  }
}
