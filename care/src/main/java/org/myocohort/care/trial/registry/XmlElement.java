package org.myocohort.care.trial.registry;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One element of an XML file with what stands in it.
final class XmlElement {
  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlElement> children = new ArrayList<>();

  private XmlElement(String name) {
    this.name = name;
  }

  /// Reads the element that the reader has just entered, up to its end.
  ///
  /// @param deepest how many levels at most: a hostile file could exhaust the stack
  static XmlElement read(XMLStreamReader xml, int deepest) throws XMLStreamException {
    if (deepest == 0) {
      throw new XMLStreamException("too deep", xml.getLocation());
    }
    XmlElement element = new XmlElement(xml.getLocalName());
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> element.children.add(read(xml, deepest - 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            element.text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity of its own", xml.getLocation());
        case XMLStreamConstants.END_ELEMENT -> {
          return element;
        }
        default -> {}
      }
    }
    throw new XMLStreamException("not closed: " + element.name, xml.getLocation());
  }

  /// The elements of a path such as `sponsors/lead_sponsor`.
  List<XmlElement> elements(String path) {
    List<XmlElement> found = List.of(this);
    for (String step : path.split("/", -1)) {
      List<XmlElement> next = new ArrayList<>();
      for (XmlElement element : found) {
        for (XmlElement child : element.children) {
          if (child.name.equals(step)) {
            next.add(child);
          }
        }
      }
      found = next;
    }
    return found;
  }

  /// The first text of a path as it stands, empty where there is none.
  String raw(String path) {
    List<XmlElement> found = elements(path);
    return found.isEmpty() ? "" : found.getFirst().text.toString();
  }

  String text(String path) {
    return raw(path).strip();
  }

  List<String> texts(String path) {
    return elements(path).stream().map(each -> each.text.toString().strip()).toList();
  }

  /// A text whose lines were broken by the registry, as one line.
  String block(String path) {
    return text(path).replaceAll("\\s+", " ");
  }
}
