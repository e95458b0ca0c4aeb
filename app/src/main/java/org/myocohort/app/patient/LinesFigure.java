package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.line.AgentTime;
import org.myocohort.care.line.Exposure;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.figures.Bar;
import org.myocohort.figures.BarLane;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.LaneChart;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;

/// Lines of treatment over the times on each drug.
public final class LinesFigure {
  private static final List<Hue> HUES =
      List.of(Hue.GREEN, Hue.PURPLE, Hue.VERMILLION, Hue.SKY_BLUE, Hue.BLACK);
  // Shorter ones are still to be seen and hit.
  private static final double SHORTEST_MONTHS = 0.4;

  private static final double GAP_MONTHS = 0.25;

  private final LinesOfTreatment lines;
  private final LaneMaker maker;
  private final LineWords told;
  private final double end;

  private LinesFigure(LinesOfTreatment lines, LaneMaker maker, LineWords told) {
    this.lines = lines;
    this.maker = maker;
    this.told = told;
    // What goes on is drawn to the end of the record, as in the timeline, or to the day.
    this.end = Math.min(maker.axis.end(), maker.axis.ofDay(lines.on().toEpochDay()));
  }

  /// The figure as SVG; empty where no line has a date.
  ///
  /// @param stamp a line that the figure must carry, empty for none
  public static String of(
      LinesOfTreatment lines,
      PatientResults results,
      SourceLinks links,
      Words words,
      FigureSize size,
      String stamp) {
    List<DayZero> zeros = DayZero.choices(results, words);
    if (lines.lines().isEmpty() || zeros.isEmpty()) {
      return "";
    }
    DayZero zero = zeros.getFirst();
    LaneMaker maker =
        new LaneMaker(results, TimeAxis.of(results.patient(), zero.moment()), words, links);
    LinesFigure figure =
        new LinesFigure(lines, maker, new LineWords(results.patient(), links, words));
    return LaneChart.of(
            words.text("line.figure", results.patient().id()),
            words.text("line.figure.description"),
            zero.axis(),
            List.of(figure.lineLane(), figure.drugLane()),
            words.text("figure.no-value"))
        .sized(size)
        .stamped(stamp)
        .render();
  }

  private BarLane lineLane() {
    List<Bar> bars = new ArrayList<>();
    for (TreatmentLine line : lines.lines()) {
      Long until = line.span().until();
      double from = maker.axis.ofDay(line.span().from());
      // A gap tells one line from the next.
      double to = until == null ? end : maker.axis.ofDay(until) - GAP_MONTHS;
      Treatment first = line.started().getFirst().exposure().first();
      Bar bar =
          bar(
              "line",
              from,
              to,
              Integer.toString(line.number()),
              Hue.BLACK,
              maker.words.text("line.number", line.number()) + ": " + told.agents(line.agents()),
              maker.words.value(first.start()) + " – " + told.until(until),
              first);
      bars.add(until == null ? bar.asOngoing() : bar);
    }
    return new BarLane(maker.words.text("line.lines"), "", bars);
  }

  private BarLane drugLane() {
    List<Bar> bars = new ArrayList<>();
    int hue = 0;
    for (AgentTime agent : lines.agents()) {
      if (agent.exposures().isEmpty()) {
        continue;
      }
      Hue colour = hue(agent.agent(), hue);
      hue += colour == Hue.BLUE || colour == Hue.ORANGE ? 0 : 1;
      for (Exposure exposure : agent.exposures()) {
        bars.add(drug(exposure, colour));
      }
    }
    return new BarLane(maker.words.text("line.drugs"), maker.words.text("line.drugs.unit"), bars);
  }

  /// The colours of the timeline: blue for the index drug, orange for glucocorticoids.
  private Hue hue(String agent, int next) {
    if (agent.equals(maker.results.response().indexDrug())) {
      return Hue.BLUE;
    }
    return agent.equals("glucocorticoid") ? Hue.ORANGE : HUES.get(next % HUES.size());
  }

  private Bar drug(Exposure exposure, Hue hue) {
    Treatment first = exposure.first();
    Treatment at = exposure.reasonAt();
    double from = maker.axis.months(first.start()).orElseThrow();
    double to =
        at == null
            ? end
            : maker.axis.ofDay(
                Math.floorDiv(exposure.span().endFirst() + exposure.span().endLast(), 2));
    String until =
        at == null
            ? maker.words.text("timeline.ongoing")
            : maker.words.value(at.isSingleDose() ? at.start() : at.stop());
    Bar bar =
        bar(
            exposure.agent(),
            from,
            to,
            told.agent(exposure.agent()),
            hue,
            told.agent(exposure.agent()),
            maker.words.value(first.start()) + " – " + until,
            first);
    if (at == null) {
      return bar.asOngoing();
    }
    return exposure.reason().isFailure()
        ? bar.noted(maker.words.text("line.reason." + exposure.reason().code()))
        : bar;
  }

  private Bar bar(
      String track,
      double from,
      double to,
      String label,
      Hue hue,
      String title,
      String dates,
      Treatment course) {
    RowReference row = course.row();
    return Bar.of(
            from,
            Math.max(to, from + SHORTEST_MONTHS),
            label,
            hue,
            maker.mark("", title, dates, from, "", row, "start"))
        .onTrack(track);
  }
}
