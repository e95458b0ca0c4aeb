package org.myocohort.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/// Collects everything that is wrong, so that a user sees all of it at once, up to a limit.
public final class Problems {
  /// How many are kept; the rest are counted.
  public static final int KEPT = 200;

  private final List<Problem> kept = new ArrayList<>();
  private int count;

  public void add(Problem problem) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(problem);
    }
  }

  public void add(
      String file, int line, String column, String code, String found, String... values) {
    add(new Problem(file, line, column, code, found, List.of(values)));
  }

  /// Adds everything that is wrong with another file.
  public void addAll(BadInputException other) {
    other.problems().forEach(this::add);
    count += other.count() - other.problems().size();
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public int count() {
    return count;
  }

  public List<Problem> kept() {
    return List.copyOf(kept);
  }

  /// Ends the reading where anything is wrong.
  ///
  /// @throws BadInputException with everything found
  public void throwIfAny() throws BadInputException {
    if (count > 0) {
      throw new BadInputException(this);
    }
  }
}
