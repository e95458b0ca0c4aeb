package org.myocohort.app.web.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords: after some failures an account, or an address, has to wait
/// until they are long enough ago. Held in memory: a restart forgets it.
@Component
public final class Throttle {
  private static final int FAILURES_OF_ACCOUNT = 5;
  private static final int FAILURES_OF_ADDRESS = 20;
  private static final Duration REMEMBERED = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Map<String, ArrayDeque<Instant>> failures = new HashMap<>();

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether this login from this address has to wait.
  public synchronized boolean mustWait(String login, String address) {
    return count("login " + login) >= FAILURES_OF_ACCOUNT
        || count("address " + address) >= FAILURES_OF_ADDRESS;
  }

  /// Whether everybody at this address has to wait.
  public synchronized boolean mustWait(String address) {
    return count("address " + address) >= FAILURES_OF_ADDRESS;
  }

  /// Remembers a failure.
  public synchronized void failed(String login, String address) {
    if (failures.size() > MOST_REMEMBERED) {
      failures.keySet().removeIf(key -> count(key) == 0);
    }
    note("login " + login);
    note("address " + address);
  }

  /// Forgets the failures of a login whose person came in.
  public synchronized void succeeded(String login) {
    failures.remove("login " + login);
  }

  private void note(String key) {
    failures.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(clock.instant());
  }

  private int count(String key) {
    ArrayDeque<Instant> times = failures.get(key);
    if (times == null) {
      return 0;
    }
    Instant oldest = clock.instant().minus(REMEMBERED);
    while (!times.isEmpty() && times.getFirst().isBefore(oldest)) {
      times.removeFirst();
    }
    return times.size();
  }
}
