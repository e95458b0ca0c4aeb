package org.myocohort.exchange.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.instrument.StudySettings;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes a folder of tables as a Frictionless Data Package (version 1, Table Schema), which
/// other tools can validate. The same tables give the same bytes.
public final class StudyWriter {
  private static final List<String> MISSING = List.of("", "NR", "ND", "NA", "unknown", "refused");
  private static final String LIMITED = "[<>]? ?[-+\u2212]?[0-9]*[.,]?[0-9]+";
  private static final String MOMENT = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StudyWriter() {}

  /// What a data package says of a study besides its tables.
  ///
  /// @param name short name; lower-case letters, digits, `-`, `.`, `_`, others become `-`
  /// @param title for people
  /// @param synthetic whether the patients are made up
  /// @param quartileMethod such as `type-6`, or null to leave it open
  public record Description(
      String name,
      String title,
      boolean synthetic,
      StudySettings settings,
      @Nullable String quartileMethod) {}

  /// Writes `datapackage.json` for the known tables that stand in a folder under their own names.
  ///
  /// @throws FileAlreadyExistsException if there is one: it may say what this one would not
  /// @throws BadInputException if a file is not a table
  public static void describe(Path folder, Description description)
      throws IOException, BadInputException {
    Path file = folder.resolve(DataPackage.FILE);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Map<String, CsvFile> tables = new LinkedHashMap<>();
    for (StudySchema.Table table : StudySchema.tables()) {
      Path path = folder.resolve(table.fileName());
      if (Files.exists(path)) {
        tables.put(table.name(), CsvFile.read(path, path.toString()));
      }
    }
    AtomicFile.write(file, dataPackage(description, tables));
  }

  /// The bytes of a `datapackage.json`.
  ///
  /// @param tables known tables by their names; other names are left out
  public static byte[] dataPackage(Description description, Map<String, CsvFile> tables) {
    return dataPackage(description, tables, _ -> {});
  }

  /// The bytes of a `datapackage.json` that says more than this program asks of it.
  ///
  /// @param tables known tables by their names; other names are left out
  /// @param more adds to the whole what else is to stand in it
  public static byte[] dataPackage(
      Description description, Map<String, CsvFile> tables, Consumer<ObjectNode> more) {
    ObjectNode root = JSON.objectNode();
    root.put("profile", "tabular-data-package");
    root.put("name", slug(description.name()));
    root.put("title", description.title());
    root.set("myocohort", settings(description));
    ArrayNode resources = root.putArray("resources");
    for (StudySchema.Table table : StudySchema.tables()) {
      CsvFile file = tables.get(table.name());
      if (file != null) {
        resources.add(resource(table, file, tables.containsKey("patients")));
      }
    }
    more.accept(root);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    String text = JsonMapper.shared().writer().with(printer).writeValueAsString(root);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
  }

  private static ObjectNode settings(Description description) {
    ObjectNode own = JSON.objectNode();
    StudySettings settings = description.settings();
    settings.indexDrug().ifPresent(drug -> own.put("index", drug));
    own.put("baselineWindowDays", settings.baselineWindowDays());
    BigDecimal range = settings.childHealthRange();
    if (range != null) {
      own.put("childHealthRange", range);
    }
    own.put("synthetic", description.synthetic());
    String method = description.quartileMethod();
    if (method != null) {
      own.put("quartileMethod", method);
    }
    return own;
  }

  private static ObjectNode resource(StudySchema.Table table, CsvFile file, boolean withPatients) {
    ObjectNode resource = JSON.objectNode();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", table.name());
    resource.put("path", table.fileName());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", file.encoding().name().toLowerCase(Locale.ROOT));
    if (file.delimiter() != ',') {
      resource.putObject("dialect").put("delimiter", String.valueOf(file.delimiter()));
    }
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    for (int column = 0; column < file.header().size(); column++) {
      fields.add(field(table, file, column));
    }
    ArrayNode missing = schema.putArray("missingValues");
    for (String word : MISSING) {
      // Among the patients it is what a person said when asked for consent.
      if (!(word.equals("refused") && table.name().equals("patients"))) {
        missing.add(word);
      }
    }
    if (file.column("id") >= 0) {
      schema.put("primaryKey", "id");
    }
    if (withPatients && file.column("patient") >= 0) {
      ObjectNode key = schema.putArray("foreignKeys").addObject();
      key.put("fields", "patient");
      key.putObject("reference").put("resource", "patients").put("fields", "id");
    }
    return resource;
  }

  private static ObjectNode field(StudySchema.Table table, CsvFile file, int index) {
    ObjectNode field = JSON.objectNode();
    String name = file.header().get(index);
    field.put("name", name);
    Optional<StudySchema.Column> known = table.column(name);
    if (known.isEmpty()) {
      return field.put("type", "any");
    }
    StudySchema.Column column = known.get();
    field.put("type", type(column.type()));
    if (column.type() == StudySchema.Type.NUMBER && hasDecimalComma(file, index)) {
      field.put("decimalChar", ",");
    }
    field.put("description", column.description());
    ObjectNode constraints = constraints(column);
    if (!constraints.isEmpty()) {
      field.set("constraints", constraints);
    }
    return field;
  }

  private static String type(StudySchema.Type type) {
    return switch (type) {
      case NUMBER -> "number";
      case WHOLE -> "integer";
      case STRING,
          LIMITED,
          MOMENT,
          WORD,
          LIST,
          PATIENT,
          ANTIBODY,
          FINDING,
          DRUG,
          MEASUREMENT,
          UNIT ->
          "string";
    };
  }

  private static ObjectNode constraints(StudySchema.Column column) {
    ObjectNode constraints = JSON.objectNode();
    if (column.required()) {
      constraints.put("required", true);
    }
    if (column.name().equals("id")) {
      constraints.put("unique", true);
    }
    // Tools compare numbers with numbers only; a limit such as <30 is a text to them.
    if (column.type() == StudySchema.Type.NUMBER) {
      put(constraints, "minimum", column.minimum());
      put(constraints, "maximum", column.maximum());
    }
    if (column.type() == StudySchema.Type.LIMITED) {
      constraints.put("pattern", LIMITED);
    }
    if (column.type() == StudySchema.Type.MOMENT) {
      constraints.put("pattern", MOMENT);
    }
    if (!column.words().isEmpty()) {
      ArrayNode words = constraints.putArray("enum");
      for (String word : column.words()) {
        if (column.type() == StudySchema.Type.NUMBER) {
          words.add(new BigDecimal(word));
        } else {
          words.add(word);
        }
      }
    }
    return constraints;
  }

  private static void put(ObjectNode constraints, String name, @Nullable BigDecimal limit) {
    if (limit != null) {
      constraints.put(name, limit);
    }
  }

  private static boolean hasDecimalComma(CsvFile file, int column) {
    CsvFile.Row row = file.cursor();
    for (int index = 0; index < file.rowCount(); index++) {
      if (row.moveTo(index).text(column).indexOf(',') >= 0) {
        return true;
      }
    }
    return false;
  }
}
