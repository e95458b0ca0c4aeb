package org.myocohort.statistics.meta.sparse;

import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.effect.OneArmCounts;

/// All participants of all studies counted as if they were of one; the interval is exact for that,
/// and too narrow where the studies differ.
///
/// @param events the sum of the events
/// @param participants the sum of the participants
/// @param proportion their ratio
/// @param interval Clopper and Pearson's
public record SumOfCounts(
    int events, int participants, double proportion, ConfidenceInterval interval) {

  /// Adds the studies up.
  public static Estimation<SumOfCounts> of(List<OneArmCounts> studies, double level) {
    double events = 0;
    double participants = 0;
    for (OneArmCounts study : studies) {
      if (study.checked() instanceof Estimation.NotEstimable<OneArmCounts>(Reason reason)) {
        return Estimation.not(reason);
      }
      events += study.x();
      participants += study.n();
    }
    if (studies.isEmpty()) {
      return Estimation.not(Reason.NO_STUDY);
    }
    if (participants > Integer.MAX_VALUE) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    int x = (int) events;
    int n = (int) participants;
    return Estimation.of(
        new SumOfCounts(
            x, n, events / participants, ProportionInterval.CLOPPER_PEARSON.interval(x, n, level)));
  }
}
