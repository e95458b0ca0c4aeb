package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.record.RawField;

/// An element of a record with what stands in it, in its order.
final class XmlNode {
  private static final Set<String> INLINE =
      Set.of("style", "i", "b", "u", "sup", "sub", "inf", "em", "strong", "DispFormula");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  XmlNode(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void attribute(String key, String value) {
    attributes.put(key, value);
  }

  void add(XmlNode child) {
    content.add(child);
  }

  void add(String text) {
    content.add(text);
  }

  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  List<XmlNode> children() {
    List<XmlNode> nodes = new ArrayList<>();
    for (Object each : content) {
      if (each instanceof XmlNode node) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /// The elements at the end of a path.
  List<XmlNode> all(String... path) {
    List<XmlNode> found = List.of(this);
    for (String step : path) {
      List<XmlNode> next = new ArrayList<>();
      for (XmlNode node : found) {
        for (XmlNode child : node.children()) {
          if (child.name.equals(step)) {
            next.add(child);
          }
        }
      }
      found = next;
    }
    return found;
  }

  Optional<XmlNode> first(String... path) {
    return all(path).stream().findFirst();
  }

  /// All text in it, in order, whatever elements it stands in.
  String text() {
    StringBuilder text = new StringBuilder();
    collect(text);
    return text.toString();
  }

  private void collect(StringBuilder text) {
    for (Object each : content) {
      if (each instanceof XmlNode node) {
        node.collect(text);
      } else {
        text.append(each);
      }
    }
  }

  /// The text at the end of a path as one line, null where there is none.
  @Nullable String line(String... path) {
    return first(path).map(node -> Plain.lineOrNull(node.text())).orElse(null);
  }

  /// Everything in it as raw fields, named by their paths.
  void fields(String path, List<RawField> fields) {
    attributes.forEach((key, value) -> fields.add(new RawField(path + "/@" + key, value)));
    boolean leaf = true;
    for (XmlNode child : children()) {
      leaf &= INLINE.contains(child.name) || child.name.startsWith("mml:");
    }
    if (leaf) {
      fields.add(new RawField(path, text()));
      return;
    }
    for (Object each : content) {
      if (each instanceof XmlNode node) {
        node.fields(path.isEmpty() ? node.name : path + "/" + node.name, fields);
      } else if (!each.toString().isBlank()) {
        fields.add(new RawField(path, each.toString()));
      }
    }
  }
}
