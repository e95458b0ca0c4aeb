package org.myocohort.registry.patient;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.audit.Sha256;
import org.myocohort.registry.store.Database;

/// Patients, as the versioned rows of a study folder's tables.
///
/// A save names the revision that it starts from. Whoever comes second gets the patient as it
/// stands now, and decides; nothing is overwritten unseen. Every saved change of a patient is one
/// revision and one entry of the audit, in one transaction.
public final class PatientStore {
  /// The action of a save that takes an import back. Only such a one may leave a patient without
  /// rows, who then is as if never entered, but for the history.
  public static final String UNDO = "import-undo";

  private static final String PATIENTS = "patients";

  private static final int ASKED_TOGETHER = 50;
  private static final String TAKEN =
      "SELECT row_id FROM row_version WHERE study = ? AND superseded IS NULL AND cells IS NOT NULL"
          + " AND row_id IN ("
          + String.join(", ", Collections.nCopies(ASKED_TOGETHER, "?"))
          + ")";

  private final Database database;
  private final AuditChain audit;
  private final Studies studies;
  private final InstantSource clock;

  public PatientStore(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.studies = new Studies(database, clock);
    this.clock = clock;
  }

  /// The patient as it stands now; empty where there is none, or none that the actor may see.
  public Optional<StoredPatient> find(Actor actor, PatientKey key) {
    actor.demand(Permission.VIEW);
    return database
        .read(handle -> load(handle, key, ""))
        .filter(patient -> actor.seesCentre(patient.centre()) && !patient.rows().isEmpty());
  }

  /// The patient as a change that is being made finds it, whoever may see it; one without rows and
  /// with revision 0 where there is none. The caller checks the permission.
  public StoredPatient within(Handle handle, PatientKey key) {
    return load(handle, key, "").orElseGet(() -> new StoredPatient(key, "", 0, false, List.of()));
  }

  /// The patient's record, as every instrument reads it.
  ///
  /// @throws IllegalStateException if the study is gone or its rows, all checked when they were
  ///   saved, cannot be read: the database was changed by another program
  public StudyFolder read(StoredPatient patient) {
    try {
      return PatientTables.read(description(patient.key().study()), patient.rows());
    } catch (BadInputException damaged) {
      throw new IllegalStateException(
          "the rows of a stored patient cannot be read: " + damaged.getMessage(), damaged);
    }
  }

  /// What would be wrong with a patient after some changes; nothing is saved.
  ///
  /// @return the patient's record as it would stand, or what is wrong
  public Draft draft(StoredPatient patient, List<RowChange> changes) {
    return draft(description(patient.key().study()), patient, changes);
  }

  /// What would be wrong with a patient of a study known already, see [#draft].
  public static Draft draft(
      StudyWriter.Description study, StoredPatient patient, List<RowChange> changes) {
    StoredPatient after = patient.with(changes, patient.revision() + 1);
    try {
      return new Draft.Sound(PatientTables.read(study, after.rows()));
    } catch (BadInputException wrong) {
      return new Draft.Wrong(
          wrong.problems().stream().map(each -> PatientTables.located(each, after)).toList());
    }
  }

  /// What some changes would make of a patient.
  public sealed interface Draft {
    /// A record that may stand.
    record Sound(StudyFolder study) implements Draft {}

    /// What is wrong.
    record Wrong(List<SaveResult.RowProblem> problems) implements Draft {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  private StudyWriter.Description description(String study) {
    return studies.find(study).orElseThrow().description();
  }

  /// Saves a change: all of it or nothing. When this returns Saved, the change is on the disk.
  ///
  /// @throws org.myocohort.registry.access.AccessDenied if the actor may not edit this patient
  public SaveResult save(Actor actor, SaveRequest request) {
    return save(actor, List.of(request)).getFirst();
  }

  /// Saves changes of several patients: all of them or none. Where one is not saved, none is, and
  /// the results of the others tell nothing.
  public List<SaveResult> save(Actor actor, List<SaveRequest> requests) {
    return database.write(handle -> {
      List<SaveResult> results = new ArrayList<>();
      for (SaveRequest request : requests) {
        results.add(save(handle, actor, request));
      }
      if (results.stream().anyMatch(result -> !(result instanceof SaveResult.Saved))) {
        handle.rollback();
      }
      return results;
    });
  }

