package org.myocohort.evidence.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// The tagged text of RefWorks, in which CNKI exports too: two characters, a blank.
///
/// Only its own tags begin a field: a line of an abstract may begin with `IL 1`.
final class RefworksGrammar implements TagGrammar {
  private static final String START = "RT";
  private static final int TAG = 2;
  private static final Set<String> TAGS =
      Set.of(
          START, "SR", "ID", "A1", "A2", "A3", "A4", "A5", "A6", "T1", "T2", "T3", "JF", "JO", "YR",
          "FD", "RD", "VO", "vo", "IS", "SP", "OP", "K1", "AB", "NO", "ED", "PB", "PP", "SN", "AV",
          "AD", "AN", "LA", "CL", "SF", "OT", "LK", "UL", "UR", "DO", "CN", "DB", "DS", "IP", "ST",
          "PM", "U1", "U2", "U3", "U4", "U5");
  private static final Set<String> TELLING = Set.of("T1", "A1", "JF", "AB");

  @Override
  public @Nullable RawField field(String line, @Nullable RawField open) {
    boolean tag = line.length() >= TAG && TAGS.contains(line.substring(0, TAG));
    return tag ? TagGrammar.ofTwoCharacters(line) : null;
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
