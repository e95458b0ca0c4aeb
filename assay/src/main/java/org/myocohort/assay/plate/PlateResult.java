package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.curve.CurveOutcome;

/// What a plate tells.
///
/// @param settings by which it was judged
/// @param outcome the curve, or why there is none
/// @param range concentrations between which the plate can tell; empty without a curve or where no
///   standard comes back
/// @param standards from the lowest
/// @param samples samples and controls, in the order of the file; none without a range
public record PlateResult(
    Plate plate,
    PlateSettings settings,
    Blank blank,
    CurveOutcome outcome,
    Optional<Range> range,
    List<StandardLevel> standards,
    List<MeasuredSample> samples) {
  public PlateResult {
    standards = List.copyOf(standards);
    samples = List.copyOf(samples);
  }

  /// The lowest and the highest standard that come back within the limits of an end.
  public record Range(BigDecimal low, BigDecimal high) {}

  /// The samples' results, one each.
  public List<MeasuredSample> reported() {
    return samples.stream()
        .filter(sample -> sample.kind() == WellKind.SAMPLE && sample.reported())
        .toList();
  }
}