  /// Saves within a change that is being made, such as an import; the caller rolls back what must
  /// not stand.
  public SaveResult save(Handle handle, Actor actor, SaveRequest request) {
    boolean imports = request.action().equals("import") || request.action().equals(UNDO);
    actor.demand(imports ? Permission.IMPORT : Permission.EDIT);
    PatientKey key = request.patient();
    StudyWriter.Description description =
        Studies.find(handle, key.study()).orElseThrow().description();
    StoredPatient before = load(handle, key, database.forUpdate()).orElse(null);
    if (before != null && !before.rows().isEmpty()) {
      actor.demand(Permission.VIEW, before.centre());
    }
    StoredPatient start = before == null ? new StoredPatient(key, "", 0, false, List.of()) : before;
    boolean again = start.rows().isEmpty() && request.expectedRevision() == 0;
    if (request.expectedRevision() != start.revision() && !again) {
      return new SaveResult.Conflict(start);
    }
    if (start.locked()) {
      return refused("patient-locked", "");
    }
    List<RowChange> changes = differing(start, request.changes());
    if (changes.isEmpty()) {
      return new SaveResult.Saved(start.revision());
    }
    if (request.reason().isBlank() && corrects(start, changes)) {
      return refused("reason-expected", "");
    }
    StoredPatient after = start.with(changes, start.revision() + 1);
    StudyFolder study;
    try {
      study = PatientTables.read(description, after.rows());
    } catch (BadInputException wrong) {
      return new SaveResult.Refused(
          wrong.problems().stream().map(each -> PatientTables.located(each, after)).toList());
    }
    StoredRow person = after.row(PATIENTS, key.id()).orElse(null);
    boolean gone = after.rows().isEmpty() && request.action().equals(UNDO);
    if (!gone && (person == null || after.rows(PATIENTS).size() != 1)) {
      return refused("patient-row-expected", key.id());
    }
    String centre = person == null ? start.centre() : person.cell("centre");
    if (!actor.seesCentre(centre)) {
      return refused("centre-not-yours", centre);
    }
    Optional<String> taken = taken(handle, key, start, after);
    if (taken.isPresent()) {
      return refused("id-taken", taken.get());
    }
    Instant now = clock.instant();
    write(handle, start, after, gone ? "" : centre, changes);
    if (gone) {
      Summaries.remove(handle, key);
    } else {
      PatientSummary summary =
          PatientSummary.of(study.study().patients().getFirst(), after, study.study().settings());
      Summaries.write(handle, key, summary, now);
    }
    audit.append(
        handle,
        new AuditEvent(
            actor.account(),
            request.action(),
            key.study(),
            key.id(),
            after.revision(),
            request.reason(),
            detail(start, after, changes)),
        now);
    return new SaveResult.Saved(after.revision());
  }

  private static SaveResult refused(String code, String found) {
    return new SaveResult.Refused(
        List.of(new SaveResult.RowProblem("", "", new Problem("", 0, "", code, found, List.of()))));
  }

  /// The changes that change something.
  private static List<RowChange> differing(StoredPatient before, List<RowChange> changes) {
    Map<String, StoredRow> rows = byName(before);
    return changes.stream()
        .filter(change -> {
          StoredRow row = rows.get(name(change.table(), change.id()));
          return switch (change) {
            case RowChange.Put put -> row == null || !row.cells().equals(put.cells());
            case RowChange.Remove _ -> row != null;
          };
        })
        .toList();
  }

  /// Whether a value that stood is changed or removed. Filling in what was empty corrects nothing.
  private static boolean corrects(StoredPatient before, List<RowChange> changes) {
    Map<String, StoredRow> rows = byName(before);
    return changes.stream()
        .anyMatch(change -> {
          StoredRow row = rows.get(name(change.table(), change.id()));
          return row != null
              && switch (change) {
                case RowChange.Put put ->
                    row.cells().entrySet().stream()
                        .anyMatch(cell -> !cell.getValue().equals(put.cells().get(cell.getKey())));
                case RowChange.Remove _ -> true;
              };
        });
  }

  /// An id of a new row that another row of the study has.
  private static Optional<String> taken(
      Handle handle, PatientKey key, StoredPatient before, StoredPatient after) {
    Set<String> old = new HashSet<>();
    before.rows().forEach(row -> old.add(row.table() + "\n" + row.id()));
    List<String> added =
        after.rows().stream()
            .filter(row -> row.revision() == after.revision())
            .filter(row -> !old.contains(row.table() + "\n" + row.id()))
            .map(StoredRow::id)
            .toList();
    return taken(handle, key.study(), added).stream().findFirst();
  }

