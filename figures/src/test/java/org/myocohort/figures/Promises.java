package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/// What every figure promises: all its marks, inert elements, nothing outside, no text on a text.
public final class Promises {
  private static final Set<String> SHAPES =
      Set.of("rect", "circle", "line", "polygon", "polyline", "text");
  private static final Set<String> ELEMENTS =
      Set.of("g", "a", "title", "desc", "rect", "circle", "line", "polygon", "polyline", "text");
  // Coordinates are written with two decimals, so a sum of two may be off by one hundredth.
  private static final double ROUNDING = 0.011;

  private Promises() {}

  /// Holds for a figure and the marks that it was given.
  public static void keptBy(String svg, List<Mark> expected) {
    DrawnFigure figure = DrawnFigure.parse(svg);
    assertThat(figure.marks())
        .extracting(mark -> mark.getAttribute("data-row"))
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Mark::row).toList());
    assertThat(figure.marks())
        .allSatisfy(mark -> {
          Element title = DrawnFigure.elements(mark, "title").getFirst();
          assertThat(title.getParentNode()).isSameAs(mark);
          assertThat(title.getTextContent()).isNotBlank();
        });
    Box outer = figure.viewBox();
    Box bounds = new Box(-ROUNDING, -ROUNDING, outer.right() + ROUNDING, outer.bottom() + ROUNDING);
    for (Element element : figure.elements()) {
      assertThat(element.getTagName()).isIn(ELEMENTS);
      assertThat(element.hasAttribute("style") || element.hasAttribute("id")).isFalse();
      if (SHAPES.contains(element.getTagName())) {
        // Describing is dear and only needed for what fails.
        if (!bounds.contains(DrawnFigure.box(element))) {
          fail("%s must lie inside %s", describe(element), outer);
        }
      }
    }
    noTwoTextsOverlap(figure);
  }

  private static void noTwoTextsOverlap(DrawnFigure figure) {
    List<Element> texts = figure.named("text");
    List<Box> boxes = texts.stream().map(text -> shrunk(DrawnFigure.box(text))).toList();
    for (int one = 0; one < boxes.size(); one++) {
      for (int other = one + 1; other < boxes.size(); other++) {
        if (boxes.get(one).overlaps(boxes.get(other))) {
          fail("%s stands on %s", describe(texts.get(one)), describe(texts.get(other)));
        }
      }
    }
  }

  /// The part of a text's box where letters stand; lines may share the room of their descenders.
  private static Box shrunk(Box box) {
    double margin = 0.13 * (box.bottom() - box.top());
    return new Box(box.left() + 0.5, box.top() + margin, box.right() - 0.5, box.bottom() - margin);
  }

  private static String describe(Element element) {
    return element.getTagName()
        + " '"
        + DrawnFigure.ownText(element).strip()
        + "' "
        + DrawnFigure.box(element);
  }
}
