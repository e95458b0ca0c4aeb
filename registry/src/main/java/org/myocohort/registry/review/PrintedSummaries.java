package org.myocohort.registry.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

/// The summaries that were printed for patients after a clinician had read them, kept as they were
/// printed. The audit holds the hash of each and not its text.
public final class PrintedSummaries {
  /// A page or ten; what is longer than this is none.
  private static final int LONGEST = 200_000;

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public PrintedSummaries(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// What was printed.
  ///
  /// @param language of the text, `en` or `it`
  /// @param body the text
  /// @param picture as SVG, empty for none
  public record Sheet(String language, String body, String picture) {
    public Sheet {
      int length = body.length() + picture.length();
      if (body.isBlank() || length > LONGEST) {
        throw new IllegalArgumentException(
            "a printed summary must have 1 to %d characters but had %d".formatted(LONGEST, length));
      }
    }
  }

  /// A printed summary.
  ///
  /// @param number counts the patient's
  /// @param revision the patient's revision that it was made from
  /// @param account who reviewed it
  /// @param printedName the reviewer's name as it stood then
  /// @param at when, in UTC
  public record Printed(
      long number, long revision, Sheet sheet, String account, String printedName, String at) {}

  /// What became of it.
  public sealed interface Outcome {
    /// It is kept under this number.
    record Kept(long number) implements Outcome {}

    /// Somebody saved since; look at the record again.
    record ChangedSince() implements Outcome {}

    /// There is no such patient that the actor may see.
    record NotFound() implements Outcome {}
  }

  /// Keeps a summary that its reviewer is about to print.
  ///
  /// @param revision the patient's revision that it was made from
  /// @param printedName the reviewer's name
  public Outcome keep(Actor actor, PatientKey key, long revision, String printedName, Sheet sheet) {
    actor.demand(Permission.EDIT);
    Instant now = clock.instant();
    return database.write(handle -> {
      PatientHead head = PatientHead.find(handle, key, database.forUpdate()).orElse(null);
      if (head == null || !actor.seesCentre(head.centre())) {
        return new Outcome.NotFound();
      }
      if (head.revision() != revision) {
        return new Outcome.ChangedSince();
      }
      long number =
          handle
              .createQuery(
                  "SELECT coalesce(max(number), 0) + 1 FROM printed_summary"
                      + " WHERE study = ? AND patient = ?")
              .bind(0, key.study())
              .bind(1, key.id())
              .mapTo(Long.class)
              .one();
      handle.execute(
          "INSERT INTO printed_summary (study, patient, number, language, revision, body, picture,"
              + " account, printed_name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          key.study(),
          key.id(),
          number,
          sheet.language(),
          revision,
          sheet.body(),
          sheet.picture(),
          actor.account(),
          printedName,
          now.truncatedTo(ChronoUnit.SECONDS).toString());
      TreeMap<String, Object> detail = new TreeMap<>();
      detail.put("summary", number);
      detail.put("language", sheet.language());
      detail.put("record-revision", revision);
      detail.put("text", Sha256.of(sheet.body()));
      detail.put("picture", Sha256.of(sheet.picture()));
      audit.append(
          handle,
          new AuditEvent(actor.account(), "print-summary", key.study(), key.id(), 0, "", detail),
          now);
      return new Outcome.Kept(number);
    });
  }

  /// Everything that was printed for a patient, the latest first.
  public List<Printed> of(Actor actor, PatientKey key) {
    actor.demand(Permission.VIEW);
    return database.read(handle -> list(handle, actor, key));
  }

  /// One of them; empty where there is none, or none that the actor may see.
  public Optional<Printed> find(Actor actor, PatientKey key, long number) {
    return of(actor, key).stream().filter(each -> each.number() == number).findFirst();
  }

  private static List<Printed> list(Handle handle, Actor actor, PatientKey key) {
    if (PatientHead.centre(handle, key).filter(actor::seesCentre).isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT number, revision, language, body, picture, account, printed_name, at"
                + " FROM printed_summary WHERE study = ? AND patient = ? ORDER BY number DESC")
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) ->
            new Printed(
                row.getLong(1),
                row.getLong(2),
                new Sheet(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8)))
        .list();
  }
}
