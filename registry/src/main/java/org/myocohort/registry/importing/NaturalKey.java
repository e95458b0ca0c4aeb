package org.myocohort.registry.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.vocabulary.Vocabulary;

/// By what a row that brings no id is known again: what was seen, when and how.
final class NaturalKey {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "antibodies", List.of("antibody", "date", "method"),
          "manifestations", List.of("finding", "from"),
          "visits", List.of("date", "day"),
          "measurements", List.of("measurement", "date", "assay"),
          "treatments", List.of("drug", "start", "route"),
          "adverse_events", List.of("term", "start"),
          "events", List.of("kind", "date"),
          "biomarkers", List.of("marker", "date", "sample", "assay", "population"));

  private static final int DIGITS = 16;

  private NaturalKey() {}

  static String of(String table, SortedMap<String, String> cells) {
    StringBuilder key = new StringBuilder(table);
    StudySchema.Table schema = StudySchema.table(table).orElse(null);
    for (String column : COLUMNS.getOrDefault(table, List.of())) {
      String text = cells.getOrDefault(column, "");
      StudySchema.Type type =
          schema == null
              ? StudySchema.Type.STRING
              : schema.column(column).map(StudySchema.Column::type).orElse(StudySchema.Type.STRING);
      key.append('\n').append(code(type, text));
    }
    return key.toString();
  }

  private static String code(StudySchema.Type type, String text) {
    Vocabulary vocabulary =
        switch (type) {
          case ANTIBODY -> Vocabulary.antibodies();
          case FINDING -> Vocabulary.findings();
          case DRUG -> Vocabulary.drugs();
          case MEASUREMENT -> Vocabulary.measurements();
          case STRING, NUMBER, WHOLE, LIMITED, MOMENT, WORD, LIST, PATIENT, UNIT -> null;
        };
    return (vocabulary == null
            ? text
            : vocabulary.find(text).map(Vocabulary.Term::code).orElse(text))
        .toLowerCase(Locale.ROOT);
  }

  /// The id of a row that brings none: the same row of the same file always gets the same.
  ///
  /// @param ordinal which of several rows with this key, from 0
  static String id(String table, String patient, String key, int ordinal) {
    String hash = Sha256.of(patient + "\n" + key + "\n" + ordinal);
    return prefix(table) + "-" + hash.substring(0, DIGITS);
  }

  private static String prefix(String table) {
    return switch (table) {
      case "antibodies" -> "AB";
      case "manifestations" -> "MF";
      case "adverse_events" -> "AE";
      default -> table.substring(0, 1).toUpperCase(Locale.ROOT);
    };
  }
}
