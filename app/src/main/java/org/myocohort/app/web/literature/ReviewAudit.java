package org.myocohort.app.web.literature;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;
import org.springframework.stereotype.Component;

/// Tells the audit of the registry what somebody did to a review.
@Component
public final class ReviewAudit {
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  ReviewAudit(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  void add(Actor actor, String action, String review) {
    add(actor, action, review, Map.of());
  }

  /// Adds an entry.
  ///
  /// @param action such as `review-import`
  /// @param detail what else is to be known, by name
  public void add(Actor actor, String action, String review, Map<String, String> detail) {
    TreeMap<String, Object> all = new TreeMap<>(detail);
    all.put("review", review);
    database.change(handle ->
        audit.append(handle, AuditEvent.of(actor.account(), action, all), clock.instant()));
  }
}
