package org.myocohort.exchange.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.instrument.StudySettings;
import org.myocohort.vocabulary.Vocabulary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `datapackage.json` says of a study; everything else in it is left to other tools.
///
/// @param name short name, empty where it gives none
/// @param title for people, empty where it gives none
/// @param synthetic whether the patients are made up
/// @param quartileMethod `type-1` to `type-9`, or null
/// @param resources files that it lists
record DataPackage(
    String name,
    String title,
    boolean synthetic,
    StudySettings settings,
    @Nullable String quartileMethod,
    List<Resource> resources) {

  static final String FILE = "datapackage.json";
  static final DataPackage NONE =
      new DataPackage("", "", false, StudySettings.DEFAULT, null, List.of());

  private static final int LARGEST = 16_000_000;

  /// A file of the package.
  ///
  /// @param path relative to the folder, empty where the data stand elsewhere
  record Resource(String name, String path) {}

  /// Reads the file's bytes.
  ///
  /// @param file how to name it in messages
  static byte[] bytes(Path path, String file) throws IOException, BadInputException {
    if (Files.size(path) > LARGEST) {
      Problems problems = new Problems();
      problems.add(file, 0, "", "file-too-large", Long.toString(Files.size(path)));
      problems.throwIfAny();
    }
    return Files.readAllBytes(path);
  }

  /// Understands the file's bytes; names what is wrong with them and goes on with the rest.
  static DataPackage parse(byte[] bytes, String file, Problems problems) {
    int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF ? 3 : 0;
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Arrays.copyOfRange(bytes, start, bytes.length));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      problems.add(file, line, "", "json-expected", "");
      return NONE;
    }
    if (!root.isObject()) {
      problems.add(file, 0, "", "json-expected", "");
      return NONE;
    }
    return new Reader(file, problems).read(root);
  }

  private record Reader(String file, Problems problems) {
    DataPackage read(JsonNode root) {
      JsonNode own = root.path("myocohort");
      return new DataPackage(
          text(root, "name"),
          text(root, "title"),
          synthetic(own),
          new StudySettings(index(own), window(own), childHealthRange(own)),
          quartileMethod(own),
          resources(root));
    }

    private static String text(JsonNode node, String field) {
      return node.path(field).asString("");
    }

    private boolean synthetic(JsonNode own) {
      JsonNode node = own.path("synthetic");
      if (!given(node)) {
        return false;
      }
      if (!node.isBoolean()) {
        problem("synthetic", node, "one-of-expected", "true, false");
      }
      return node.asBoolean(false);
    }

    private @Nullable String index(JsonNode own) {
      JsonNode node = own.path("index");
      if (!given(node)) {
        return null;
      }
      String word = node.asString("");
      Optional<String> drug = Words.find(Vocabulary.drugs(), word);
      if (drug.isEmpty()) {
        Optional<String> near = Words.near(Vocabulary.drugs(), word);
        if (near.isPresent()) {
          problem("index", node, "drug-unknown-near", near.get());
        } else {
          problem("index", node, "drug-unknown");
        }
      }
      return drug.orElse(null);
    }

    private int window(JsonNode own) {
      JsonNode node = own.path("baselineWindowDays");
      if (!given(node)) {
        return StudySettings.DEFAULT.baselineWindowDays();
      }
      if (!node.isIntegralNumber() || node.asLong(-1) < 0 || node.asLong(-1) > 36_500) {
        problem("baselineWindowDays", node, "whole-number-between", "0", "36500");
        return StudySettings.DEFAULT.baselineWindowDays();
      }
      return node.asInt();
    }

    private @Nullable BigDecimal childHealthRange(JsonNode own) {
      JsonNode node = own.path("childHealthRange");
      if (!given(node)) {
        return null;
      }
      if (!node.isNumber() || node.decimalValue().signum() <= 0) {
        problem("childHealthRange", node, "number-above", "0");
        return null;
      }
      return node.decimalValue();
    }

    private @Nullable String quartileMethod(JsonNode own) {
      JsonNode node = own.path("quartileMethod");
      if (!given(node)) {
        return null;
      }
      if (!node.asString("").matches("type-[1-9]")) {
        problem("quartileMethod", node, "one-of-expected", "type-1, type-2, ..., type-9");
        return null;
      }
      return node.asString();
    }

    private static List<Resource> resources(JsonNode root) {
      List<Resource> resources = new ArrayList<>();
      for (JsonNode node : root.path("resources")) {
        JsonNode path = node.path("path");
        JsonNode one = path.isArray() && path.size() == 1 ? path.get(0) : path;
        resources.add(new Resource(text(node, "name"), one.asString("")));
      }
      return resources;
    }

    private static boolean given(JsonNode node) {
      return !node.isMissingNode() && !node.isNull();
    }

    private void problem(String field, JsonNode node, String code, String... values) {
      String found = node.isString() ? node.asString() : node.toString();
      problems.add(file, 0, "myocohort." + field, code, found, values);
    }
  }
}
