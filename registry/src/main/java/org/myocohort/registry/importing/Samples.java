package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.myocohort.exchange.source.Notice;
import org.myocohort.exchange.source.SourceTable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.patient.Moment;

/// Looks at the texts under each heading to see how dates, numbers and words are written. Where
/// they leave it open, nothing is guessed: the user is asked.
final class Samples {
  private static final int ROWS = 2_000;
  private static final int WORDS = 200;

  private static final List<String> DATE_FORMATS =
      List.of("d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy/M/d", "yyyyMMdd", "M/yyyy");

  private final SourceTable table;
  private final List<Set<String>> texts = new ArrayList<>();
  private final List<Notice> notices;

  Samples(SourceTable table, List<Notice> notices) {
    this.table = table;
    this.notices = notices;
    table.header().forEach(_ -> texts.add(new LinkedHashSet<>()));
    for (int row = 0; row < Math.min(ROWS, table.rowCount()); row++) {
      List<String> cells = table.row(row);
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty() && texts.get(column).size() < WORDS) {
          texts.get(column).add(cells.get(column));
        }
      }
    }
  }

  private Set<String> under(String heading) {
    int index = table.header().indexOf(heading);
    return index < 0 ? Set.of() : texts.get(index);
  }

  boolean isEmpty(String heading) {
    return under(heading).isEmpty();
  }

  /// The field with what its texts tell of how they are written.
  Mapping.Field refined(Mapping.Field field) {
    if (field.source().isEmpty()) {
      return field;
    }
    StudySchema.Column column =
        StudySchema.table(field.table()).flatMap(t -> t.column(field.column())).orElse(null);
    if (column == null) {
      return field;
    }
    return switch (column.type()) {
      case MOMENT -> field.withDateFormat(dateFormat(field.source()));
      case NUMBER, LIMITED -> field.withDecimalComma(decimalComma(field.source()));
      case WORD -> field.withTranslations(translations(field.source(), column.words()));
      case STRING, WHOLE, LIST, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT -> field;
    };
  }

  private String dateFormat(String heading) {
    List<String> open =
        under(heading).stream()
            .filter(text -> Character.isDigit(text.charAt(0)) && Moment.parse(text).isEmpty())
            .toList();
    if (open.isEmpty()) {
      return "";
    }
    String best = "";
    long most = 0;
    boolean tie = false;
    for (String format : DATE_FORMATS) {
      long fitting = open.stream().filter(text -> isDate(text, format)).count();
      tie = fitting == most ? tie || fitting > 0 : tie && fitting < most;
      if (fitting > most) {
        most = fitting;
        best = format;
      }
    }
    if (tie) {
      notices.add(Notice.of(heading, "date-order-open", open.getFirst()));
      return "";
    }
    // A few dates that do not exist must not hide how the others are written.
    if (most * 2 < open.size() || best.isEmpty()) {
      notices.add(Notice.of(heading, "date-format-unknown", open.getFirst()));
      return "";
    }
    return best;
  }

  private static boolean isDate(String text, String format) {
    Mapping.Field field = Mapping.Field.column("", "visits", "date").withDateFormat(format);
    return CellText.of(text, field, StudySchema.table("visits").orElseThrow()).problem().isEmpty();
  }

  private boolean decimalComma(String heading) {
    Set<String> all = under(heading);
    boolean comma = all.stream().anyMatch(text -> text.matches("[<>]?\\s*[-+]?[0-9]+,[0-9]+"));
    boolean point = all.stream().anyMatch(text -> text.matches("[<>]?\\s*[-+]?[0-9]+\\.[0-9]+"));
    boolean thousands =
        all.stream()
            .filter(text -> text.indexOf(',') >= 0)
            .allMatch(text -> text.matches("[<>]?\\s*[-+]?[0-9]{1,3},[0-9]{3}"));
    if (comma && (point || (thousands && !table.commaFree()))) {
      notices.add(Notice.of(heading, "decimal-open"));
      return false;
    }
    return comma;
  }

  private Map<String, String> translations(String heading, List<String> words) {
    Map<String, String> translations = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (String text : under(heading)) {
      if (words.stream().anyMatch(word -> word.equalsIgnoreCase(text)) || isAbsence(text)) {
        continue;
      }
      words.stream()
          .filter(word ->
              Dictionary.WORDS.getOrDefault(word, List.of()).stream()
                  .anyMatch(written -> written.equalsIgnoreCase(text)))
          .findFirst()
          .ifPresentOrElse(word -> translations.put(text, word), () -> unknown.add(text));
    }
    if (!unknown.isEmpty()) {
      notices.add(
          Notice.of(
              heading,
              "words-unknown",
              String.join(", ", unknown.subList(0, Math.min(5, unknown.size()))),
              String.join(", ", words)));
    }
    return translations;
  }

  private static boolean isAbsence(String text) {
    return text.matches("(?i)nr|nd|na|n/a|unk|unknown|refused|not reported|not done");
  }
}
