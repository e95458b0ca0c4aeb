package org.myocohort.registry.patient;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
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
        .read(handle -> PatientRows.load(handle, key, ""))
        .filter(patient -> actor.seesCentre(patient.centre()) && !patient.rows().isEmpty());
  }

  /// The patient as a change that is being made finds it, whoever may see it; one without rows and
  /// with revision 0 where there is none. The caller checks the permission.
  public StoredPatient within(Handle handle, PatientKey key) {
    return PatientRows.load(handle, key, "").orElseGet(() -> StoredPatient.none(key));
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
    StoredPatient before =
        PatientRows.load(handle, key, database.forUpdate())
            .orElseGet(() -> StoredPatient.none(key));
    if (!before.rows().isEmpty()) {
      actor.demand(Permission.VIEW, before.centre());
    }
    boolean again = before.rows().isEmpty() && request.expectedRevision() == 0;
    if (request.expectedRevision() != before.revision() && !again) {
      return new SaveResult.Conflict(before);
    }
    if (before.locked()) {
      return refused("patient-locked", "");
    }
    PatientChange change = new PatientChange(before, request.changes());
    if (change.changes().isEmpty()) {
      return new SaveResult.Saved(before.revision());
    }
    if (request.reason().isBlank() && change.corrects()) {
      return refused("reason-expected", "");
    }
    StoredPatient after = change.after();
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
    String centre = person == null ? before.centre() : person.cell("centre");
    if (!actor.seesCentre(centre)) {
      return refused("centre-not-yours", centre);
    }
    Set<String> taken = taken(handle, key.study(), change.added());
    if (!taken.isEmpty()) {
      return refused("id-taken", taken.iterator().next());
    }
    Instant now = clock.instant();
    PatientRows.write(handle, change, gone ? "" : centre);
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
            change.detail()),
        now);
    return new SaveResult.Saved(after.revision());
  }

  private static SaveResult refused(String code, String found) {
    return new SaveResult.Refused(
        List.of(new SaveResult.RowProblem("", "", new Problem("", 0, "", code, found, List.of()))));
  }

  /// Those of some ids that rows of a study have.
  public static Set<String> taken(Handle handle, String study, List<String> ids) {
    return PatientRows.taken(handle, study, ids);
  }

  /// Every version of a row, the first first.
  public List<RowVersion> history(Actor actor, PatientKey key, String table, String row) {
    if (find(actor, key).isEmpty()) {
      return List.of();
    }
    return database.read(handle -> PatientRows.history(handle, key, table, row));
  }

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
    return database.read(handle -> PatientRows.ofStudy(handle, study, actor::seesCentre));
  }
}
