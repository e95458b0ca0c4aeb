package org.myocohort.registry.importing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// Brings the rows of a file into a study: first as a dry run, then in one transaction, whole or
/// not at all. The same file again changes nothing.
public final class Importer {
  private static final String ACTION = "import";
  private static final String OTHER_CENTRE = "import-other-centre";
  private static final int LONGEST_ID = 200;

  /// After so many rows the database counts anew, and then after twice as many each time.
  private static final int COUNTED_AFTER = 500;

  private final Database database;
  private final PatientStore store;
  private final ImportRuns runs;

  public Importer(Database database, InstantSource clock) {
    this.database = database;
    this.store = new PatientStore(database, clock);
    this.runs = new ImportRuns(database, clock);
  }

  /// What an import would do; nothing is written.
  ///
  /// @param each told of every row, in the order of the patients
  /// @throws BadInputException if the mapping does not fit the file
  /// @throws org.myocohort.registry.access.AccessDenied if the actor may not import
  public ImportReport dryRun(
      Actor actor,
      String study,
      Source source,
      Mapping mapping,
      ImportOptions options,
      Consumer<RowFate> each,
      Progress progress)
      throws BadInputException {
    actor.demand(Permission.IMPORT);
    SourceRows rows = SourceRows.of(source, mapping);
    return database.read(handle -> {
      Work work = new Work(handle, actor, study, mapping, options, each);
      work.run(rows, progress, work::draft);
      return work.report.report(rows.notices());
    });
  }

  /// Imports.
  ///
  /// @param sourceHash of the file's bytes, for the audit
  /// @throws BadInputException if the mapping does not fit the file
  /// @throws org.myocohort.registry.access.AccessDenied if the actor may not import
  public ImportOutcome apply(
      Actor actor,
      String study,
      Source source,
      String sourceHash,
      Mapping mapping,
      ImportOptions options,
      Progress progress)
      throws BadInputException {
    actor.demand(Permission.IMPORT);
    SourceRows rows = SourceRows.of(source, mapping);
    return database.write(handle -> {
      Work work = new Work(handle, actor, study, mapping, options, _ -> {});
      long number = runs.next(handle, actor, study, source.name(), sourceHash, mapping);
      work.number = number;
      work.run(rows, progress, work::save);
      ImportReport report = work.report.report(rows.notices());
      boolean agreed =
          options.fingerprint().isEmpty() || options.fingerprint().equals(report.fingerprint());
      if (!agreed) {
        handle.rollback();
        return new ImportOutcome.Stale(report);
      }
      if (report.bad() > 0 && !options.goodRows()) {
        handle.rollback();
        return new ImportOutcome.Refused(report);
      }
      if (report.changesNothing()) {
        handle.rollback();
        return new ImportOutcome.Applied(0, report);
      }
      runs.finish(handle, actor, study, number, sourceHash, options, report);
      return new ImportOutcome.Applied(number, report);
    });
  }

  /// One import being made or tried.
  private final class Work {
    private final Handle handle;
    private final Actor actor;
    private final String study;
    private final Mapping mapping;
    private final ImportOptions options;
    private final Consumer<RowFate> each;
    private final StudyWriter.Description description;
    private final ImportReport.Gatherer report = new ImportReport.Gatherer();
    private final Set<String> claimed = new HashSet<>();
    private final boolean empty;
    private boolean failing;
    private long number;
    private int saved;
    private int counted = COUNTED_AFTER;

    Work(
        Handle handle,
        Actor actor,
        String study,
        Mapping mapping,
        ImportOptions options,
        Consumer<RowFate> each) {
      this.handle = handle;
      this.actor = actor;
      this.study = study;
      this.mapping = mapping;
      this.options = options;
      this.each = each;
      this.description = Studies.find(handle, study).orElseThrow().description();
      this.empty =
          handle
              .createQuery("SELECT id FROM patient WHERE study = ? LIMIT 1")
              .bind(0, study)
              .mapTo(String.class)
              .findOne()
              .isEmpty();
    }

    void run(SourceRows rows, Progress progress, Attempt attempt) {
      List<String> patients = rows.patients();
      int done = 0;
      progress.at(0, patients.size());
      for (String patient : patients) {
        patient(patient, rows.rows(patient), attempt);
        done++;
        progress.at(done, patients.size());
      }
    }

