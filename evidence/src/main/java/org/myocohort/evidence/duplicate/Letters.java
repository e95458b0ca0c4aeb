package org.myocohort.evidence.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Text as it is compared: lower case, without markup and accents, words parted by one blank.
///
/// A number is a word of its own, also within a name (`IL-1` and `IL1` are `il 1`), and so is every
/// ideograph. A single Greek letter is spelt out.
final class Letters {
  private static final int LONGEST_TAG = 40;
  private static final int LONGEST_ENTITY = 10;
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "-",
          "mdash", "-");
  private static final Map<Character, String> SPELT =
      Map.ofEntries(
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"));
  private static final List<String> GREEK =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon",
          "phi", "chi", "psi", "omega");

  private Letters() {}

  static String fold(String text) {
    String plain = withoutMarkup(text);
    if (!ascii(plain)) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    }
    StringBuilder folded = new StringBuilder(plain.length() + 8);
    Kind last = Kind.GAP;
    for (int at = 0; at < plain.length(); ) {
      int letter = Character.toLowerCase(plain.codePointAt(at));
      int width = Character.charCount(letter);
      Kind kind = Kind.of(letter);
      if (kind != Kind.SILENT) {
        if (kind != last || kind == Kind.IDEOGRAPH) {
          gap(folded);
        }
        if (letter == '&') {
          folded.append("and ");
        } else if (kind != Kind.GAP) {
          append(folded, plain, at, letter);
        }
        last = kind;
      }
      at += width;
    }
    int end = folded.length();
    while (end > 0 && folded.charAt(end - 1) == ' ') {
      end--;
    }
    return folded.substring(0, end);
  }

  static List<String> words(String text) {
    return wordsOf(fold(text));
  }

  /// The words of a text that is folded already.
  static List<String> wordsOf(String folded) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < folded.length()) {
      int end = folded.indexOf(' ', start);
      if (end < 0) {
        end = folded.length();
      }
      if (end > start) {
        words.add(folded.substring(start, end));
      }
      start = end + 1;
    }
    return words;
  }

  static boolean number(String word) {
    return Character.isDigit(word.charAt(0));
  }

  private static void append(StringBuilder folded, String plain, int at, int letter) {
    if (letter < 0x80) {
      folded.append((char) letter);
      return;
    }
    String spelt = letter <= Character.MAX_VALUE ? SPELT.get((char) letter) : null;
    if (spelt != null) {
      folded.append(spelt);
    } else if (greek(letter) && !greek(neighbour(plain, at - 1)) && !greek(after(plain, at))) {
      folded.append(GREEK.get(letter - 'α'));
    } else {
      folded.appendCodePoint(letter);
    }
  }

  private static int neighbour(String plain, int at) {
    return at < 0 || at >= plain.length() ? ' ' : Character.toLowerCase(plain.charAt(at));
  }

  /// The next letter, past the accents that decomposing set off.
  private static int after(String plain, int at) {
    int next = at + 1;
    while (next < plain.length() && Kind.of(plain.charAt(next)) == Kind.SILENT) {
      next++;
    }
    return neighbour(plain, next);
  }

  private static boolean greek(int letter) {
    return letter >= 'α' && letter <= 'ω';
  }

  private static void gap(StringBuilder folded) {
    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  private static boolean ascii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMarkup(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      int end =
          switch (here) {
            case '<' -> endOfTag(text, at);
            case '&' -> text.indexOf(';', at);
            default -> -1;
          };
      if (here == '<' && end > 0) {
        at = end;
      } else if (here == '&' && end > at + 1 && end - at <= LONGEST_ENTITY) {
        String meant = entity(text.substring(at + 1, end));
        plain.append(meant.isEmpty() ? text.substring(at, end + 1) : meant);
        at = end;
      } else {
        plain.append(here);
      }
    }
    return plain.toString();
  }

  /// A tag begins with a letter or a slash, so that `p < 0.05` stays.
  private static int endOfTag(String text, int at) {
    if (at + 1 >= text.length()
        || !(text.charAt(at + 1) == '/' || Character.isLetter(text.charAt(at + 1)))) {
      return -1;
    }
    int end = text.indexOf('>', at);
    return end - at <= LONGEST_TAG ? end : -1;
  }

  private static String entity(String name) {
    if (name.startsWith("#")) {
      try {
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        int letter = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return Character.isValidCodePoint(letter) ? Character.toString(letter) : "";
      } catch (NumberFormatException notANumber) {
        return "";
      }
    }
    return ENTITIES.getOrDefault(name, "");
  }

  private enum Kind {
    LETTER,
    DIGIT,
    IDEOGRAPH,
    /// Neither parts words nor is compared: accents, apostrophes, soft hyphens.
    SILENT,
    GAP;

    static Kind of(int letter) {
      if (letter < 0x80) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
          return LETTER;
        }
        return letter >= '0' && letter <= '9' ? DIGIT : letter == '\'' ? SILENT : GAP;
      }
      if (letter == '’' || letter == '‘' || letter == 'ʼ' || letter == '´' || letter == 0xAD) {
        return SILENT;
      }
      return switch (Character.getType(letter)) {
        case Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.MODIFIER_SYMBOL,
            Character.FORMAT ->
            SILENT;
        case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
        default ->
            Character.isIdeographic(letter)
                ? IDEOGRAPH
                : Character.isLetter(letter)
                        || Character.getType(letter) == Character.COMBINING_SPACING_MARK
                    ? LETTER
                    : GAP;
      };
    }
  }
}
