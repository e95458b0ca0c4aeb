package org.myocohort.evidence.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// How a format in tagged lines sets its fields and records apart.
interface TagGrammar {
  /// The field that a line begins, null of a line that begins none.
  ///
  /// @param open the field that began the record in which the line stands, null outside records
  @Nullable RawField field(String line, @Nullable RawField open);

  /// The field of a line that begins with a tag of two characters, alone or before a blank; null of
  /// any other line.
  static @Nullable RawField ofTwoCharacters(String line) {
    int tag = 2;
    if (line.length() == tag) {
      return new RawField(line.intern(), "");
    }
    return line.length() > tag && line.charAt(tag) == ' '
        ? new RawField(line.substring(0, tag).intern(), " ", line.substring(tag + 1))
        : null;
  }

  /// Whether a field begins a record.
  boolean starts(RawField field);

  /// Whether a field ends its record.
  ///
  /// @param lines to look ahead
  default boolean ends(RawField field, Lines lines) throws IOException {
    return false;
  }

  /// Where the second of two lines begins that were joined when the end of the first was damaged; 0
  /// of a line that need not be cut.
  default int joinedAt(String line) {
    return 0;
  }

  /// Whether a line without a tag ends a record.
  default boolean endsAt(String line) {
    return false;
  }

  /// Whether a line between records is what databases put there: nothing to tell of.
  default boolean isHeader(String line) {
    return false;
  }

  /// Whether a field with this tag makes a record, even one that is not begun as it ought to.
  boolean tells(String tag);

  /// The tag that has to begin a record, empty where none has to.
  default String startTag() {
    return "";
  }

  /// The tag that has to end a record, empty where none has to.
  default String endTag() {
    return "";
  }
}
