package org.myocohort.app.assay;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.plate.MeasuredSample;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.assay.plate.StandardLevel;
import org.myocohort.assay.plate.WellKind;
import org.myocohort.figures.Dash;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Scale;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.Tick;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.Inverse;

/// The standard curve: each well of the standards, the curve, the samples on it, and as a band the
/// range in which the plate can tell. The axis of the concentration is logarithmic.
final class PlateFigure {
  private static final double WIDTH = 680;
  private static final double LEFT = 68;
  private static final double RIGHT = 664;
  private static final double TOP = 44;
  private static final double BOTTOM = 404;
  private static final int STEPS = 160;

  /// As much room beyond the outer standards.
  private static final double ROOM = 2;

  private final PlateResult result;
  private final FittedCurve curve;
  private final Texts texts;
  private final Scale across;
  private final Scale up;
  private final Svg figure;

  private PlateFigure(PlateResult result, FittedCurve curve, PlateWords words) {
    this.result = result;
    this.curve = curve;
    texts = words.texts();
    List<Double> doses = new ArrayList<>();
    List<Double> signals = new ArrayList<>(List.of(0.0));
    for (StandardLevel level : result.standards()) {
      if (level.concentration().signum() > 0) {
        doses.add(level.concentration().doubleValue());
      }
      signals.addAll(level.replicates().corrected());
    }
    double low = doses.stream().min(Double::compare).orElseThrow() / ROOM;
    double high = doses.stream().max(Double::compare).orElseThrow() * ROOM;
    across = Scale.log(low, high);
    result.samples().forEach(sample -> sample.replicates().mean().ifPresent(signals::add));
    up = Scale.linearOver(signals);
    String title = texts.text("elisa.figure.title", result.plate().marker(), curve.model().code());
    FigureSize size = FigureSize.screen(WIDTH).withHeight(BOTTOM + 50);
    figure = Svg.document(size, title, title, false);
  }

  static String draw(PlateResult result, FittedCurve curve, PlateWords words, boolean synthetic) {
    return new PlateFigure(result, curve, words).draw(synthetic);
  }

  private String draw(boolean synthetic) {
    figure.add(Marks.filled(0, 0, WIDTH, BOTTOM + 50, Grey.WHITE));
    range();
    axes();
    curve();
    standards();
    samples();
    legend();
    if (synthetic) {
      figure.add(text(RIGHT, BOTTOM + 38, texts.text("page.synthetic"), "end"));
    }
    return figure.render();
  }

  private void range() {
    result
        .range()
        .ifPresent(range -> {
          double left = x(range.low().doubleValue());
          double right = x(range.high().doubleValue());
          figure.add(
              Svg.element("g")
                  .add(
                      Svg.element("title")
                          .content(
                              texts.text(
                                  "elisa.figure.range",
                                  range.low().toPlainString(),
                                  range.high().toPlainString(),
                                  result.plate().unit())))
                  .add(Marks.filled(left, TOP, right - left, BOTTOM - TOP, Grey.BAND)));
        });
  }

  private void axes() {
    for (Tick tick : across.ticks(9)) {
      double x = x(tick.value());
      figure.add(Marks.stroked(Marks.line(x, BOTTOM, x, BOTTOM + 4), Grey.LINE, 1));
      figure.add(text(x, BOTTOM + 17, tick.label(), "middle"));
    }
    for (Tick tick : up.ticks(7)) {
      double y = y(tick.value());
      figure.add(Marks.stroked(Marks.line(LEFT, y, RIGHT, y), Grey.GRID, 1));
      figure.add(text(LEFT - 6, y + 4, tick.label(), "end"));
    }
    figure.add(Marks.stroked(Marks.line(LEFT, BOTTOM, RIGHT, BOTTOM), Grey.LINE, 1));
    figure.add(Marks.stroked(Marks.line(LEFT, TOP, LEFT, BOTTOM), Grey.LINE, 1));
    String unit = result.plate().unit();
    figure.add(
        text(
            (LEFT + RIGHT) / 2,
            BOTTOM + 38,
            result.plate().marker() + (unit.isEmpty() ? "" : ", " + unit),
            "middle"));
    figure.add(text(8, TOP - 8, texts.text("elisa.figure.signal"), "start"));
  }

