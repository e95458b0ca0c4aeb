package org.myocohort.registry.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;

/// Signatures of texts that ship with the program: a treatment of the guide, a page for patients.
/// Whoever lets somebody sign makes sure first who that is, as for a visit.
///
/// A signature is bound to the wording in one language, by its hash: a reviewer of the English text
/// says nothing of its translation, and a text that changes has to be reviewed again.
public final class TextSignatures {
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public TextSignatures(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// A signature.
  ///
  /// @param code name of the text, such as `treatment/azathioprine`
  /// @param language `en` or `it`
  /// @param wordingHash what was signed, as of [#hash]
  /// @param account id of the account
  /// @param printedName the signer's name as it stood then
  /// @param at when, in universal time
  public record Signature(
      String code,
      String language,
      String wordingHash,
      String account,
      String printedName,
      String at) {

    /// Whether it holds for a wording.
    public boolean holds(String wording) {
      return wordingHash.equals(hash(wording));
    }
  }

  /// What stands for a wording in a form and in the database.
  public static String hash(String wording) {
    return Sha256.of(wording);
  }

  /// Signs a text as it was shown.
  ///
  /// @param wording the text as it stands
  /// @param shown hash of the wording that the signer has seen
  /// @param printedName the signer's name
  /// @return false where the text is not the one that was shown; nothing was written
  public boolean sign(
      Actor actor, String code, String language, String wording, String shown, String printedName) {
    actor.demand(Permission.SIGN);
    String hash = hash(wording);
    if (!hash.equals(shown)) {
      return false;
    }
    Instant now = clock.instant();
    return database.write(handle -> {
      int added =
          handle.execute(
              "INSERT INTO text_signature (text_code, language, wording_hash, account,"
                  + " printed_name, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
              code,
              language,
              hash,
              actor.account(),
              printedName,
              now.truncatedTo(ChronoUnit.SECONDS).toString());
      if (added > 0) {
        TreeMap<String, Object> detail = new TreeMap<>();
        detail.put("signed-text", code);
        detail.put("language", language);
        detail.put("wording", hash);
        audit.append(handle, AuditEvent.of(actor.account(), "sign-text", detail), now);
      }
      return true;
    });
  }

  /// Every signature of every text, the void ones too, in order of text, language and time.
  public List<Signature> all(Actor actor) {
    actor.demand(Permission.VIEW);
    return database.read(handle ->
        new ArrayList<>(
            handle
                .createQuery(
                    "SELECT text_code, language, wording_hash, account, printed_name, at"
                        + " FROM text_signature ORDER BY text_code, language, at, account")
                .map((row, _) ->
                    new Signature(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list()));
  }

  /// The signatures of one text in one language, the void ones too, in order of time.
  public List<Signature> of(Actor actor, String code, String language) {
    return all(actor).stream()
        .filter(each -> each.code().equals(code) && each.language().equals(language))
        .toList();
  }
}
