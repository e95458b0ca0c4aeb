package org.myocohort.registry.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.patient.Moment;

/// A cell's text as the registry keeps it: words translated, dates as 2026-11-22, decimals after a
/// point.
///
/// @param problem code of what is wrong, or empty
record CellText(String text, String problem) {
  private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

  static CellText of(String text, Mapping.Field field, StudySchema.@Nullable Table table) {
    String plain = translated(text, field.translations());
    if (plain.isEmpty() || table == null) {
      return new CellText(plain, "");
    }
    StudySchema.Type type = table.column(field.column()).map(StudySchema.Column::type).orElse(null);
    if (type == StudySchema.Type.MOMENT && !field.dateFormat().isEmpty()) {
      return date(plain, field.dateFormat());
    }
    if (field.decimalComma()
        && (type == StudySchema.Type.NUMBER || type == StudySchema.Type.LIMITED)
        && plain.matches("[<>]?\\s*[-+]?[0-9]+,[0-9]+")) {
      return new CellText(plain.replace(',', '.'), "");
    }
    return new CellText(plain, "");
  }

  private static String translated(String text, Map<String, String> translations) {
    if (translations.isEmpty() || text.isEmpty()) {
      return text;
    }
    String exact = translations.get(text);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, String> word : translations.entrySet()) {
      if (word.getKey().equalsIgnoreCase(text)) {
        return word.getValue();
      }
    }
    return text;
  }

  /// A date as written, a date as the registry writes it, or a word such as NR.
  private static CellText date(String text, String format) {
    if (Moment.parse(text).isPresent() || !Character.isDigit(text.charAt(0))) {
      return new CellText(text, "");
    }
    try {
      DateTimeFormatter formatter = formatter(format);
      return new CellText(
          format.contains("d")
              ? LocalDate.parse(text, formatter).toString()
              : YearMonth.parse(text, formatter).toString(),
          "");
    } catch (DateTimeException | IllegalArgumentException _) {
      return new CellText(text, "date-in-format");
    }
  }

  static DateTimeFormatter formatter(String format) {
    return FORMATS.computeIfAbsent(
        format,
        pattern ->
            DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
  }
}
