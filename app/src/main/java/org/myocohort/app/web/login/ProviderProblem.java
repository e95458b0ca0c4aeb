package org.myocohort.app.web.login;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why somebody whom a provider sent back did not come in.
public enum ProviderProblem {
  /// No account that may sign in has the login that the provider says. Which of both it is, an
  /// absent or a disabled one, is nobody's business.
  ACCOUNT,
  /// The provider does not know whether the address of electronic mail is the person's.
  UNVERIFIED,
  /// The person did not agree, or what came back does not fit what was asked.
  FAILED,
  /// The provider does not answer.
  DOWN;

  /// As it stands in addresses and texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ProviderProblem> parse(String code) {
    return Stream.of(values()).filter(problem -> problem.code().equals(code)).findFirst();
  }
}
