package org.myocohort.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.figures.Box;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Datum;
import org.myocohort.figures.DrawnFigure;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Point;
import org.myocohort.figures.Scale;
import org.w3c.dom.Element;

/// Courses are drawn at their places, in one plot and in small panels, see [ChartGeometryTest].
class CourseGeometryTest extends Measured {
  private static Course course(String name, double... pairs) {
    List<Datum> data = new ArrayList<>();
    for (int index = 0; index < pairs.length; index += 2) {
      data.add(Point.of(pairs[index], pairs[index + 1], mark(name + "/" + index)));
    }
    return new Course(name, data);
  }

  private static List<CourseGroup> courses() {
    return List.of(
        CourseGroup.of(
            "A",
            STYLE,
            List.of(
                course("P1", 0, 80, 12, 40), course("P2", 0, 60), course("P3", 0, 10, 24, 20))));
  }

  @Test
  void aCourseHasAPointForEachValueAndTheMedianLineLiesOnTop() {
    Spaghetti chart =
        Spaghetti.of(
                CAPTION,
                new Axis("months", Scale.months(-3, 24)),
                SCORE,
                List.of(courses().getFirst().withMiddle(course("median", 0, 60, 12, 40).data())))
            .withCutOffs(List.of(new CutOff(40, "40")));
    DrawnFigure figure = drawn(chart);
    assertThat(figure.marks()).hasSize(7);
    assertThat(height(box(figure, "P1/2", "circle"))).isCloseTo(dotted(figure).getFirst(), PLACE);
    assertThat(middle(box(figure, "P1/2", "circle")))
        .isCloseTo(middle(text(figure, "+12")), within(0.1));
    List<Element> lines = figure.named("polyline");
    // Two courses have a line, the third has one value; then the median's rim and line.
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2).getAttribute("stroke")).isEqualTo("#FFFFFF");
    assertThat(Double.parseDouble(lines.get(3).getAttribute("stroke-width")))
        .isGreaterThan(2 * Double.parseDouble(lines.get(0).getAttribute("stroke-width")));
    // Few subjects are named at their ends.
    assertThat(figure.texts()).contains("P1", "P2", "P3");
  }

  @Test
  void twoSubjectsOfOneValueAreBothSeen() {
    CourseGroup group =
        CourseGroup.of("A", STYLE, List.of(course("P1", 12, 40), course("P2", 12, 40)));
    DrawnFigure figure =
        drawn(
            Spaghetti.of(CAPTION, new Axis("months", Scale.months(0, 24)), SCORE, List.of(group)));
    Box first = box(figure, "P1/0", "circle");
    Box second = box(figure, "P2/0", "circle");
    assertThat(second.left() - first.left()).isGreaterThan(2);
    assertThat(second.top()).isEqualTo(first.top());
  }

  @Test
  void everySmallPanelShowsItsSubjectOverAllOthersInGrey() {
    DrawnFigure figure =
        drawn(
            SmallMultiples.of(CAPTION, new Axis("months", Scale.months(-3, 24)), SCORE, courses()));
    List<Element> lines = figure.named("polyline");
    // P1 and P3 each in their own panel in colour; behind, in grey, in the two others.
    assertThat(lines).filteredOn(line -> line.getAttribute("stroke").equals("#C9D0D7")).hasSize(4);
    assertThat(lines)
        .filteredOn(line -> line.getAttribute("stroke").equals(Hue.BLUE.line()))
        .hasSize(2);
    // Panels beside each other share their axis: the same value at the same height.
    assertThat(figure.marks()).hasSize(5);
    assertThat(lines.stream().map(DrawnFigure::box).map(Box::top).distinct().count()).isEqualTo(2);
    assertThat(figure.texts()).contains("P1", "P2", "P3");
  }

  @Test
  void panelsFillTheirRowsEvenly() {
    assertThat(SmallMultiples.columns(1, 500, 60)).isEqualTo(1);
    assertThat(SmallMultiples.columns(3, 500, 60)).isEqualTo(3);
    assertThat(SmallMultiples.columns(15, 500, 60)).isEqualTo(5);
    assertThat(SmallMultiples.columns(15, 200, 60)).isEqualTo(3);
    assertThat(SmallMultiples.columns(60, 500, 60)).isEqualTo(8);
    assertThat(SmallMultiples.columns(0, 500, 60)).isEqualTo(1);
    assertThat(SmallMultiples.columns(9, 10, 60)).isEqualTo(1);
  }
}
