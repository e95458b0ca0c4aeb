package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.CurveLane;
import org.myocohort.figures.Datum;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.vocabulary.Vocabulary;

/// One measured quantity over time with the limits that held at each date.
final class LaboratoryMarks {
  private final LaneMaker maker;
  private final Lanes.Laboratory laboratory;
  private final String title;
  private final String unit;
  private final List<Datum> points = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private final List<ReferenceBands.Limits> limits = new ArrayList<>();

  private LaboratoryMarks(LaneMaker maker, Lanes.Laboratory laboratory) {
    this.maker = maker;
    this.laboratory = laboratory;
    title = Lanes.title(laboratory.code(), maker.words);
    unit = Vocabulary.measurements().term(laboratory.code()).cell("unit");
  }

  /// The lane of a quantity; empty where it was never measured.
  ///
  /// @param measured its measurements, in the order of the table
  /// @param linear whether it gets a linear axis whatever it spans
  static Optional<CurveLane> lane(
      LaneMaker maker, Lanes.Laboratory laboratory, List<Measurement> measured, boolean linear) {
    LaboratoryMarks marks = new LaboratoryMarks(maker, laboratory);
    measured.forEach(marks::add);
    for (Visit visit : maker.patient.visits()) {
      for (EnzymeMeasurement enzyme : visit.enzymes()) {
        // An enzyme of another row is one of the measurements, seen from the visit.
        if (enzyme.enzyme().code().equals(laboratory.code()) && enzyme.row().equals(visit.row())) {
          marks.add(visit, enzyme);
        }
      }
    }
    return marks.points.isEmpty() ? Optional.empty() : Optional.of(marks.lane(linear));
  }

  private void add(Measurement measurement) {
    add(
        measurement.date() instanceof Value.Known<?>
            ? maker.axis.months(measurement.date())
            : OptionalDouble.empty(),
        measurement.value(),
        measurement.unit(),
        Amount.limit(laboratory.code(), measurement.lowerLimit(), measurement.unit(), unit),
        Amount.limit(laboratory.code(), measurement.upperLimit(), measurement.unit(), unit),
        maker.words.value(measurement.date()),
        maker.words.cell(measurement.assay()),
        measurement.row(),
        "value");
  }

  private void add(Visit visit, EnzymeMeasurement enzyme) {
    add(
        maker.axis.months(visit.date()),
        enzyme.value(),
        enzyme.unit(),
        null,
        Amount.limit(laboratory.code(), enzyme.upperLimitOfNormal(), enzyme.unit(), unit),
        visit.date().toString(),
        "",
        visit.row(),
        enzyme.column());
  }

  private void add(
      OptionalDouble at,
      Value<BigDecimal> value,
      String from,
      @Nullable Double lower,
      @Nullable Double upper,
      String date,
      String assay,
      RowReference row,
      String column) {
    Amount amount = Amount.of(laboratory.code(), value, from, unit).orElse(null);
    if (at.isEmpty() || amount == null) {
      return;
    }
    ReferenceBands.Limits own = new ReferenceBands.Limits(at.getAsDouble(), lower, upper);
    List<String> remarks = new ArrayList<>();
    if (!own.none()) {
      remarks.add(maker.words.text("timeline.normal", ReferenceBands.text(own, unit, maker.words)));
    }
    if (!assay.isEmpty()) {
      remarks.add(assay);
    }
    Point point =
        Point.of(
                at.getAsDouble(),
                amount.value(),
                maker.mark(
                    title,
                    amount.text() + " " + unit,
                    date,
                    at.getAsDouble(),
                    String.join("; ", remarks),
                    row,
                    column))
            .beyond(amount.limit());
    points.add(maker.links.isCorrected(row) ? point.asRinged() : point);
    values.add(amount.value());
    limits.add(own);
  }

  private CurveLane lane(boolean linear) {
    boolean logarithmic =
        laboratory.logarithmic() && !linear && values.stream().allMatch(value -> value > 0);
    boolean percent = unit.equals("%");
    List<Double> shown = new ArrayList<>(values);
    if (!logarithmic && !percent) {
      shown.add(0.0);
    }
    for (ReferenceBands.Limits each : limits) {
      Double upper = each.upper();
      Double lower = each.lower();
      if (upper != null && (!logarithmic || upper > 0)) {
        shown.add(upper);
      }
      if (lower != null && (!logarithmic || lower > 0)) {
        shown.add(lower);
      }
    }
    List<String> subtitle = new ArrayList<>(List.of(unit));
    if (logarithmic) {
      subtitle.add(maker.words.text("timeline.log"));
    }
    subtitle.add(ReferenceBands.subtitle(limits, maker.words));
    subtitle.removeIf(String::isEmpty);
    return CurveLane.of(
            title,
            String.join(", ", subtitle),
            logarithmic ? Scale.logOver(shown) : Scale.linearOver(shown),
            List.of(new Series(title, SeriesStyle.of(laboratory.hue()), points)))
        .withBands(ReferenceBands.of(limits, unit, maker.words));
  }
}
