package org.myocohort.app.web.oidc;

import org.myocohort.app.web.login.ProviderProblem;
import org.springframework.security.core.AuthenticationException;

/// Somebody who wanted to sign in by the provider could not.
@SuppressWarnings("serial") // goes from one filter to the next only
final class NotSignedIn extends AuthenticationException {
  private final ProviderProblem problem;

  NotSignedIn(ProviderProblem problem) {
    super(problem.code());
    this.problem = problem;
  }

  ProviderProblem problem() {
    return problem;
  }
}
