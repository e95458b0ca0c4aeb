package org.myocohort.paper.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.myocohort.paper.font.Typeface;

/// Reads the SVG of `figures`.
final class SvgReader {
  private static final Set<String> WITHOUT_INK = Set.of("title", "desc", "metadata");
  private static final Set<String> LINES_ONLY = Set.of("line");

  private final List<Drawing.Item> items = new ArrayList<>();
  private final Deque<SvgStyle> styles = new ArrayDeque<>();
  private double width;
  private double height;

  Drawing read(String svg) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(svg));
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> begin(xml);
          case XMLStreamConstants.END_ELEMENT -> styles.pop();
          default -> {}
        }
      }
      return new Drawing(width, height, items);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("a figure must be SVG but is not: " + e.getMessage(), e);
    }
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    if (styles.isEmpty() && !element.equals("svg")) {
      throw new IllegalArgumentException("a figure must begin with svg but with " + element);
    }
    SvgElement read = SvgElement.of(xml);
    SvgStyle style = (styles.isEmpty() ? SvgStyle.INITIAL : styles.peek()).within(read);
    styles.push(style);
    switch (element) {
      case "svg" -> size(read);
      case "g", "a" -> {}
      case "rect" -> shape(rectangle(read), element, style);
      case "circle" -> {
        double r = read.number("r", 0);
        shape(ellipse(read, r, r), element, style);
      }
      case "ellipse" ->
          shape(ellipse(read, read.number("rx", 0), read.number("ry", 0)), element, style);
      case "line" ->
          shape(
              new Line2D.Double(
                  read.number("x1", 0),
                  read.number("y1", 0),
                  read.number("x2", 0),
                  read.number("y2", 0)),
              element,
              style);
      case "polyline" -> shape(points(read, false), element, style);
      case "polygon" -> shape(points(read, true), element, style);
      case "path" -> shape(PathData.parse(read.text("d", "")), element, style);
      case "text" -> text(read, style, content(xml));
      default -> {
        if (!WITHOUT_INK.contains(element)) {
          throw new IllegalArgumentException("an SVG element must be known but was " + element);
        }
        skip(xml);
      }
    }
  }

  private void size(SvgElement svg) {
    if (styles.size() > 1) {
      throw new IllegalArgumentException("a figure must not hold another svg");
    }
    String[] box = svg.text("viewBox", "").strip().split("[\\s,]+", -1);
    if (box.length != 4 || Double.parseDouble(box[0]) != 0 || Double.parseDouble(box[1]) != 0) {
      throw new IllegalArgumentException(
          "a figure must have a viewBox that begins at 0 0 but had '%s'"
              .formatted(svg.text("viewBox", "")));
    }
    width = Double.parseDouble(box[2]);
    height = Double.parseDouble(box[3]);
  }

  private static Shape rectangle(SvgElement read) {
    double x = read.number("x", 0);
    double y = read.number("y", 0);
    double w = read.number("width", 0);
    double h = read.number("height", 0);
    double rx = Math.min(read.number("rx", read.number("ry", 0)), w / 2);
    double ry = Math.min(read.number("ry", read.number("rx", 0)), h / 2);
    return rx > 0 && ry > 0
        ? new RoundRectangle2D.Double(x, y, w, h, 2 * rx, 2 * ry)
        : new Rectangle2D.Double(x, y, w, h);
  }

  private static Shape ellipse(SvgElement read, double rx, double ry) {
    return new Ellipse2D.Double(
        read.number("cx", 0) - rx, read.number("cy", 0) - ry, 2 * rx, 2 * ry);
  }

  private static Shape points(SvgElement read, boolean closed) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    String list = read.text("points", "").strip();
    if (list.isEmpty()) {
      return path;
    }
    String[] numbers = list.split("[\\s,]+", -1);
    if (numbers.length % 2 != 0) {
      throw new IllegalArgumentException("points must be pairs but were '" + list + "'");
    }
    for (int i = 0; i < numbers.length; i += 2) {
      double x = Double.parseDouble(numbers[i]);
      double y = Double.parseDouble(numbers[i + 1]);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  private void shape(Shape shape, String element, SvgStyle style) {
    if (!LINES_ONLY.contains(element)) {
      style
          .fill()
          .ifPresent(ink -> {
            Shape placed = style.place().createTransformedShape(shape);
            items.add(canvas -> canvas.fill(placed, ink));
          });
    }
    style.pen().ifPresent(pen -> items.add(canvas -> canvas.stroke(shape, pen, style.place())));
  }

  private void text(SvgElement read, SvgStyle style, String content) {
    Typeface typeface = Typeface.of(style.bold(), style.italic());
    String shown = typeface.settable(content.strip().replaceAll("\\s+", " "));
    if (shown.isEmpty()) {
      return;
    }
    double size = style.fontSize();
    double shift = style.anchor() * typeface.width(shown, size);
    AffineTransform place = new AffineTransform(style.place());
    place.translate(read.number("x", 0) - shift, read.number("y", 0));
    Drawing.Item letters =
        canvas -> style.fill().ifPresent(ink -> canvas.text(shown, typeface, size, place, ink));
    Drawing.Item rim =
        canvas -> style.pen().ifPresent(pen -> canvas.rim(shown, typeface, size, place, pen));
    items.add(style.strokeFirst() ? rim : letters);
    items.add(style.strokeFirst() ? letters : rim);
  }

  /// The text of the element and, its end read, the style stack as before its content.
  private String content(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> {
          if (!WITHOUT_INK.contains(xml.getLocalName())) {
            throw new IllegalArgumentException(
                "an SVG text must be of one piece but holds " + xml.getLocalName());
          }
          xml.getElementText();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          styles.pop();
          return text.toString();
        }
        default -> {}
      }
    }
    return text.toString();
  }

  private void skip(XMLStreamReader xml) throws XMLStreamException {
    xml.getElementText();
    styles.pop();
  }
}
