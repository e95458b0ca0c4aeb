package org.myocohort.app.meta;

import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Tick;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.numeric.Probability;

/// Effects against their standard errors, the precise studies on top; drawn from ten studies on, on
/// the scale of the analysis.
public final class FunnelPlot {
  private static final double WIDTH = 620;
  private static final double LEFT = 62;
  private static final double TOP = 20;
  private static final double BOTTOM = 380;
  private static final double RIGHT = 600;

  private FunnelPlot() {}

  public static String draw(Analysis analysis, double centre, Texts texts) {
    List<StudyEffect> studies = analysis.effects();
    double widest = 0;
    double away = 0;
    for (StudyEffect study : studies) {
      widest = Math.max(widest, Math.sqrt(study.variance()));
      away = Math.max(away, Math.abs(study.effect() - centre));
    }
    double critical = Probability.normalCritical(analysis.request().level());
    double reach = Math.max(away, critical * widest) * 1.05;
    Scale across = Scale.linear(centre - reach, centre + reach);
    Scale down = Scale.linear(0, widest * 1.08);
    String title =
        texts.text("meta.figure.funnel", analysis.request().measure().name(), studies.size());
    FigureSize size = FigureSize.screen(WIDTH).withHeight(BOTTOM + 48);
    Svg figure = Svg.document(size, title, title, false);
    figure.add(Marks.filled(0, 0, WIDTH, size.height(), Grey.WHITE));
    double tip = x(across, centre);
    double edge = x(across, centre - critical * widest * 1.08);
    double other = x(across, centre + critical * widest * 1.08);
    figure.add(
        Svg.element("polygon")
            .set(
                "points",
                Svg.number(tip)
                    + ","
                    + Svg.number(TOP)
                    + " "
                    + Svg.number(Math.max(LEFT, edge))
                    + ","
                    + Svg.number(BOTTOM)
                    + " "
                    + Svg.number(Math.min(RIGHT, other))
                    + ","
                    + Svg.number(BOTTOM))
            .set("fill", Grey.BAND));
    for (Tick tick : across.ticks(7)) {
      double x = x(across, tick.value());
      figure.add(Marks.stroked(Marks.line(x, BOTTOM, x, BOTTOM + 4), Grey.LINE, 1));
      figure.add(text(x, BOTTOM + 17, tick.label(), "middle"));
    }
    for (Tick tick : down.ticks(6)) {
      double y = y(down, tick.value());
      figure.add(Marks.stroked(Marks.line(LEFT, y, RIGHT, y), Grey.GRID, 1));
      figure.add(text(LEFT - 6, y + 4, tick.label(), "end"));
    }
    figure.add(Marks.stroked(Marks.line(tip, TOP, tip, BOTTOM), Grey.LINE, 1));
    figure.add(Marks.stroked(Marks.line(LEFT, BOTTOM, RIGHT, BOTTOM), Grey.LINE, 1));
    figure.add(
        text(
            (LEFT + RIGHT) / 2,
            BOTTOM + 36,
            texts.text(
                "meta.figure.funnel-x",
                texts.text("meta.measure." + analysis.request().measure().name())),
            "middle"));
    figure.add(text(LEFT - 50, TOP - 6, texts.text("meta.figure.funnel-y"), "start"));
    for (StudyEffect study : studies) {
      double error = Math.sqrt(study.variance());
      Svg point =
          Svg.element("circle")
              .set("cx", x(across, study.effect()))
              .set("cy", y(down, error))
              .set("r", 4)
              .set("fill", Hue.BLUE.colour());
      figure.add(
          Mark.of(
                  study.label()
                      + ": "
                      + Numbers.shown(study.effect())
                      + ", se "
                      + Numbers.shown(error),
                  "studies/" + study.label())
              .draw(point));
    }
    return figure.render();
  }

  private static double x(Scale scale, double value) {
    return LEFT + scale.fraction(value) * (RIGHT - LEFT);
  }

  private static double y(Scale scale, double value) {
    return TOP + scale.fraction(value) * (BOTTOM - TOP);
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
