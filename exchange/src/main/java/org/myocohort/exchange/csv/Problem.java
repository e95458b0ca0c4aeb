package org.myocohort.exchange.csv;

import java.util.List;

/// What is wrong with a file, and where; the sentence stands in the message files.
///
/// @param file the file as the user named it
/// @param line line number from 1, 0 where the whole file is meant
/// @param column name of the column, empty where the whole line or file is meant
/// @param code what was expected, a message code under `problem.`
/// @param found what was found, shortened
/// @param values values that the message names
public record Problem(
    String file, int line, String column, String code, String found, List<String> values) {

  private static final int SHOWN = 60;

  public Problem {
    found = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    values = List.copyOf(values);
  }
}
