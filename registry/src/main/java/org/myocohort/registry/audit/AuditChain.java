package org.myocohort.registry.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.store.Database;

/// Appends to the audit. Each entry's text holds the hash of the entry before it; its own hash is
/// that of its text.
public final class AuditChain {
  private final Database database;

  public AuditChain(Database database) {
    this.database = database;
  }

  /// Appends an entry within a change that is being made. To be called last in the change: it locks
  /// the end of the chain until the change is committed.
  ///
  /// @param at when, as the machine's clock says; the order of entries is their number, not this
  /// @return the end of the chain
  public AuditHead append(Handle handle, AuditEvent event, Instant at) {
    AuditHead head = head(handle, database.forUpdate());
    long number = head.number() + 1;
    String time = at.truncatedTo(ChronoUnit.MILLIS).toString();
    String text = CanonicalJson.of(members(number, time, event, head.hash()));
    String hash = Sha256.of(text);
    handle.execute(
        "INSERT INTO audit_entry (number, at, actor, action, study, patient, revision, text, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        time,
        event.actor(),
        event.action(),
        event.study(),
        event.patient(),
        event.revision(),
        text,
        hash);
    handle.execute("UPDATE audit_head SET number = ?, hash = ? WHERE one = 1", number, hash);
    return new AuditHead(number, hash);
  }

  private static SortedMap<String, Object> members(
      long number, String at, AuditEvent event, String previous) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("number", number);
    members.put("at", at);
    members.put("actor", event.actor());
    members.put("action", event.action());
    members.put("study", event.study());
    members.put("patient", event.patient());
    members.put("revision", event.revision());
    members.put("reason", event.reason());
    members.put("detail", event.detail());
    members.put("previous", previous);
    return members;
  }

  /// Where the chain ends now.
  public AuditHead head() {
    return database.read(handle -> head(handle, ""));
  }

  private static AuditHead head(Handle handle, String lock) {
    return handle
        .createQuery("SELECT number, hash FROM audit_head WHERE one = 1" + lock)
        .map((row, _) -> new AuditHead(row.getLong(1), row.getString(2)))
        .one();
  }
}
