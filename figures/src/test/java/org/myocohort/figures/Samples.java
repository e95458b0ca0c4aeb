package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// The two figures that are kept as pictures. The subject and all values are invented.
final class Samples {
  private Samples() {}

  private static Mark mark(String title, String row) {
    return Mark.of(title, row).linkedTo("#row-" + row.replace('/', '-'));
  }

  private static List<Datum> points(String what, boolean hollow, double... pairs) {
    List<Datum> points = new ArrayList<>();
    for (int index = 0; index < pairs.length; index += 2) {
      String title = what + " " + Svg.number(pairs[index + 1]);
      Point point =
          Point.of(pairs[index], pairs[index + 1], mark(title, "labs/" + what + "-" + index));
      points.add(hollow ? point.asHollow() : point);
    }
    return points;
  }

  private static Series series(String what, Hue hue, double... pairs) {
    return new Series(what, SeriesStyle.of(hue), points(what, true, pairs));
  }

  static EventLane events() {
    return new EventLane(
        "Events",
        "",
        List.of(
            new Event(-9.5, "flare", Symbol.TRIANGLE_UP, Hue.VERMILLION, mark("flare", "events/1")),
            new Event(-4.2, "admitted", Symbol.DIAMOND, Hue.BLACK, mark("admitted", "events/2")),
            new Event(
                8.3,
                "relapse at 7.5 mg",
                Symbol.TRIANGLE_UP,
                Hue.VERMILLION,
                mark("relapse at 7.5 mg", "events/3")),
            new Event(
                10,
                "another, too near for one row",
                Symbol.CIRCLE,
                Hue.BLUE,
                mark("another event", "events/4")),
            new Event(
                22.8,
                "late & <long> text, which stands at the left",
                Symbol.SQUARE,
                Hue.GREEN,
                mark("late event", "events/5"))));
  }

  static BarLane bars() {
    return new BarLane(
        "Treatments",
        "bar height = dose",
        List.of(
            Bar.of(-11.2, -6, "azathioprine 150 mg/d", Hue.PURPLE, mark("azathioprine", "doses/1"))
                .noted("stopped: failed"),
            Bar.of(-5.2, 3, "mycophenolate 2 g/d", Hue.GREEN, mark("mycophenolate", "doses/2"))
                .onTrack("mycophenolate"),
            Bar.of(3, 23.5, "3 g/d", Hue.GREEN, mark("mycophenolate 3 g", "doses/3"))
                .atLevel(0.7)
                .onTrack("mycophenolate")
                .asOngoing(),
            Bar.of(0, 23.5, "anakinra 200 mg/d sc", Hue.BLUE, mark("anakinra", "doses/4"))
                .asOngoing(),
            Bar.of(-4, -3.5, "cyclophosphamide pulse", Hue.ORANGE, mark("pulse", "doses/5")),
            Bar.of(6, 20, "colchicine 0.5 mg/d", Hue.SKY_BLUE, mark("colchicine", "doses/6"))
                .atLevel(0.3)));
  }

  static StepLane steps() {
    double[] doses = {
      -11.2, 50, -10, 40, -8.5, 25, -7, 12.5, -5, 10, -4.2, 80, -2.8, 60, -1.5, 50, 0, 40, 1, 30, 2,
      20, 3.5, 15, 5, 10, 7, 7.5, 8.3, 25, 9.5, 18, 11, 12.5, 13, 10, 16, 7.5, 19, 5, 24, 5
    };
    List<Step> steps = new ArrayList<>();
    for (int index = 0; index + 2 < doses.length; index += 2) {
      steps.add(
          new Step(
              doses[index],
              doses[index + 2],
              doses[index + 1],
              mark(Svg.number(doses[index + 1]) + " mg/d", "doses/p" + index)));
    }
    return new StepLane(
        "Prednisone",
        "mg/day equivalent",
        Scale.linear(0, 80),
        Hue.ORANGE,
        steps,
        List.of(new CutOff(10, "10 mg")));
  }

  static CurveLane score() {
    List<Datum> data =
        new ArrayList<>(points("score", false, 0, 0, 1, 35, 6, 72.5, 13, 70, 18, 77.5));
    data.add(Point.of(3, 62.5, mark("score 62.5", "visits/V4/score")).labelled("62.5"));
    data.add(
        Point.of(8.3, 27.5, mark("score 27.5", "visits/V6/score")).labelled("27.5").asHollow());
    data.add(Point.of(23, 82.5, mark("score 82.5", "visits/V9/score")).labelled("82.5 major"));
    data.add(
        Interval.of(10, 47.5, 57.5, mark("score 47.5 to 57.5", "visits/V7/score"))
            .labelled("HAQ missing: 47.5 to 57.5, moderate either way"));
    return CurveLane.of(
            "Response",
            "ACR/EULAR 2016, baseline month 0",
            Scale.linear(0, 100),
            List.of(new Series("score", SeriesStyle.of(Hue.BLUE), data)))
        .withCutOffs(
            List.of(new CutOff(20, "minimal"), new CutOff(40, "moderate"), new CutOff(60, "major")))
        .withTicks(List.of(20.0, 40.0, 60.0))
        .withHeight(130);
  }

