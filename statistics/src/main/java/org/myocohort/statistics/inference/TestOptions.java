package org.myocohort.statistics.inference;

/// What every test is asked with.
///
/// @param alternative which departures count
/// @param computation how the probability is found
/// @param level of the interval, between 0 and 1
public record TestOptions(Alternative alternative, Computation computation, double level) {
  public TestOptions {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
  }

  /// Two-sided, exact, 95 %.
  public static TestOptions defaults() {
    return new TestOptions(Alternative.TWO_SIDED, new Computation.Exact(), 0.95);
  }

  public TestOptions with(Alternative other) {
    return new TestOptions(other, computation, level);
  }

  public TestOptions with(Computation other) {
    return new TestOptions(alternative, other, level);
  }

  public TestOptions withLevel(double other) {
    return new TestOptions(alternative, computation, other);
  }
}
