package org.myocohort.care.trial.registry;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Values of a JSON record by their path; one of another shape than expected is a problem, a
/// missing one is not.
record JsonFields(JsonNode root, RecordChecks checks) {

  private JsonNode at(String path) {
    JsonNode node = root;
    for (String name : path.split("\\.", -1)) {
      node = node.path(name);
    }
    return node;
  }

  String text(String path) {
    JsonNode node = at(path);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.isContainer()) {
      checks.wrong(path, "text-expected", node.toString());
      return "";
    }
    return node.asString("").strip();
  }

  List<String> texts(String path) {
    List<String> texts = new ArrayList<>();
    for (JsonFields item : items(path, false)) {
      if (item.root.isContainer()) {
        checks.wrong(path, "text-expected", item.root.toString());
      } else {
        texts.add(item.root.asString("").strip());
      }
    }
    return texts;
  }

  /// The objects of a list.
  List<JsonFields> objects(String path) {
    return items(path, true);
  }

  private List<JsonFields> items(String path, boolean objects) {
    JsonNode node = at(path);
    List<JsonFields> items = new ArrayList<>();
    if (node.isMissingNode() || node.isNull()) {
      return items;
    }
    if (!node.isArray()) {
      checks.wrong(path, "list-expected", node.toString());
      return items;
    }
    for (JsonNode item : node) {
      if (objects && !item.isObject()) {
        checks.wrong(path, "fields-expected", item.toString());
      } else {
        items.add(new JsonFields(item, checks));
      }
    }
    return items;
  }
}
