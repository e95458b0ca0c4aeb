package org.myocohort.app.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.OidcSettings;
import org.myocohort.app.web.SignedIn;
import org.myocohort.app.web.login.ProviderProblem;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Signs in whom the provider sends back, if an enabled account has the login that it says.
final class OidcFilter extends AbstractAuthenticationProcessingFilter {
  /// As the audit calls this way to sign in.
  private static final String HOW = "provider";

  /// What can be a login at all; other letters must not become these when they are compared.
  private static final String LOGIN = "[A-Za-z0-9._@-]{2,64}";

  private final OidcSettings settings;
  private final Provider provider;
  private final Accounts accounts;
  private final Throttle throttle;
  private final InstantSource clock;

  OidcFilter(
      OidcSettings settings,
      Provider provider,
      Accounts accounts,
      Throttle throttle,
      InstantSource clock) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, Provider.BACK));
    this.settings = settings;
    this.provider = provider;
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    @Nullable OAuth2AuthorizationRequest asked = CodeExchange.asked(request, response);
    @Nullable String code = request.getParameter("code");
    if (asked == null || code == null || code.isEmpty()) {
      // Not asked by this session, or the person did not agree: nobody has tried a name.
      throw new NotSignedIn(ProviderProblem.FAILED);
    }
    String address = request.getRemoteAddr();
    if (throttle.mustWait(address)) {
      throw new LockedException("too many failures");
    }
    Map<String, Object> claims;
    try {
      claims = provider.exchange().claims(asked, code);
    } catch (NotSignedIn failure) {
      if (failure.problem() == ProviderProblem.FAILED) {
        throttle.failed(nobody(address), address);
      }
      throw failure;
    }
    return signedIn(claims, address);
  }

  /// What belongs to no account counts against the machine that asks. It does not make its other
  /// people wait: a whole hospital may come from one address.
  private static String nobody(String address) {
    return "provider from " + address;
  }

  private Authentication signedIn(Map<String, Object> claims, String address) {
    Optional<Account> account =
        claims.get(settings.claim()) instanceof String login && login.matches(LOGIN)
            ? accounts.findLogin(login)
            : Optional.empty();
    String login = account.map(Account::login).orElse(nobody(address));
    if (throttle.mustWait(login, address)) {
      throw new LockedException("too many failures");
    }
    boolean verified = isVerified(claims);
    if (account.isEmpty() || !account.get().enabled() || !verified) {
      throttle.failed(login, address);
      account.ifPresent(known -> accounts.signedIn(known, false, HOW));
      throw new NotSignedIn(verified ? ProviderProblem.ACCOUNT : ProviderProblem.UNVERIFIED);
    }
    throttle.succeeded(login);
    accounts.signedIn(account.get(), true, HOW);
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.of(account.get(), clock.instant()), null, List.of());
  }

  /// Whether the login can be trusted: an address of electronic mail may be one that the person
  /// only typed. A provider that says nothing about it gives the addresses itself.
  private boolean isVerified(Map<String, Object> claims) {
    if (!settings.claim().equals(OidcSettings.EMAIL)) {
      return true;
    }
    Object verified = claims.get("email_verified");
    return verified == null || verified.toString().equals("true");
  }
}
