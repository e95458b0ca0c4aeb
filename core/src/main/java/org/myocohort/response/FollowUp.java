package org.myocohort.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Status;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Visit;

/// One visit judged against the baseline.
///
/// @param visit the visit
/// @param status how far it could be judged
/// @param assessment the total improvement score
/// @param worsened measures that got worse at all
/// @param worsenedByQuarter measures that got worse by at least 25 % of their baseline value, the
///   threshold of the 2004 definition of improvement
public record FollowUp(
    Visit visit,
    ResponseStatus status,
    Assessment assessment,
    List<CoreSetMeasure> worsened,
    List<CoreSetMeasure> worsenedByQuarter) {

  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  public FollowUp {
    worsened = List.copyOf(worsened);
    worsenedByQuarter = List.copyOf(worsenedByQuarter);
  }

  /// Judges a visit against a baseline of the same patient.
  ///
  /// @param childHealthRange see [CoreSetComparison#of]
  public static FollowUp of(
      ScoreForm form, Visit baseline, Visit visit, @Nullable BigDecimal childHealthRange) {
    CoreSetComparison comparison = CoreSetComparison.of(form, baseline, visit, childHealthRange);
    Assessment score = TotalImprovementScore.assess(form, visit.date(), comparison);
    Truth before = visit.date().isBefore(baseline.date());
    if (before != Truth.FALSE) {
      // A visit whose imprecise date overlaps the baseline's cannot be called a follow-up either.
      return new FollowUp(
          visit,
          before == Truth.TRUE ? ResponseStatus.BEFORE_BASELINE : ResponseStatus.NOT_COMPUTABLE,
          new Assessment(
              score.instrument(),
              visit.date(),
              Status.NOT_COMPUTABLE,
              null,
              null,
              Assessment.UNDETERMINED,
              List.of(),
              before == Truth.TRUE ? List.of() : List.of(Note.of("order-unclear"))),
          List.of(),
          List.of());
    }
    ResponseStatus status =
        switch (score.status()) {
          case COMPUTED -> ResponseStatus.COMPUTED;
          case PARTIAL -> ResponseStatus.PARTIAL;
          case NOT_COMPUTABLE -> ResponseStatus.NOT_COMPUTABLE;
        };
    List<CoreSetMeasure> worsened = new ArrayList<>(6);
    List<CoreSetMeasure> worsenedByQuarter = new ArrayList<>(6);
    for (MeasureComparison measure : comparison.measures()) {
      if (measure.worsened() == Truth.TRUE) {
        worsened.add(measure.measure());
        if (measure.worsenedByFraction(QUARTER) == Truth.TRUE) {
          worsenedByQuarter.add(measure.measure());
        }
      }
    }
    return new FollowUp(visit, status, score, worsened, worsenedByQuarter);
  }
}
