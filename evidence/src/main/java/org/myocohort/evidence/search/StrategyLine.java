package org.myocohort.evidence.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One line of a strategy, and how each dialect would bracket it.
///
/// @param number that later lines refer to it by, from 1
/// @param at line of the text at which it begins, from 1
/// @param text as typed, without its number
/// @param readings under the precedence of each dialect; empty where it could not be read
/// @param meant what was probably meant where AND and OR stand side by side without brackets; null
///   where there is no doubt
public record StrategyLine(
    int number,
    int at,
    String text,
    Map<Dialect, Expression> readings,
    @Nullable Expression meant) {

  public StrategyLine {
    readings = readings.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(readings));
  }

  /// What it asks for in a dialect, where it could be read.
  public Optional<Expression> in(Dialect dialect) {
    return Optional.ofNullable(readings.get(dialect));
  }

  /// Whether the dialects would not all read it alike.
  public boolean differs() {
    return readings.values().stream().distinct().count() > 1;
  }

  /// The different readings, each with the dialects that have it.
  public SequencedMap<Expression, List<Dialect>> distinctReadings() {
    SequencedMap<Expression, List<Dialect>> distinct = new LinkedHashMap<>();
    for (Expression reading : readings.values()) {
      distinct.computeIfAbsent(
          reading,
          each ->
              readings.entrySet().stream()
                  .filter(entry -> entry.getValue().equals(each))
                  .map(Map.Entry::getKey)
                  .toList());
    }
    return distinct;
  }
}
