package org.myocohort.registry.importing;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

/// The imports that were applied, with the revisions that each made.
public final class ImportRuns {
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public ImportRuns(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// An import that was applied.
  ///
  /// @param source name of the file
  /// @param counts rows by fate, as `new 120, changed 3`
  /// @param undoneAt when it was undone, empty where it was not
  public record Run(
      long number,
      String study,
      String at,
      String actor,
      String source,
      String sourceHash,
      String counts,
      String undoneAt,
      String undoneBy) {
    public boolean undone() {
      return !undoneAt.isEmpty();
    }
  }

  private static final String COLUMNS =
      "SELECT number, study, at, actor, source, source_hash, counts, undone_at, undone_by"
          + " FROM import_run";

  /// The imports into a study, the latest first.
  public List<Run> all(Actor actor, String study) {
    actor.demand(Permission.IMPORT);
    return database.read(handle ->
        handle
            .createQuery(COLUMNS + " WHERE study = ? ORDER BY number DESC")
            .bind(0, study)
            .map((row, _) -> run(row))
            .list());
  }

  /// One import.
  public Optional<Run> find(Actor actor, long number) {
    actor.demand(Permission.IMPORT);
    return database.read(handle -> find(handle, number));
  }

  static Optional<Run> find(Handle handle, long number) {
    return handle
        .createQuery(COLUMNS + " WHERE number = ?")
        .bind(0, number)
        .map((row, _) -> run(row))
        .findOne();
  }

  private static Run run(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Run(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /// Begins an import's own entry.
  long next(
      Handle handle, Actor actor, String study, String source, String sourceHash, Mapping mapping) {
    long number =
        handle
            .createQuery("SELECT coalesce(max(number), 0) + 1 FROM import_run")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "INSERT INTO import_run (number, study, at, actor, source, source_hash, mapping, counts,"
            + " undone_at, undone_by) VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '')",
        number,
        study,
        now(),
        actor.account(),
        source,
        sourceHash,
        mapping.json());
    return number;
  }

  void revision(Handle handle, PatientKey key, long revision, long number, boolean undo) {
    handle.execute(
        "INSERT INTO import_revision (study, patient, revision, run, undo) VALUES (?, ?, ?, ?, ?)",
        key.study(),
        key.id(),
        revision,
        number,
        undo ? 1 : 0);
  }

  /// Ends an import: its counts, and its entry in the audit.
  void finish(
      Handle handle,
      Actor actor,
      String study,
      long number,
      String sourceHash,
      ImportOptions options,
      ImportReport report) {
    TreeMap<String, Object> counts = new TreeMap<>();
    StringBuilder words = new StringBuilder();
    for (Map.Entry<Fate, Integer> count : report.counts().entrySet()) {
      counts.put(count.getKey().code(), (long) count.getValue());
      words.append(words.isEmpty() ? "" : ", ");
      words.append(count.getKey().code()).append(' ').append(count.getValue());
    }
    handle.execute("UPDATE import_run SET counts = ? WHERE number = ?", words.toString(), number);
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("import", number);
    detail.put("sourceHash", sourceHash);
    detail.put("fates", counts);
    detail.put("newPatients", (long) report.newPatients());
    detail.put("changedPatients", (long) report.changedPatients());
    detail.put("goodRowsOnly", options.goodRows() ? 1L : 0L);
    append(handle, actor, "import-run", study, options.reason(), detail);
  }

  void append(
      Handle handle,
      Actor actor,
      String action,
      String study,
      String reason,
      SortedMap<String, Object> detail) {
    audit.append(
        handle,
        new AuditEvent(actor.account(), action, study, "", 0, reason, detail),
        clock.instant());
  }
}
