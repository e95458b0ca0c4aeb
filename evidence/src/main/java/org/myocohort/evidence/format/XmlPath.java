package org.myocohort.evidence.format;

import java.util.HashMap;
import java.util.Map;

/// The names of elements on the way to one; each way is written once a file, not once a field.
final class XmlPath {
  /// Damaged files may have any number of names.
  private static final int MOST = 10_000;

  private final String path;
  private final Map<String, XmlPath> children = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();

  XmlPath(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  XmlPath then(String name) {
    XmlPath known = children.get(name);
    if (known == null) {
      known = new XmlPath(path.isEmpty() ? name : path + "/" + name);
      if (children.size() < MOST) {
        children.put(name, known);
      }
    }
    return known;
  }

  String attribute(String name) {
    String known = attributes.get(name);
    if (known == null) {
      known = path + "/@" + name;
      if (attributes.size() < MOST) {
        attributes.put(name, known);
      }
    }
    return known;
  }
}
