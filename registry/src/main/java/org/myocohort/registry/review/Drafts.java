package org.myocohort.registry.review;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.store.Database;

/// What editors have typed and not yet saved: one draft for each account and form.
///
/// A draft is nobody's record: it is seen by its own account only, is not audited, and goes when
/// its form is saved.
public final class Drafts {
  /// A form's fields are short; what is longer than this is no form.
  private static final int LONGEST = 500_000;

  private final Database database;
  private final InstantSource clock;

  public Drafts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Which form a draft is of.
  ///
  /// @param patient empty for a new patient
  /// @param form such as `visits/new` or `treatments/T1`
  public record Form(String study, String patient, String form) {}

  /// What was typed.
  ///
  /// @param revision the patient's revision that the form started from
  /// @param savedAt when, in UTC
  /// @param fields texts by the names of the form's fields
  public record Draft(Form form, long revision, String savedAt, SortedMap<String, String> fields) {
    public Draft {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
  }

  /// Keeps what was typed in place of what the account's draft of this form held before.
  ///
  /// @return when it was kept, in UTC
  /// @throws IllegalArgumentException if there is more of it than a form holds
  public String keep(Actor actor, Form form, long revision, SortedMap<String, String> fields) {
    actor.demand(Permission.EDIT);
    String text = CanonicalJson.ofCells(fields);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a draft must have at most %d characters but had %d".formatted(LONGEST, text.length()));
    }
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    database.change(handle -> {
      delete(handle, actor, form);
      handle.execute(
          "INSERT INTO draft (account, study, patient, form, revision, saved_at, fields)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          actor.account(),
          form.study(),
          form.patient(),
          form.form(),
          revision,
          now,
          text);
    });
    return now;
  }

  public Optional<Draft> find(Actor actor, Form form) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT study, patient, form, revision, saved_at, fields FROM draft"
                    + " WHERE account = ? AND study = ? AND patient = ? AND form = ?")
            .bind(0, actor.account())
            .bind(1, form.study())
            .bind(2, form.patient())
            .bind(3, form.form())
            .reduceRows(Optional.empty(), (_, row) -> Optional.of(draft(row))));
  }

  /// All drafts of the account in a study, the latest first.
  public List<Draft> all(Actor actor, String study) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT study, patient, form, revision, saved_at, fields FROM draft"
                    + " WHERE account = ? AND study = ? ORDER BY saved_at DESC, patient, form")
            .bind(0, actor.account())
            .bind(1, study)
            .reduceRows(
                new java.util.ArrayList<Draft>(),
                (drafts, row) -> {
                  drafts.add(draft(row));
                  return drafts;
                }));
  }

  private static Draft draft(RowView row) {
    return new Draft(
        new Form(
            row.getColumn("study", String.class),
            row.getColumn("patient", String.class),
            row.getColumn("form", String.class)),
        row.getColumn("revision", Long.class),
        row.getColumn("saved_at", String.class),
        CanonicalJson.cells(row.getColumn("fields", String.class)));
  }

  /// Forgets the account's draft of a form, if there is one.
  public void discard(Actor actor, Form form) {
    // A reader finds out first: most forms have none, and a change costs a write to the disk.
    if (find(actor, form).isPresent()) {
      database.change(handle -> delete(handle, actor, form));
    }
  }

  private static void delete(Handle handle, Actor actor, Form form) {
    handle.execute(
        "DELETE FROM draft WHERE account = ? AND study = ? AND patient = ? AND form = ?",
        actor.account(),
        form.study(),
        form.patient(),
        form.form());
  }
}
