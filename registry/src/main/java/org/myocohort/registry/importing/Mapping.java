package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the columns of a file become cells of a study's tables. It can be kept and used for the next
/// file of the same kind.
///
/// @param sheets one for each table of the file that is read; the others are left out
/// @param emptyClears whether an empty cell takes away what stands; else it says nothing
public record Mapping(List<Sheet> sheets, boolean emptyClears) {
  public Mapping {
    sheets = List.copyOf(sheets);
  }

  /// One table of a file.
  ///
  /// @param name name of the table or sheet; empty for the only one
  /// @param patient heading of the column that names the patient
  public record Sheet(String name, String patient, List<Field> fields) {
    public Sheet {
      fields = List.copyOf(fields);
    }
  }

  /// Where the texts of one column go, or a text that stands in every row.
  ///
  /// A row of the file may fill several rows of a table, such as one measurement for each of its
  /// laboratory columns: fields with the same table and group fill one row. A field without a group
  /// belongs to every row of its table.
  ///
  /// @param source heading of the column, empty for a constant
  /// @param constant what stands in every row; only where there is no column
  /// @param table name of a table of the study folder
  /// @param column name of its column
  /// @param group which of several rows, or empty
  /// @param unit unit of the numbers, put into the row's column unit; empty to put nothing
  /// @param dateFormat how dates are written, such as `dd/MM/yyyy`; empty for 2026-11-22
  /// @param decimalComma whether decimals stand after a comma
  /// @param translations what words of the file mean; matched without regard to case
  public record Field(
      String source,
      String constant,
      String table,
      String column,
      String group,
      String unit,
      String dateFormat,
      boolean decimalComma,
      Map<String, String> translations) {

    public Field {
      translations = java.util.Collections.unmodifiableMap(new TreeMap<>(translations));
    }

    static Field column(String source, String table, String column) {
      return new Field(source, "", table, column, "", "", "", false, Map.of());
    }

    static Field constant(String constant, String table, String column, String group) {
      return new Field("", constant, table, column, group, "", "", false, Map.of());
    }

    Field inGroup(String name) {
      return new Field(
          source, constant, table, column, name, unit, dateFormat, decimalComma, translations);
    }

    Field withUnit(String text) {
      return new Field(
          source, constant, table, column, group, text, dateFormat, decimalComma, translations);
    }

    Field withDateFormat(String format) {
      return new Field(
          source, constant, table, column, group, unit, format, decimalComma, translations);
    }

    Field withDecimalComma(boolean comma) {
      return new Field(
          source, constant, table, column, group, unit, dateFormat, comma, translations);
    }

    Field withTranslations(Map<String, String> words) {
      return new Field(
          source, constant, table, column, group, unit, dateFormat, decimalComma, words);
    }
  }

  /// The sheet's part, if it is read at all.
  Optional<Sheet> sheet(String name) {
    return sheets.stream()
        .filter(sheet -> sheet.name().equals(name) || sheet.name().isEmpty())
        .findFirst();
  }

  /// The mapping as JSON that can be edited by hand and kept.
  public String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("emptyClears", emptyClears);
    ArrayNode list = root.putArray("sheets");
    for (Sheet sheet : sheets) {
      ObjectNode node = list.addObject();
      node.put("name", sheet.name());
      node.put("patient", sheet.patient());
      ArrayNode fields = node.putArray("fields");
      sheet.fields().forEach(field -> write(fields.addObject(), field));
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void write(ObjectNode node, Field field) {
    if (field.source().isEmpty()) {
      node.put("constant", field.constant());
    } else {
      node.put("source", field.source());
    }
    node.put("to", field.table() + "." + field.column());
    if (!field.group().isEmpty()) {
      node.put("group", field.group());
    }
    if (!field.unit().isEmpty()) {
      node.put("unit", field.unit());
    }
    if (!field.dateFormat().isEmpty()) {
      node.put("dateFormat", field.dateFormat());
    }
    if (field.decimalComma()) {
      node.put("decimalComma", true);
    }
    if (!field.translations().isEmpty()) {
      ObjectNode words = node.putObject("translations");
      field.translations().forEach(words::put);
    }
  }

  /// Reads what [#json] wrote.
  ///
  /// @throws IllegalArgumentException if it is no mapping, with what was expected
  public static Mapping parse(String json) {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      if (!root.path("sheets").isArray()) {
        throw new IllegalArgumentException("a mapping must have a list \"sheets\"");
      }
      List<Sheet> sheets = new ArrayList<>();
      for (JsonNode node : root.path("sheets")) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : node.path("fields")) {
          fields.add(field(field));
        }
        sheets.add(
            new Sheet(node.path("name").asString(""), node.path("patient").asString(""), fields));
      }
      return new Mapping(sheets, root.path("emptyClears").asBoolean(false));
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException("a mapping must be a JSON object", wrong);
    }
  }

  private static Field field(JsonNode node) {
    String to = node.path("to").asString("");
    int dot = to.indexOf('.');
    if (dot <= 0 || dot == to.length() - 1) {
      throw new IllegalArgumentException(
          "a field's \"to\" must be table.column but was \"" + to + "\"");
    }
    Map<String, String> words = new TreeMap<>();
    node.path("translations")
        .properties()
        .forEach(word -> words.put(word.getKey(), word.getValue().asString("")));
    return new Field(
        node.path("source").asString(""),
        node.path("constant").asString(""),
        to.substring(0, dot),
        to.substring(dot + 1),
        node.path("group").asString(""),
        node.path("unit").asString(""),
        node.path("dateFormat").asString(""),
        node.path("decimalComma").asBoolean(false),
        words);
  }
}
