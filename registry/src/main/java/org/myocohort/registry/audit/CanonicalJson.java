package org.myocohort.registry.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// JSON that has one form only: keys in order, no spaces. What is stored is this text itself and
/// never what a database or a library makes of it.
public final class CanonicalJson {
  private static final TypeReference<TreeMap<String, String>> CELLS = new TypeReference<>() {};

  private CanonicalJson() {}

  /// The cells of a row; empty cells are left out.
  public static String ofCells(Map<String, String> cells) {
    SortedMap<String, String> filled = new TreeMap<>();
    cells.forEach((column, text) -> {
      if (!text.isEmpty()) {
        filled.put(column, text);
      }
    });
    return of(filled);
  }

  /// Sorted maps, lists, texts and whole numbers.
  static String of(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  /// The cells that a text holds, in the order of their names.
  ///
  /// @throws IllegalStateException if the text is no such JSON: the database is damaged
  public static SortedMap<String, String> cells(String text) {
    try {
      return JsonMapper.shared().readValue(text, CELLS);
    } catch (JacksonException damaged) {
      throw new IllegalStateException("a row's cells are no JSON of texts", damaged);
    }
  }

  /// A member of an audit entry's text, empty where there is none.
  public static String member(String text, String name) {
    return JsonMapper.shared().readTree(text).path(name).asString("");
  }
}
