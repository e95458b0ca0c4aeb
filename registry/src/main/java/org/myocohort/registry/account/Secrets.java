package org.myocohort.registry.account;

import java.security.SecureRandom;
import java.util.Base64;

/// Random names and secrets that nobody can guess.
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// Such as `u-kqzvbnwrtx`: letters that make no word by their lack of vowels.
  static String accountId() {
    String letters = "bcdfghjklmnpqrstvwxz";
    StringBuilder id = new StringBuilder("u-");
    for (int i = 0; i < 10; i++) {
      id.append(letters.charAt(RANDOM.nextInt(letters.length())));
    }
    return id.toString();
  }

  /// 256 bits.
  static String link() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
