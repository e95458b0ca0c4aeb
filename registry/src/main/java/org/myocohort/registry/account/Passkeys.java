package org.myocohort.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;

/// The passkeys of accounts.
public final class Passkeys {
  private static final String COLUMNS =
      "id, account, label, public_key, signature_count, user_verified, transports,"
          + " backup_eligible, backed_up, attestation, client_data, created_at, last_used_at";

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public Passkeys(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  public Optional<Passkey> find(String id) {
    return database.read(handle -> list(handle, "id", id).stream().findFirst());
  }

  /// An account's passkeys, the oldest first.
  public List<Passkey> of(String account) {
    return database.read(handle -> list(handle, "account", account));
  }

  private static List<Passkey> list(Handle handle, String column, String value) {
    return handle
        .createQuery(
            "SELECT " + COLUMNS + " FROM passkey WHERE " + column + " = ? ORDER BY created_at, id")
        .bind(0, value)
        .map((row, _) -> passkey(row))
        .list();
  }

  /// Adds a passkey, or notes its use.
  public void save(Passkey passkey) {
    database.change(handle -> {
      boolean known = !list(handle, "id", passkey.id()).isEmpty();
      if (known) {
        handle.execute(
            "UPDATE passkey SET label = ?, signature_count = ?, user_verified = ?, backed_up = ?,"
                + " last_used_at = ? WHERE id = ? AND account = ?",
            passkey.label(),
            passkey.signatureCount(),
            number(passkey.userVerified()),
            number(passkey.backedUp()),
            passkey.lastUsedAt(),
            passkey.id(),
            passkey.account());
      } else {
        handle.execute(
            "INSERT INTO passkey (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            passkey.id(),
            passkey.account(),
            passkey.label(),
            passkey.publicKey(),
            passkey.signatureCount(),
            number(passkey.userVerified()),
            passkey.transports(),
            number(passkey.backupEligible()),
            number(passkey.backedUp()),
            passkey.attestation(),
            passkey.clientData(),
            passkey.createdAt(),
            passkey.lastUsedAt());
        append(handle, passkey.account(), "passkey-add");
      }
    });
  }

  /// Removes a passkey of an account; nothing happens where it has none of this id.
  public void remove(String account, String id) {
    database.change(handle -> {
      if (handle.execute("DELETE FROM passkey WHERE id = ? AND account = ?", id, account) > 0) {
        append(handle, account, "passkey-remove");
      }
    });
  }

  private void append(Handle handle, String account, String action) {
    SortedMap<String, Object> detail = new TreeMap<>();
    detail.put("account", account);
    audit.append(handle, AuditEvent.of(account, action, detail), clock.instant());
  }

  private static int number(boolean flag) {
    return flag ? 1 : 0;
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    return new Passkey(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6) != 0,
        row.getString(7),
        row.getLong(8) != 0,
        row.getLong(9) != 0,
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13));
  }
}