  /// Those of some ids that rows of a study have.
  public static Set<String> taken(Handle handle, String study, List<String> ids) {
    Set<String> taken = new TreeSet<>();
    for (int from = 0; from < ids.size(); from += ASKED_TOGETHER) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + ASKED_TOGETHER));
      // As many places as ever, so that the database knows the statement again.
      Query query = handle.createQuery(TAKEN).bind(0, study);
      for (int place = 0; place < ASKED_TOGETHER; place++) {
        query.bind(place + 1, some.get(Math.min(place, some.size() - 1)));
      }
      taken.addAll(query.mapTo(String.class).list());
    }
    return taken;
  }

  private static void write(
      Handle handle,
      StoredPatient before,
      StoredPatient after,
      String centre,
      List<RowChange> changes) {
    PatientKey key = before.key();
    Map<String, StoredRow> rowsBefore = byName(before);
    Map<String, StoredRow> rowsAfter = byName(after);
    if (before.revision() == 0) {
      handle.execute(
          "INSERT INTO patient (study, id, number, centre, revision, locked)"
              + " SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, 0 FROM patient WHERE study = ?",
          key.study(),
          key.id(),
          centre,
          after.revision(),
          key.study());
    } else {
      handle.execute(
          "UPDATE patient SET centre = ?, revision = ? WHERE study = ? AND id = ?",
          centre,
          after.revision(),
          key.study(),
          key.id());
    }
    PreparedBatch supersede =
        handle.prepareBatch(
            "UPDATE row_version SET superseded = ? WHERE study = ? AND patient = ?"
                + " AND table_name = ? AND row_id = ? AND superseded IS NULL");
    PreparedBatch insert =
        handle.prepareBatch(
            "INSERT INTO row_version (study, patient, table_name, row_id, revision, superseded,"
                + " position, cells) VALUES (?, ?, ?, ?, ?, NULL, ?, ?)");
    for (RowChange change : changes) {
      StoredRow old = rowsBefore.get(name(change.table(), change.id()));
      supersede.add(after.revision(), key.study(), key.id(), change.table(), change.id());
      StoredRow row = rowsAfter.get(name(change.table(), change.id()));
      long position = row != null ? row.position() : Objects.requireNonNull(old).position();
      insert.add(
          key.study(),
          key.id(),
          change.table(),
          change.id(),
          after.revision(),
          position,
          row == null ? null : CanonicalJson.ofCells(row.cells()));
    }
    if (before.revision() > 0) {
      supersede.execute();
    }
    insert.execute();
  }

  private static String name(String table, String id) {
    return table + "\n" + id;
  }

  /// The rows by table and id: a list would be searched once for every change.
  private static Map<String, StoredRow> byName(StoredPatient patient) {
    Map<String, StoredRow> rows = new HashMap<>();
    patient.rows().forEach(row -> rows.put(name(row.table(), row.id()), row));
    return rows;
  }

  private static StoredRow row(Map<String, StoredRow> rows, RowChange change) {
    return Objects.requireNonNull(rows.get(name(change.table(), change.id())));
  }

  /// What the audit says of the changes: rows, columns, and the place and the hash of what now
  /// stands.
  private static SortedMap<String, Object> detail(
      StoredPatient before, StoredPatient after, List<RowChange> changes) {
    List<Object> rows = new ArrayList<>();
    Map<String, StoredRow> rowsBefore = byName(before);
    Map<String, StoredRow> rowsAfter = byName(after);
    for (RowChange change : changes) {
      StoredRow stood = rowsBefore.get(name(change.table(), change.id()));
      SortedMap<String, String> old = stood == null ? new TreeMap<>() : stood.cells();
      SortedMap<String, Object> row = new TreeMap<>();
      row.put("table", change.table());
      row.put("row", change.id());
      switch (change) {
        case RowChange.Put put -> {
          row.put("cells", Sha256.of(CanonicalJson.ofCells(put.cells())));
          row.put("position", row(rowsAfter, change).position());
          TreeSet<String> columns = new TreeSet<>(put.cells().keySet());
          columns.addAll(old.keySet());
          columns.removeIf(column -> Objects.equals(old.get(column), put.cells().get(column)));
          row.put("columns", List.copyOf(columns));
        }
        case RowChange.Remove _ -> {
          row.put("cells", "");
          row.put("position", row(rowsBefore, change).position());
          row.put("columns", List.copyOf(old.keySet()));
        }
      }
      rows.add(row);
    }
    SortedMap<String, Object> detail = new TreeMap<>();
    detail.put("rows", rows);
    return detail;
  }

  static Optional<StoredPatient> load(Handle handle, PatientKey key, String lock) {
    Optional<StoredPatient> head =
        handle
            .createQuery(
                "SELECT centre, revision, locked FROM patient WHERE study = ? AND id = ?" + lock)
            .bind(0, key.study())
            .bind(1, key.id())
            .map((row, _) ->
                new StoredPatient(
                    key, row.getString(1), row.getLong(2), row.getLong(3) != 0, List.of()))
            .findOne();
    return head.map(patient ->
        new StoredPatient(
            key,
            patient.centre(),
            patient.revision(),
            patient.locked(),
            TableOrder.sorted(rows(handle, key))));
  }

  private static List<StoredRow> rows(Handle handle, PatientKey key) {
    return handle
        .createQuery(
            "SELECT table_name, row_id, revision, position, cells FROM row_version"
                + " WHERE study = ? AND patient = ? AND superseded IS NULL AND cells IS NOT NULL")
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) ->
            new StoredRow(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                CanonicalJson.cells(row.getString(5))))
        .list();
  }

  /// Every version of a row, the first first.
  public List<RowVersion> history(Actor actor, PatientKey key, String table, String row) {
    if (find(actor, key).isEmpty()) {
      return List.of();
    }
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT v.revision, v.cells, a.number, a.at, a.actor, a.action, a.text"
                    + " FROM row_version v JOIN audit_entry a ON a.study = v.study"
                    + " AND a.patient = v.patient AND a.revision = v.revision"
                    + " WHERE v.study = ? AND v.patient = ? AND v.table_name = ? AND v.row_id = ?"
                    + " ORDER BY v.revision")
            .bind(0, key.study())
            .bind(1, key.id())
            .bind(2, table)
            .bind(3, row)
            .map((version, _) -> {
              String cells = version.getString(2);
              return new RowVersion(
                  version.getLong(1),
                  cells == null ? null : CanonicalJson.cells(cells),
                  version.getLong(3),
                  version.getString(4),
                  version.getString(5),
                  version.getString(6),
                  CanonicalJson.member(version.getString(7), "reason"));
            })
            .list());
  }

  /// A row as it stood after one save.
  ///
  /// @param cells what it held, or null where it was removed
  /// @param auditNumber the audit's entry of that save
  /// @param at when
  /// @param actor id of the account
  /// @param reason why, in that person's words
  public record RowVersion(
      long revision,
      @Nullable SortedMap<String, String> cells,
      long auditNumber,
      String at,
      String actor,
      String action,
      String reason) {}

  /// The whole study as it stands, of the centres that the actor may see.
  ///
  /// @throws IllegalStateException if the rows cannot be read, see [#read]
  public StudyFolder readStudy(Actor actor, String study) {
    actor.demand(Permission.VIEW);
    List<StoredRow> rows = studyRows(actor, study);
    try {
      return PatientTables.read(description(study), rows);
    } catch (BadInputException damaged) {
      throw new IllegalStateException(
          "the rows of a stored study cannot be read: " + damaged.getMessage(), damaged);
    }
  }

  /// Every current row of a study, patient after patient, of the centres that the actor may see.
  public List<StoredRow> studyRows(Actor actor, String study) {
    Map<String, Boolean> seen = new HashMap<>();
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT v.table_name, v.row_id, v.revision, v.position, v.cells, p.centre"
                    + " FROM row_version v JOIN patient p ON p.study = v.study AND p.id = v.patient"
                    + " WHERE v.study = ? AND v.superseded IS NULL AND v.cells IS NOT NULL"
                    + " ORDER BY p.number, p.id, v.position, v.row_id")
            .bind(0, study)
            .map((row, _) ->
                seen.computeIfAbsent(row.getString(6), actor::seesCentre)
                    ? Optional.of(
                        new StoredRow(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            CanonicalJson.cells(row.getString(5))))
                    : Optional.<StoredRow>empty())
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList());
  }

  /// The table of a study folder that a name means.
  ///
  /// @throws IllegalArgumentException if there is none
  public static StudySchema.Table table(String name) {
    return StudySchema.table(name)
        .orElseThrow(() -> new IllegalArgumentException("no such table: " + name));
  }
}
