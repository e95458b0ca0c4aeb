package org.myocohort.evidence.pool;

import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.TwoProportions;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.mixed.CountModels;
import org.myocohort.statistics.meta.mixed.MixedFit;

/// Own patients beside those of the literature, within one set.
///
/// @param set of which they are the two parts
/// @param sums own patients first, each added up
/// @param factor the source as a factor of the mixed model; its last coefficient is the log odds
///   ratio of own patients against those of the literature
public record SourceComparison(
    PooledSet.Kind set, TwoProportions sums, Estimation<MixedFit> factor) {

  /// Compares them where a set holds both.
  static Optional<SourceComparison> of(PooledSet set) {
    return set.answer()
        .flatMap(answer -> {
          List<StudyCounts> own = of(answer, PatientSource.OWN);
          List<StudyCounts> literature = of(answer, PatientSource.LITERATURE);
          return own.isEmpty() || literature.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new SourceComparison(
                      set.kind(),
                      new TwoProportions(
                          events(own), patients(own), events(literature), patients(literature)),
                      CountModels.groups(counts(own), counts(literature))));
        });
  }

  private static List<StudyCounts> of(PooledProportion answer, PatientSource source) {
    return answer.studies().stream().filter(study -> study.source() == source).toList();
  }

  private static int events(List<StudyCounts> studies) {
    return studies.stream().mapToInt(StudyCounts::events).sum();
  }

  private static int patients(List<StudyCounts> studies) {
    return studies.stream().mapToInt(StudyCounts::patients).sum();
  }

  private static List<OneArmCounts> counts(List<StudyCounts> studies) {
    return studies.stream().map(StudyCounts::counts).toList();
  }
}
