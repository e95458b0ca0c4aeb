package org.myocohort.evidence.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// The tagged text of EndNote and refer: `%` and a character.
///
/// @param started whether `%0` begins the records; otherwise an empty line parts them
record ReferGrammar(boolean started) implements TagGrammar {
  private static final int TAG = 2;
  private static final Set<String> TELLING = Set.of("%T", "%A", "%J", "%B", "%X");

  @Override
  public @Nullable RawField field(String line, @Nullable RawField open) {
    boolean tag = line.length() >= TAG && line.charAt(0) == '%' && line.charAt(1) > ' ';
    return tag ? TagGrammar.ofTwoCharacters(line) : null;
  }

  @Override
  public boolean starts(RawField field) {
    return field.tag().equals("%0");
  }

  @Override
  public boolean endsAt(String line) {
    return !started && line.isBlank();
  }

  @Override
  public boolean tells(String tag) {
    return TELLING.contains(tag);
  }

  @Override
  public String startTag() {
    return started ? "%0" : "";
  }
}
