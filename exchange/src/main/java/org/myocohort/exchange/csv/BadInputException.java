package org.myocohort.exchange.csv;

import java.util.List;

/// A file's content is wrong; carries every problem found.
public final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final int count;

  /// At least one problem has to be there.
  public BadInputException(Problems problems) {
    super(problems.count() + " problems, first: " + problems.kept().getFirst());
    this.problems = problems.kept();
    this.count = problems.count();
  }

  public List<Problem> problems() {
    return problems;
  }

  /// How many there are, those beyond the kept ones included.
  public int count() {
    return count;
  }
}
