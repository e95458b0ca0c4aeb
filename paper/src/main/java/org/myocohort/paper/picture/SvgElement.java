package org.myocohort.paper.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/// The attributes of an SVG element; what would change the drawing and is not known is refused.
record SvgElement(Map<String, String> attributes) {
  private static final Set<String> GEOMETRY =
      Set.of(
          "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
          "points", "d", "viewBox");

  private static final Set<String> WITHOUT_INK =
      Set.of("role", "href", "pointer-events", "class", "tabindex", "focusable", "lang", "version");

  static SvgElement of(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      if (GEOMETRY.contains(name) || SvgStyle.ATTRIBUTES.contains(name)) {
        attributes.put(name, xml.getAttributeValue(i));
      } else if (!WITHOUT_INK.contains(name)
          && !name.startsWith("data-")
          && !name.startsWith("aria-")) {
        throw new IllegalArgumentException(
            "an SVG attribute must be known but was %s of %s".formatted(name, xml.getLocalName()));
      }
    }
    return new SvgElement(attributes);
  }

  String text(String name, String otherwise) {
    return attributes.getOrDefault(name, otherwise);
  }

  double number(String name, double otherwise) {
    String value = attributes.get(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }
}
