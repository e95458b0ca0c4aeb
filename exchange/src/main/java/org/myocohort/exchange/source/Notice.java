package org.myocohort.exchange.source;

import java.util.List;

/// Something that a user should know of a file that can be read nevertheless.
///
/// @param where the file, sheet or column, as messages name it
/// @param code a message code under `notice.`
/// @param values what the message names
public record Notice(String where, String code, List<String> values) {
  public Notice {
    values = List.copyOf(values);
  }

  public static Notice of(String where, String code, String... values) {
    return new Notice(where, code, List.of(values));
  }
}
