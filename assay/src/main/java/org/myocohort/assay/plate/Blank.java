package org.myocohort.assay.plate;

import java.util.List;

/// What was taken off every signal.
///
/// @param wells whose mean it is
/// @param mean 0 where nothing was taken off
public record Blank(Source source, List<String> wells, double mean) {
  public Blank {
    wells = List.copyOf(wells);
  }

  /// Where it comes from.
  public enum Source {
    BLANK_WELLS,
    /// The standard of concentration 0, where the plate has no blank and the curve rises.
    ZERO_STANDARD,
    /// Nothing was taken off.
    NONE
  }
}
