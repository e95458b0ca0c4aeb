package org.myocohort.registry.patient;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.RowReference;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.store.Database;

/// What is asked of a patient without reading its rows: whether it may be seen, which revision it
/// is at, and which of its values were corrected.
public final class PatientHeads {
  private final Database database;

  public PatientHeads(Database database) {
    this.database = database;
  }

  /// A patient without its rows.
  ///
  /// @param centre the centre whose patient this is
  /// @param revision counts the saved changes
  /// @param locked whether changes are refused
  public record Head(PatientKey key, String centre, long revision, boolean locked) {}

  /// Where a patient stands; empty where there is none, or none that the actor may see.
  public Optional<Head> find(Actor actor, PatientKey key) {
    actor.demand(Permission.VIEW);
    return database
        .read(handle ->
            handle
                .createQuery(
                    "SELECT centre, revision, locked FROM patient WHERE study = ? AND id = ?")
                .bind(0, key.study())
                .bind(1, key.id())
                .map((row, _) ->
                    new Head(key, row.getString(1), row.getLong(2), row.getLong(3) != 0))
                .findOne())
        .filter(head -> actor.seesCentre(head.centre()));
  }

  /// The rows of which a value was changed after it had been entered; filling in what was empty
  /// corrects nothing. Nothing for a patient that the actor may not see.
  public Set<RowReference> corrected(Actor actor, PatientKey key) {
    return find(actor, key).isEmpty()
        ? Set.of()
        : database.read(handle -> correctedRows(handle, key));
  }

  private static Set<RowReference> correctedRows(Handle handle, PatientKey key) {
    List<Version> versions =
        handle
            .createQuery(
                "SELECT table_name, row_id, cells FROM row_version WHERE study = ? AND patient = ?"
                    + " AND (table_name, row_id) IN (SELECT table_name, row_id FROM row_version"
                    + " WHERE study = ? AND patient = ? AND superseded IS NOT NULL)"
                    + " ORDER BY table_name, row_id, revision")
            .bind(0, key.study())
            .bind(1, key.id())
            .bind(2, key.study())
            .bind(3, key.id())
            .map((row, _) ->
                new Version(
                    new RowReference(row.getString(1), row.getString(2)), cells(row.getString(3))))
            .list();
    Set<RowReference> corrected = new LinkedHashSet<>();
    for (int at = 1; at < versions.size(); at++) {
      if (versions.get(at).corrects(versions.get(at - 1))) {
        corrected.add(versions.get(at).row());
      }
    }
    return corrected;
  }

  private static SortedMap<String, String> cells(@Nullable String json) {
    return json == null ? new TreeMap<>() : CanonicalJson.cells(json);
  }

  private record Version(RowReference row, SortedMap<String, String> cells) {
    boolean corrects(Version earlier) {
      return row.equals(earlier.row)
          && earlier.cells.entrySet().stream()
              .anyMatch(cell -> !cell.getValue().equals(cells.get(cell.getKey())));
    }
  }
}
