package org.myocohort.registry.patient;

import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.store.Database;

/// Makes summaries anew that an older program made, or that follow settings which have changed.
///
/// Summaries repeat what the rows say, so this is no change of a patient and stands in no audit.
public final class SummaryUpdate {
  private static final int AT_ONCE = 50;

  private final Database database;
  private final Studies studies;

  public SummaryUpdate(Database database, Studies studies) {
    this.database = database;
    this.studies = studies;
  }

  /// How many summaries are to be made anew.
  public long stale() {
    return database.read(handle ->
        handle
            .createQuery("SELECT count(*) FROM patient_summary WHERE made_by <> ?")
            .bind(0, PatientSummary.MADE_BY)
            .mapTo(Long.class)
            .one());
  }

  /// Marks the summaries of a study whose settings have changed.
  static void mark(Handle handle, String study) {
    handle.execute("UPDATE patient_summary SET made_by = '' WHERE study = ?", study);
  }

  /// Makes them, a few patients at a time, so that saves go on meanwhile.
  ///
  /// @param progress is told how many are done, and of how many
  public void run(BiConsumer<Long, Long> progress) {
    long total = stale();
    long done = 0;
    while (true) {
      int made = database.write(this::some);
      if (made == 0) {
        return;
      }
      done += made;
      progress.accept(done, Math.max(total, done));
    }
  }

  private record Stale(PatientKey key, String changedAt) {}

  private int some(Handle handle) {
    List<Stale> some =
        handle
            .createQuery(
                "SELECT study, patient, changed_at FROM patient_summary WHERE made_by <> ?"
                    + " ORDER BY study, patient LIMIT "
                    + AT_ONCE)
            .bind(0, PatientSummary.MADE_BY)
            .map((row, _) ->
                new Stale(new PatientKey(row.getString(1), row.getString(2)), row.getString(3)))
            .list();
    for (Stale each : some) {
      StoredPatient patient =
          PatientRows.load(handle, each.key(), database.forUpdate()).orElseThrow();
      Summaries.write(handle, each.key(), summary(patient), each.changedAt());
    }
    return some.size();
  }

  private PatientSummary summary(StoredPatient patient) {
    Studies.StoredStudy study = studies.find(patient.key().study()).orElseThrow();
    StudySettings settings = study.description().settings();
    try {
      return PatientSummary.of(
          PatientTables.read(study.description(), patient.rows()).study().patients().getFirst(),
          patient,
          settings);
    } catch (BadInputException damaged) {
      throw new IllegalStateException(
          "the rows of a stored patient cannot be read: " + damaged.getMessage(), damaged);
    }
  }
}
