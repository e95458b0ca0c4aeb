package org.myocohort.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.myocohort.figures.Box;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.DrawnFigure;
import org.myocohort.figures.Event;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Symbol;
import org.w3c.dom.Element;

/// Each chart draws its numbers at their places: measured against ticks and dotted lines, which are
/// drawn by other code.
class ChartGeometryTest extends Measured {
  @Test
  void aBarOfAWaterfallEndsAtItsValueAndAnOpenOneAtItsBounds() {
    DrawnFigure figure =
        drawn(
            Waterfall.of(
                    CAPTION,
                    SCORE,
                    List.of(
                        Column.unknown("u", PLAIN, mark("u")),
                        Column.between("b", PLAIN, 20, 60, mark("b")),
                        Column.of("z", PLAIN, 0, mark("z")),
                        Column.of("a", PLAIN, 40, mark("a"))),
                    "unknown")
                .withCutOffs(
                    List.of(new CutOff(20, "20"), new CutOff(40, "40"), new CutOff(60, "60"))));
    List<Double> at = dotted(figure);
    Box known = box(figure, "a", "rect");
    assertThat(known.top()).isCloseTo(at.get(1), PLACE);
    double zero = known.bottom();
    assertThat(at.get(2) - at.get(1)).isCloseTo(zero - at.get(2), PLACE);
    List<Box> open = boxes(marked(figure, "b"), "rect");
    assertThat(open.get(0).top()).isCloseTo(at.get(2), PLACE);
    assertThat(open.get(0).bottom()).isCloseTo(zero, PLACE);
    assertThat(open.get(1).top()).isCloseTo(at.get(0), PLACE);
    assertThat(open.get(1).bottom()).isCloseTo(at.get(2), PLACE);
    assertThat(
            DrawnFigure.elements(marked(figure, "b"), "rect").get(1).hasAttribute("fill-opacity"))
        .isTrue();
    // The highest first, 0 as a hair, the unknown one last and never as a bar.
    assertThat(figure.marks())
        .extracting(mark -> mark.getAttribute("data-row"))
        .containsExactly("a", "b", "z", "u");
    assertThat(box(figure, "z", "rect").bottom()).isCloseTo(zero, PLACE);
    assertThat(box(figure, "z", "rect").bottom() - box(figure, "z", "rect").top())
        .isBetween(0.5, 1.5);
    assertThat(DrawnFigure.elements(marked(figure, "u"), "rect").getFirst().getAttribute("fill"))
        .isEqualTo("#FFFFFF");
  }

