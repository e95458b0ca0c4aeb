package org.myocohort.evidence.format;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// PubMed's tagged text: a tag padded to four characters, a hyphen, a blank; the next lines of a
/// value are indented. An empty line ends a record.
final class NbibGrammar implements TagGrammar {
  private static final int WIDTH = 4;
  private static final Pattern NUMBER = Pattern.compile("<[0-9]+>");
  private final Once tags = new Once();
  private static final Set<String> TELLING =
      Set.of("PMID", "PMC", "TI", "BTI", "CTI", "AU", "FAU", "AB", "UI", "JT", "TA", "PT", "DP");

  @Override
  public @Nullable RawField field(String line, @Nullable RawField open) {
    int end = 0;
    while (end < line.length() && end < WIDTH && upperOrDigit(line.charAt(end))) {
      end++;
    }
    if (end < 2 || line.charAt(0) < 'A') {
      return null;
    }
    int hyphen = end;
    while (hyphen < line.length() && hyphen < WIDTH && line.charAt(hyphen) == ' ') {
      hyphen++;
    }
    if (hyphen >= line.length() || line.charAt(hyphen) != '-') {
      return null;
    }
    int value = hyphen + 1;
    if (value < line.length() && line.charAt(value) == ' ') {
      value++;
    } else if (value < line.length() && hyphen < WIDTH) {
      return null;
    }
    return new RawField(tags.of(line, 0, end), tags.of(line, end, value), line.substring(value));
  }

  private static boolean upperOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  @Override
  public boolean starts(RawField field) {
    return field.tag().equals("PMID");
  }

  @Override
  public boolean endsAt(String line) {
    return line.isBlank() || NUMBER.matcher(line.strip()).matches();
  }

  @Override
  public boolean tells(String tag) {
    return TELLING.contains(tag);
  }
}
