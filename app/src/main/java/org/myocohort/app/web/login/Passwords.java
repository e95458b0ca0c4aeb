package org.myocohort.app.web.login;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.myocohort.registry.account.Account;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// What may be a password, and how it is kept: as NIST SP 800-63B says, long rather than odd, none
/// that everybody tries first; hashed by Argon2id with the parameters that OWASP gives.
@Component
public final class Passwords {
  /// The fewest characters of a password.
  static final int SHORTEST = 12;

  private static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;

  /// What people type who have to reach twelve characters.
  private static final Set<String> OFTEN_USED =
      Set.of(
          "password1234",
          "password12345",
          "password123456",
          "passwordpassword",
          "123456789012",
          "1234567890123",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdf",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "abcdefghijkl",
          "abcdefghijklm",
          "iloveyou1234",
          "administrator",
          "administrator1",
          "letmein12345",
          "welcome12345",
          "changeme1234",
          "myositis1234",
          "myocohort123",
          "myocohort1234");

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final String nobodys = hash("nobody has this password");

  /// Why a password will not do: a message key under `login.password.`; empty where it will.
  public Optional<String> objection(String password, Account account) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("too-short");
    }
    if (length > LONGEST) {
      return Optional.of("too-long");
    }
    String lower = password.toLowerCase(Locale.ROOT);
    return OFTEN_USED.contains(lower)
            || lower.chars().distinct().count() < FEWEST_DIFFERENT
            || lower.contains(account.login())
        ? Optional.of("easily-guessed")
        : Optional.empty();
  }

  public String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /// Whether a password is the account's. Without an account, or without its password, it takes as
  /// long: from the time nobody learns which accounts there are.
  public boolean isRight(String password, Optional<Account> account) {
    String hash = account.filter(Account::hasPassword).map(Account::password).orElse(nobodys);
    boolean right = password.length() <= 4 * LONGEST && encoder.matches(password, hash);
    return right && account.filter(Account::hasPassword).isPresent();
  }
}
