package org.myocohort.app.web.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.app.entry.Collision;
import org.myocohort.app.entry.Doubts;
import org.myocohort.app.entry.Entered;
import org.myocohort.app.entry.FieldProblem;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.app.entry.ScorePreview;
import org.myocohort.app.entry.TypedCell;
import org.myocohort.app.entry.ValueHistory;
import org.myocohort.app.entry.VisitForm;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.patient.Moment;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.RowVersion;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;
import org.springframework.stereotype.Component;

/// Takes a filled form to the store: reads it, asks about what is unusual, saves, and compares
/// where somebody else was faster.
@Component
final class EntryDesk {
  private static final String PICK = "pick.";

  private final PatientStore store;

  EntryDesk(PatientStore store) {
    this.store = store;
  }

  /// What became of a form.
  sealed interface Outcome {
    /// It stands.
    ///
    /// @param revision the patient's revision now
    /// @param changed whether anything differed
    record Saved(long revision, boolean changed) implements Outcome {}

    /// It comes back: something is wrong, or is to be confirmed.
    record Back(List<FormRow> rows, List<FieldProblem> problems, List<Doubts.Doubt> doubts)
        implements Outcome {}

    /// Somebody saved since.
    ///
    /// @param rows the rows of the form with what stood when it was opened
    /// @param others rows outside the form that changed too
    record Collided(
        StoredPatient current,
        List<FormRow> rows,
        List<Collision> collisions,
        List<StoredRow> others)
        implements Outcome {}
  }

  /// The last values for a form, as of the date typed into it.
  LastValues last(
      StoredPatient patient, FormName form, Map<String, String> typed, Language language) {
    String date = date(patient, form, typed, language);
    return LastValues.of(
        patient, Moment.parse(date).orElse(null), form.row() == null ? "" : form.row());
  }

  /// The date of the form's row, as it would be stored; empty where there is none.
  String date(StoredPatient patient, FormName form, Map<String, String> typed, Language language) {
    Optional<StudySchema.Column> column =
        StudySchema.table(form.table()).flatMap(table -> table.column("date"));
    if (column.isEmpty()) {
      return "";
    }
    String standing =
        form.row() == null
            ? ""
            : patient.row(form.table(), form.row()).map(row -> row.cell("date")).orElse("");
    String text = typed.getOrDefault((form.visit() ? VisitForm.VISIT : "r") + ".date", standing);
    return text.equals(standing)
        ? standing
        : TypedCell.read(column.get(), text, language) instanceof TypedCell.Sound(String sound)
            ? sound
            : "";
  }

  Entered read(StoredPatient patient, FormName form, Map<String, String> typed, Language language) {
    LastValues last = last(patient, form, typed, language);
    List<FormRow> rows = form.posted(patient, last, typed);
    return Entered.read(
        rows, typed, form.links(patient, date(patient, form, typed, language)), language);
  }

