package org.myocohort.care.trial.registry;

import java.util.regex.Pattern;

/// The free text of criteria as people read it: the registry's light Markdown escapes some signs.
final class CriteriaText {
  private static final Pattern ESCAPED = Pattern.compile("\\\\([<>\\[\\]*_~#().+-])");

  private CriteriaText() {}

  static String unescaped(String text) {
    return ESCAPED.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("$1");
  }
}
