package org.myocohort.registry.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

/// Signatures of visits. Whoever lets somebody sign makes sure first who that is: the password is
/// asked again at the door.
///
/// A signature is bound to the version of the visit that was signed, by its revision and the hash
/// of its cells. When the visit changes it stays in the list and is void.
public final class Signatures {
  private static final String VISITS = "visits";

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public Signatures(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// What a signature says.
  public enum Meaning {
    /// I examined the patient and entered what I found.
    AUTHORED,
    /// I compared the visit with its source.
    REVIEWED,
    /// The visit may be analysed.
    APPROVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Meaning> parse(String code) {
      return Stream.of(values()).filter(meaning -> meaning.code().equals(code)).findFirst();
    }
  }

  /// A signature.
  ///
  /// @param revision the visit's revision that was signed
  /// @param printedName the signer's name as it stood then
  /// @param holds whether the visit still stands as it was signed
  public record Signature(
      String visit,
      long revision,
      String account,
      String printedName,
      Meaning meaning,
      String at,
      boolean holds) {}

  /// What became of a signature.
  public enum Outcome {
    SIGNED,
    /// The visit is not the one that was shown; look again.
    CHANGED_SINCE,
    /// There is no such visit that the actor may see.
    NOT_FOUND
  }

  /// Signs a visit as it was shown.
  ///
  /// @param revision the revision of the visit's row that the signer has seen
  /// @param printedName the signer's name
  public Outcome sign(
      Actor actor,
      PatientKey key,
      String visit,
      long revision,
      String printedName,
      Meaning meaning) {
    actor.demand(Permission.SIGN);
    Instant now = clock.instant();
    return database.write(handle -> {
      Optional<PatientHead> head =
          PatientHead.find(handle, key, database.forUpdate())
              .filter(patient -> actor.seesCentre(patient.centre()));
      Optional<Version> version = head.isEmpty() ? Optional.empty() : current(handle, key, visit);
      if (version.isEmpty()) {
        return Outcome.NOT_FOUND;
      }
      if (version.get().revision() != revision) {
        return Outcome.CHANGED_SINCE;
      }
      String hash = Sha256.of(version.get().cells());
      handle.execute(
          "INSERT INTO visit_signature (study, patient, row_id, revision, account, printed_name,"
              + " meaning, at, cells_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          key.study(),
          key.id(),
          visit,
          revision,
          actor.account(),
          printedName,
          meaning.name(),
          now.truncatedTo(ChronoUnit.SECONDS).toString(),
          hash);
      TreeMap<String, Object> detail = new TreeMap<>();
      detail.put("visit", visit);
      detail.put("visit-revision", revision);
      detail.put("meaning", meaning.code());
      detail.put("cells", hash);
      audit.append(
          handle,
          new AuditEvent(actor.account(), "sign", key.study(), key.id(), 0, "", detail),
          now);
      return Outcome.SIGNED;
    });
  }

  private record Version(long revision, String cells) {}

  private static Optional<Version> current(Handle handle, PatientKey key, String visit) {
    return handle
        .createQuery(
            "SELECT revision, cells FROM row_version WHERE study = ? AND patient = ?"
                + " AND table_name = ? AND row_id = ? AND superseded IS NULL"
                + " AND cells IS NOT NULL")
        .bind(0, key.study())
        .bind(1, key.id())
        .bind(2, VISITS)
        .bind(3, visit)
        .map((row, _) -> new Version(row.getLong(1), row.getString(2)))
        .findOne();
  }

  /// Every signature of a patient's visits, the void ones too, in order of time.
  public List<Signature> of(Actor actor, PatientKey key) {
    actor.demand(Permission.VIEW);
    return database.read(handle -> {
      if (PatientHead.centre(handle, key).filter(actor::seesCentre).isEmpty()) {
        return List.<Signature>of();
      }
      return handle
          .createQuery(
              "SELECT s.row_id, s.revision, s.account, s.printed_name, s.meaning, s.at,"
                  + " v.superseded FROM visit_signature s JOIN row_version v ON v.study = s.study"
                  + " AND v.patient = s.patient AND v.table_name = 'visits'"
                  + " AND v.row_id = s.row_id AND v.revision = s.revision"
                  + " WHERE s.study = ? AND s.patient = ?"
                  + " ORDER BY s.at, s.row_id, s.account, s.meaning")
          .bind(0, key.study())
          .bind(1, key.id())
          .map((row, _) ->
              new Signature(
                  row.getString(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getString(4),
                  Meaning.valueOf(row.getString(5)),
                  row.getString(6),
                  row.getObject(7) == null))
          .list();
    });
  }

  /// The signatures of one visit.
  public List<Signature> of(Actor actor, PatientKey key, String visit) {
    return of(actor, key).stream().filter(each -> each.visit().equals(visit)).toList();
  }
}
