package org.myocohort.registry.exporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.myocohort.exchange.study.StudySchema;

/// What the columns of an export mean.
final class CodeBook {
  static final String NAME = "codebook";
  static final List<String> HEADER =
      List.of("table", "column", "type", "required", "values", "minimum", "maximum", "meaning");

  private CodeBook() {}

  static List<List<String>> rows(Map<String, Set<String>> columns) {
    List<List<String>> rows = new ArrayList<>();
    columns.forEach((name, names) -> {
      StudySchema.Table table = StudySchema.table(name).orElseThrow();
      for (String column : names) {
        rows.add(table.column(column).map(known -> row(name, known)).orElse(own(name, column)));
      }
    });
    return rows;
  }

  private static List<String> row(String table, StudySchema.Column column) {
    return List.of(
        table,
        column.name(),
        column.type().name().toLowerCase(Locale.ROOT),
        column.required() ? "yes" : "",
        String.join("|", column.words()),
        column.minimum() == null ? "" : String.valueOf(column.minimum()),
        column.maximum() == null ? "" : String.valueOf(column.maximum()),
        column.description());
  }

  /// Columns that de-identification makes, and those of the user's own.
  private static List<String> own(String table, String column) {
    String meaning =
        switch (column) {
          case "age_band" -> "Age in ten years, of one band from 90 on";
          case "onset_age_band" -> "Age at the first symptom, in the same bands";
          default ->
              column.endsWith("_day") ? "Days from day 0 of the patient" : "A column of the study";
        };
    return List.of(table, column, "", "", "", "", "", meaning);
  }
}
