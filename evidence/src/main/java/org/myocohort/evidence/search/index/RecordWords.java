package org.myocohort.evidence.search.index;

import java.util.List;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// What counts as a word: letters and digits, capitals and accents making no difference; a hyphen,
/// a slash or an apostrophe parts two words. Nothing is stemmed and no word is left out.
final class RecordWords {
  /// A character that parts two words.
  static final char APART = 0;

  /// A character that is no part of a word and parts none: a soft hyphen, an accent by itself.
  static final char NOTHING = 1;

  private static final char SOFT_HYPHEN = '\u00ad';
  private static final char[] ASCII = new char[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : APART;
    }
  }

  private RecordWords() {}

  /// The character as the index holds it, or what it is instead of a part of a word. A letter
  /// beyond ASCII may stand for two: see [#folded].
  static char part(char c) {
    if (c < ASCII.length) {
      return ASCII[c];
    }
    if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
      return Character.toLowerCase(c);
    }
    return c == SOFT_HYPHEN || Character.getType(c) == Character.NON_SPACING_MARK ? NOTHING : APART;
  }

  /// Writes a letter beyond ASCII without its accent.
  ///
  /// @return how many characters it takes
  static int folded(char[] letter, char[] out, int at) {
    return ASCIIFoldingFilter.foldToASCII(letter, 0, out, at, 1) - at;
  }

  /// The words of a text.
  static List<String> words(String text) {
    String joined = joined(text);
    return joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
  }

  /// The words of a text with a blank between each two.
  private static String joined(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean apart = false;
    char[] letter = new char[1];
    char[] out = new char[4];
    for (int i = 0; i < text.length(); i++) {
      char part = part(text.charAt(i));
      if (part == APART) {
        apart = !words.isEmpty();
      } else if (part != NOTHING) {
        if (apart) {
          words.append(' ');
          apart = false;
        }
        if (part < ASCII.length) {
          words.append(part);
        } else {
          letter[0] = part;
          words.append(out, 0, folded(letter, out, 0));
        }
      }
    }
    return words.toString();
  }

  /// A heading as a key: without the mark of a main topic, without subheadings.
  static String heading(String text) {
    int slash = text.indexOf('/');
    return joined(slash > 0 ? text.substring(0, slash) : text);
  }

  /// A title as a key, for records that share no identifier.
  static String titleKey(String title) {
    return joined(title);
  }
}
