package org.myocohort.registry.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

/// Locks a patient against changes, and unlocks it; each is a revision of the patient.
public final class PatientLock {
  private static final String LOCK = "lock";
  private static final String UNLOCK = "unlock";

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public PatientLock(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// What became of it.
  public enum Outcome {
    DONE,
    /// It stood like this already; nothing was written.
    ALREADY,
    /// Somebody saved since; look again.
    CHANGED_SINCE,
    /// There is no such patient that the actor may see.
    NOT_FOUND
  }

  /// Locks or unlocks a patient.
  ///
  /// @param expectedRevision the patient's revision that the actor has seen
  /// @throws IllegalArgumentException if the reason is blank
  public Outcome set(
      Actor actor, PatientKey key, long expectedRevision, boolean locked, String reason) {
    actor.demand(Permission.LOCK);
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a lock needs a reason");
    }
    Instant now = clock.instant();
    return database.write(handle -> {
      PatientHead head = PatientHead.find(handle, key, database.forUpdate()).orElse(null);
      if (head == null || !actor.seesCentre(head.centre())) {
        return Outcome.NOT_FOUND;
      }
      if (head.locked() == locked) {
        return Outcome.ALREADY;
      }
      if (head.revision() != expectedRevision) {
        return Outcome.CHANGED_SINCE;
      }
      handle.execute(
          "UPDATE patient SET locked = ?, revision = ? WHERE study = ? AND id = ?",
          locked ? 1L : 0L,
          head.revision() + 1,
          key.study(),
          key.id());
      audit.append(
          handle,
          new AuditEvent(
              actor.account(),
              locked ? LOCK : UNLOCK,
              key.study(),
              key.id(),
              head.revision() + 1,
              reason.strip(),
              new TreeMap<>()),
          now);
      return Outcome.DONE;
    });
  }

  /// Who locked a patient last, when and why.
  ///
  /// @param actor id of the account
  public record Locked(String actor, String at, String reason) {}

  /// How a patient came to be locked; empty where it is not locked, or not the actor's to see.
  public Optional<Locked> of(Actor actor, PatientKey key) {
    actor.demand(Permission.VIEW);
    return database.read(handle -> {
      PatientHead head = PatientHead.find(handle, key, "").orElse(null);
      if (head == null || !head.locked() || !actor.seesCentre(head.centre())) {
        return Optional.<Locked>empty();
      }
      return handle
          .createQuery(
              "SELECT actor, at, text FROM audit_entry WHERE study = ? AND patient = ?"
                  + " AND action = ? ORDER BY number DESC LIMIT 1")
          .bind(0, key.study())
          .bind(1, key.id())
          .bind(2, LOCK)
          .map((row, _) ->
              new Locked(
                  row.getString(1),
                  row.getString(2),
                  CanonicalJson.member(row.getString(3), "reason")))
          .findOne();
    });
  }
}
