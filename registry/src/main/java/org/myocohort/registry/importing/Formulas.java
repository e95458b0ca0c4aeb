package org.myocohort.registry.importing;

/// Texts that a spreadsheet would run as formulas: on the way out they get an apostrophe in front,
/// on the way in it is taken off again. What comes back is what went out, whatever it was.
public final class Formulas {
  private static final String STARTS = "=+-@\t\r";

  private Formulas() {}

  /// A text that no spreadsheet runs; numbers such as -5 stay numbers.
  public static String defused(String text) {
    return isDangerous(text) ? "'" + text : text;
  }

  /// Whether a spreadsheet might run it.
  public static boolean isDangerous(String text) {
    int start = apostrophes(text);
    return start < text.length()
        && STARTS.indexOf(text.charAt(start)) >= 0
        && !(start == 0 && text.matches("[-+][0-9]+([.,][0-9]+)?"));
  }

  /// What [#defused] was given.
  public static String restored(String text) {
    int start = apostrophes(text);
    return start > 0 && start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0
        ? text.substring(1)
        : text;
  }

  private static int apostrophes(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return start;
  }
}
