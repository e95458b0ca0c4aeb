package org.myocohort.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs in whoever asks this machine for this machine, as the demonstration's data manager or in
/// the role chosen to look at.
///
/// A page of another site may point a name of its own at this machine and so have the browser ask
/// here; its requests name that host, and are refused.
final class LocalVisitors extends OncePerRequestFilter {
  /// Where a session keeps the role chosen to look at.
  static final String ROLE = "demonstration.role";

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /// Each role has a name of its own, so that one visitor can try to be two reviewers.
  private static String login(Role role) {
    return role == Role.DATA_MANAGER ? "demo" : "demo-" + role.code();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!NAMES.contains(request.getServerName())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    HttpSession session = request.getSession(false);
    Role role =
        session != null && session.getAttribute(ROLE) instanceof Role chosen
            ? chosen
            : Role.DATA_MANAGER;
    SignedIn visitor =
        new SignedIn(new Actor("demonstration", role, null), login(role), "Demo", 0, Instant.EPOCH);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(visitor, null, List.of()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
