package org.myocohort.response;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.instrument.Status;
import org.myocohort.patient.Moment;

/// 2016 ACR/EULAR total improvement score for dermatomyositis and polymyositis, adult and juvenile.
///
/// Each of six core set measures earns points by its improvement, in percent of the measure's
/// range; the score is their sum.
///
///     improvement % = 100 (baseline - followUp) / range     (sign reversed where higher is better)
///
/// - **Input:** two visits of one patient, see [CoreSetComparison].
/// - **Result:** 0 to 100, higher is better. Adult: minimal >= 20, moderate >= 40, major >= 60;
///   juvenile: 30, 45, 70.
/// - **Bands:** upper edges belong to the band: exactly 15 % is in "> 5 to 15 %".
/// - **Worsening:** earns 0 points, never negative ones; see [CoreSetComparison#worsened()].
/// - **Missing:** any missing measure leaves no total but the sharp bounds: 0 points, and the most
///   points reachable from the measure's known end. Nothing is imputed or rescaled (our decision;
///   the paper's own rule was not found).
/// - **Source:** Aggarwal R, Rider LG, Ruperto N, et al. Ann Rheum Dis 2017;76:792-801, doi
///   10.1136/annrheumdis-2017-211400 (adult); Rider LG, Aggarwal R, Pistorio A, et al. Ann Rheum Dis
///   2017;76:782-791, doi 10.1136/annrheumdis-2017-211401, Table 3 (juvenile; points of both). The
///   points were read from that table (PMC5577002) and agree with an independent script.
public final class TotalImprovementScore {
  private TotalImprovementScore() {}

  public static final String CODE = "total-improvement-score";

  /// The upper edges of the bands in percent of the range, and the points below, between and above
  /// them.
  private record Row(List<BigDecimal> upTo, List<BigDecimal> points) {}

  // Table 3, rows in its order; columns: worsening up to the first edge, then up to each next edge.
  private static final Map<CoreSetMeasure, Row> TABLE = new EnumMap<>(CoreSetMeasure.class);

  static {
    row(CoreSetMeasure.PHYSICIAN_GLOBAL, 5, 15, 25, 40, "0", "7.5", "15", "17.5", "20");
    row(CoreSetMeasure.PATIENT_GLOBAL, 5, 15, 25, 40, "0", "2.5", "5", "7.5", "10");
    // MMT, or CMAS in children
    row(CoreSetMeasure.MANUAL_MUSCLE_TEST, 2, 10, 20, 30, "0", "10", "20", "27.5", "32.5");
    row(
        CoreSetMeasure.HEALTH_ASSESSMENT_QUESTIONNAIRE,
        5,
        15,
        25,
        40,
        "0",
        "5",
        "7.5",
        "7.5",
        "10");
    // PRINTO: the physical summary of the child health questionnaire
    row(CoreSetMeasure.ENZYME, 5, 15, 25, 40, "0", "2.5", "5", "7.5", "7.5");
    // PRINTO: the disease activity score
    row(CoreSetMeasure.EXTRAMUSCULAR, 5, 15, 25, 40, "0", "7.5", "12.5", "15", "20");
  }

  /// The upper edges of a measure's bands, in percent of the range.
  static List<BigDecimal> bandEdges(CoreSetMeasure measure) {
    return Objects.requireNonNull(TABLE.get(measure)).upTo();
  }

  /// The points of a measure's bands, one more than edges.
  static List<BigDecimal> bandPoints(CoreSetMeasure measure) {
    return Objects.requireNonNull(TABLE.get(measure)).points();
  }

  private record Threshold(ResponseCategory category, BigDecimal adult, BigDecimal juvenile) {}

  private static final List<Threshold> THRESHOLDS =
      List.of(
          new Threshold(ResponseCategory.MAJOR, BigDecimal.valueOf(60), BigDecimal.valueOf(70)),
          new Threshold(ResponseCategory.MODERATE, BigDecimal.valueOf(40), BigDecimal.valueOf(45)),
          new Threshold(ResponseCategory.MINIMAL, BigDecimal.valueOf(20), BigDecimal.valueOf(30)));

  private static void row(CoreSetMeasure measure, int a, int b, int c, int d, String... points) {
    TABLE.put(
        measure,
        new Row(
            Stream.of(a, b, c, d).map(edge -> BigDecimal.valueOf(edge)).toList(),
            Stream.of(points).map(BigDecimal::new).toList()));
  }

