package org.myocohort.app.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The sessions that are open, so that people see where they are signed in.
@Component
public final class Sessions implements HttpSessionListener {
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /// An open session.
  ///
  /// @param id of the session; not to be shown
  /// @param account id of its account
  /// @param since when signed in
  /// @param lastUsed when it last asked for something
  /// @param address from where
  public record Open(String id, String account, Instant since, Instant lastUsed, String address) {}

  void used(HttpSession session, SignedIn person, String address) {
    open.put(
        session.getId(),
        new Open(
            session.getId(), person.actor().account(), person.since(), clock.instant(), address));
  }

  /// An account's open sessions, the last used first.
  public List<Open> of(String account) {
    return open.values().stream()
        .filter(session -> session.account().equals(account))
        .sorted(Comparator.comparing(Open::lastUsed).reversed())
        .toList();
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    open.remove(event.getSession().getId());
  }
}
