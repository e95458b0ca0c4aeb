package org.myocohort.exchange.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A value of a YAML file, with the line on which it begins (from 1).
///
/// A scalar stays the text that was written: `no`, `0.50` and `2026-01` are texts, so that no word
/// turns into a truth value, no number loses a digit, no date is moved by a time zone.
public sealed interface YamlValue {
  int line();

  /// A scalar; empty where nothing stands.
  ///
  /// @param text without blanks around it
  /// @param exact with them, as quotes or a block keep them
  record Text(String text, String exact, int line) implements YamlValue {}

  /// Values in the order of the file.
  record Items(List<YamlValue> values, int line) implements YamlValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// Fields in the order of the file.
  record Fields(SequencedMap<String, YamlValue> values, int line) implements YamlValue {
    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
  }
}