  /// Scores a follow-up against a baseline.
  ///
  /// @return computed with its total, partial with its bounds, or not computable where either visit
  ///   has no measure at all
  ///
  /// @param at when the follow-up was
  public static Assessment assess(
      ScoreForm form, @Nullable Moment at, CoreSetComparison comparison) {
    List<Part> parts = new ArrayList<>(6);
    List<Note> notes = new ArrayList<>();
    BigDecimal lower = BigDecimal.ZERO;
    BigDecimal upper = BigDecimal.ZERO;
    boolean complete = true;
    for (MeasureComparison measure : comparison.measures()) {
      Span improvement = measure.improvement();
      Points points = points(measure, improvement);
      lower = lower.add(points.lower());
      upper = upper.add(points.upper());
      complete &= measure.complete() && points.decided();
      parts.add(
          new Part(
              measure.measure().code(),
              measure.inputs(),
              null,
              improvementPercent(measure, improvement),
              points,
              measure.scale()));
      notes.addAll(measure.notes());
    }
    if (comparison.nothingAtBaseline() || comparison.nothingAtFollowUp()) {
      notes.add(Note.of(comparison.nothingAtBaseline() ? "empty-baseline" : "empty-follow-up"));
      return new Assessment(
          CODE, at, Status.NOT_COMPUTABLE, null, null, Assessment.UNDETERMINED, parts, notes);
    }
    ResponseCategory atLeast = category(form, lower);
    ResponseCategory atMost = category(form, upper);
    return new Assessment(
        CODE,
        at,
        complete ? Status.COMPUTED : Status.PARTIAL,
        complete ? lower : null,
        new Bounds(lower, upper),
        atLeast == atMost ? atLeast.code() : Assessment.UNDETERMINED,
        parts,
        notes);
  }

  /// The highest category that a total reaches.
  public static ResponseCategory category(ScoreForm form, BigDecimal total) {
    for (Threshold threshold : THRESHOLDS) {
      BigDecimal cut = form == ScoreForm.ADULT ? threshold.adult() : threshold.juvenile();
      if (total.compareTo(cut) >= 0) {
        return threshold.category();
      }
    }
    return ResponseCategory.NONE;
  }

  /// The smallest total of a category, the cut-off lines of a figure.
  public static BigDecimal cutOff(ScoreForm form, ResponseCategory category) {
    for (Threshold threshold : THRESHOLDS) {
      if (threshold.category() == category) {
        return form == ScoreForm.ADULT ? threshold.adult() : threshold.juvenile();
      }
    }
    return BigDecimal.ZERO;
  }

  private static Points points(MeasureComparison measure, Span improvement) {
    Row row = Objects.requireNonNull(TABLE.get(measure.measure()));
    BigDecimal maximum = row.points().getLast();
    BigDecimal range = measure.range();
    if (range == null || !(measure.assessedAtBaseline() || measure.assessedAtFollowUp())) {
      return new Points(BigDecimal.ZERO, maximum, maximum);
    }
    if (improvement.low() != null && !improvement.lowOpen() && improvement.isPoint()) {
      return Points.of(row.points().get(band(row, improvement.low(), range, false)), maximum);
    }
    BigDecimal least =
        improvement.low() == null
            ? BigDecimal.ZERO
            : row.points().get(band(row, improvement.low(), range, improvement.lowOpen()));
    BigDecimal most =
        improvement.high() == null
            ? maximum
            : row.points().get(band(row, improvement.high(), range, false));
    return new Points(least, most, maximum);
  }

  /// The band of an improvement, without dividing: 100 x improvement against edge x range.
  ///
  /// @param above whether the improvement is more than the amount given, by however little
  private static int band(Row row, BigDecimal improvement, BigDecimal range, boolean above) {
    BigDecimal scaled = improvement.movePointRight(2);
    for (int band = 0; band < row.upTo().size(); band++) {
      int compared = scaled.compareTo(row.upTo().get(band).multiply(range));
      if (above ? compared < 0 : compared <= 0) {
        return band;
      }
    }
    return row.upTo().size();
  }

  /// The improvement in percent of the range to one decimal, for display only; null unless both
  /// visits have a value.
  private static @Nullable BigDecimal improvementPercent(
      MeasureComparison measure, Span improvement) {
    BigDecimal low = improvement.low();
    BigDecimal range = measure.range();
    if (!measure.complete() || !improvement.isPoint() || low == null || range == null) {
      return null;
    }
    return low.movePointRight(2).divide(range, 1, RoundingMode.HALF_UP);
  }
}
