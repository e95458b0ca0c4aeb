package org.myocohort.app.web;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.account.Account;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who is signed in.
///
/// @param actor on whose behalf things are done
/// @param login the name typed to sign in
/// @param name how the person is called on the pages
/// @param generation the account's when signing in; under another one the session is over
/// @param since when signed in
@SuppressWarnings("serial") // sessions live in memory only
public record SignedIn(Actor actor, String login, String name, long generation, Instant since)
    implements AuthenticatedPrincipal, Serializable {
  private static final Duration RECENT = Duration.ofMinutes(5);

  /// Somebody as the account stands now.
  public static SignedIn of(Account account, Instant since) {
    return new SignedIn(
        account.actor(), account.login(), account.name(), account.generation(), since);
  }

  /// Whether the person came in a moment ago: of an account without a password that could be asked
  /// for, this shows that nobody else found the session open.
  public boolean isRecent(Instant now) {
    return now.isBefore(since.plus(RECENT));
  }

  @Override
  public String getName() {
    return actor.account();
  }
}