  /// Saves a form.
  ///
  /// @param current the patient as it stands
  /// @param revision the revision that the form starts from
  Outcome save(
      Actor actor,
      StoredPatient current,
      FormName form,
      long revision,
      Map<String, String> sent,
      Language language) {
    StoredPatient base =
        current.revision() == revision ? current : asOf(actor, current, form, sent, revision);
    Map<String, String> typed = picked(base, form, sent, language);
    Entered entered = read(base, form, typed, language);
    List<RowChange> changes = new ArrayList<>(entered.changes());
    if (typed.containsKey("move")) {
      changes = moved(base, entered, date(base, form, typed, language));
    }
    if (current.revision() != revision) {
      return collided(actor, current, base, entered, typed, language);
    }
    List<FieldProblem> problems = new ArrayList<>(entered.problems());
    if (!problems.isEmpty()) {
      return new Outcome.Back(entered.rows(), problems, List.of());
    }
    if (changes.isEmpty()) {
      return new Outcome.Saved(revision, false);
    }
    String reason = typed.getOrDefault("reason", "").strip();
    if (reason.isEmpty() && entered.corrects()) {
      problems.add(new FieldProblem("reason", "reason-expected", "", List.of()));
    }
    List<Doubts.Doubt> doubts = List.of();
    switch (store.draft(current, changes)) {
      case PatientStore.Draft.Wrong(List<SaveResult.RowProblem> wrong) ->
          wrong.forEach(problem -> problems.add(entered.located(problem)));
      case PatientStore.Draft.Sound(var after) -> {
        Study before = current.revision() == 0 ? null : store.read(current).study();
        doubts =
            Doubts.of(
                entered, last(current, form, typed, language), before, after.study(), current);
      }
    }
    if (!problems.isEmpty() || !Doubts.open(doubts, typed).isEmpty()) {
      return new Outcome.Back(entered.rows(), problems, doubts);
    }
    return switch (store.save(actor, SaveRequest.of(current.key(), revision, changes, reason))) {
      case SaveResult.Saved(long now) -> new Outcome.Saved(now, true);
      case SaveResult.Refused(List<SaveResult.RowProblem> wrong) ->
          new Outcome.Back(entered.rows(), wrong.stream().map(entered::located).toList(), doubts);
      case SaveResult.Conflict(StoredPatient now) ->
          now.revision() == revision || now.revision() == 0
              ? new Outcome.Back(
                  entered.rows(), List.of(new FieldProblem("", "id-taken", "", List.of())), doubts)
              : collided(actor, now, base, entered, typed, language);
    };
  }

  /// The measurements of the form get the visit's new date.
  private static List<RowChange> moved(StoredPatient base, Entered entered, String date) {
    Map<String, RowChange> changes = new java.util.LinkedHashMap<>();
    entered.changes().forEach(change -> changes.put(change.table() + "/" + change.id(), change));
    for (FormRow row : entered.rows()) {
      if (row.table().equals("measurements") && !row.isNew()) {
        RowChange before = changes.get(row.table() + "/" + row.id());
        SortedMap<String, String> cells =
            new TreeMap<>(
                before instanceof RowChange.Put put
                    ? put.cells()
                    : base.row(row.table(), row.id()).orElseThrow().cells());
        if (!date.isEmpty() && !date.equals(cells.get("date"))) {
          cells.put("date", date);
          changes.put(
              row.table() + "/" + row.id(), new RowChange.Put(row.table(), row.id(), cells));
        }
      }
    }
    return List.copyOf(changes.values());
  }

  /// What was typed, with the values of the other editor where they were chosen.
  private Map<String, String> picked(
      StoredPatient base, FormName form, Map<String, String> sent, Language language) {
    Map<String, String> picks = new TreeMap<>();
    TreeMap<String, String> typed = new TreeMap<>();
    sent.forEach((name, value) -> {
      if (name.startsWith(PICK)) {
        picks.put(name.substring(PICK.length()), value);
      } else {
        typed.put(name, value);
      }
    });
    if (picks.isEmpty()) {
      return typed;
    }
    Map<String, String> resolved = typed;
    for (FormRow row : form.posted(base, last(base, form, typed, language), typed)) {
      SortedMap<String, String> standing = row.standing();
      if (standing != null) {
        resolved = Collision.resolved(resolved, row, picks, standing);
      }
    }
    return resolved;
  }

  private Outcome.Collided collided(
      Actor actor,
      StoredPatient current,
      StoredPatient base,
      Entered entered,
      Map<String, String> typed,
      Language language) {
    List<Collision> collisions = new ArrayList<>();
    Set<String> inForm = new HashSet<>();
    for (FormRow row : entered.rows()) {
      inForm.add(row.table() + "/" + row.id());
      boolean wanted = entered.changes().stream().anyMatch(change -> change.id().equals(row.id()));
      if (row.isNew() && !wanted) {
        continue;
      }
      Optional<StoredRow> now = row.isNew() ? Optional.empty() : current.row(row.table(), row.id());
      Optional<RowVersion> by =
          row.isNew()
              ? Optional.empty()
              : since(actor, current.key(), row.table(), row.id(), base.revision());
      Collision.of(row, typed, now.map(StoredRow::cells), by.orElse(null), language)
          .ifPresent(collisions::add);
    }
    List<StoredRow> others =
        current.rows().stream()
            .filter(row -> row.revision() > base.revision())
            .filter(row -> !inForm.contains(row.table() + "/" + row.id()))
            .toList();
    return new Outcome.Collided(current, entered.rows(), collisions, others);
  }

