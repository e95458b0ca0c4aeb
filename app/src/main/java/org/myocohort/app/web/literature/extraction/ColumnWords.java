package org.myocohort.app.web.literature.extraction;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.entry.FieldView.Option;
import org.myocohort.app.web.entry.Labels;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.review.ReviewSettings;
import org.myocohort.exchange.study.StudySchema;

/// What tables and columns of an extraction are called, and what they take.
public final class ColumnWords {
  private static final List<String> ABSENT = List.of("NR", "ND", "NA", "unknown");

  private final Texts texts;
  private final ReviewSettings settings;

  ColumnWords(Texts texts, ReviewSettings settings) {
    this.texts = texts;
    this.settings = settings;
  }

  /// What a row of a table is called.
  public String table(String table) {
    String own = "extraction.table." + table;
    return texts.text(texts.has(own) ? own : "entry.table." + table);
  }

  String column(String table, String column) {
    String own = "extraction.column." + table + "." + column;
    String any = "extraction.column." + column;
    if (texts.has(own)) {
      return texts.text(own);
    }
    return texts.has(any) ? texts.text(any) : Labels.column(texts, table, column);
  }

  /// What a column takes, in a few words with an example; empty where its choices say it.
  String hint(String table, StudySchema.Column column) {
    String own = "extraction.hint." + table + "." + column.name();
    String any = "extraction.hint." + column.name();
    if (texts.has(own)) {
      return texts.text(own);
    }
    if (texts.has(any)) {
      return texts.text(any);
    }
    if (column.minimum() != null && column.maximum() != null) {
      return texts.text(
          "entry.hint.range", column.minimum().toPlainString(), column.maximum().toPlainString());
    }
    return switch (column.type()) {
      case MOMENT -> texts.text("entry.hint.moment");
      case LIMITED -> texts.text("entry.hint.limited");
      case LIST -> texts.text("extraction.hint.list");
      case STRING, NUMBER, WHOLE, WORD, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT -> "";
    };
  }

  /// The choices of a column; empty where anything may be typed.
  List<Option> options(String table, StudySchema.Column column, String value) {
    List<Option> options = new ArrayList<>();
    if (table.equals("results") && column.name().equals("outcome")) {
      settings
          .outcomes()
          .forEach(each -> options.add(new Option(each.code(), each.code() + ": " + each.name())));
    } else if (table.equals("results") && column.name().equals("definition")) {
      settings.outcomes().stream()
          .map(Outcome::definition)
          .distinct()
          .forEach(each -> options.add(new Option(each, each)));
    } else {
      column
          .words()
          .forEach(word ->
              options.add(new Option(word, Labels.text(texts, table, column.name(), word))));
    }
    boolean own = table.equals("results") && column.words().isEmpty();
    if (options.isEmpty() || (own && options.stream().noneMatch(each -> fits(each, value)))) {
      // An outcome that review.yaml does not name yet is typed.
      return List.of();
    }
    options.addFirst(new Option("", texts.text("entry.choose")));
    if (!column.required()) {
      for (String absent : ABSENT) {
        if (!column.words().contains(absent)) {
          options.add(new Option(absent, texts.text("entry.absent." + absent)));
        }
      }
    }
    if (options.stream().noneMatch(each -> each.value().equals(value))) {
      options.add(new Option(value, value));
    }
    return options;
  }

  private static boolean fits(Option option, String value) {
    return value.isEmpty() || option.value().equals(value);
  }

  /// Id of the suggestions of a column; empty for none.
  static String suggestions(StudySchema.Column column) {
    return switch (column.type()) {
      case ANTIBODY -> "list-antibodies";
      case FINDING -> "list-findings";
      case DRUG -> "list-drugs";
      case MEASUREMENT -> "list-measurements";
      case UNIT -> "list-units";
      case STRING, NUMBER, WHOLE, LIMITED, MOMENT, WORD, LIST, PATIENT -> "";
    };
  }

  static boolean isNumeric(StudySchema.Column column) {
    return switch (column.type()) {
      case NUMBER, WHOLE, LIMITED -> true;
      case MOMENT, STRING, WORD, LIST, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT -> false;
    };
  }
}
