package org.myocohort.registry.importing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.store.Database;

/// Takes an import back: what stood before it stands again, as new revisions. What somebody changed
/// since is listed and left, unless the user chooses otherwise.
public final class ImportUndo {
  private final Database database;
  private final PatientStore store;
  private final ImportRuns runs;

  public ImportUndo(Database database, InstantSource clock) {
    this.database = database;
    this.store = new PatientStore(database, clock);
    this.runs = new ImportRuns(database, clock);
  }

  /// A row that is left as it stands.
  ///
  /// @param why `changed-since`, `needed`, `locked` or `not-sound`
  public record Left(String patient, String table, String row, String why) {}

  /// What the undoing did or would do.
  ///
  /// @param restored rows that get back what they held
  /// @param removed rows that are taken away
  /// @param patients patients that are gone with all their rows
  public record Outcome(int restored, int removed, int patients, List<Left> left) {
    public Outcome {
      left = List.copyOf(left);
    }
  }

  /// What undoing would do; nothing is written.
  ///
  /// @return empty if there is no such import, or it is undone already
  public Optional<Outcome> preview(Actor actor, long number, boolean changedToo) {
    actor.demand(Permission.IMPORT);
    return database.read(handle ->
        open(handle, number)
            .map(run -> new Work(handle, actor, run, changedToo, "", false).outcome()));
  }

  /// Undoes an import in one transaction.
  ///
  /// @param changedToo whether rows that somebody changed since go back as well
  /// @return empty if there is no such import, or it is undone already
  public Optional<Outcome> undo(Actor actor, long number, boolean changedToo, String reason) {
    actor.demand(Permission.IMPORT);
    return database.write(handle -> {
      ImportRuns.Run run = open(handle, number).orElse(null);
      if (run == null) {
        return Optional.<Outcome>empty();
      }
      Outcome outcome = new Work(handle, actor, run, changedToo, reason, true).outcome();
      handle.execute(
          "UPDATE import_run SET undone_at = ?, undone_by = ? WHERE number = ?",
          runs.now(),
          actor.account(),
          number);
      TreeMap<String, Object> detail = new TreeMap<>();
      detail.put("import", number);
      detail.put("restored", (long) outcome.restored());
      detail.put("removed", (long) outcome.removed());
      detail.put("left", (long) outcome.left().size());
      runs.append(handle, actor, "import-undo-run", run.study(), reason, detail);
      return Optional.of(outcome);
    });
  }

  private static Optional<ImportRuns.Run> open(Handle handle, long number) {
    return ImportRuns.find(handle, number).filter(run -> !run.undone());
  }

  /// A row that the import wrote.
  private record Written(String table, String id, boolean changedSince) {}

  /// One undoing being made or tried.
  private final class Work {
    private final Handle handle;
    private final Actor actor;
    private final ImportRuns.Run run;
    private final boolean changedToo;
    private final String reason;
    private final boolean write;
    private final List<Left> left = new ArrayList<>();
    private int restored;
    private int removed;
    private int patients;

    Work(
        Handle handle,
        Actor actor,
        ImportRuns.Run run,
        boolean changedToo,
        String reason,
        boolean write) {
      this.handle = handle;
      this.actor = actor;
      this.run = run;
      this.changedToo = changedToo;
      this.reason = reason;
      this.write = write;
    }

    Outcome outcome() {
      record Revision(String patient, long revision) {}
      List<Revision> revisions =
          handle
              .createQuery(
                  "SELECT patient, revision FROM import_revision WHERE run = ? AND undo = 0"
                      + " ORDER BY patient, revision")
              .bind(0, run.number())
              .map((row, _) -> new Revision(row.getString(1), row.getLong(2)))
              .list();
      revisions.forEach(
          each -> patient(new PatientKey(run.study(), each.patient()), each.revision()));
      return new Outcome(restored, removed, patients, left);
    }

    private void patient(PatientKey key, long revision) {
      StoredPatient before = store.within(handle, key);
      if (!before.rows().isEmpty()) {
        actor.demand(Permission.IMPORT, before.centre());
      }
      List<Written> written = written(key, revision);
      if (before.locked()) {
        written.forEach(row -> left.add(new Left(key.id(), row.table(), row.id(), "locked")));
        return;
      }
      List<RowChange> changes = new ArrayList<>();
      for (Written row : written) {
        if (row.changedSince() && !changedToo) {
          left.add(new Left(key.id(), row.table(), row.id(), "changed-since"));
        } else {
          changes.add(back(key, row, revision));
        }
      }
      keepPersonOfOthers(before, changes);
      save(before, changes);
    }

    /// A patient with rows that were entered since stays, with the row that says who it is.
    private void keepPersonOfOthers(StoredPatient before, List<RowChange> changes) {
      long taken = changes.stream().filter(change -> change instanceof RowChange.Remove).count();
      RowChange person =
          changes.stream()
              .filter(
                  change -> change instanceof RowChange.Remove && change.table().equals("patients"))
              .findFirst()
              .orElse(null);
      if (person != null && taken < before.rows().size()) {
        changes.remove(person);
        left.add(new Left(before.key().id(), "patients", before.key().id(), "needed"));
      }
    }

    private void save(StoredPatient before, List<RowChange> changes) {
      if (changes.isEmpty()) {
        return;
      }
      if (write) {
        String why = reason.isBlank() ? "import " + run.number() + " undone" : reason;
        SaveRequest request =
            new SaveRequest(before.key(), before.revision(), changes, why, PatientStore.UNDO);
        switch (store.save(handle, actor, request)) {
          case SaveResult.Saved(long made) -> {
            if (made > before.revision()) {
              runs.revision(handle, before.key(), made, run.number(), true);
            }
          }
          case SaveResult.Refused _ -> {
            changes.forEach(change ->
                left.add(new Left(before.key().id(), change.table(), change.id(), "not-sound")));
            return;
          }
          case SaveResult.Conflict _ ->
              throw new IllegalStateException("saved meanwhile: " + before.key());
        }
      }
      long gone = changes.stream().filter(change -> change instanceof RowChange.Remove).count();
      removed += (int) gone;
      restored += changes.size() - (int) gone;
      patients += gone == before.rows().size() ? 1 : 0;
    }

    private List<Written> written(PatientKey key, long revision) {
      return handle
          .createQuery(
              "SELECT table_name, row_id, superseded FROM row_version"
                  + " WHERE study = ? AND patient = ? AND revision = ? ORDER BY position")
          .bind(0, key.study())
          .bind(1, key.id())
          .bind(2, revision)
          .map(
              (row, _) -> new Written(row.getString(1), row.getString(2), row.getObject(3) != null))
          .list();
    }

    /// What the row held before the import.
    private RowChange back(PatientKey key, Written row, long revision) {
      record Earlier(@Nullable String cells) {}
      Optional<Earlier> earlier =
          handle
              .createQuery(
                  "SELECT cells FROM row_version WHERE study = ? AND patient = ?"
                      + " AND table_name = ? AND row_id = ? AND revision < ?"
                      + " ORDER BY revision DESC LIMIT 1")
              .bind(0, key.study())
              .bind(1, key.id())
              .bind(2, row.table())
              .bind(3, row.id())
              .bind(4, revision)
              .map((version, _) -> new Earlier(version.getString(1)))
              .findOne();
      return earlier
          .map(Earlier::cells)
          .filter(Objects::nonNull)
          .<RowChange>map(
              cells -> new RowChange.Put(row.table(), row.id(), CanonicalJson.cells(cells)))
          .orElseGet(() -> new RowChange.Remove(row.table(), row.id()));
    }
  }
}