  private void curve() {
    List<Double> places = new ArrayList<>();
    double low = StrictMath.log(across.low());
    double high = StrictMath.log(across.high());
    for (int i = 0; i <= STEPS; i++) {
      double dose = StrictMath.exp(low + (high - low) * i / STEPS);
      double y = y(curve.curve().response(dose));
      if (y >= TOP && y <= BOTTOM) {
        places.add(x(dose));
        places.add(y);
      }
    }
    figure.add(
        Marks.polyline(
            places.stream().mapToDouble(Double::doubleValue).toArray(),
            new SeriesStyle(Hue.BLUE, Symbol.CIRCLE, Dash.SOLID),
            1.6));
  }

  private void standards() {
    for (StandardLevel level : result.standards()) {
      if (level.concentration().signum() == 0) {
        continue;
      }
      String amount = level.concentration().toPlainString();
      for (int i = 0; i < level.replicates().corrected().size(); i++) {
        double signal = level.replicates().corrected().get(i);
        String well = level.replicates().readWells().get(i);
        Svg circle =
            Svg.element("circle")
                .set("cx", x(level.concentration().doubleValue()))
                .set("cy", y(signal))
                .set("r", 4)
                .set("fill", level.passes() ? Hue.BLUE.colour() : Grey.WHITE)
                .set("stroke", Hue.BLUE.line())
                .set("stroke-width", 1.2);
        figure.add(
            Mark.of(
                    texts.text(
                        "elisa.figure.standard", amount, well, PlateRows.significant(signal)),
                    "wells/" + well)
                .draw(circle));
      }
    }
  }

  /// Samples stand where the curve gives their mean signal; what lies outside the range stands at
  /// the edge of the range with an open symbol.
  private void samples() {
    if (result.range().isEmpty()) {
      return;
    }
    double low = result.range().get().low().doubleValue();
    double high = result.range().get().high().doubleValue();
    for (MeasuredSample sample : result.samples()) {
      if (sample.replicates().mean().isEmpty()) {
        continue;
      }
      double signal = sample.replicates().mean().getAsDouble();
      double dose =
          switch (curve.curve().inverse(signal)) {
            case Inverse.At(double at) -> Math.clamp(at, low, high);
            case Inverse.Below _ -> low;
            case Inverse.Above _ -> high;
          };
      boolean known = sample.value().isKnown();
      Hue hue = sample.kind() == WellKind.CONTROL ? Hue.GREEN : Hue.VERMILLION;
      double x = x(dose);
      double y = y(signal);
      Svg diamond =
          Svg.element("path")
              .set("d", "M" + Svg.number(x) + " " + Svg.number(y - 5) + "l5 5l-5 5l-5 -5z")
              .set("fill", known ? hue.colour() : Grey.WHITE)
              .set("stroke", hue.line())
              .set("stroke-width", 1.2);
      figure.add(
          Mark.of(
                  sample.name()
                      + ": "
                      + BiomarkerRow.written(sample.value())
                      + " "
                      + result.plate().unit(),
                  "samples/" + sample.name() + "/" + sample.dilution().toPlainString())
              .draw(diamond));
    }
  }

  private void legend() {
    double x = LEFT + 8;
    for (String[] entry :
        List.of(
            new String[] {"elisa.figure.standards", Hue.BLUE.colour()},
            new String[] {"elisa.figure.samples", Hue.VERMILLION.colour()},
            new String[] {"elisa.figure.controls", Hue.GREEN.colour()})) {
      String name = texts.text(entry[0]);
      figure.add(
          Svg.element("circle").set("cx", x).set("cy", 16).set("r", 4).set("fill", entry[1]));
      figure.add(text(x + 8, 20, name, "start"));
      x += 26 + 6.4 * name.length();
    }
    figure.add(text(x, 20, texts.text("elisa.figure.open"), "start"));
  }

  private double x(double dose) {
    return LEFT + Math.clamp(across.fraction(dose), 0.0, 1.0) * (RIGHT - LEFT);
  }

  private double y(double signal) {
    return BOTTOM - up.fraction(signal) * (BOTTOM - TOP);
  }

  private static Svg text(double x, double y, String text, String anchor) {
    return Svg.element("text")
        .set("x", x)
        .set("y", y)
        .set("font-size", 11)
        .set("fill", Grey.TEXT)
        .set("text-anchor", anchor)
        .content(text);
  }
}
