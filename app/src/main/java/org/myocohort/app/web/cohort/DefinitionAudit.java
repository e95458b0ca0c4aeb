package org.myocohort.app.web.cohort;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;
import org.springframework.stereotype.Component;

/// Tells the audit who changed a cohort or a plan, and who took an analysis out.
@Component
final class DefinitionAudit {
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  DefinitionAudit(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// Adds an entry.
  ///
  /// @param action such as `cohorts-keep`
  void add(Actor actor, String action, String study, Map<String, Object> detail) {
    database.change(handle ->
        audit.append(
            handle,
            new AuditEvent(actor.account(), action, study, "", 0, "", new TreeMap<>(detail)),
            clock.instant()));
  }

  void changed(Actor actor, Definitions.Kind kind, String what, String study, String name) {
    add(actor, kind.folder() + "-" + what, study, Map.of("name", name));
  }
}
