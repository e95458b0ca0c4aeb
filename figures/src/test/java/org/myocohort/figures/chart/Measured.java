package org.myocohort.figures.chart;

import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.myocohort.figures.Box;
import org.myocohort.figures.DrawnFigure;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Scale;
import org.myocohort.figures.SeriesStyle;
import org.w3c.dom.Element;

/// Charts as they are drawn, measured.
abstract class Measured {
  // Two coordinates, each written with two decimals.
  static final Offset<Double> PLACE = within(0.02);
  static final Caption CAPTION = Caption.of("t", "d", "nothing");
  static final Kind PLAIN = Kind.of("plain", Hue.BLUE);
  static final SeriesStyle STYLE = SeriesStyle.of(Hue.BLUE);
  static final Axis SCORE = new Axis("score", Scale.linear(0, 100));
  static final Axis MONTHS = new Axis("months", Scale.linear(0, 24));

  static Mark mark(String row) {
    return Mark.of("mark " + row, row);
  }

  static DrawnFigure drawn(Chart chart) {
    return DrawnFigure.parse(chart.render());
  }

  static Element marked(DrawnFigure figure, String row) {
    return figure.marks().stream()
        .filter(mark -> mark.getAttribute("data-row").equals(row))
        .findFirst()
        .orElseThrow();
  }

  static List<Box> boxes(Element parent, String name) {
    return DrawnFigure.elements(parent, name).stream().map(DrawnFigure::box).toList();
  }

  static Box box(DrawnFigure figure, String row, String name) {
    return boxes(marked(figure, row), name).getFirst();
  }

  /// The heights of the dotted lines, from the top.
  static List<Double> dotted(DrawnFigure figure) {
    return figure.named("line").stream()
        .filter(line -> line.hasAttribute("stroke-dasharray"))
        .map(line -> DrawnFigure.box(line).top())
        .sorted()
        .toList();
  }

  static Box text(DrawnFigure figure, String text) {
    return figure.named("text").stream()
        .filter(each -> DrawnFigure.ownText(each).equals(text))
        .map(DrawnFigure::box)
        .findFirst()
        .orElseThrow();
  }

  static double middle(Box box) {
    return (box.left() + box.right()) / 2;
  }

  static double height(Box box) {
    return (box.top() + box.bottom()) / 2;
  }
}
