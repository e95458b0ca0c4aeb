package org.myocohort.figures;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A figure read back from its text by the JDK's own XML parser.
///
/// @param root the svg element
public record DrawnFigure(Element root) {
  public static DrawnFigure parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
      return new DrawnFigure(document.getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException problem) {
      throw new IllegalStateException("not well-formed: " + problem.getMessage(), problem);
    }
  }

  public Box viewBox() {
    String[] numbers = root.getAttribute("viewBox").split(" ", -1);
    return new Box(0, 0, Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3]));
  }

  public List<Element> elements() {
    return elements(root, "*");
  }

  public List<Element> named(String name) {
    return elements(root, name);
  }

  public List<Element> marks() {
    return named("g").stream().filter(group -> group.hasAttribute("data-row")).toList();
  }

  public List<String> texts() {
    return named("text").stream().map(DrawnFigure::ownText).toList();
  }

  public static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      elements.add((Element) nodes.item(index));
    }
    return elements;
  }

  /// The text of an element without that of its title.
  public static String ownText(Element element) {
    return element.getFirstChild() == null ? "" : element.getFirstChild().getTextContent();
  }

  /// The room that a shape or text takes, without its stroke.
  public static Box box(Element shape) {
    return switch (shape.getTagName()) {
      case "rect" -> {
        double x = number(shape, "x");
        double y = number(shape, "y");
        yield new Box(x, y, x + number(shape, "width"), y + number(shape, "height"));
      }
      case "circle" -> Box.around(number(shape, "cx"), number(shape, "cy"), number(shape, "r"));
      case "line" ->
          around(
              new double[] {
                number(shape, "x1"), number(shape, "y1"), number(shape, "x2"), number(shape, "y2")
              });
      case "polygon", "polyline" ->
          around(
              Arrays.stream(shape.getAttribute("points").split("[ ,]", -1))
                  .mapToDouble(Double::parseDouble)
                  .toArray());
      case "text" -> textBox(shape);
      default -> throw new IllegalStateException("no shape: " + shape.getTagName());
    };
  }

  private static Box textBox(Element text) {
    Anchor anchor =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> Anchor.MIDDLE;
          case "end" -> Anchor.END;
          default -> Anchor.START;
        };
    TextStyle style =
        new TextStyle(number(text, "font-size"), text.hasAttribute("font-weight"), "#000000");
    double x = number(text, "x");
    double y = number(text, "y");
    Box level = Label.of(ownText(text), x, y, anchor, style).box();
    if (!text.hasAttribute("transform")) {
      return level;
    }
    String upright = "rotate(-90 " + Svg.number(x) + " " + Svg.number(y) + ")";
    if (!text.getAttribute("transform").equals(upright)) {
      throw new IllegalStateException("not turned upright: " + text.getAttribute("transform"));
    }
    return new Box(
        x + level.top() - y,
        y - (level.right() - x),
        x + level.bottom() - y,
        y - (level.left() - x));
  }

  private static Box around(double[] coordinates) {
    double[] x =
        IntStream.range(0, coordinates.length / 2).mapToDouble(i -> coordinates[2 * i]).toArray();
    double[] y =
        IntStream.range(0, coordinates.length / 2)
            .mapToDouble(i -> coordinates[2 * i + 1])
            .toArray();
    return new Box(
        Arrays.stream(x).min().orElseThrow(),
        Arrays.stream(y).min().orElseThrow(),
        Arrays.stream(x).max().orElseThrow(),
        Arrays.stream(y).max().orElseThrow());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
