package org.myocohort.app.web.login;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.SignedIn;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Signs in by login and password.
@Component
final class PasswordSignIn implements AuthenticationProvider {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;
  private final InstantSource clock;

  PasswordSignIn(Accounts accounts, Passwords passwords, Throttle throttle, InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public @Nullable Authentication authenticate(Authentication asked) {
    String login = asked.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(asked.getCredentials());
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    if (throttle.mustWait(login, address)) {
      throw new LockedException("too many failures");
    }
    Optional<Account> account = accounts.findLogin(login);
    boolean right = passwords.isRight(password, account);
    if (account.isEmpty() || !right || !account.get().enabled()) {
      throttle.failed(login, address);
      account.ifPresent(known -> accounts.signedIn(known, false, "password"));
      throw new BadCredentialsException("login or password");
    }
    throttle.succeeded(login);
    accounts.signedIn(account.get(), true, "password");
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.of(account.get(), clock.instant()), null, List.of());
  }
}
