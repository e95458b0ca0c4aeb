package org.myocohort.app.simulation;

import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The `datapackage.json` of a simulated study: a Frictionless Data Package with a Table Schema for
/// every table.
final class DataPackage {
  static final String FILE = "datapackage.json";
  static final int BASELINE_WINDOW_DAYS = 90;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DataPackage() {}

  static String json(int patients, long seed) {
    ObjectNode root = NODES.objectNode();
    root.put("name", "synthetic-centre");
    root.put("title", "Synthetic myositis centre");
    root.put(
        "description",
        "Made up by a random number generator: no row describes a person, and nothing about"
            + " myositis or its treatment can be learnt from it.");
    root.put("profile", "tabular-data-package");
    root.putArray("licenses").addObject().put("name", "Apache-2.0");
    ObjectNode settings = root.putObject("myocohort");
    settings.put("index", "anakinra");
    settings.put("baselineWindowDays", BASELINE_WINDOW_DAYS);
    settings.put("synthetic", true);
    settings.putObject("simulation").put("patients", patients).put("seed", seed);
    ArrayNode resources = root.putArray("resources");
    for (SimulatedTable table : SimulatedTable.all()) {
      resources.add(resource(table));
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(root) + "\n";
  }

  private static ObjectNode resource(SimulatedTable table) {
    ObjectNode resource = NODES.objectNode();
    resource.put("name", table.title());
    resource.put("path", table.fileName());
    resource.put("profile", "tabular-data-resource");
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    for (Field field : table.fields()) {
      fields.add(field(field));
    }
    ArrayNode missing = schema.putArray("missingValues");
    List.of("", Cell.NOT_REPORTED, Cell.NOT_DONE, Cell.NOT_APPLICABLE, "unknown")
        .forEach(missing::add);
    if (table != SimulatedTable.PATIENTS) {
      // Among the patients it is what a person said when asked for consent.
      missing.add(Cell.REFUSED);
    }
    schema.put("primaryKey", "id");
    if (table != SimulatedTable.PATIENTS) {
      ObjectNode key = schema.putArray("foreignKeys").addObject();
      key.put("fields", "patient");
      key.putObject("reference")
          .put("resource", SimulatedTable.PATIENTS.title())
          .put("fields", "id");
    }
    return resource;
  }

  private static ObjectNode field(Field field) {
    ObjectNode node = NODES.objectNode();
    node.put("name", field.name());
    node.put("type", field.kind().type());
    node.put("description", field.description());
    ObjectNode constraints = NODES.objectNode();
    boolean id = field.name().equals("id");
    if (id || field.name().equals("patient")) {
      constraints.put("required", true);
    }
    if (id) {
      constraints.put("unique", true);
    }
    if (!field.kind().pattern().isEmpty()) {
      constraints.put("pattern", field.kind().pattern());
    }
    if (field.bounded()) {
      constraints.put("minimum", field.least());
      constraints.put("maximum", field.most());
    }
    if (!field.codes().isEmpty()) {
      ArrayNode codes = constraints.putArray("enum");
      for (String code : field.codes()) {
        if (field.kind() == Field.Kind.NUMBER) {
          codes.add(Integer.parseInt(code));
        } else {
          codes.add(code);
        }
      }
    }
    if (!constraints.isEmpty()) {
      node.set("constraints", constraints);
    }
    return node;
  }
}
