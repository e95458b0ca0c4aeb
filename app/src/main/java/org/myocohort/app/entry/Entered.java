package org.myocohort.app.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveResult;

/// What a filled form asks for.
///
/// @param rows the form's rows
/// @param changes the rows that differ from what stood, without the fields that are wrong
/// @param problems the fields that are wrong
public record Entered(List<FormRow> rows, List<RowChange> changes, List<FieldProblem> problems) {
  private static final String MEASUREMENTS = "measurements";

  public Entered {
    rows = List.copyOf(rows);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /// Reads the fields of a form. A new row in which nothing was typed is not there.
  ///
  /// @param typed texts by field name; a field that is not among them stays as it was
  /// @param links cells that every new row of a table gets, such as the patient
  public static Entered read(
      List<FormRow> rows,
      Map<String, String> typed,
      Map<String, SortedMap<String, String>> links,
      Language language) {
    List<RowChange> changes = new ArrayList<>();
    List<FieldProblem> problems = new ArrayList<>();
    for (FormRow row : rows) {
      SortedMap<String, String> cells = new TreeMap<>(row.offered());
      SortedMap<String, String> standing = row.standing();
      if (standing != null) {
        cells.putAll(standing);
      }
      boolean touched = false;
      List<FieldProblem> wrong = new ArrayList<>();
      for (String column : row.columns()) {
        String text = typed.getOrDefault(row.name(column), row.before(column)).strip();
        boolean same = text.equals(row.before(column));
        touched |= !same;
        if (same && !(row.isNew() && text.isEmpty())) {
          continue;
        }
        switch (TypedCell.read(row.column(column), text, language)) {
          case TypedCell.Sound(String sound) -> cells.put(column, sound);
          case TypedCell.Wrong(String code, List<String> values) ->
              wrong.add(new FieldProblem(row.name(column), code, text, values));
        }
      }
      if (!touched && row.isNew() && row.isOptional()) {
        continue;
      }
      if (row.isNew()) {
        cells.putAll(links.getOrDefault(row.table(), new TreeMap<>()));
      }
      lacksValue(row, cells, wrong);
      problems.addAll(wrong);
      cells.values().removeIf(String::isEmpty);
      if (standing == null || !cells.equals(standing)) {
        changes.add(new RowChange.Put(row.table(), row.id(), cells));
      }
    }
    return new Entered(rows, changes, problems);
  }

  /// A new measurement of which only the name was typed would say nothing.
  private static void lacksValue(
      FormRow row, SortedMap<String, String> cells, List<FieldProblem> problems) {
    if (row.isNew()
        && row.table().equals(MEASUREMENTS)
        && row.columns().contains("value")
        && cells.getOrDefault("value", "").isEmpty()
        && cells.getOrDefault("qualitative", "").isEmpty()
        && problems.isEmpty()) {
      problems.add(new FieldProblem(row.name("value"), "value-expected", "", List.of()));
    }
  }

  /// The field that a problem of the store concerns.
  public FieldProblem located(SaveResult.RowProblem problem) {
    String column = problem.problem().column();
    for (FormRow row : rows) {
      if (row.table().equals(problem.table()) && row.id().equals(problem.row())) {
        String field =
            row.columns().contains(column)
                ? row.name(column)
                : row.columns().isEmpty() ? "" : row.name(row.columns().getFirst());
        return new FieldProblem(
            field, problem.problem().code(), problem.problem().found(), problem.problem().values());
      }
    }
    return new FieldProblem(
        "", problem.problem().code(), problem.problem().found(), problem.problem().values());
  }

  /// Whether a value that stood is changed, so that a reason is asked for.
  public boolean corrects() {
    return rows.stream()
        .anyMatch(row -> {
          SortedMap<String, String> standing = row.standing();
          return standing != null
              && changes.stream()
                  .filter(
                      change -> change.table().equals(row.table()) && change.id().equals(row.id()))
                  .anyMatch(change ->
                      switch (change) {
                        case RowChange.Put put ->
                            standing.entrySet().stream()
                                .anyMatch(cell ->
                                    !cell.getValue().equals(put.cells().get(cell.getKey())));
                        case RowChange.Remove _ -> true;
                      });
        });
  }

  /// The text that a field will hold after the save, in the form in which it is stored.
  public String after(FormRow row, String column) {
    for (RowChange change : changes) {
      if (change instanceof RowChange.Put put
          && put.table().equals(row.table())
          && put.id().equals(row.id())) {
        return put.cells().getOrDefault(column, "");
      }
    }
    return row.before(column);
  }
}
