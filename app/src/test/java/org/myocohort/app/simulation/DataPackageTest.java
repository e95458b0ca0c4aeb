package org.myocohort.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The data package describes the tables that stand beside it: a small reader of Table Schema
/// checks every cell of 40 patients.
class DataPackageTest {
  @TempDir Path folder;

  private JsonNode root = JsonMapper.shared().nullNode();

  @BeforeEach
  void simulate() throws IOException {
    Simulation.write(folder, 40, 11);
    root = JsonMapper.shared().readTree(Files.readString(folder.resolve("datapackage.json")));
  }

  @Test
  void namesTheIndexDrugTheWindowAndThatItIsSynthetic() {
    JsonNode settings = root.path("myocohort");

    assertThat(settings.path("index").asString()).isEqualTo("anakinra");
    assertThat(settings.path("baselineWindowDays").asInt()).isEqualTo(90);
    assertThat(settings.path("synthetic").asBoolean()).isTrue();
    assertThat(settings.path("simulation").path("seed").asLong()).isEqualTo(11);
  }

  @Test
  void everyCellFollowsItsSchema() throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> patients = new HashSet<>();
    for (JsonNode resource : root.path("resources")) {
      JsonNode schema = resource.path("schema");
      WrittenTable table = WrittenTable.read(folder.resolve(resource.path("path").asString()));
      List<String> names = new ArrayList<>();
      schema.path("fields").forEach(field -> names.add(field.path("name").asString()));
      assertThat(table.header()).isEqualTo(names);
      Set<String> missing = new HashSet<>();
      schema.path("missingValues").forEach(word -> missing.add(word.asString()));
      for (var row : table.rows()) {
        for (JsonNode field : schema.path("fields")) {
          String cell = WrittenTable.cell(row, field.path("name").asString());
          if (!follows(field, cell, missing.contains(cell))) {
            faults.add(row + ": " + field.path("name"));
          }
        }
        if (schema.has("foreignKeys")) {
          assertThat(patients).contains(WrittenTable.cell(row, "patient"));
        } else {
          patients.add(WrittenTable.cell(row, "id"));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(patients).hasSize(40);
  }

  private static boolean follows(JsonNode field, String cell, boolean missing) {
    JsonNode constraints = field.path("constraints");
    if (missing) {
      return !constraints.path("required").asBoolean(false);
    }
    return switch (field.path("type").asString()) {
          case "number" -> WrittenTable.isNumber(cell) && isInRange(constraints, cell);
          case "integer" -> cell.matches("[0-9]+") && isInRange(constraints, cell);
          case "date" -> LocalDate.parse(cell).toString().equals(cell);
          case "string" -> !cell.isBlank();
          default -> false;
        }
        && (!constraints.has("pattern") || cell.matches(constraints.path("pattern").asString()))
        && (!constraints.has("enum") || isOneOf(constraints.path("enum"), cell));
  }

  private static boolean isInRange(JsonNode constraints, String cell) {
    BigDecimal value = new BigDecimal(cell);
    return (!constraints.has("minimum")
            || value.compareTo(constraints.path("minimum").decimalValue()) >= 0)
        && (!constraints.has("maximum")
            || value.compareTo(constraints.path("maximum").decimalValue()) <= 0);
  }

  private static boolean isOneOf(JsonNode words, String cell) {
    for (JsonNode word : words) {
      if (word.asString().equals(cell)) {
        return true;
      }
    }
    return false;
  }
}
