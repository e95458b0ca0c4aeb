package org.myocohort.app.web.oidc;

import java.time.InstantSource;
import java.util.Objects;
import org.myocohort.app.web.SignInWay;
import org.myocohort.app.web.WebSettings;
import org.myocohort.app.web.login.ProviderProblem;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.account.Accounts;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/// Adds the filter that signs in whom the provider sends back.
@Component
@Conditional(Configured.class)
final class OidcSignIn implements SignInWay {
  private final WebSettings settings;
  private final Provider provider;
  private final Accounts accounts;
  private final Throttle throttle;
  private final InstantSource clock;

  OidcSignIn(
      WebSettings settings,
      Provider provider,
      Accounts accounts,
      Throttle throttle,
      InstantSource clock) {
    this.settings = settings;
    this.provider = provider;
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public AbstractAuthenticationProcessingFilter filter(RequestCache asked) {
    OidcFilter filter =
        new OidcFilter(
            Objects.requireNonNull(settings.oidc()), provider, accounts, throttle, clock);
    SavedRequestAwareAuthenticationSuccessHandler succeeded =
        new SavedRequestAwareAuthenticationSuccessHandler();
    succeeded.setRequestCache(asked);
    filter.setAuthenticationSuccessHandler(succeeded);
    filter.setAuthenticationFailureHandler((_, response, failure) -> {
      ProviderProblem problem =
          failure instanceof NotSignedIn refused ? refused.problem() : ProviderProblem.FAILED;
      response.sendRedirect(
          failure instanceof LockedException ? "/login?wait" : "/login?oidc=" + problem.code());
    });
    return filter;
  }
}
