package org.myocohort.app.web.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.entry.Doubts;
import org.myocohort.app.entry.FieldProblem;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.vocabulary.Vocabulary;

/// Makes the fields of a page out of rows, what was typed, and what is wrong with it.
final class FieldViews {
  private static final List<String> ABSENT = List.of("ND", "unknown", "NA", "NR", "refused");

  private final Texts texts;
  private final LastValues last;
  private final Map<String, String> typed;
  private final List<FieldProblem> problems;
  private final List<Doubts.Doubt> doubts;
  private final String base;

  /// @param base address of the patient
  FieldViews(
      Texts texts,
      LastValues last,
      Map<String, String> typed,
      List<FieldProblem> problems,
      List<Doubts.Doubt> doubts,
      String base) {
    this.texts = texts;
    this.last = last;
    this.typed = typed;
    this.problems = problems;
    this.doubts = doubts;
    this.base = base;
  }

  FieldView of(FormRow row, String column, long corrections) {
    StudySchema.Column schema = row.column(column);
    String name = row.name(column);
    String value = typed.getOrDefault(name, row.before(column));
    Optional<LastValues.Last> before = last(row, column);
    return new FieldView(
        name,
        column,
        label(texts, row.table(), column),
        value,
        unit(row, column),
        hint(row.table(), schema),
        before
            .map(each ->
                texts.text(
                    row.key().matches("[mn]\\d+") ? "entry.last.short" : "entry.last",
                    each.text() + " " + each.unit(),
                    each.date()))
            .map(text -> text.replace(" ,", ","))
            .orElse(""),
        before.map(each -> base + "/rows/" + each.row() + "#" + anchor(each, column)).orElse(""),
        column.endsWith("_uln")
            ? before.filter(each -> fits(each, row, column)).map(LastValues.Last::text).orElse("")
            : "",
        options(schema, value),
        list(row.table(), schema),
        absences(schema),
        numeric(schema),
        schema.required() || (row.table().equals("visits") && column.equals("date")),
        problems.stream()
            .filter(problem -> problem.field().equals(name))
            .map(problem -> problem.sentence(texts))
            .toList(),
        doubts.stream().filter(doubt -> doubt.field().equals(name)).map(this::view).toList(),
        corrections);
  }

  private static String anchor(LastValues.Last last, String column) {
    return !last.row().startsWith("measurements/")
        ? column
        : column.endsWith("_uln") ? "upper_limit" : "value";
  }

  FieldView.DoubtView view(Doubts.Doubt doubt) {
    return new FieldView.DoubtView(
        doubt, doubt.sentence(texts), doubt.confirmed().equals(typed.get(doubt.confirmation())));
  }

