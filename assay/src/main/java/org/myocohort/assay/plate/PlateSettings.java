package org.myocohort.assay.plate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.myocohort.statistics.curve.CurveModel;
import org.myocohort.statistics.curve.Weighting;

/// By what rules a plate is judged. The defaults are this project's own, of the size that
/// laboratories use; a kit's or a laboratory's own go before them.
///
/// @param model empty lets the responses choose
/// @param largestCv of replicates, in percent
/// @param lowestRecovery of a standard within the range, in percent
/// @param highestRecovery of a standard within the range, in percent
/// @param lowestEndRecovery of the lowest and the highest standard of the range, in percent
/// @param highestEndRecovery of the lowest and the highest standard of the range, in percent
/// @param saturation the signal from which on the reader tells nothing
/// @param excluded wells that are left out, such as `A3`
public record PlateSettings(
    Optional<CurveModel> model,
    Weighting weighting,
    double largestCv,
    double lowestRecovery,
    double highestRecovery,
    double lowestEndRecovery,
    double highestEndRecovery,
    OptionalDouble saturation,
    Set<String> excluded) {
  public static final PlateSettings DEFAULT =
      new PlateSettings(
          Optional.empty(),
          Weighting.INVERSE_SQUARE,
          20,
          80,
          120,
          75,
          125,
          OptionalDouble.empty(),
          Set.of());

  public PlateSettings {
    excluded = Set.copyOf(excluded);
  }

  boolean passesInside(double recovery) {
    return recovery >= lowestRecovery && recovery <= highestRecovery;
  }

  boolean passesAtAnEnd(double recovery) {
    return recovery >= lowestEndRecovery && recovery <= highestEndRecovery;
  }
}
