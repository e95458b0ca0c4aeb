package org.myocohort.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Accounts;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks at each request whether its account may still be signed in, and with which role and
/// centres: a change of an account holds from the next request on.
final class AccountCheck extends OncePerRequestFilter {
  /// How long a session lasts at most, however much it is used.
  static final Duration LONGEST = Duration.ofHours(12);

  private final Accounts accounts;
  private final Sessions sessions;
  private final InstantSource clock;

  AccountCheck(Accounts accounts, Sessions sessions, InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/static/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
      Optional<Account> account =
          accounts
              .find(person.actor().account())
              .filter(Account::enabled)
              .filter(found -> found.generation() == person.generation())
              .filter(_ -> clock.instant().isBefore(person.since().plus(LONGEST)));
      HttpSession session = request.getSession(false);
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      if (account.isPresent()) {
        context.setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                SignedIn.of(account.get(), person.since()), null, authentication.getAuthorities()));
        if (session != null) {
          sessions.used(session, person, request.getRemoteAddr());
        }
      } else if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
