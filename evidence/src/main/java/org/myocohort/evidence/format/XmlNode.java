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
  private final List<Object> content = new ArrayList<>(1);
  private Map<String, String> attributes = Map.of();

  XmlNode(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void attribute(String key, String value) {
    if (attributes.isEmpty()) {
      attributes = new LinkedHashMap<>(4);
    }
    attributes.put(key, value);
  }

  boolean hasAttribute(String key) {
    return attributes.containsKey(key);
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
    List<XmlNode> found = new ArrayList<>(2);
    collect(path, 0, found);
    return found;
  }

  private void collect(String[] path, int step, List<XmlNode> found) {
    if (step == path.length) {
      found.add(this);
      return;
    }
    for (Object each : content) {
      if (each instanceof XmlNode child && child.name.equals(path[step])) {
        child.collect(path, step + 1, found);
      }
    }
  }

  Optional<XmlNode> first(String... path) {
    return Optional.ofNullable(first(path, 0));
  }

  private @Nullable XmlNode first(String[] path, int step) {
    if (step == path.length) {
      return this;
    }
    for (Object each : content) {
      if (each instanceof XmlNode child && child.name.equals(path[step])) {
        XmlNode found = child.first(path, step + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// All text in it, in order, whatever elements it stands in.
  String text() {
    if (content.size() == 1 && content.getFirst() instanceof String only) {
      return only;
    }
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
    XmlNode node = first(path, 0);
    return node == null ? null : Plain.lineOrNull(node.text());
  }

  /// Everything in it as raw fields, named by their paths.
  void fields(XmlPath path, List<RawField> fields) {
    attributes.forEach((key, value) -> fields.add(new RawField(path.attribute(key), value)));
    boolean leaf = true;
    for (Object each : content) {
      leaf &= !(each instanceof XmlNode child) || inline(child.name);
    }
    if (leaf) {
      fields.add(new RawField(path.path(), text()));
      return;
    }
    for (Object each : content) {
      if (each instanceof XmlNode node) {
        node.fields(path.then(node.name), fields);
      } else if (!each.toString().isBlank()) {
        fields.add(new RawField(path.path(), each.toString()));
      }
    }
  }

  private static boolean inline(String name) {
    return INLINE.contains(name) || name.startsWith("mml:");
  }
}
