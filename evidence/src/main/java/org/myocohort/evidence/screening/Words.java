package org.myocohort.evidence.screening;

import java.util.Locale;
import java.util.function.Consumer;

/// Cuts a text into words: runs of two or more letters, digits, numbers or underscores of any
/// script, in lower case.
final class Words {
  private Words() {}

  static void forEach(String text, Consumer<String> word) {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    int at = 0;
    int letters = 0;
    while (at < lower.length()) {
      int point = lower.codePointAt(at);
      if (isOfWord(point)) {
        if (start < 0) {
          start = at;
          letters = 0;
        }
        letters++;
      } else {
        if (start >= 0 && letters > 1) {
          word.accept(lower.substring(start, at));
        }
        start = -1;
      }
      at += Character.charCount(point);
    }
    if (start >= 0 && letters > 1) {
      word.accept(lower.substring(start));
    }
  }

  private static boolean isOfWord(int point) {
    if (point < 128) {
      return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9') || point == '_';
    }
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
