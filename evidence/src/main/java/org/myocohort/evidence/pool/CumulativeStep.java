package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.LabelledStudy;
import org.myocohort.statistics.meta.analysis.PoolingMethod;
import org.myocohort.statistics.meta.analysis.Request;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.pooling.Sensitivity;

/// The answer after one more study, the studies in the order of their years: how it came about.
///
/// Those without a year follow, since nobody knows when they came; the own patients are the last,
/// since they were added to what had been published.
///
/// @param last the study that was added
/// @param studies how many there are by then
/// @param events patients with the outcome in them
/// @param patients of whom it is known
/// @param mixed the binomial-normal model over them
public record CumulativeStep(
    StudyCounts last,
    int studies,
    int events,
    int patients,
    Estimation<PooledProportion.Answer> mixed) {

  static List<CumulativeStep> of(List<StudyCounts> studies) {
    if (studies.size() < 2 || studies.stream().allMatch(study -> study.year() == null)) {
      return List.of();
    }
    List<StudyCounts> ordered =
        studies.stream()
            .sorted(
                Comparator.comparing((StudyCounts study) -> study.source() == PatientSource.OWN)
                    .thenComparing(
                        study -> study.year(), Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    Analysis all =
        Analysis.of(
            Request.of(EffectMeasure.PLO, PoolingMethod.GLMM),
            ordered.stream()
                .map(study -> new LabelledStudy(study.label(), study.counts()))
                .toList());
    List<CumulativeStep> steps = new ArrayList<>();
    int events = 0;
    int patients = 0;
    int at = 0;
    for (Sensitivity each : all.cumulative()) {
      StudyCounts last = ordered.get(at++);
      events += last.events();
      patients += last.patients();
      steps.add(
          new CumulativeStep(
              last, at, events, patients, PooledProportion.answer(all, each.pooled())));
    }
    return steps;
  }
}
