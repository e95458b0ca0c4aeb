package org.myocohort.evidence.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudySchema.Column;

/// The columns of an extraction's tables, and what each holds: those of a study from its schema.
public final class ExtractionColumns {
  /// What a report cannot say of a patient, and days counted where dates stand.
  private static final Set<String> LEFT_OUT =
      Set.of("consent", "consent_date", "consent_scope", "index_drug", "day");

  /// What a row is, not what a report says of it.
  private static final Set<String> NAMES = Set.of("", "id", "patient", "report");

  private static final Map<String, Map<String, Column>> OWN =
      Map.of(ExtractionTables.REPORTS, reports(), ExtractionTables.RESULTS, results());

  private ExtractionColumns() {}

  private static Map<String, Column> reports() {
    List<String> designs = Arrays.stream(Design.values()).map(Design::code).toList();
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String column : ExtractionTables.own(ExtractionTables.REPORTS)) {
      switch (column) {
        case "design" -> add(columns, column, StudySchema.Type.WORD, false, null, designs);
        case "registrations", "drugs" ->
            add(columns, column, StudySchema.Type.LIST, false, null, List.of());
        case "included_from", "included_to" ->
            add(columns, column, StudySchema.Type.MOMENT, false, null, List.of());
        case "months", "patients", "responders" ->
            add(columns, column, StudySchema.Type.WHOLE, false, BigDecimal.ZERO, List.of());
        default -> add(columns, column, StudySchema.Type.STRING, false, null, List.of());
      }
    }
    return columns;
  }

  private static Map<String, Column> results() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String column : ExtractionTables.own(ExtractionTables.RESULTS)) {
      switch (column) {
        case "outcome" -> add(columns, column, StudySchema.Type.STRING, true, null, List.of());
        case "events", "total" ->
            add(columns, column, StudySchema.Type.WHOLE, false, BigDecimal.ZERO, List.of());
        case "sd", "months" ->
            add(columns, column, StudySchema.Type.NUMBER, false, BigDecimal.ZERO, List.of());
        case "mean", "estimate", "low", "high" ->
            add(columns, column, StudySchema.Type.NUMBER, false, null, List.of());
        default -> add(columns, column, StudySchema.Type.STRING, false, null, List.of());
      }
    }
    return columns;
  }

  private static void add(
      Map<String, Column> columns,
      String name,
      StudySchema.Type type,
      boolean required,
      @Nullable BigDecimal minimum,
      List<String> words) {
    columns.put(name, new Column(name, type, required, minimum, null, words, ""));
  }

  /// The tables that tell of single patients, the patients' own left out.
  public static List<String> ofPatients() {
    return StudySchema.tables().stream()
        .filter(table -> table.column("patient").isPresent())
        .map(StudySchema.Table::name)
        .toList();
  }

  /// The header that a table begins with.
  static List<String> begun(String table) {
    if (ExtractionTables.OWN.containsKey(table)) {
      return ExtractionTables.own(table);
    }
    List<String> columns = new ArrayList<>();
    for (Column column : StudySchema.table(table).orElseThrow().columns()) {
      if (!LEFT_OUT.contains(column.name())) {
        columns.add(column.name());
      }
      if (table.equals(ExtractionTables.PATIENTS) && column.name().equals("cohort")) {
        columns.add("report");
      }
    }
    return columns;
  }

  /// The columns that are read from reports, in the order of the table in the folder; of a table
  /// that is not there yet, those that it would begin with.
  public static List<Column> of(ExtractionFolder folder, String table) {
    return folder
        .tables()
        .file(table)
        .map(file -> file.header())
        .orElseGet(() -> begun(table))
        .stream()
        .filter(column -> isRead(table, column))
        .map(column -> column(table, column))
        .toList();
  }

  static boolean isRead(String table, String column) {
    return !NAMES.contains(column)
        && !(table.equals(ExtractionTables.PATIENTS) && column.equals("cohort"));
  }

  /// A column that neither this program nor the study's schema knows holds text.
  private static Column column(String table, String name) {
    return Optional.ofNullable(OWN.getOrDefault(table, Map.of()).get(name))
        .or(() -> StudySchema.table(table).flatMap(known -> known.column(name)))
        .orElseGet(
            () -> new Column(name, StudySchema.Type.STRING, false, null, null, List.of(), ""));
  }
}
