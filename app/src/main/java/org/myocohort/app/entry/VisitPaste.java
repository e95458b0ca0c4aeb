package org.myocohort.app.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.registry.patient.StoredPatient;

/// Many visits at once, copied from a spreadsheet: a heading line, then one line a visit.
///
/// Cells are separated by tabs, or by semicolons where there is no tab: a comma may be a decimal
/// mark. A column is known by its name in a study folder or by its name on the form.
///
/// @param headings the column of each cell, empty where it is not known
/// @param unknown headings that no column has; their cells are left out, and the page says so
/// @param rows the new visits
/// @param typed what their fields hold
public record VisitPaste(
    List<String> headings, List<String> unknown, List<FormRow> rows, Map<String, String> typed) {
  private static final int MOST = 500;

  public VisitPaste {
    headings = List.copyOf(headings);
    unknown = List.copyOf(unknown);
    rows = List.copyOf(rows);
    typed = Map.copyOf(typed);
  }

  /// Reads what was pasted.
  ///
  /// @param names the names of columns on the form, in lower case
  public static VisitPaste of(StoredPatient patient, String text, Map<String, String> names) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(MOST + 1L).toList();
    if (lines.isEmpty()) {
      return new VisitPaste(List.of(), List.of(), List.of(), Map.of());
    }
    String mark = lines.getFirst().contains("\t") ? "\t" : ";";
    List<String> headings = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String heading : lines.getFirst().split(mark, -1)) {
      Optional<String> column = column(heading, names).filter(found -> !headings.contains(found));
      headings.add(column.orElse(""));
      if (column.isEmpty() && !heading.isBlank()) {
        unknown.add(heading.strip());
      }
    }
    List<FormRow> rows = new ArrayList<>();
    Map<String, String> typed = new HashMap<>();
    List<String> columns = headings.stream().filter(column -> !column.isEmpty()).toList();
    for (String line : lines.subList(1, lines.size())) {
      int number = rows.size() + 1;
      FormRow row =
          new FormRow(
              "p" + number,
              "visits",
              FormRow.newId(patient.key(), "visits", patient.revision(), number),
              null,
              new TreeMap<>(),
              columns);
      String[] cells = line.split(mark, -1);
      for (int i = 0; i < Math.min(cells.length, headings.size()); i++) {
        if (!headings.get(i).isEmpty()) {
          typed.put(row.name(headings.get(i)), cells[i].strip());
        }
      }
      rows.add(row);
    }
    return new VisitPaste(headings, unknown, rows, typed);
  }

  private static Optional<String> column(String heading, Map<String, String> names) {
    String word = heading.strip().toLowerCase(Locale.ROOT);
    String byName = names.getOrDefault(word, word);
    return StudySchema.table("visits")
        .flatMap(table -> table.column(byName))
        .map(StudySchema.Column::name)
        .filter(column -> !column.equals("id") && !column.equals("patient"));
  }
}