  @Test
  void aBarBelowZeroHangsFromItAndIsSolidUpToTheNearerBound() {
    DrawnFigure figure =
        drawn(
            Waterfall.of(
                    CAPTION,
                    new Axis("change", Scale.linear(-100, 50)),
                    List.of(
                        Column.of("a", PLAIN, -50, mark("a")),
                        Column.between("b", PLAIN, -100, -50, mark("b"))),
                    "unknown")
                .withCutOffs(List.of(new CutOff(0, "0"), new CutOff(-50, "50"))));
    List<Double> at = dotted(figure);
    assertThat(box(figure, "a", "rect").top()).isCloseTo(at.get(0), PLACE);
    assertThat(box(figure, "a", "rect").bottom()).isCloseTo(at.get(1), PLACE);
    List<Box> open = boxes(marked(figure, "b"), "rect");
    assertThat(open.get(0).bottom()).isCloseTo(at.get(1), PLACE);
    assertThat(open.get(1).top()).isCloseTo(at.get(1), PLACE);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Waterfall.of(CAPTION, new Axis("x", Scale.linear(10, 20)), List.of(), "unknown"))
        .withMessageContaining("10.0 to 20.0");
  }

  @Test
  void aSegmentOfASwimmerReachesFromItsBeginningToItsEnd() {
    DrawnFigure figure =
        drawn(
            Swimmer.of(
                CAPTION,
                new Axis("months", Scale.months(0, 24)),
                List.of(
                    new SwimLane(
                        "P1",
                        List.of(
                            Segment.of(0, 6, PLAIN, mark("s1")),
                            Segment.of(6, 12, Kind.of("more", Hue.GREEN), mark("s2")),
                            Segment.of(4, 8, Kind.of("other", Hue.ORANGE), mark("s3"))),
                        List.of(
                            new Event(12, "stop", Symbol.SQUARE, Hue.BLACK, mark("e1")),
                            new Event(12, "flare", Symbol.CIRCLE, Hue.GREEN, mark("e2"))),
                        true))));
    Box first = box(figure, "s1", "rect");
    Box second = box(figure, "s2", "rect");
    assertThat(second.left()).isCloseTo(first.right(), PLACE);
    assertThat(second.left()).isCloseTo(middle(text(figure, "6")), within(0.1));
    assertThat(second.right()).isCloseTo(middle(text(figure, "12")), within(0.1));
    assertThat(second.top()).isEqualTo(first.top());
    // What lasted at the same time lies beneath.
    assertThat(box(figure, "s3", "rect").top()).isGreaterThan(first.bottom());
    // Two events of one time are both seen.
    double apart = middle(box(figure, "e2", "circle")) - middle(box(figure, "e1", "rect"));
    assertThat(apart).isGreaterThan(5);
    assertThat(figure.texts()).contains("plain", "more", "other", "stop", "flare");
  }

  private static SurvivalGroup.Level level(double time, double share) {
    return new SurvivalGroup.Level(
        time, share, new SurvivalGroup.Limits(share / 2, 1), mark("level" + time));
  }

  private static SurvivalCurves curves() {
    SurvivalGroup group =
        new SurvivalGroup(
            "all",
            STYLE,
            List.of(level(0, 1), level(6, 0.75), level(12, 0.5)),
            20,
            List.of(new SurvivalGroup.Censored(9, mark("c"))),
            List.of(
                new SurvivalGroup.AtRisk(0, 123),
                new SurvivalGroup.AtRisk(10, 45),
                new SurvivalGroup.AtRisk(20, 7)));
    return SurvivalCurves.of(
            CAPTION, MONTHS, new Axis("share", Scale.linear(0, 1)), List.of(group), "at risk")
        .withCutOffs(List.of(new CutOff(0.5, "median"), new CutOff(0.75, "0.75")));
  }

  @Test
  void aSurvivalCurveFallsAtItsTimesAndItsNumbersStandUnderThem() {
    DrawnFigure figure = drawn(curves());
    double[] places =
        Arrays.stream(figure.named("polyline").getFirst().getAttribute("points").split("[ ,]", -1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(places).hasSize(12);
    List<Double> at = dotted(figure);
    double perMonth = (middle(text(figure, "20")) - middle(text(figure, "10"))) / 10;
    double zero = middle(text(figure, "10")) - 10 * perMonth;
    assertThat(places[2]).isCloseTo(zero + 6 * perMonth, within(0.1));
    assertThat(places[5]).isCloseTo(at.get(0), PLACE);
    assertThat(places[9]).isCloseTo(at.get(1), PLACE);
    assertThat(places[10]).isCloseTo(zero + 20 * perMonth, within(0.1));
    assertThat(height(box(figure, "c", "line"))).isCloseTo(at.get(0), PLACE);
    assertThat(middle(box(figure, "c", "line"))).isCloseTo(zero + 9 * perMonth, within(0.1));
    assertThat(middle(text(figure, "123"))).isCloseTo(zero, within(0.1));
    assertThat(middle(text(figure, "45"))).isCloseTo(zero + 10 * perMonth, within(0.1));
    assertThat(middle(text(figure, "7"))).isCloseTo(zero + 20 * perMonth, within(0.1));
    assertThat(text(figure, "123").top()).isGreaterThan(text(figure, "at risk").top());
  }

  @Test
  void limitsOfASurvivalCurveAreABandOrTwoDashedLinesOrAbsent() {
    assertThat(drawn(curves()).named("polygon")).hasSize(1);
    assertThat(drawn(curves().withLimits(SurvivalCurves.LimitStyle.DASHED)).named("polyline"))
        .hasSize(3);
    DrawnFigure without = drawn(curves().withLimits(SurvivalCurves.LimitStyle.NONE));
    assertThat(without.named("polyline")).hasSize(1);
    assertThat(without.named("polygon")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SurvivalGroup("g", STYLE, List.of(level(6, 1)), 5, List.of(), List.of()))
        .withMessageContaining("6.0")
        .withMessageContaining("5.0");
  }

  @Test
  void numbersAtRiskThatDoNotFitAreLeftOutAtEvenSteps() {
    List<SurvivalGroup.AtRisk> many = new ArrayList<>();
    for (int time = 0; time <= 24; time++) {
      many.add(new SurvivalGroup.AtRisk(time, 1000 + time));
    }
    SurvivalGroup group =
        new SurvivalGroup("all", STYLE, List.of(level(0, 1)), 24, List.of(), many);
    DrawnFigure figure =
        drawn(
            SurvivalCurves.of(
                CAPTION, MONTHS, new Axis("", Scale.linear(0, 1)), List.of(group), "at risk"));
    List<Integer> shown =
        figure.texts().stream()
            .filter(text -> text.matches("10\\d\\d"))
            .map(Integer::valueOf)
            .toList();
    assertThat(shown).hasSizeBetween(5, 12).startsWith(1000);
    int step = shown.get(1) - 1000;
    assertThat(shown).allSatisfy(count -> assertThat((count - 1000) % step).isZero());
  }

  @Test
  void aBoxHasItsQuartilesAndEveryPointIsSeen() {
    List<Value> values =
        List.of(
            Value.of(50, mark("v1")),
            Value.of(50, mark("v2")),
            Value.of(50, mark("v3")),
            Value.beyond(10, Limit.BELOW, mark("below")));
    DrawnFigure figure =
        drawn(
            BoxPlot.of(
                    CAPTION,
                    SCORE,
                    List.of(
                        new BoxGroup(
                            "A",
                            "n = 4",
                            STYLE,
                            new Quartiles(10, 30, 50, 70, 90, mark("q")),
                            values),
                        new BoxGroup("B", "n = 0", STYLE, null, List.of())))
                .withCutOffs(
                    List.of(new CutOff(30, "q1"), new CutOff(50, "m"), new CutOff(70, "q3"))));
    List<Double> at = dotted(figure);
    Box box = box(figure, "q", "rect");
    assertThat(box.top()).isCloseTo(at.get(0), PLACE);
    assertThat(box.bottom()).isCloseTo(at.get(2), PLACE);
    assertThat(boxes(marked(figure, "q"), "line"))
        .anySatisfy(line -> {
          assertThat(line.top()).isCloseTo(at.get(1), PLACE);
          assertThat(line.right() - line.left()).isCloseTo(box.right() - box.left(), PLACE);
        });
    List<Box> points =
        List.of(
            box(figure, "v1", "circle"), box(figure, "v2", "circle"), box(figure, "v3", "circle"));
    assertThat(points).allSatisfy(point -> assertThat(height(point)).isCloseTo(at.get(1), PLACE));
    assertThat(points)
        .allSatisfy(one -> assertThat(points.stream().filter(one::overlaps)).hasSize(1));
    // The arrow of a value below its limit points down from the limit.
    Box arrow = box(figure, "below", "polygon");
    assertThat(arrow.bottom()).isGreaterThan(box(figure, "below", "circle").bottom());
    assertThat(figure.texts()).contains("n = 4", "n = 0", "nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quartiles(10, 30, 20, 70, 90, mark("q")))
        .withMessageContaining("30.0 to 20.0");
  }

  @Test
  void aLineJoinsTheTwoValuesOfAPairAndALoneValueHasNone() {
    PairGroup group =
        new PairGroup(
            "A",
            "n = 2",
            STYLE,
            List.of("before", "after"),
            List.of(
                Pair.of("P1", Value.of(20, mark("b1")), Value.of(80, mark("a1"))),
                new Pair("P2", List.of(Optional.of(Value.of(60, mark("b2"))), Optional.empty()))),
            List.of(Optional.of(Value.of(40, mark("m0"))), Optional.empty()));
    DrawnFigure figure =
        drawn(
            PairedLines.of(CAPTION, SCORE, List.of(group))
                .withCutOffs(List.of(new CutOff(40, "40"))));
    assertThat(figure.named("polyline")).hasSize(1);
    Box line = DrawnFigure.box(figure.named("polyline").getFirst());
    Box before = box(figure, "b1", "circle");
    Box after = box(figure, "a1", "circle");
    assertThat(line.left()).isCloseTo(middle(before), PLACE);
    assertThat(line.bottom()).isCloseTo(height(before), PLACE);
    assertThat(line.right()).isCloseTo(middle(after), PLACE);
    assertThat(line.top()).isCloseTo(height(after), PLACE);
    assertThat(box(figure, "m0", "line").top()).isCloseTo(dotted(figure).getFirst(), PLACE);
    assertThat(middle(text(figure, "before"))).isCloseTo(middle(before), within(0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new PairGroup(
                "A",
                "",
                STYLE,
                List.of("before", "after"),
                List.of(new Pair("P1", List.of(Optional.empty()))),
                List.of()))
        .withMessageContaining("P1")
        .withMessageContaining("2 values");
  }

  @Test
  void theThreeStatesOfACellDifferInShapeAndTheirCountsStandBeneath() {
    List<HeatRow.Cell> cells = new ArrayList<>();
    List<HeatColumn> columns = new ArrayList<>();
    for (HeatRow.State state : HeatRow.State.values()) {
      cells.add(new HeatRow.Cell(state, mark(state.name())));
      columns.add(new HeatColumn("c " + state, "all", "n" + state.name().charAt(0)));
    }
    DrawnFigure figure =
        drawn(
            HeatMap.of(
                CAPTION,
                columns,
                List.of(new HeatRow("P1", "some", cells)),
                new HeatMap.StateNames("yes", "no", "unknown"),
                "count"));
    Element yes = marked(figure, "YES");
    Element no = marked(figure, "NO");
    Element unknown = marked(figure, "UNKNOWN");
    assertThat(DrawnFigure.elements(yes, "rect").getFirst().getAttribute("fill"))
        .isEqualTo(Hue.BLUE.colour());
    assertThat(DrawnFigure.elements(no, "rect").getFirst().getAttribute("fill"))
        .isEqualTo("#FFFFFF");
    assertThat(DrawnFigure.elements(no, "line")).isEmpty();
    Box drawn = box(figure, "UNKNOWN", "rect");
    Box cell =
        new Box(
            drawn.left() - 0.02, drawn.top() - 0.02, drawn.right() + 0.02, drawn.bottom() + 0.02);
    assertThat(DrawnFigure.elements(unknown, "line"))
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(cell.contains(DrawnFigure.box(line))).isTrue());
    assertThat(middle(text(figure, "nY")))
        .isCloseTo(middle(box(figure, "YES", "rect")), within(0.1));
    assertThat(figure.texts()).contains("all", "some", "yes", "no", "unknown", "count");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            HeatMap.of(
                CAPTION,
                columns,
                List.of(new HeatRow("P9", "", List.of())),
                new HeatMap.StateNames("yes", "no", "unknown"),
                ""))
        .withMessageContaining("P9")
        .withMessageContaining("3 cells");
  }

  @Test
  void eachThreadOfASequenceIsAsHighAsTheOthersAndNoTwoLieOnEachOther() {
    Kind other = Kind.of("other", Hue.GREEN);
    List<Journey> journeys =
        List.of(
            new Journey(List.of(PLAIN, other), mark("j1")),
            new Journey(List.of(PLAIN), mark("j2")),
            new Journey(List.of(other, PLAIN), mark("j3")),
            new Journey(List.of(PLAIN, other), mark("j4")));
    DrawnFigure figure = drawn(Sequences.of(CAPTION, List.of("1st", "2nd"), journeys));
    List<Box> slots = new ArrayList<>();
    for (Element mark : figure.marks()) {
      slots.addAll(boxes(mark, "rect"));
    }
    assertThat(slots).hasSize(7);
    double unit = slots.getFirst().bottom() - slots.getFirst().top();
    for (Box one : slots) {
      assertThat(one.bottom() - one.top()).isCloseTo(unit, PLACE);
      Box inner = new Box(one.left(), one.top() + 0.05, one.right(), one.bottom() - 0.05);
      assertThat(slots.stream().filter(inner::overlaps)).hasSize(1);
    }
    // One ribbon for each step from one stage to the next, ending at its slot.
    assertThat(DrawnFigure.elements(marked(figure, "j2"), "polygon")).isEmpty();
    Element first = marked(figure, "j1");
    Box ribbon = boxes(first, "polygon").getFirst();
    assertThat(ribbon.left()).isCloseTo(boxes(first, "rect").get(0).right(), PLACE);
    assertThat(ribbon.right()).isCloseTo(boxes(first, "rect").get(1).left(), PLACE);
    assertThat(figure.texts()).contains("3", "1", "2", "plain", "other");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequences.of(CAPTION, List.of("1st"), journeys))
        .withMessageContaining("j1");
  }

  @Test
  void aPointOfAScatterStandsAtItsValuesAndTheNumbersKeepOffAllPoints() {
    Axis x = new Axis("x", Scale.log(1, 1000));
    List<ScatterPoint> points =
        List.of(
            ScatterPoint.of(10, 50, mark("p1")),
            ScatterPoint.of(10, 50, mark("p2")),
            ScatterPoint.of(3, 95, mark("p3")),
            ScatterPoint.of(30, 20, mark("p4")).beyond(Limit.BELOW, Limit.ABOVE),
            ScatterPoint.of(800, 95, mark("p5")));
    DrawnFigure figure =
        drawn(
            Scatter.of(CAPTION, x, SCORE, List.of(new ScatterGroup("g", STYLE, points)))
                .withNumbers(List.of("n = 5", "r = 0.1"))
                .withCutOffs(List.of(new CutOff(50, "half"))));
    Box first = box(figure, "p1", "circle");
    assertThat(height(first)).isCloseTo(dotted(figure).getFirst(), PLACE);
    assertThat(middle(first)).isCloseTo(middle(text(figure, "10")), within(0.1));
    assertThat(box(figure, "p2", "circle").left()).isGreaterThan(first.left() + 2);
    // Below in x: to the left; above in y: upwards.
    Box circle = box(figure, "p4", "circle");
    List<Box> arrows = boxes(marked(figure, "p4"), "polygon");
    assertThat(arrows.get(0).right()).isLessThan(circle.left());
    assertThat(arrows.get(1).bottom()).isLessThan(circle.top());
    for (String number : List.of("n = 5", "r = 0.1")) {
      Box text = text(figure, number);
      assertThat(figure.named("circle").stream().map(DrawnFigure::box)).noneMatch(text::overlaps);
    }
  }

  @Test
  void numbersWithoutAFreeCornerStandOverThePlot() {
    List<ScatterPoint> points = new ArrayList<>();
    for (int x = 0; x <= 24; x++) {
      for (int y = 0; y <= 100; y += 5) {
        points.add(ScatterPoint.of(x, y, mark(x + "/" + y)));
      }
    }
    DrawnFigure figure =
        drawn(
            Scatter.of(CAPTION, MONTHS, SCORE, List.of(new ScatterGroup("g", STYLE, points)))
                .withNumbers(List.of("n = 525")));
    assertThat(text(figure, "n = 525").bottom()).isLessThan(text(figure, "score").top() + 2);
  }

  @Test
  void anIntervalReachesFromLimitToLimitAndBeyondTheAxisItIsAnArrow() {
    DrawnFigure figure =
        drawn(
            IntervalPlot.of(
                    CAPTION,
                    new Axis("ratio", Scale.log(0.1, 10)),
                    List.of(
                        new IntervalGroup(
                            "A",
                            STYLE,
                            List.of(
                                IntervalRow.of("r1", 1, 0.5, 2, "1 (0.5 to 2)", mark("r1")),
                                IntervalRow.of("r2", 5, 1, 50, "5 (1 to 50)", mark("r2")),
                                IntervalRow.without("r3", "not estimable", mark("r3"))))),
                    "factor",
                    "ratio (95 %)")
                .withReference(1));
    List<Box> parts = boxes(marked(figure, "r1"), "line");
    assertThat(parts.getFirst().left()).isCloseTo(middle(text(figure, "0.5")), within(0.1));
    assertThat(parts.getFirst().right()).isCloseTo(middle(text(figure, "2")), within(0.1));
    assertThat(middle(box(figure, "r1", "circle")))
        .isCloseTo(middle(text(figure, "1")), within(0.1));
    assertThat(boxes(marked(figure, "r1"), "polygon")).isEmpty();
    assertThat(boxes(marked(figure, "r2"), "polygon")).hasSize(1);
    assertThat(DrawnFigure.elements(marked(figure, "r3"), "circle")).isEmpty();
    assertThat(figure.texts()).contains("not estimable", "1 (0.5 to 2)");
  }
}
