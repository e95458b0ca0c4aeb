package org.myocohort.registry.exporting;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.store.Database;

/// New names and date shifts for a study's patients, from a secret that stays in the registry: two
/// exports agree, and nobody without the secret can go back.
final class Pseudonyms {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SHIFTS = 364;

  private final Mac mac;

  private Pseudonyms(byte[] secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The study's own, made at its first de-identified export.
  static Pseudonyms of(Database database, String study) {
    String secret =
        database.write(handle ->
            secret(handle, study)
                .orElseGet(() -> {
                  byte[] bytes = new byte[32];
                  new SecureRandom().nextBytes(bytes);
                  String made = HexFormat.of().formatHex(bytes);
                  handle.execute(
                      "INSERT INTO export_secret (study, secret) VALUES (?, ?)", study, made);
                  return made;
                }));
    return new Pseudonyms(HexFormat.of().parseHex(secret));
  }

  private static java.util.Optional<String> secret(Handle handle, String study) {
    return handle
        .createQuery("SELECT secret FROM export_secret WHERE study = ?")
        .bind(0, study)
        .mapTo(String.class)
        .findOne();
  }

  private byte[] code(String purpose, String text) {
    return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  /// A patient's new name.
  String patient(String id) {
    return "D-" + letters(code("patient", id), 8);
  }

  /// Another name for a text that may tell where somebody was treated.
  String text(String purpose, String text) {
    return purpose + "-" + letters(code(purpose, text), 4);
  }

  private static String letters(byte[] code, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(code[i] & 31));
    }
    return letters.toString();
  }

  /// Days by which all of a patient's dates move back, 1 to 364: none lies in the future then.
  int shiftDays(String id) {
    byte[] code = code("shift", id);
    int number = ((code[0] & 0xff) << 16) | ((code[1] & 0xff) << 8) | (code[2] & 0xff);
    return -1 - number % SHIFTS;
  }
}
