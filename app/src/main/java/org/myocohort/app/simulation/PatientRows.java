package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The rows of one patient in every table, in the order of the columns.
final class PatientRows {
  private final Traits traits;
  private final Map<SimulatedTable, List<List<String>>> rows = new EnumMap<>(SimulatedTable.class);

  PatientRows(Traits traits) {
    this.traits = traits;
    for (SimulatedTable table : SimulatedTable.all()) {
      rows.put(table, new ArrayList<>());
    }
  }

  /// Makes up one patient: a pure function of the two numbers.
  static PatientRows of(long seed, int number) {
    Chance chance = Chance.ofPatient(seed, number);
    Traits traits = Traits.draw(number, chance);
    Story story = Story.tell(traits, chance);
    PatientRows rows = new PatientRows(traits);
    List<VisitPlan.Planned> visits = VisitPlan.of(story, chance);
    PersonRows.write(story, visits, rows, chance);
    ManifestationRows.write(story, rows, chance);
    VisitRows.write(story, visits, rows, chance);
    LaboratoryRows.write(story, visits, rows, chance);
    OrganRows.write(story, rows, chance);
    CourseRows.write(story, rows);
    BiomarkerRows.write(story, rows, chance);
    return rows;
  }

  List<List<String>> of(SimulatedTable table) {
    return rows.getOrDefault(table, List.of());
  }

  /// Adds the row of the patient itself.
  void addPerson(String... cells) {
    List<String> row = new ArrayList<>(cells.length + 1);
    row.add(traits.pseudonym());
    row.addAll(List.of(cells));
    add(SimulatedTable.PATIENTS, row);
  }

  /// Adds a row; its id and the patient are filled in.
  void add(SimulatedTable table, String... cells) {
    List<String> row = new ArrayList<>(cells.length + 2);
    row.add(table.rowId(traits, of(table).size() + 1));
    row.add(traits.pseudonym());
    row.addAll(List.of(cells));
    add(table, row);
  }

  private void add(SimulatedTable table, List<String> row) {
    if (row.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          table.title()
              + " has "
              + table.columns().size()
              + " columns but "
              + row.size()
              + " cells");
    }
    rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
  }
}
