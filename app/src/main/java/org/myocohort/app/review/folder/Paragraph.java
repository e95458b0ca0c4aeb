package org.myocohort.app.review.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text in lines of a width; what a terminal does not show is not counted.
final class Paragraph {
  private static final Pattern UNSEEN = Pattern.compile("\u001b\\[[0-9;]*m");

  private Paragraph() {}

  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      int seen = UNSEEN.matcher(word).replaceAll("").length();
      if (length > 0 && length + 1 + seen > width) {
        lines.add(line.toString());
        line.setLength(0);
        length = 0;
      }
      line.append(length > 0 ? " " : "").append(word);
      length += (length > 0 ? 1 : 0) + seen;
    }
    lines.add(line.toString());
    return lines;
  }
}
