package org.myocohort.instrument;

import java.util.List;

/// An assumption, a caution or a reason, as a code with values; the sentence stands in the message
/// files.
public record Note(String code, List<String> values) {
  public Note {
    values = List.copyOf(values);
  }

  public static Note of(String code, String... values) {
    return new Note(code, List.of(values));
  }
}