  /// The last save of a row after a revision.
  private Optional<RowVersion> since(
      Actor actor, PatientKey key, String table, String row, long revision) {
    return store.history(actor, key, table, row).stream()
        .filter(version -> version.revision() > revision)
        .reduce((_, later) -> later);
  }

  /// The patient as it stood when a form was opened, as far as the form's rows go.
  private StoredPatient asOf(
      Actor actor, StoredPatient current, FormName form, Map<String, String> typed, long revision) {
    List<StoredRow> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StoredRow row : current.rows()) {
      seen.add(row.table() + "/" + row.id());
      if (row.revision() <= revision) {
        rows.add(row);
      } else {
        before(actor, current.key(), row.table(), row.id(), revision).ifPresent(rows::add);
      }
    }
    List<String[]> named = new ArrayList<>();
    if (form.row() != null) {
      named.add(new String[] {form.table(), form.row()});
    }
    typed.forEach((name, id) -> {
      if (name.matches("m\\d+\\.id")) {
        named.add(new String[] {"measurements", id});
      }
    });
    for (String[] row : named) {
      if (!seen.contains(row[0] + "/" + row[1])) {
        before(actor, current.key(), row[0], row[1], revision).ifPresent(rows::add);
      }
    }
    return new StoredPatient(current.key(), current.centre(), revision, current.locked(), rows);
  }

  private Optional<StoredRow> before(
      Actor actor, PatientKey key, String table, String id, long revision) {
    return ValueHistory.at(store.history(actor, key, table, id), revision)
        .map(cells -> new StoredRow(table, id, revision, 0, cells));
  }

  /// The score of a visit as the form stands; fields that are wrong are left out.
  ///
  /// @param leftOut the columns that were left out
  record Preview(@Nullable ScorePreview score, List<String> leftOut) {}

  Preview preview(
      StoredPatient patient, FormName form, Map<String, String> typed, Language language) {
    Entered entered = read(patient, form, typed, language);
    List<String> leftOut = new ArrayList<>();
    entered.problems().forEach(problem -> leftOut.add(problem.field()));
    List<RowChange> changes = new ArrayList<>(entered.changes());
    // Each round leaves out what the record cannot hold; three are enough for any visit.
    for (int round = 0; round < 3; round++) {
      switch (store.draft(patient, changes)) {
        case PatientStore.Draft.Sound(var sound) -> {
          return new Preview(
              ScorePreview.of(sound.study(), patient.key().id(), form.rowId(patient)), leftOut);
        }
        case PatientStore.Draft.Wrong(List<SaveResult.RowProblem> problems) -> {
          for (SaveResult.RowProblem problem : problems) {
            leftOut.add(entered.located(problem).field());
            changes = without(changes, problem);
          }
        }
      }
    }
    return new Preview(null, leftOut);
  }

  private static List<RowChange> without(List<RowChange> changes, SaveResult.RowProblem problem) {
    List<RowChange> kept = new ArrayList<>();
    for (RowChange change : changes) {
      boolean here = change.table().equals(problem.table()) && change.id().equals(problem.row());
      if (!here) {
        kept.add(change);
      } else if (change instanceof RowChange.Put put
          && put.table().equals("visits")
          && !problem.problem().column().equals("date")
          && put.cells().containsKey(problem.problem().column())) {
        SortedMap<String, String> cells = new TreeMap<>(put.cells());
        cells.remove(problem.problem().column());
        kept.add(new RowChange.Put(put.table(), put.id(), cells));
      }
    }
    return kept;
  }
}
