package org.myocohort.registry.identity;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Patients' identities: each encrypted under a key of its own, read and written by those who may,
/// and every time noted in the audit, which says who and whose but never what.
public final class Identities {
  private static final String TABLE = "identity";

  private final Database database;
  private final MasterKey master;
  private final AuditChain audit;
  private final InstantSource clock;

  public Identities(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.master = master;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// What became of an identity that was to be saved.
  public enum Saved {
    SAVED,
    /// Another patient of the study has the hospital number.
    HOSPITAL_NUMBER_TAKEN,
    /// There is no such patient, or none that the actor may see.
    NO_SUCH_PATIENT
  }

  /// Saves an identity over what stood, under a new key.
  public Saved save(Actor actor, PatientKey patient, Identity identity) {
    actor.demand(Permission.IDENTITY);
    return database.write(handle -> {
      if (!sees(handle, actor, patient)) {
        return Saved.NO_SUCH_PATIENT;
      }
      String lookup =
          identity.hospitalNumber().isEmpty()
              ? null
              : master.lookup(patient.study(), identity.hospitalNumber());
      if (lookup != null
          && byLookup(handle, patient.study(), lookup)
              .filter(other -> !other.equals(patient.id()))
              .isPresent()) {
        return Saved.HOSPITAL_NUMBER_TAKEN;
      }
      byte[] key = MasterKey.random(MasterKey.KEY_BYTES);
      delete(handle, patient);
      handle.execute(
          "INSERT INTO identity (study, patient, wrapped, sealed, lookup) VALUES (?, ?, ?, ?, ?)",
          patient.study(),
          patient.id(),
          master.wrap(key, patient.toString()),
          MasterKey.seal(key, bytes(identity), patient.toString()),
          lookup);
      note(handle, actor, "save-identity", patient, "");
      return Saved.SAVED;
    });
  }

  /// Reads an identity; the reading is on the disk, in the audit, before the answer is given.
  ///
  /// @throws WrongKeyException if it cannot be opened with this master key
  public Optional<Identity> read(Actor actor, PatientKey patient) {
    actor.demand(Permission.IDENTITY);
    return database.write(handle -> {
      if (!sees(handle, actor, patient)) {
        return Optional.<Identity>empty();
      }
      Optional<Identity> identity =
          handle
              .createQuery("SELECT wrapped, sealed FROM identity WHERE study = ? AND patient = ?")
              .bind(0, patient.study())
              .bind(1, patient.id())
              .map((row, _) -> open(row.getString(1), row.getString(2), patient.toString()))
              .findOne();
      if (identity.isPresent()) {
        note(handle, actor, "read-identity", patient, "");
      }
      return identity;
    });
  }

  /// The patient with a hospital number, of those that the actor may see.
  public Optional<PatientKey> find(Actor actor, String study, String hospitalNumber) {
    actor.demand(Permission.IDENTITY);
    return database.write(handle -> {
      Optional<PatientKey> found =
          byLookup(handle, study, master.lookup(study, hospitalNumber))
              .map(id -> new PatientKey(study, id))
              .filter(patient -> sees(handle, actor, patient));
      found.ifPresent(patient -> note(handle, actor, "find-identity", patient, ""));
      return found;
    });
  }

  /// Destroys an identity and its key; the clinical data and the audit stay.
  ///
  /// @param reason why; it stands in the audit
  /// @return whether there was one, and whether the database's files were cleared of it; backups
  ///   made with identities still hold it
  public Erasure erase(Actor actor, PatientKey patient, String reason) {
    actor.demand(Permission.ERASE_IDENTITY);
    boolean erased =
        database.write(handle -> {
          if (!sees(handle, actor, patient) || delete(handle, patient) == 0) {
            return false;
          }
          note(handle, actor, "erase-identity", patient, reason);
          return true;
        });
    return erased
        ? (database.scrub(TABLE) ? Erasure.ERASED : Erasure.ERASED_NOT_SCRUBBED)
        : Erasure.NOTHING_THERE;
  }

  /// How far an erasure came.
  public enum Erasure {
    /// The row and its key are gone, and overwritten in the database's files.
    ERASED,
    /// They are gone; another program that reads keeps their bytes in the log until it ends.
    ERASED_NOT_SCRUBBED,
    /// There was no identity, or none of a patient that the actor may see.
    NOTHING_THERE
  }

  private static int delete(Handle handle, PatientKey patient) {
    return handle.execute(
        "DELETE FROM identity WHERE study = ? AND patient = ?", patient.study(), patient.id());
  }

  private static boolean sees(Handle handle, Actor actor, PatientKey patient) {
    return handle
        .createQuery("SELECT centre FROM patient WHERE study = ? AND id = ?")
        .bind(0, patient.study())
        .bind(1, patient.id())
        .mapTo(String.class)
        .findOne()
        .filter(actor::seesCentre)
        .isPresent();
  }

  private static Optional<String> byLookup(Handle handle, String study, String lookup) {
    return handle
        .createQuery("SELECT patient FROM identity WHERE study = ? AND lookup = ?")
        .bind(0, study)
        .bind(1, lookup)
        .mapTo(String.class)
        .findOne();
  }

  private void note(Handle handle, Actor actor, String action, PatientKey patient, String reason) {
    audit.append(
        handle,
        new AuditEvent(
            actor.account(), action, patient.study(), patient.id(), 0, reason, new TreeMap<>()),
        clock.instant());
  }

  private static byte[] bytes(Identity identity) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("birthDate", identity.birthDate());
    json.put("hospitalNumber", identity.hospitalNumber());
    json.put("name", identity.name());
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Identity open(String wrapped, String sealed, String owner) {
    byte[] plain = MasterKey.open(master.unwrap(wrapped, owner), sealed, owner);
    JsonNode json = JsonMapper.shared().readTree(plain);
    return new Identity(
        json.path("name").asString(""),
        json.path("birthDate").asString(""),
        json.path("hospitalNumber").asString(""));
  }
}