  static LaneChart laneChart() {
    Series crp =
        series(
            "CRP", Hue.BLUE, -11, 35, -9.5, 66, -7, 17, -4.2, 95, -2.5, 55, 0, 45, 1, 6, 3, 2, 6, 1,
            8.3, 30, 10, 3, 10, 5, 13, 2, 18, 1, 23, 1);
    Series troponin =
        series(
            "troponin T",
            Hue.VERMILLION,
            -4.2,
            900,
            -3,
            600,
            0,
            350,
            1,
            140,
            3,
            45,
            6,
            28,
            8.3,
            80,
            10,
            35,
            13,
            20,
            18,
            17,
            23,
            13);
    List<Datum> limited = new ArrayList<>(troponin.data());
    limited.add(
        Point.of(21, 5, mark("troponin T below 5", "labs/limit")).beyond(Limit.BELOW).asHollow());
    List<Lane> lanes =
        List.of(
            events(),
            bars(),
            steps(),
            CurveLane.of("CRP", "mg/L, band to 5", Scale.linear(0, 100), List.of(crp))
                .withBands(List.of(Band.upTo(5, "up to 5 mg/L"))),
            CurveLane.of(
                    "Troponin T hs",
                    "ng/L, log, band to 14",
                    Scale.log(5, 1000),
                    List.of(new Series("troponin T", SeriesStyle.of(Hue.VERMILLION), limited)))
                .withBands(List.of(Band.upTo(14, "up to 14 ng/L"))),
            CurveLane.of("Ferritin", "ug/L, log", Scale.logOver(List.of()), List.of()),
            score());
    return LaneChart.of(
            "Timeline of SC-014",
            "Events, treatments, prednisone, laboratory values and response by month.",
            "months from anakinra",
            lanes,
            "no value recorded")
        .stamped("Synthetic data");
  }

  static PanelFigure panelFigure() {
    Palette palette = Palette.of(List.of("P1", "P2", "P3", "P4"));
    Series crp =
        new Series(
            "CRP",
            SeriesStyle.of(Hue.BLUE),
            points("CRP", false, -2, 60, 0, 45, 1, 12, 3, 4, 6, 2, 12, 1));
    Series troponin =
        new Series(
            "troponin T",
            SeriesStyle.of(Hue.VERMILLION),
            points("troponin", false, -2, 900, 0, 350, 1, 140, 3, 45, 6, 28, 12, 13));
    Panel courses =
        new Panel(
            "Laboratory course",
            "Months from start",
            Scale.months(-3, 12),
            List.of(
                Plot.of("CRP, mg/L", Scale.linear(0, 80), List.of(crp))
                    .withBands(List.of(Band.upTo(5, "up to 5 mg/L"))),
                Plot.of("Troponin T, ng/L (log)", Scale.log(5, 1000), List.of(troponin))
                    .withBands(List.of(Band.upTo(14, "up to 14 ng/L")))));
    List<Series> scores =
        List.of(
            subject(palette, "P1", 0, 0, 1, 35, 3, 62.5, 6, 72.5, 12, 82.5),
            subject(palette, "P2", 0, 0, 1, 20, 3, 32.5, 6, 47.5, 12, 80),
            subject(palette, "P3", 0, 0, 3, 45, 6, 55),
            subject(palette, "P4", 0, 0, 1, 10, 6, 15, 12, 22.5));
    Panel response =
        new Panel(
            "Response",
            "Months from start",
            Scale.months(0, 12),
            List.of(
                Plot.of("Improvement score, 0 to 100", Scale.linear(0, 100), scores)
                    .withCutOffs(
                        List.of(
                            new CutOff(20, "minimal"),
                            new CutOff(40, "moderate"),
                            new CutOff(60, "major")))));
    return PanelFigure.of(
            "Course after start",
            "A: CRP and troponin T by month. B: score of four patients by month.",
            List.of(courses, response),
            "no course available")
        .stamped("Synthetic data");
  }

  private static Series subject(Palette palette, String name, double... pairs) {
    List<Datum> data = new ArrayList<>(points(name, false, pairs));
    if (name.equals("P3")) {
      data.add(Interval.of(9, 40, 57.5, mark("P3 40 to 57.5", "visits/P3-9/score")));
    }
    return new Series(name, palette.style(name), data);
  }
}