  private Optional<LastValues.Last> last(FormRow row, String column) {
    return switch (row.table()) {
      case "visits" ->
          column.equals("date") || column.equals("baseline") || column.equals("day")
              ? Optional.empty()
              : last.visit(column);
      case "measurements" ->
          column.equals("value")
              ? last.measurement(
                      typed.getOrDefault(row.name("measurement"), row.before("measurement")))
                  .map(LastValues.LastMeasurement::value)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// A limit in another unit than the field's is shown and not offered.
  private static boolean fits(LastValues.Last last, FormRow row, String column) {
    return last.unit().isEmpty() || last.unit().equals(unit(row, column));
  }

  private static String unit(FormRow row, String column) {
    if (!row.table().equals("visits")) {
      return "";
    }
    String code = column.replaceFirst("_uln$", "");
    return Vocabulary.measurements()
        .find(code)
        .filter(term -> term.code().equals(code))
        .map(term -> term.cell("unit"))
        .orElse("");
  }

  private String hint(String table, StudySchema.Column column) {
    if (texts.has("entry.hint." + column.name()) && !table.equals("adverse_events")) {
      String hint = texts.text("entry.hint." + column.name());
      return column.type() == StudySchema.Type.MOMENT
          ? texts.text("entry.hint.moment") + "; " + hint
          : hint;
    }
    if (column.type() == StudySchema.Type.MOMENT) {
      return texts.text("entry.hint.moment");
    }
    if (column.minimum() != null && column.maximum() != null) {
      String low = column.minimum().toPlainString();
      String high = column.maximum().toPlainString();
      for (CoreSetScale scale : CoreSetScale.values()) {
        if (table.equals("visits") && scale.column().equals(column.name())) {
          return texts.text(
              scale.higherIsBetter() ? "entry.hint.best-high" : "entry.hint.best-low", low, high);
        }
      }
      return texts.text("entry.hint.range", low, high);
    }
    return column.type() == StudySchema.Type.LIMITED && !table.equals("visits")
        ? texts.text("entry.hint.limited")
        : "";
  }

  private List<FieldView.Option> options(StudySchema.Column column, String value) {
    if (column.words().isEmpty()) {
      return List.of();
    }
    List<FieldView.Option> options = new ArrayList<>();
    options.add(new FieldView.Option("", texts.text("entry.choose")));
    for (String word : column.words()) {
      options.add(new FieldView.Option(word, word(texts, column.name(), word)));
    }
    if (!column.name().equals("baseline") && !column.required()) {
      for (String absent : ABSENT) {
        if (!column.words().contains(absent)) {
          options.add(new FieldView.Option(absent, texts.text("entry.absent." + absent)));
        }
      }
    }
    if (!value.isEmpty() && options.stream().noneMatch(option -> option.value().equals(value))) {
      options.add(new FieldView.Option(value, value));
    }
    return options;
  }

  private static String list(String table, StudySchema.Column column) {
    return switch (column.type()) {
      case ANTIBODY -> "list-antibodies";
      case FINDING -> "list-findings";
      case DRUG -> "list-drugs";
      case MEASUREMENT -> "list-measurements";
      case UNIT -> "list-units";
      case STRING, NUMBER, WHOLE, LIMITED, MOMENT, WORD, LIST, PATIENT ->
          table.equals("patients") && column.name().equals("centre") ? "list-centres" : "";
    };
  }

  private static boolean absences(StudySchema.Column column) {
    if (!column.words().isEmpty()) {
      return false;
    }
    return switch (column.type()) {
      case NUMBER, LIMITED -> !column.name().endsWith("_uln");
      case MOMENT -> !column.required() && !column.name().equals("date");
      case STRING, WHOLE, WORD, LIST, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT -> false;
    };
  }

  private static boolean numeric(StudySchema.Column column) {
    return switch (column.type()) {
      case NUMBER, WHOLE, LIMITED -> true;
      case MOMENT, STRING, WORD, LIST, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT -> false;
    };
  }

  /// The name of a column; its name in files where the message files have none.
  static String label(Texts texts, String table, String column) {
    String own = "entry.column." + table + "." + column;
    String any = "entry.column." + column;
    return texts.has(own) ? texts.text(own) : texts.has(any) ? texts.text(any) : column;
  }

  /// A word of a closed list; the word itself where the message files have none.
  static String word(Texts texts, String column, String word) {
    String key = "entry.word." + word.toLowerCase(Locale.ROOT).replace(' ', '-');
    return !column.equals("grade") && !column.equals("mmt_max") && texts.has(key)
        ? texts.text(key)
        : word;
  }

  /// A stored text in words: the label of a word or of an absence, else the text.
  static String shown(Texts texts, String table, String column, String text) {
    String absent = "entry.absent." + text;
    if (!text.isEmpty() && !text.contains(" ") && texts.has(absent)) {
      return texts.text(absent);
    }
    boolean closed =
        StudySchema.table(table)
            .flatMap(found -> found.column(column))
            .map(found -> found.words().contains(text))
            .orElse(false);
    return closed ? word(texts, column, text) : text;
  }

  /// The names of a visit's columns on the form, in lower case, for what is pasted.
  static Map<String, String> visitNames() {
    Map<String, String> names = new HashMap<>();
    for (Texts.Language language : Texts.Language.values()) {
      Texts texts = Texts.of(language);
      for (StudySchema.Column column : StudySchema.table("visits").orElseThrow().columns()) {
        names.put(label(texts, "visits", column.name()).toLowerCase(Locale.ROOT), column.name());
      }
    }
    return Map.copyOf(names);
  }
}
