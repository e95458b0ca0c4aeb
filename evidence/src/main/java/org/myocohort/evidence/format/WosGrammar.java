package org.myocohort.evidence.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// The tagged text of Web of Science: two characters, a blank; the next lines are indented.
final class WosGrammar implements TagGrammar {
  private static final String START = "PT";
  private static final String END = "ER";
  private static final int TAG = 2;
  private static final Set<String> TELLING = Set.of("TI", "AU", "UT", "SO", "AB");

  @Override
  public @Nullable RawField field(String line, @Nullable RawField open) {
    boolean tag = line.length() >= TAG && upper(line.charAt(0)) && upperOrDigit(line.charAt(1));
    return tag ? TagGrammar.ofTwoCharacters(line) : null;
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean upperOrDigit(char c) {
    return upper(c) || (c >= '0' && c <= '9');
  }

  @Override
  public boolean starts(RawField field) {
    return field.tag().equals(START);
  }

  @Override
  public boolean ends(RawField field, Lines lines) {
    return field.tag().equals(END) && field.value().isBlank();
  }

  @Override
  public boolean tells(String tag) {
    return TELLING.contains(tag);
  }

  @Override
  public String startTag() {
    return START;
  }

  @Override
  public String endTag() {
    return END;
  }
}
