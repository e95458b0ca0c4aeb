package org.myocohort.evidence.search;

import java.util.List;
import java.util.Optional;

/// A search of one line or more in one dialect.
///
/// @param lines at least one
public record Strategy(Dialect dialect, List<StrategyLine> lines) {
  public Strategy {
    lines = List.copyOf(lines);
  }

  /// The line whose answer is the answer of the whole: the last.
  public StrategyLine answer() {
    return lines.getLast();
  }

  /// What a line asks for in the dialect of the strategy, where it could be read.
  public Optional<Expression> expression(StrategyLine line) {
    return line.in(dialect);
  }
}
