package org.myocohort.registry.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;

/// What the rows of a file would do to one patient.
///
/// A row is known by its id; one that brings none by what it says, see [NaturalKey]. What a row
/// does not mention stays as it stands.
final class PatientPlan {
  private final StoredPatient before;
  private final RowHistory history;
  private final Set<String> overwrite;
  private final boolean emptyClears;
  private final Map<String, StoredRow> stored = new HashMap<>();
  private final Map<String, List<StoredRow>> storedByKey = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /// A row on its way in.
  static final class Step {
    final MappedRow row;
    final String id;
    Fate fate;
    List<RowFate.CellChange> changes = List.of();
    final List<Problem> problems = new ArrayList<>();
    RowChange.@Nullable Put put;

    Step(MappedRow row, String id, Fate fate) {
      this.row = row;
      this.id = id;
      this.fate = fate;
    }

    void refuse(Fate why, Problem problem) {
      fate = why;
      problems.add(problem);
      put = null;
    }

    RowFate fate() {
      return new RowFate(
          row.file(), row.line(), row.patient(), row.table(), id, fate, changes, problems);
    }
  }

  private PatientPlan(
      StoredPatient before, RowHistory history, Set<String> overwrite, boolean emptyClears) {
    this.before = before;
    this.history = history;
    this.overwrite = overwrite;
    this.emptyClears = emptyClears;
    for (StoredRow row : before.rows()) {
      stored.put(name(row.table(), row.id()), row);
      storedByKey
          .computeIfAbsent(NaturalKey.of(row.table(), row.cells()), _ -> new ArrayList<>())
          .add(row);
    }
  }

  /// The steps that the rows make, each with its fate as far as it is known without reading the
  /// patient that they would make.
  ///
  /// @param overwrite the cells, as table/id/column, that may overwrite what was entered by hand;
  ///   `all` for every one
  static List<Step> of(
      StoredPatient before,
      List<MappedRow> rows,
      RowHistory history,
      Set<String> overwrite,
      boolean emptyClears) {
    PatientPlan plan = new PatientPlan(before, history, overwrite, emptyClears);
    plan.identify(plan.merged(rows));
    boolean known =
        !before.rows().isEmpty()
            || plan.steps.stream()
                .anyMatch(step -> step.row.table().equals("patients") && step.problems.isEmpty());
    for (Step step : plan.steps) {
      if (!step.row.problems().isEmpty()) {
        step.row.problems().forEach(problem -> step.refuse(Fate.REFUSED, problem));
      } else if (!known) {
        step.refuse(
            Fate.PATIENT_MISSING,
            step.row.problem("patient", "patient-not-known", step.row.patient(), List.of()));
      } else if (step.fate == Fate.NEW) {
        plan.compare(step);
      }
    }
    return plan.steps;
  }

  private static String name(String table, String id) {
    return table + "\n" + id;
  }

  /// The rows, what a file says of the patient in several rows put into the first of them.
  private List<MappedRow> merged(List<MappedRow> rows) {
    List<MappedRow> merged = new ArrayList<>(rows.size());
    int person = -1;
    for (MappedRow row : rows) {
      if (!row.table().equals("patients")) {
        merged.add(row);
      } else if (person < 0) {
        person = merged.size();
        merged.add(row);
      } else {
        TreeMap<String, String> cells = new TreeMap<>(merged.get(person).cells());
        row.cells()
            .forEach((column, text) -> {
              if (cells.getOrDefault(column, "").isEmpty()) {
                cells.put(column, text);
              }
            });
        merged.set(person, merged.get(person).with(cells));
        merged.add(row);
      }
    }
    return merged;
  }

  /// Finds the id of each row.
  private void identify(List<MappedRow> rows) {
    Map<String, Step> byName = new HashMap<>();
    Map<String, Step> byContent = new HashMap<>();
    Map<String, Integer> ordinals = new HashMap<>();
    Set<String> named = new HashSet<>();
    rows.forEach(row -> named.add(name(row.table(), row.id())));
    for (MappedRow row : rows) {
      String content = row.table() + row.cells();
      Step same = row.id().isEmpty() ? byContent.get(content) : null;
      if (same != null) {
        steps.add(new Step(row, same.id, Fate.REPEATED));
        continue;
      }
      String id = row.id().isEmpty() ? known(row, ordinals, named) : row.id();
      Step first = byName.get(name(row.table(), id));
      Step step = new Step(row, id, first == null ? Fate.NEW : Fate.REPEATED);
      if (first != null && !says(first.row, row)) {
        step.refuse(
            Fate.REFUSED,
            row.problem("id", "differs-from-line", id, List.of("" + first.row.line())));
      }
      byName.putIfAbsent(name(row.table(), id), step);
      byContent.putIfAbsent(content, step);
      steps.add(step);
    }
  }

