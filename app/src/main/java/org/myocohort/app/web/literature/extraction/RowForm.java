package org.myocohort.app.web.literature.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.transfer.TransferTexts;
import org.myocohort.app.web.entry.FieldView;
import org.myocohort.evidence.extraction.ExtractionColumns;
import org.myocohort.evidence.extraction.ExtractionFolder;
import org.myocohort.evidence.extraction.Place;
import org.myocohort.evidence.extraction.RowEntry;
import org.myocohort.evidence.extraction.SaveResult;
import org.myocohort.exchange.study.StudySchema;

/// A row of an extraction as its form shows it.
///
/// @param table that the row stands in
/// @param row its key; empty for a new one
/// @param patient that a new row is of; empty where it is of none
/// @param fields what is read from the report
/// @param whole where the row as a whole was read
/// @param before what stood in each field when the form was opened, to be sent back
/// @param errors sentences about other rows than this, or about the row as a whole
/// @param overtaken whether somebody else changed the same fields
/// @param gone whether somebody else took the row away
public record RowForm(
    String table,
    String row,
    String patient,
    List<Field> fields,
    PlaceView whole,
    Map<String, String> before,
    List<String> errors,
    boolean overtaken,
    boolean gone) {
  static final String TYPED = "f.";
  static final String BEFORE = "was.";

  /// What the choice "everything else is not reported" leaves alone: names, and what is not a value
  /// of the report.
  private static final Set<String> NEVER_FILLED =
      Set.of("citation", "study", "cohort", "source", "group", "printed", "definition");

  /// Texts of several lines.
  private static final Set<String> LONG = Set.of("printed");

  /// A field.
  ///
  /// @param input the value
  /// @param longText whether it may have several lines
  /// @param now what somebody else wrote meanwhile; null where nobody did
  /// @param place where it was read
  public record Field(FieldView input, boolean longText, @Nullable String now, PlaceView place) {}

  /// Where something was read.
  ///
  /// @param field the first part of the names of both inputs
  /// @param state `found`, `not-found`, or empty
  /// @param others further places of the same, as texts
  /// @param now what somebody else wrote meanwhile; null where nobody did
  public record PlaceView(
      String field,
      String place,
      String quote,
      String state,
      List<String> others,
      @Nullable String now) {
    /// For ids of inputs.
    public String id() {
      return field.isEmpty() ? "row" : field;
    }

    public boolean isEmpty() {
      return place.isEmpty() && quote.isEmpty();
    }
  }

  /// Makes the form.
  ///
  /// @param typed what was typed and not kept; null for the untouched form
  /// @param result why it was not kept; null for the untouched form
  static RowForm of(
      ExtractionFolder folder,
      String table,
      String row,
      String patient,
      ColumnWords words,
      QuotedText text,
      @Nullable RowEntry typed,
      @Nullable SaveResult result,
      Texts texts) {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> now = result instanceof SaveResult.Overtaken each ? each.now() : Map.of();
    List<SaveResult.Fault> faults =
        result instanceof SaveResult.Wrong each ? each.faults() : List.of();
    List<StudySchema.Column> columns = ExtractionColumns.of(folder, table);
    List<String> names = columns.stream().map(StudySchema.Column::name).toList();
    List<Field> fields = new ArrayList<>();
    Fields shown = new Fields(folder, table, row, text, typed, now, before);
    for (StudySchema.Column column : columns) {
      String name = column.name();
      String value = shown.value(name);
      fields.add(
          new Field(
              view(table, column, value, words, errors(faults, name, texts)),
              LONG.contains(name) || value.contains("\n"),
              now.get(name),
              shown.place(name)));
    }
    List<String> errors =
        faults.stream()
            .filter(fault -> !names.contains(fault.field()))
            .map(fault ->
                fault.problem().file()
                    + (fault.problem().line() > 0
                        ? ", " + texts.text("problem.line", fault.problem().line())
                        : "")
                    + ": "
                    + TransferTexts.sentence(fault.problem(), texts))
            .toList();
    PlaceView whole = shown.place("");
    boolean gone = result instanceof SaveResult.Overtaken each && each.gone();
    return new RowForm(
        table,
        gone ? "" : row,
        patient,
        fields,
        whole,
        gone ? Map.of() : before,
        errors,
        !now.isEmpty(),
        gone);
  }

  private static List<String> errors(List<SaveResult.Fault> faults, String column, Texts texts) {
    return faults.stream()
        .filter(fault -> fault.field().equals(column))
        .map(fault -> sentence(fault, texts))
        .toList();
  }

  /// What was found and what was expected; the field is named by where it stands.
  private static String sentence(SaveResult.Fault fault, Texts texts) {
    String found = fault.problem().found();
    return (found.isEmpty() ? "" : texts.text("problem.found", found) + ", ")
        + texts.text("problem." + fault.problem().code(), fault.problem().values());
  }

  private static FieldView view(
      String table,
      StudySchema.Column column,
      String value,
      ColumnWords words,
      List<String> errors) {
    List<FieldView.Option> options = words.options(table, column, value);
    return new FieldView(
        TYPED + column.name(),
        column.name(),
        words.column(table, column.name()),
        value,
        "",
        options.isEmpty() ? words.hint(table, column) : "",
        "",
        "",
        "",
        options,
        ColumnWords.suggestions(column),
        false,
        ColumnWords.isNumeric(column),
        column.required(),
        errors,
        List.of(),
        0);
  }

  /// Reads the form that comes back.
  static RowEntry entry(
      String table,
      String row,
      String report,
      String patient,
      List<StudySchema.Column> columns,
      Map<String, String> form,
      boolean restNotReported) {
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> before = new LinkedHashMap<>();
    form.forEach((name, text) -> {
      if (name.startsWith(TYPED)) {
        typed.put(name.substring(TYPED.length()), text);
      } else if (name.startsWith(BEFORE)) {
        before.put(name.substring(BEFORE.length()), text);
      }
    });
    if (restNotReported) {
      for (StudySchema.Column column : columns) {
        if (typed.getOrDefault(column.name(), "").isBlank()
            && !column.required()
            && !NEVER_FILLED.contains(column.name())) {
          typed.put(column.name(), "NR");
        }
      }
    }
    Map<String, String> fixed = new LinkedHashMap<>();
    switch (table) {
      case "patients" -> {
        fixed.put("cohort", "literature");
        fixed.put("report", report);
      }
      case "results", "reports" -> fixed.put("report", report);
      default -> fixed.put("patient", patient);
    }
    return new RowEntry(table, row, report, fixed, before, typed);
  }

  /// What stands in fields, was typed, and was changed meanwhile.
  private record Fields(
      ExtractionFolder folder,
      String table,
      String row,
      QuotedText text,
      @Nullable RowEntry typed,
      Map<String, String> now,
      Map<String, String> before) {
    /// What to show in a field; what stands in the folder is sent back as what it began with. After
    /// somebody else's change the next saving begins with that.
    String value(String column) {
      return shown(column, folder.cell(table, row, column).orElse(""));
    }

    private String shown(String field, String stands) {
      RowEntry back = typed;
      if (back == null) {
        before.put(field, stands);
        return stands;
      }
      before.put(field, now.getOrDefault(field, back.before().getOrDefault(field, "")));
      return back.typed().getOrDefault(field, stands);
    }

    PlaceView place(String column) {
      List<Place> places =
          folder.extraction().placesOf(table, row, column).stream()
              .filter(place -> place.column().equals(column))
              .toList();
      Place first = places.isEmpty() ? null : places.getFirst();
      String place = shown(column + RowEntry.PLACE, first == null ? "" : first.where());
      String quote = shown(column + RowEntry.QUOTE, first == null ? "" : first.quote());
      String meanwhile = now.get(column + RowEntry.PLACE);
      String said = now.get(column + RowEntry.QUOTE);
      return new PlaceView(
          column,
          place,
          quote,
          text.state(quote),
          places.stream().skip(1).map(each -> told(each.where(), each.quote())).toList(),
          meanwhile == null && said == null
              ? null
              : told(meanwhile == null ? "" : meanwhile, said == null ? "" : said));
    }
  }

  /// A place in words.
  static String told(String place, String quote) {
    return quote.isEmpty() ? place : (place + " \u201C" + quote + "\u201D").strip();
  }
}
