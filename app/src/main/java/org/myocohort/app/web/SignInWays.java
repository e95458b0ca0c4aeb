package org.myocohort.app.web;

import java.util.List;
import java.util.Objects;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/// Adds the ways to sign in once the rest of the rules stands: a session begins, and is kept, as
/// with a password.
final class SignInWays extends AbstractHttpConfigurer<SignInWays, HttpSecurity> {
  private final List<SignInWay> ways;

  SignInWays(List<SignInWay> ways) {
    this.ways = ways;
  }

  @Override
  public void configure(HttpSecurity http) {
    for (SignInWay way : ways) {
      AbstractAuthenticationProcessingFilter filter = way.filter(shared(http, RequestCache.class));
      filter.setSecurityContextRepository(shared(http, SecurityContextRepository.class));
      filter.setSessionAuthenticationStrategy(shared(http, SessionAuthenticationStrategy.class));
      http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
    }
  }

  private static <T> T shared(HttpSecurity http, Class<T> type) {
    return Objects.requireNonNull(http.getSharedObject(type), type.getName());
  }
}
