package org.myocohort.statistics.curve;

/// How much a response counts in the fit: by itself, never by what was fitted, so that the answer
/// is that of R's `nls(weights = …)`.
public enum Weighting {
  /// All alike: the scatter is the same everywhere.
  NONE("none"),
  /// `1/y`: the variance grows with the response.
  INVERSE("1/y"),
  /// `1/y²`: the standard deviation grows with the response.
  INVERSE_SQUARE("1/y2");

  private final String code;

  Weighting(String code) {
    this.code = code;
  }

  /// The name as typed and written.
  public String code() {
    return code;
  }

  /// The weight of a response, which must be above 0 unless all count alike.
  public double weight(double response) {
    return switch (this) {
      case NONE -> 1;
      case INVERSE -> 1 / response;
      case INVERSE_SQUARE -> 1 / (response * response);
    };
  }
}