    private void patient(String patient, List<MappedRow> rows, Attempt attempt) {
      PatientKey key = new PatientKey(study, patient);
      StoredPatient before = empty ? StoredPatient.none(key) : store.within(handle, key);
      RowHistory history = new RowHistory(handle, key);
      List<PatientPlan.Step> steps =
          PatientPlan.of(before, rows, history, options.overwrite(), mapping.emptyClears());
      boolean mine = before.rows().isEmpty() || actor.seesCentre(before.centre());
      if (!mine || before.locked()) {
        refuseAll(steps, mine ? "import-locked" : OTHER_CENTRE);
      }
      claim(before, steps);
      settle(before, steps, attempt);
      for (PatientPlan.Step step : steps) {
        RowFate fate = step.fate();
        report.add(fate);
        each.accept(fate);
        failing |= fate.fate().isBad();
      }
      report.patient(!before.rows().isEmpty(), !PatientPlan.changes(steps).isEmpty());
    }

    /// Ids of new rows: none may stand elsewhere in the file or in the study.
    private void claim(StoredPatient before, List<PatientPlan.Step> steps) {
      Set<String> known = new HashSet<>();
      before.rows().forEach(row -> known.add(row.table() + "\n" + row.id()));
      List<PatientPlan.Step> added = new ArrayList<>();
      for (PatientPlan.Step step : steps) {
        if (step.put == null || known.contains(step.row.table() + "\n" + step.id)) {
          continue;
        }
        if (step.id.length() > LONGEST_ID) {
          refuse(step, "id-too-long", step.id);
        } else if (!claimed.add(step.id)) {
          refuse(step, "id-elsewhere", step.id);
        } else {
          added.add(step);
        }
      }
      if (empty || added.isEmpty()) {
        return;
      }
      Set<String> taken =
          PatientStore.taken(handle, study, added.stream().map(step -> step.id).toList());
      for (PatientPlan.Step step : added) {
        if (taken.contains(step.id)) {
          refuse(step, "id-elsewhere", step.id);
        }
      }
    }

    /// Takes out what is wrong until the rest makes a sound patient.
    private void settle(StoredPatient before, List<PatientPlan.Step> steps, Attempt attempt) {
      List<RowChange> changes = PatientPlan.changes(steps);
      while (!changes.isEmpty()) {
        List<SaveResult.RowProblem> problems = attempt.problems(before, changes);
        if (problems.isEmpty()) {
          return;
        }
        RowProblems.assign(steps, problems);
        List<RowChange> left = PatientPlan.changes(steps);
        if (left.size() == changes.size()) {
          throw new IllegalStateException("a problem of no row: " + problems.getFirst());
        }
        changes = left;
      }
    }

    List<SaveResult.RowProblem> draft(StoredPatient before, List<RowChange> changes) {
      PatientStore.Draft draft = PatientStore.draft(description, before, changes);
      return switch (draft) {
        case PatientStore.Draft.Sound(var record) -> centres(before, record);
        case PatientStore.Draft.Wrong(var problems) -> problems;
      };
    }

    private List<SaveResult.RowProblem> centres(
        StoredPatient before, org.myocohort.exchange.study.StudyFolder record) {
      String centre = record.study().patients().getFirst().person().centre().orElse("");
      return actor.seesCentre(centre)
          ? List.of()
          : List.of(RowProblems.ofPatient(before.key(), OTHER_CENTRE, centre));
    }

    /// Saves, unless it is clear already that nothing will stand.
    List<SaveResult.RowProblem> save(StoredPatient before, List<RowChange> changes) {
      if (failing && !options.goodRows()) {
        return draft(before, changes);
      }
      String reason = options.reason().isBlank() ? ACTION + " " + number : options.reason();
      SaveRequest request =
          new SaveRequest(before.key(), before.revision(), changes, reason, ACTION);
      return switch (store.save(handle, actor, request)) {
        case SaveResult.Saved(long revision) -> {
          runs.revision(handle, before.key(), revision, number, false);
          saved += changes.size();
          if (saved >= counted) {
            database.count(handle);
            counted = 2 * saved;
          }
          yield List.of();
        }
        case SaveResult.Refused(var problems) -> problems;
        case SaveResult.Conflict(var current) ->
            throw new IllegalStateException("saved meanwhile: " + current.key());
      };
    }

    private void refuseAll(List<PatientPlan.Step> steps, String code) {
      for (PatientPlan.Step step : steps) {
        if (step.put != null || code.equals(OTHER_CENTRE)) {
          refuse(step, code, step.row.patient());
        }
      }
    }

    private static void refuse(PatientPlan.Step step, String code, String found) {
      step.refuse(Fate.REFUSED, step.row.problem("id", code, found, List.of()));
    }
  }

  /// Tries to make a patient of some changes.
  @FunctionalInterface
  private interface Attempt {
    /// What is wrong; nothing where it is made.
    List<SaveResult.RowProblem> problems(StoredPatient before, List<RowChange> changes);
  }
}
