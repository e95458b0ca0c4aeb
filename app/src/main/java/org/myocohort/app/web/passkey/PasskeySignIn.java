package org.myocohort.app.web.passkey;

import java.time.InstantSource;
import java.util.Objects;
import org.myocohort.app.web.SignInWay;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.account.Passkeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
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
  public void addTo(HttpSecurity http) {
    http.with(new Filters(), Customizer.withDefaults());
  }

  /// Added once the rest stands: a session begins, and is kept, as with a password.
  private final class Filters extends AbstractHttpConfigurer<Filters, HttpSecurity> {
    @Override
    public void configure(HttpSecurity http) {
      PasskeyFilter filter =
          new PasskeyFilter(accounts, passkeys, throttle, clock, party);
      filter.setSecurityContextRepository(shared(http, SecurityContextRepository.class));
      filter.setSessionAuthenticationStrategy(shared(http, SessionAuthenticationStrategy.class));
      HttpMessageConverterAuthenticationSuccessHandler succeeded =
          new HttpMessageConverterAuthenticationSuccessHandler();
      succeeded.setRequestCache(shared(http, RequestCache.class));
      filter.setAuthenticationSuccessHandler(succeeded);
      filter.setAuthenticationFailureHandler((_, response, failure) ->
          response.setStatus(
              failure instanceof LockedException
                  ? HttpStatus.TOO_MANY_REQUESTS.value()
                  : HttpStatus.UNAUTHORIZED.value()));
      http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
    }

    private static <T> T shared(HttpSecurity http, Class<T> type) {
      return Objects.requireNonNull(http.getSharedObject(type), type.getName());
    }
  }
}
