package org.myocohort.evidence.format;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// The plain text of the Cochrane Library: `Record #1 of 20`, then a field a line, `TI: …`.
///
/// Only tags that the library writes begin a field: `AIM: ` in a line of an abstract begins none.
final class CochraneGrammar implements TagGrammar {
  static final Pattern HEAD = Pattern.compile("Record #[0-9]+ of [0-9]+");
  private static final String START = "Record";
  private static final int LONGEST_TAG = 4;
  private static final Set<String> TAGS =
      Set.of(
          "ID", "AU", "TI", "SO", "YR", "VL", "NO", "PG", "PM", "XR", "PT", "KY", "DOI", "AB", "US",
          "CC", "LA", "PB", "ISSN");
  private static final Set<String> TELLING = Set.of("ID", "TI", "AU", "AB");

  @Override
  public @Nullable RawField field(String line, @Nullable RawField open) {
    if (HEAD.matcher(line.strip()).matches()) {
      int blank = line.indexOf(' ');
      return new RawField(START, " ", line.substring(blank + 1));
    }
    int colon = line.indexOf(':');
    if (colon < 0 || colon > LONGEST_TAG || !TAGS.contains(line.substring(0, colon))) {
      return null;
    }
    int value = line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
    return new RawField(
        line.substring(0, colon).intern(), line.substring(colon, value), line.substring(value));
  }

  @Override
  public boolean starts(RawField field) {
    return field.tag().equals(START);
  }

  @Override
  public boolean tells(String tag) {
    return TELLING.contains(tag);
  }

  @Override
  public String startTag() {
    return START;
  }
}
