package org.myocohort.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.MuscleEnzyme;

/// What [FollowUp] says of a visit, in short, where nothing is missing, limited or to be noted.
///
/// A long visits table holds little else, and its answer shows neither inputs nor parts. Whole
/// numbers need a tenth of the work; ranges, bands, points and cut-offs are those of
/// [TotalImprovementScore] and [CoreSetComparison], where the rules are explained, and a test
/// compares the two on thousands of visits.
public final class KnownFollowUp {
  /// All points are multiples of it.
  private static final BigDecimal STEP = new BigDecimal("2.5");

  /// A measure with its row of the table of points.
  private static final class Row {
    final CoreSetMeasure measure;
    final boolean higherIsBetter;
    final int[] upTo;
    final List<BigDecimal> points;
    final int[] steps;

    Row(CoreSetMeasure measure, boolean higherIsBetter) {
      this.measure = measure;
      this.higherIsBetter = higherIsBetter;
      List<BigDecimal> edges = TotalImprovementScore.bandEdges(measure);
      points = TotalImprovementScore.bandPoints(measure);
      upTo = new int[edges.size()];
      steps = new int[points.size()];
      for (int band = 0; band < steps.length; band++) {
        if (band < upTo.length) {
          upTo[band] = edges.get(band).intValueExact();
        }
        steps[band] = points.get(band).divide(STEP).intValueExact();
      }
    }
  }

  private static final Row PHYSICIAN_GLOBAL = new Row(CoreSetMeasure.PHYSICIAN_GLOBAL, false);
  private static final Row PATIENT_GLOBAL = new Row(CoreSetMeasure.PATIENT_GLOBAL, false);
  private static final Row STRENGTH = new Row(CoreSetMeasure.MANUAL_MUSCLE_TEST, true);
  private static final Row QUESTIONNAIRE =
      new Row(CoreSetMeasure.HEALTH_ASSESSMENT_QUESTIONNAIRE, false);
  private static final Row ENZYME = new Row(CoreSetMeasure.ENZYME, false);
  private static final Row EXTRAMUSCULAR = new Row(CoreSetMeasure.EXTRAMUSCULAR, false);

  private static final int GLOBAL_RANGE = range(CoreSetScale.PHYSICIAN_GLOBAL);
  private static final int PATIENT_RANGE = range(CoreSetScale.PATIENT_GLOBAL);
  private static final int QUESTIONNAIRE_RANGE =
      range(CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);
  private static final int EXTRAMUSCULAR_RANGE = range(CoreSetScale.EXTRAMUSCULAR);
  private static final int[] MULTIPLES = multiples();

  private static final int MEASURES = CoreSetMeasure.values().length;

  /// A total and its category.
  private record Total(BigDecimal score, ResponseCategory category) {}

  /// Every total there can be, by its number of steps.
  private static final Total[] TOTALS = totals();

  private final MuscleEnzyme enzyme;
  private final List<BigDecimal> points = new ArrayList<>(MEASURES);
  private final List<CoreSetMeasure> worsened = new ArrayList<>(MEASURES);
  private final List<CoreSetMeasure> worsenedByQuarter = new ArrayList<>(MEASURES);
  private int totalSteps;

  private KnownFollowUp(MuscleEnzyme enzyme) {
    this.enzyme = enzyme;
  }

  /// Judges a visit against a baseline by the adult form. The visit must not be before it.
  ///
  /// @return null where only [FollowUp] can: no enzyme to compare, an upper limit that is missing
  ///   or has changed, two forms of the muscle test
  public static @Nullable KnownFollowUp of(KnownCoreSet baseline, KnownCoreSet visit) {
    int enzyme = baseline.mostAbnormalEnzyme();
    if (enzyme < 0
        || visit.enzyme(enzyme) == KnownCoreSet.NOT_RECORDED
        || (visit.upperLimit(enzyme) != KnownCoreSet.NOT_RECORDED
            && visit.upperLimit(enzyme) != baseline.upperLimit(enzyme))
        || baseline.strengthMaximum != visit.strengthMaximum) {
      return null;
    }
    KnownFollowUp judged = new KnownFollowUp(KnownCoreSet.ENZYMES.get(enzyme));
    judged.add(PHYSICIAN_GLOBAL, baseline.physicianGlobal, visit.physicianGlobal, GLOBAL_RANGE);
    judged.add(PATIENT_GLOBAL, baseline.patientGlobal, visit.patientGlobal, PATIENT_RANGE);
    judged.add(STRENGTH, baseline.strength, visit.strength, baseline.strengthMaximum);
    judged.add(QUESTIONNAIRE, baseline.questionnaire, visit.questionnaire, QUESTIONNAIRE_RANGE);
    judged.add(
        ENZYME,
        baseline.enzyme(enzyme),
        visit.enzyme(enzyme),
        (long) MULTIPLES[enzyme] * baseline.upperLimit(enzyme));
    judged.add(EXTRAMUSCULAR, baseline.extramuscular, visit.extramuscular, EXTRAMUSCULAR_RANGE);
    return judged;
  }

  private void add(Row row, long baseline, long visit, long range) {
    long improvement = row.higherIsBetter ? visit - baseline : baseline - visit;
    int band = 0;
    // The upper edge belongs to the band.
    while (band < row.upTo.length && 100 * improvement > row.upTo[band] * range) {
      band++;
    }
    points.add(row.points.get(band));
    totalSteps += row.steps[band];
    if (improvement < 0) {
      worsened.add(row.measure);
      // A quarter of the baseline value.
      if (-4 * improvement >= baseline) {
        worsenedByQuarter.add(row.measure);
      }
    }
  }

  /// The total improvement score.
  public BigDecimal total() {
    return TOTALS[totalSteps].score();
  }

  /// The category of the total.
  public ResponseCategory category() {
    return TOTALS[totalSteps].category();
  }

  /// The enzyme scored.
  public MuscleEnzyme enzyme() {
    return enzyme;
  }

  /// The points of each of [CoreSetMeasure], in its order.
  public List<BigDecimal> points() {
    return Collections.unmodifiableList(points);
  }

  /// Measures that got worse at all.
  public List<CoreSetMeasure> worsened() {
    return Collections.unmodifiableList(worsened);
  }

  /// Measures that got worse by at least 25 % of their baseline value.
  public List<CoreSetMeasure> worsenedByQuarter() {
    return Collections.unmodifiableList(worsenedByQuarter);
  }

  private static int range(CoreSetScale scale) {
    return Objects.requireNonNull(scale.maximum()).movePointRight(3).intValueExact();
  }

  private static int[] multiples() {
    int[] multiples = new int[KnownCoreSet.ENZYMES.size()];
    for (int i = 0; i < multiples.length; i++) {
      multiples[i] =
          CoreSetComparison.multipleOfUpperLimit(KnownCoreSet.ENZYMES.get(i)).intValueExact();
    }
    return multiples;
  }

  private static Total[] totals() {
    Total[] totals = new Total[BigDecimal.valueOf(100).divide(STEP).intValueExact() + 1];
    for (int i = 0; i < totals.length; i++) {
      // Without trailing zeros, as it is written.
      BigDecimal score =
          new BigDecimal(STEP.multiply(BigDecimal.valueOf(i)).stripTrailingZeros().toPlainString());
      totals[i] = new Total(score, TotalImprovementScore.category(ScoreForm.ADULT, score));
    }
    return totals;
  }
}
