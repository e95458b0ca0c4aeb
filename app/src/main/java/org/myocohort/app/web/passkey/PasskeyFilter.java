package org.myocohort.app.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.account.Passkeys;
import org.myocohort.registry.store.StoreException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/// Signs in whoever answers the session's challenge with a passkey of an enabled account.
final class PasskeyFilter extends AbstractAuthenticationProcessingFilter {
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Throttle throttle;
  private final InstantSource clock;
  private final ObjectProvider<WebAuthnRelyingPartyOperations> party;

  PasskeyFilter(
      Accounts accounts,
      Passkeys passkeys,
      Throttle throttle,
      InstantSource clock,
      ObjectProvider<WebAuthnRelyingPartyOperations> party) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login/passkey"));
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.throttle = throttle;
    this.clock = clock;
    this.party = party;
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    // A challenge serves once.
    PublicKeyCredentialRequestOptions challenge = Ceremony.CHALLENGES.load(request);
    Ceremony.CHALLENGES.save(request, response, null);
    PublicKeyCredential<AuthenticatorAssertionResponse> answer =
        Ceremony.assertion(request.getInputStream()).orElse(null);
    Optional<Account> account =
        answer == null
            ? Optional.empty()
            : passkeys
                .find(answer.getRawId().toBase64UrlString())
                .flatMap(passkey -> accounts.find(passkey.account()));
    String address = request.getRemoteAddr();
    // What belongs to no account counts against the machine that asks.
    String login = account.map(Account::login).orElse("passkey from " + address);
    if (throttle.mustWait(login, address)) {
      throw new LockedException("too many failures");
    }
    if (account.isEmpty() || !account.get().enabled() || !isRight(challenge, answer)) {
      throttle.failed(login, address);
      account.ifPresent(known -> accounts.signedIn(known, false, "passkey"));
      throw new BadCredentialsException("passkey");
    }
    throttle.succeeded(login);
    accounts.signedIn(account.get(), true, "passkey");
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.of(account.get(), clock.instant()), null, List.of());
  }

  private boolean isRight(
      @Nullable PublicKeyCredentialRequestOptions challenge,
      @Nullable PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
    if (challenge == null || answer == null) {
      return false;
    }
    try {
      party.getObject().authenticate(new RelyingPartyAuthenticationRequest(challenge, answer));
      return true;
    } catch (StoreException failure) {
      throw failure;
    } catch (RuntimeException wrong) {
      // Of many kinds: the parts of an answer are read only here.
      return false;
    }
  }
}
