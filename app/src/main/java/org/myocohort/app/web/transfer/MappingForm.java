package org.myocohort.app.web.transfer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.myocohort.app.web.Typed;
import org.myocohort.exchange.source.SourceTable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.registry.importing.Mapping;
import org.myocohort.vocabulary.Vocabulary;
import org.springframework.util.MultiValueMap;

/// A mapping as a form: a line for each column of the file, with where it goes.
///
/// A goal is `table.column`, `date` for the date of everything in the row, `measurement:ck` for a
/// laboratory value with a row of its own, `limit:ck` for its upper limit, `antibody:…`, or empty.
final class MappingForm {
  /// A line of the form.
  ///
  /// @param index of the column in its table
  /// @param samples some texts that stand in the column
  record Line(
      int index,
      String heading,
      List<String> samples,
      String goal,
      String unit,
      String dateFormat,
      boolean decimalComma,
      String words) {}

  /// A table of the file.
  record Sheet(String name, String patient, List<String> headings, List<Line> lines, int rows) {}

  private static final int SAMPLES = 3;
  private static final int SAMPLED = 50;

  private MappingForm() {}

  /// Where a column may go, by table.
  static Map<String, List<String>> goals() {
    Map<String, List<String>> goals = new TreeMap<>();
    for (StudySchema.Table table : StudySchema.tables()) {
      if (!table.name().equals("reported-statistics")) {
        goals.put(
            table.name(),
            table.columns().stream()
                .filter(column -> !column.name().equals("patient"))
                .map(column -> table.name() + "." + column.name())
                .toList());
      }
    }
    goals.put(
        "measurement",
        Vocabulary.measurements().terms().stream()
            .flatMap(term ->
                java.util.stream.Stream.of("measurement:" + term.code(), "limit:" + term.code()))
            .toList());
    goals.put(
        "antibody",
        Vocabulary.antibodies().terms().stream().map(term -> "antibody:" + term.code()).toList());
    return goals;
  }

  static Sheet of(SourceTable table, Mapping.Sheet sheet) {
    List<Line> lines = new ArrayList<>();
    for (String heading : table.header()) {
      if (!heading.isEmpty()) {
        lines.add(line(table, heading, sheet));
      }
    }
    return new Sheet(
        table.name(),
        sheet.patient(),
        table.header().stream().filter(heading -> !heading.isEmpty()).toList(),
        lines,
        table.rowCount());
  }

  private static Line line(SourceTable table, String heading, Mapping.Sheet sheet) {
    Set<String> samples = new LinkedHashSet<>();
    int column = table.header().indexOf(heading);
    for (int row = 0; row < Math.min(SAMPLED, table.rowCount()); row++) {
      String text = table.row(row).get(column);
      if (!text.isEmpty() && samples.size() < SAMPLES) {
        samples.add(text.length() > 40 ? text.substring(0, 40) + "…" : text);
      }
    }
    List<Mapping.Field> fields =
        sheet.fields().stream().filter(field -> field.source().equals(heading)).toList();
    if (fields.isEmpty()) {
      return new Line(column, heading, List.copyOf(samples), "", "", "", false, "");
    }
    Mapping.Field field = fields.getFirst();
    StringBuilder words = new StringBuilder();
    field
        .translations()
        .forEach((from, to) ->
            words.append(words.isEmpty() ? "" : "; ").append(from).append(" = ").append(to));
    return new Line(
        column,
        heading,
        List.copyOf(samples),
        goal(field, sheet),
        field.unit(),
        field.dateFormat(),
        field.decimalComma(),
        words.toString());
  }

  private static String goal(Mapping.Field field, Mapping.Sheet sheet) {
    boolean several = sheet.fields().stream().map(Mapping.Field::table).distinct().count() > 1;
    if (field.column().equals("date") && several) {
      return "date";
    }
    if (!field.group().isEmpty()) {
      return switch (field.table() + "." + field.column()) {
        case "measurements.value" -> "measurement:" + field.group();
        case "measurements.upper_limit" -> "limit:" + field.group();
        case "antibodies.result" -> "antibody:" + field.group();
        default -> field.table() + "." + field.column();
      };
    }
    return field.table() + "." + field.column();
  }

  /// The mapping that a sent form means.
  static Mapping read(List<SourceTable> tables, MultiValueMap<String, String> form) {
    List<Mapping.Sheet> sheets = new ArrayList<>();
    for (int number = 0; number < tables.size(); number++) {
      SourceTable table = tables.get(number);
      String prefix = "s" + number + ".";
      String patient = text(form, prefix + "patient");
      if (!patient.isEmpty()) {
        sheets.add(new Mapping.Sheet(table.name(), patient, fields(table, prefix, form)));
      }
    }
    return new Mapping(sheets, form.containsKey("emptyClears"));
  }

  private static List<Mapping.Field> fields(
      SourceTable table, String prefix, MultiValueMap<String, String> form) {
    List<Mapping.Field> fields = new ArrayList<>();
    List<Mapping.Field> dates = new ArrayList<>();
    for (int index = 0; index < table.header().size(); index++) {
      String heading = table.header().get(index);
      String name = prefix + index + ".";
      String goal = text(form, name + "goal");
      if (heading.isEmpty() || goal.isEmpty()) {
        continue;
      }
      Goal to = Goal.of(goal);
      Mapping.Field field =
          new Mapping.Field(
              heading,
              "",
              to.table,
              to.column,
              to.group,
              text(form, name + "unit"),
              text(form, name + "dates"),
              form.containsKey(name + "comma"),
              words(text(form, name + "words")));
      if (goal.equals("date")) {
        dates.add(field);
        continue;
      }
      fields.add(field);
      String named = to.named();
      boolean made =
          fields.stream()
              .anyMatch(other ->
                  other.source().isEmpty()
                      && other.table().equals(to.table)
                      && other.group().equals(to.group));
      if (!named.isEmpty() && !made) {
        fields.add(
            new Mapping.Field("", to.group, to.table, named, to.group, "", "", false, Map.of()));
      }
    }
    for (Mapping.Field date : dates) {
      for (String other : fields.stream().map(Mapping.Field::table).distinct().toList()) {
        if (StudySchema.table(other).flatMap(schema -> schema.column("date")).isPresent()) {
          fields.add(
              new Mapping.Field(
                  date.source(), "", other, "date", "", "", date.dateFormat(), false, Map.of()));
        }
      }
    }
    return fields;
  }

  /// Where a column goes.
  private record Goal(String table, String column, String group) {
    static Goal of(String goal) {
      int colon = goal.indexOf(':');
      if (colon > 0) {
        String code = goal.substring(colon + 1);
        return switch (goal.substring(0, colon)) {
          case "limit" -> new Goal("measurements", "upper_limit", code);
          case "antibody" -> new Goal("antibodies", "result", code);
          default -> new Goal("measurements", "value", code);
        };
      }
      int dot = goal.indexOf('.');
      return dot < 0
          ? new Goal("", goal, "")
          : new Goal(goal.substring(0, dot), goal.substring(dot + 1), "");
    }

    /// The column that says what the row is of, empty where the file itself says it.
    String named() {
      if (group.isEmpty()) {
        return "";
      }
      return table.equals("antibodies") ? "antibody" : "measurement";
    }
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new TreeMap<>();
    for (String pair : text.split("[;\\n]", -1)) {
      int equals = pair.lastIndexOf('=');
      if (equals > 0) {
        words.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return words;
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    return Typed.text(form.getFirst(name));
  }
}
