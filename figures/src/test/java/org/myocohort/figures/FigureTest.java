package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FigureTest {
  private static final Mark MARK = Mark.of("CRP 12 mg/L", "labs/L3/value");

  private static CurveLane lane(Datum... data) {
    Series series = new Series("CRP", SeriesStyle.of(Hue.BLUE), List.of(data));
    return CurveLane.of("CRP", "mg/L", Scale.linear(0, 100), List.of(series));
  }

  private static DrawnFigure drawn(Lane... lanes) {
    return DrawnFigure.parse(
        LaneChart.of("t", "d", "months", List.of(lanes), "nothing recorded").render());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aValueThatIsNotFiniteIsRefusedByTheNameOfItsMark(double value) {
    List<Runnable> refused =
        List.of(
            () -> Point.of(value, 1, MARK),
            () -> Point.of(1, value, MARK),
            () -> Interval.of(1, 0, value, MARK),
            () -> new Step(0, 1, value, MARK),
            () -> new Event(value, "", Symbol.CIRCLE, Hue.BLUE, MARK),
            () -> Bar.of(0, value, "", Hue.BLUE, MARK),
            () -> BarStrip.of(value, 10, Hue.BLUE, MARK));
    assertThat(refused)
        .allSatisfy(call ->
            assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .withMessageContaining("CRP 12 mg/L")
                .withMessageContaining("labs/L3/value")
                .withMessageContaining(Double.toString(value)));
  }

  @Test
  void boundsAndTimesThatRunBackwardsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Interval.of(1, 5, 4, MARK));
    assertThatIllegalArgumentException().isThrownBy(() -> Bar.of(3, 2, "", Hue.BLUE, MARK));
    assertThatIllegalArgumentException().isThrownBy(() -> new Band(5, 5, "band"));
    assertThatIllegalArgumentException().isThrownBy(() -> Mark.of(" ", "labs/1"));
    assertThatIllegalArgumentException().isThrownBy(() -> Mark.of("title", ""));
  }

  @Test
  void aMarkOutsideTheTimeAxisIsRefusedByItsName() {
    LaneChart chart =
        LaneChart.of("t", "d", "months", List.of(lane(Point.of(30, 1, MARK))), "none")
            .over(Scale.months(-12, 24));
    assertThatIllegalArgumentException()
        .isThrownBy(chart::render)
        .withMessageContaining("labs/L3/value")
        .withMessageContaining("x = 30.0");
  }

  @Test
  void twoValuesOfOneDayAreBothSeen() {
    DrawnFigure figure =
        drawn(lane(Point.of(3, 50, MARK), Point.of(3, 50, MARK), Point.of(3, 51, MARK)));
    List<Box> circles = figure.named("circle").stream().map(DrawnFigure::box).toList();
    assertThat(circles).hasSize(3).doesNotHaveDuplicates();
    assertThat(Math.abs(circles.get(1).left() - circles.get(0).left())).isGreaterThan(4);
    assertThat(Math.abs(circles.get(2).left() - circles.get(1).left())).isGreaterThan(4);
  }

  @Test
  void aValueAboveTheAxisStandsAtItsEdgeWithAnArrow() {
    Element inside = drawn(lane(Point.of(3, 50, MARK))).marks().getFirst();
    Element outside = drawn(lane(Point.of(3, 500, MARK))).marks().getFirst();
    assertThat(DrawnFigure.elements(inside, "polygon")).isEmpty();
    assertThat(DrawnFigure.elements(outside, "polygon")).hasSize(1);
  }

  @Test
  void anUncertainValueIsABarAndNoPointOfTheLine() {
    DrawnFigure figure =
        drawn(lane(Point.of(0, 10, MARK), Interval.of(3, 40, 60, MARK), Point.of(6, 20, MARK)));
    assertThat(figure.named("polyline").getFirst().getAttribute("points").split(" ", -1))
        .hasSize(2);
    Element bar = figure.marks().get(1);
    assertThat(DrawnFigure.elements(bar, "circle")).isEmpty();
    assertThat(DrawnFigure.elements(bar, "rect")).hasSize(1);
  }

  @Test
  void anEmptyLaneOrPlotSaysSo() {
    assertThat(drawn(lane()).texts()).contains("nothing recorded");
    assertThat(drawn(new EventLane("Events", "", List.of())).texts()).contains("nothing recorded");
    Panel panel =
        new Panel(
            "", "x", Scale.months(0, 12), List.of(Plot.of("y", Scale.linear(0, 1), List.of())));
    String svg = PanelFigure.of("t", "d", List.of(panel), "nothing recorded").render();
    assertThat(DrawnFigure.parse(svg).texts()).contains("nothing recorded");
  }

  @Test
  void aLongTextIsShortenedAndItsWholeStandsInItsTitle() {
    String longText = "a very long name ".repeat(20).strip();
    DrawnFigure figure =
        drawn(
            new EventLane("e", "", List.of(new Event(0, longText, Symbol.CIRCLE, Hue.BLUE, MARK))));
    Element text = DrawnFigure.elements(figure.marks().getFirst(), "text").getFirst();
    assertThat(DrawnFigure.ownText(text)).endsWith("…").startsWith("a very long name");
    assertThat(DrawnFigure.elements(text, "title").getFirst().getTextContent()).isEqualTo(longText);
  }

  @Test
  void aLinkedMarkOpensItsRow() {
    Element mark = drawn(lane(Point.of(1, 1, MARK.linkedTo("#row-labs-L3")))).marks().getFirst();
    assertThat(DrawnFigure.elements(mark, "a").getFirst().getAttribute("href"))
        .isEqualTo("#row-labs-L3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARK.linkedTo("javascript:alert(1)"))
        .withMessageContaining("javascript");
  }

  @Test
  void theSameFigureHasTheSameBytesInEveryLocale() {
    Locale before = Locale.getDefault();
    String lanes = Samples.laneChart().render();
    String panels = Samples.panelFigure().render();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Samples.laneChart().render()).isEqualTo(lanes);
      assertThat(Samples.panelFigure().render()).isEqualTo(panels);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void noLetterOfAJournalFigureIsSmallerThanSevenPoints() {
    for (double millimetres : new double[] {84, 174}) {
      String svg = Samples.panelFigure().sized(FigureSize.print(millimetres)).render();
      assertThat(DrawnFigure.parse(svg).named("text"))
          .allSatisfy(text ->
              assertThat(Double.parseDouble(text.getAttribute("font-size")))
                  .isGreaterThanOrEqualTo(7));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FigureSize(100, 0, 8, 6, true))
        .withMessageContaining("6.0");
  }

  @Test
  void everyFigureCarriesItsStamp() {
    assertThat(DrawnFigure.parse(Samples.laneChart().render()).texts()).contains("Synthetic data");
    assertThat(DrawnFigure.parse(Samples.panelFigure().render()).texts())
        .contains("Synthetic data", "A", "B");
  }

  @Test
  void aStripShowsAValueOutOfItsMaximumAndBoundsPale() {
    List<Element> known =
        DrawnFigure.parse(BarStrip.of(20, 32.5, Hue.BLUE, MARK).render()).named("rect");
    assertThat(known)
        .extracting(rect -> rect.getAttribute("width"))
        .containsExactly("90", "0", "55.38");
    List<Element> bounds =
        DrawnFigure.parse(BarStrip.between(5, 10, 20, Hue.BLUE, MARK).render()).named("rect");
    assertThat(bounds)
        .extracting(rect -> rect.getAttribute("width"))
        .containsExactly("90", "22.5", "22.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarStrip.of(33, 32.5, Hue.BLUE, MARK))
        .withMessageContaining("[0, 32.5]");
  }
}
