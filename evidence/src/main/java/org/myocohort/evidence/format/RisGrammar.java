package org.myocohort.evidence.format;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// RIS: two characters, two blanks, a hyphen, a blank.
///
/// Other spacing is taken only where the record's own first line has it: an abstract wrapped before
/// `T2 - weighted` begins no field.
final class RisGrammar implements TagGrammar {
  private static final String START = "TY";
  private static final String END = "ER";
  private static final int TAG = 2;
  private static final int USUAL = 2;
  private static final int WIDEST = 3;
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z -]{0,30}");
  private static final Pattern JOINED = Pattern.compile("ER  -.*?(TY  - ?[A-Z]{3,7}\\s*)$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+\\.|<[0-9]+>");

  /// What the Cochrane Library, JSTOR and Ovid write before each record.
  private static final Pattern HEADER =
      Pattern.compile(
          "Record #[0-9]+ of [0-9]+|(?:Provider|Database|Content): .*|" + NUMBER.pattern());

  private static final Set<String> TELLING = Set.of("TI", "T1", "AU", "A1", "AB", "N2", "DO");
  private final Once tags = new Once();

  @Override
  public @Nullable RawField field(String line, @Nullable RawField open) {
    int length = line.length();
    if (length <= TAG || !upper(line.charAt(0)) || !upperOrDigit(line.charAt(1))) {
      return null;
    }
    int hyphen = TAG;
    while (hyphen < length && line.charAt(hyphen) == ' ') {
      hyphen++;
    }
    int blanks = hyphen - TAG;
    if (hyphen == length || line.charAt(hyphen) != '-' || blanks > WIDEST) {
      return null;
    }
    int value = hyphen + 1;
    if (value < length && line.charAt(value) == ' ') {
      value++;
    } else if (value < length && blanks != USUAL) {
      return null;
    }
    RawField field =
        new RawField(tags.of(line, 0, TAG), tags.of(line, TAG, value), line.substring(value));
    return blanks == USUAL || unusual(field, blanks, open) ? field : null;
  }

  private boolean unusual(RawField field, int blanks, @Nullable RawField open) {
    if (starts(field)) {
      return field.value().strip().length() >= 3;
    }
    if (field.tag().equals(END) && field.value().isBlank()) {
      return true;
    }
    return open != null && open.mark().indexOf('-') == blanks && open.tag().equals(START);
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean upperOrDigit(char c) {
    return upper(c) || (c >= '0' && c <= '9');
  }

  @Override
  public boolean starts(RawField field) {
    return field.tag().equals(START) && TYPE.matcher(field.value().strip()).matches();
  }

  /// An abstract may have a line that begins with `ER - positive`: text after the tag ends a record
  /// only where another begins.
  @Override
  public boolean ends(RawField field, Lines lines) throws IOException {
    if (!field.tag().equals(END)) {
      return false;
    }
    if (field.value().isBlank()) {
      return true;
    }
    String next = lines.nextNotBlank();
    if (next == null || NUMBER.matcher(next.strip()).matches()) {
      return true;
    }
    RawField after = field(next, null);
    return after != null && starts(after);
  }

  @Override
  public boolean isHeader(String line) {
    return HEADER.matcher(line.strip()).matches();
  }

  @Override
  public int joinedAt(String line) {
    if (!line.startsWith(END) || line.length() < 8) {
      return 0;
    }
    Matcher joined = JOINED.matcher(line);
    return joined.matches() ? joined.start(1) : 0;
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
