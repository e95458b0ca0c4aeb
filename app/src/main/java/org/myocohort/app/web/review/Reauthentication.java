package org.myocohort.app.web.review;

import java.util.Optional;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.WebSettings;
import org.myocohort.app.web.login.Passwords;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.stereotype.Component;

/// Makes sure, before somebody signs, that it is the person who signed in.
@Component
public final class Reauthentication {
  private final WebSettings settings;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;

  Reauthentication(
      WebSettings settings, Accounts accounts, Passwords passwords, Throttle throttle) {
    this.settings = settings;
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /// Whether there is a password to ask for: the demonstration has none.
  public boolean asksPassword() {
    return !settings.demonstration();
  }

  /// Whether the password is the person's. An account without one, as of another identity provider,
  /// cannot sign.
  ///
  /// @param address the machine that asks: who guesses often has to wait, as at the login
  public boolean confirms(SignedIn person, String password, String address) {
    if (settings.demonstration()) {
      return true;
    }
    if (throttle.mustWait(person.login(), address)) {
      return false;
    }
    Optional<Account> account = accounts.find(person.actor().account());
    boolean right = passwords.isRight(password, account);
    if (!right) {
      throttle.failed(person.login(), address);
    }
    return right;
  }
}
