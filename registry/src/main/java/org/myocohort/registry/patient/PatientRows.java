package org.myocohort.registry.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.myocohort.registry.audit.CanonicalJson;

/// Patients and the versions of their rows, in the database.
final class PatientRows {
  private static final int ASKED_TOGETHER = 50;
  private static final String TAKEN =
      "SELECT row_id FROM row_version WHERE study = ? AND superseded IS NULL AND cells IS NOT NULL"
          + " AND row_id IN ("
          + String.join(", ", Collections.nCopies(ASKED_TOGETHER, "?"))
          + ")";

  private PatientRows() {}

  /// A patient as it stands now.
  ///
  /// @param lock what the database wants after a query whose row is to be changed, else empty
  static Optional<StoredPatient> load(Handle handle, PatientKey key, String lock) {
    return handle
        .createQuery(
            "SELECT centre, revision, locked FROM patient WHERE study = ? AND id = ?" + lock)
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) ->
            new StoredPatient(
                key, row.getString(1), row.getLong(2), row.getLong(3) != 0, List.of()))
        .findOne()
        .map(head -> head.withRows(TableOrder.sorted(current(handle, key))));
  }

  private static List<StoredRow> current(Handle handle, PatientKey key) {
    return handle
        .createQuery(
            "SELECT table_name, row_id, revision, position, cells FROM row_version"
                + " WHERE study = ? AND patient = ? AND superseded IS NULL AND cells IS NOT NULL")
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) -> row(row))
        .list();
  }

  /// Every current row of a study, patient after patient, of some centres.
  static List<StoredRow> ofStudy(Handle handle, String study, Predicate<String> centres) {
    Map<String, Boolean> wanted = new HashMap<>();
    return handle
        .createQuery(
            "SELECT v.table_name, v.row_id, v.revision, v.position, v.cells, p.centre"
                + " FROM row_version v JOIN patient p ON p.study = v.study AND p.id = v.patient"
                + " WHERE v.study = ? AND v.superseded IS NULL AND v.cells IS NOT NULL"
                + " ORDER BY p.number, p.id, v.position, v.row_id")
        .bind(0, study)
        .map((row, _) ->
            wanted.computeIfAbsent(row.getString(6), centres::test)
                ? Optional.of(row(row))
                : Optional.<StoredRow>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static StoredRow row(ResultSet row) throws SQLException {
    return new StoredRow(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        CanonicalJson.cells(row.getString(5)));
  }

  /// Every version of a row, the first first.
  static List<RowVersion> history(Handle handle, PatientKey key, String table, String row) {
    return handle
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
        .list();
  }

  /// Those of some ids that rows of a study have.
  static Set<String> taken(Handle handle, String study, List<String> ids) {
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

  /// Writes a change: the patient's head, and a version of each changed row.
  ///
  /// @param centre the patient's from now on
  static void write(Handle handle, PatientChange change, String centre) {
    writeHead(handle, change, centre);
    PatientKey key = change.before().key();
    long revision = change.after().revision();
    PreparedBatch supersede =
        handle.prepareBatch(
            "UPDATE row_version SET superseded = ? WHERE study = ? AND patient = ?"
                + " AND table_name = ? AND row_id = ? AND superseded IS NULL");
    PreparedBatch insert =
        handle.prepareBatch(
            "INSERT INTO row_version (study, patient, table_name, row_id, revision, superseded,"
                + " position, cells) VALUES (?, ?, ?, ?, ?, NULL, ?, ?)");
    for (RowChange each : change.changes()) {
      supersede.add(revision, key.study(), key.id(), each.table(), each.id());
      StoredRow row = change.stands(each);
      insert.add(
          key.study(),
          key.id(),
          each.table(),
          each.id(),
          revision,
          change.position(each),
          row == null ? null : CanonicalJson.ofCells(row.cells()));
    }
    if (change.before().revision() > 0) {
      supersede.execute();
    }
    insert.execute();
  }

  private static void writeHead(Handle handle, PatientChange change, String centre) {
    PatientKey key = change.before().key();
    long revision = change.after().revision();
    if (change.before().revision() == 0) {
      handle.execute(
          "INSERT INTO patient (study, id, number, centre, revision, locked)"
              + " SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, 0 FROM patient WHERE study = ?",
          key.study(),
          key.id(),
          centre,
          revision,
          key.study());
    } else {
      handle.execute(
          "UPDATE patient SET centre = ?, revision = ? WHERE study = ? AND id = ?",
          centre,
          revision,
          key.study(),
          key.id());
    }
  }
}