  /// Whether a row says nothing that another does not.
  private static boolean says(MappedRow all, MappedRow row) {
    return row.cells().entrySet().stream()
        .allMatch(cell ->
            cell.getValue().isEmpty() || cell.getValue().equals(all.cells().get(cell.getKey())));
  }

  /// The id of a row that brings none: that of a row imported before from the same text, else of a
  /// row that says the same, else a new one.
  private String known(MappedRow row, Map<String, Integer> ordinals, Set<String> named) {
    String key = NaturalKey.of(row.table(), row.cells());
    int ordinal = ordinals.merge(key, 1, Integer::sum) - 1;
    String id = NaturalKey.id(row.table(), row.patient(), key, ordinal);
    if (stored.containsKey(name(row.table(), id))) {
      return id;
    }
    List<StoredRow> alike =
        storedByKey.getOrDefault(key, List.of()).stream()
            .filter(other -> !named.contains(name(other.table(), other.id())))
            .toList();
    return ordinal < alike.size() ? alike.get(ordinal).id() : id;
  }

  private void compare(Step step) {
    StoredRow old = stored.get(name(step.row.table(), step.id));
    if (old == null) {
      if (before.revision() > 1 && history.removedByHand(step.row.table(), step.id)) {
        boolean again = overwrites(step, "id");
        step.changes = List.of(new RowFate.CellChange("id", "", step.id, true, !again));
        if (!again) {
          step.fate = Fate.DECISION;
          return;
        }
      }
      step.put = new RowChange.Put(step.row.table(), step.id, step.row.cells());
      return;
    }
    SortedMap<String, String> cells = new TreeMap<>(old.cells());
    List<RowFate.CellChange> changes = new ArrayList<>();
    boolean decision = false;
    for (Map.Entry<String, String> cell : step.row.cells().entrySet()) {
      String column = cell.getKey();
      String from = old.cell(column);
      String to = cell.getValue();
      if ((to.isEmpty() && !emptyClears) || same(step.row.table(), column, from, to)) {
        continue;
      }
      boolean byHand = history.byHand(step.row.table(), step.id, column);
      boolean kept = byHand && !overwrites(step, column);
      changes.add(new RowFate.CellChange(column, from, to, byHand, kept));
      decision |= kept;
      if (!kept) {
        cells.put(column, to);
      }
    }
    step.changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      step.fate = Fate.UNCHANGED;
      return;
    }
    step.fate = decision ? Fate.DECISION : Fate.CHANGED;
    if (changes.stream().anyMatch(change -> !change.kept())) {
      step.put = new RowChange.Put(step.row.table(), step.id, cells);
    }
  }

  private boolean overwrites(Step step, String column) {
    return overwrite.contains("all")
        || overwrite.contains(step.row.table() + "/" + step.id + "/" + column);
  }

  /// Whether two texts say the same: a number may be written in several ways.
  private static boolean same(String table, String column, String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    StudySchema.Type type =
        StudySchema.table(table)
            .flatMap(schema -> schema.column(column))
            .map(StudySchema.Column::type)
            .orElse(StudySchema.Type.STRING);
    boolean number =
        type == StudySchema.Type.NUMBER
            || type == StudySchema.Type.LIMITED
            || type == StudySchema.Type.WHOLE;
    return number
        && isPlain(a)
        && isPlain(b)
        && new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
  }

  private static boolean isPlain(String text) {
    return text.length() <= 20 && text.matches("[-+]?[0-9]+(\\.[0-9]+)?");
  }

  /// The changes that the steps still make, each row once.
  static List<RowChange> changes(List<Step> steps) {
    Map<String, RowChange> changes = new LinkedHashMap<>();
    for (Step step : steps) {
      RowChange.Put put = step.put;
      if (put != null) {
        changes.putIfAbsent(name(put.table(), put.id()), put);
      }
    }
    return List.copyOf(changes.values());
  }
}
