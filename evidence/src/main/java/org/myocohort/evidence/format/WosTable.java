package org.myocohort.evidence.format;

import java.util.List;
import java.util.regex.Pattern;

/// The table of Web of Science whose columns are named by the tags of its text.
final class WosTable {
  private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]");

  private WosTable() {}

  static boolean looksLike(List<String> heading) {
    long tags = heading.stream().filter(name -> TAG.matcher(name.strip()).matches()).count();
    return tags >= 10 && heading.contains("TI") && heading.contains("AU");
  }
}
