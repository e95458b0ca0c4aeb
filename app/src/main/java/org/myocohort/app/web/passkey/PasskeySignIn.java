package org.myocohort.app.web.passkey;

import java.time.InstantSource;
import org.myocohort.app.web.SignInWay;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.account.Passkeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/// Adds the filter that signs in by passkey.
@Component
final class PasskeySignIn implements SignInWay {
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Throttle throttle;
  private final InstantSource clock;
  private final ObjectProvider<WebAuthnRelyingPartyOperations> party;

  PasskeySignIn(
      Accounts accounts,
      Passkeys passkeys,
      Throttle throttle,
      InstantSource clock,
      ObjectProvider<WebAuthnRelyingPartyOperations> party) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.throttle = throttle;
    this.clock = clock;
    this.party = party;
  }

  @Override
  public AbstractAuthenticationProcessingFilter filter(RequestCache asked) {
    PasskeyFilter filter = new PasskeyFilter(accounts, passkeys, throttle, clock, party);
    HttpMessageConverterAuthenticationSuccessHandler succeeded =
        new HttpMessageConverterAuthenticationSuccessHandler();
    succeeded.setRequestCache(asked);
    filter.setAuthenticationSuccessHandler(succeeded);
    filter.setAuthenticationFailureHandler((_, response, failure) ->
        response.setStatus(
            failure instanceof LockedException
                ? HttpStatus.TOO_MANY_REQUESTS.value()
                : HttpStatus.UNAUTHORIZED.value()));
    return filter;
  }
}
