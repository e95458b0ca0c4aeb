package org.myocohort.statistics.inference;

/// Which departures from the null hypothesis count against it, and with that which limits of an
/// interval are finite, as in R: the interval of `GREATER` has a lower limit only.
public enum Alternative {
  TWO_SIDED,
  LESS,
  GREATER;

  /// The probability that the interval leaves below its lower limit; 0 where it has none.
  public double belowLower(double level) {
    return switch (this) {
      case TWO_SIDED -> (1 - level) / 2;
      case LESS -> 0;
      case GREATER -> 1 - level;
    };
  }

  /// The probability that the interval leaves above its upper limit; 0 where it has none.
  public double aboveUpper(double level) {
    return switch (this) {
      case TWO_SIDED -> (1 - level) / 2;
      case LESS -> 1 - level;
      case GREATER -> 0;
    };
  }
}
