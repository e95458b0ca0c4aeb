package org.myocohort.registry.durability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.StoredRow;

/// An endless row of saves that follows from a seed, and what stands after each: the one who writes
/// and the one who checks make the same.
public final class Workload {
  /// The study that everything goes into.
  public static final String STUDY = "myositis";

  private final long seed;
  private final List<Patient> patients = new ArrayList<>();
  private final TreeMap<String, String> rows = new TreeMap<>();
  private int operations;

  public Workload(long seed) {
    this.seed = seed;
  }

  private static final class Patient {
    private final String id;
    private final List<String> visits = new ArrayList<>();
    private long revision;

    Patient(String id) {
      this.id = id;
    }
  }

  /// How many saves were made.
  public int operations() {
    return operations;
  }

  /// The next save: a new patient, a visit, a correction, or an import of many patients at once.
  public List<SaveRequest> next() {
    int number = operations++;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    int kind = patients.isEmpty() ? 0 : random.nextInt(10);
    if (kind < 2) {
      return List.of(newPatient("P" + number, "save", random));
    }
    Patient patient = patients.get(random.nextInt(patients.size()));
    if (kind < 6) {
      return List.of(visit(patient, "V" + number, random, ""));
    }
    if (kind < 8) {
      String corrected = patient.visits.get(random.nextInt(patient.visits.size()));
      return List.of(visit(patient, corrected, random, "misread"));
    }
    List<SaveRequest> many = new ArrayList<>();
    int count = 10 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      many.add(newPatient("P" + number + "-" + i, "import", random));
    }
    return many;
  }

  private SaveRequest newPatient(String id, String action, SplittableRandom random) {
    Patient patient = new Patient(id);
    patients.add(patient);
    TreeMap<String, String> person =
        new TreeMap<>(Map.of("centre", "Padua", "sex", "female", "birth", "1960"));
    List<RowChange> changes = new ArrayList<>();
    changes.add(new RowChange.Put("patients", id, person));
    changes.add(visitRow(patient, "V" + id, random));
    return request(patient, changes, "", action);
  }

  private SaveRequest visit(Patient patient, String id, SplittableRandom random, String reason) {
    return request(patient, List.of(visitRow(patient, id, random)), reason, "save");
  }

  private static RowChange visitRow(Patient patient, String id, SplittableRandom random) {
    if (!patient.visits.contains(id)) {
      patient.visits.add(id);
    }
    LocalDate date = LocalDate.of(2000, 1, 1).plusDays(7L * patient.visits.indexOf(id));
    // Steps of a tenth, so that a correction may find the value that stood: then nothing is saved.
    BigDecimal activity = BigDecimal.valueOf(random.nextInt(101), 1);
    return new RowChange.Put(
        "visits",
        id,
        new TreeMap<>(
            Map.of(
                "patient",
                patient.id,
                "date",
                date.toString(),
                "physician_global",
                activity.toPlainString())));
  }

  private SaveRequest request(
      Patient patient, List<RowChange> changes, String reason, String action) {
    SaveRequest request =
        new SaveRequest(
            new PatientKey(STUDY, patient.id), patient.revision, changes, reason, action);
    boolean differs = false;
    for (RowChange change : changes) {
      String name = change.table() + "/" + change.id();
      String cells = ((RowChange.Put) change).cells().toString();
      String before = rows.get(name);
      if (before == null || !before.endsWith(cells)) {
        rows.put(name, (patient.revision + 1) + " " + cells);
        differs = true;
      }
    }
    patient.revision += differs ? 1 : 0;
    return request;
  }

  /// What stands after the saves made so far.
  public Map<String, String> expected() {
    return rows;
  }

  /// What stands in a database, in the same form.
  public static Map<String, String> stored(List<StoredRow> rows) {
    TreeMap<String, String> stored = new TreeMap<>();
    for (StoredRow row : rows) {
      stored.put(row.table() + "/" + row.id(), row.revision() + " " + row.cells());
    }
    return stored;
  }
}
