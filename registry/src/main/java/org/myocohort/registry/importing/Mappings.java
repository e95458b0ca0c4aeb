package org.myocohort.registry.importing;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;

/// Mappings kept by name, for the next file of the same kind.
public final class Mappings {
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public Mappings(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// The names under which a study keeps mappings.
  public List<String> names(Actor actor, String study) {
    actor.demand(Permission.IMPORT);
    return database.read(handle ->
        handle
            .createQuery("SELECT name FROM import_mapping WHERE study = ? ORDER BY name")
            .bind(0, study)
            .mapTo(String.class)
            .list());
  }

  /// The mapping of a name.
  public Optional<Mapping> find(Actor actor, String study, String name) {
    actor.demand(Permission.IMPORT);
    return database.read(handle ->
        handle
            .createQuery("SELECT mapping FROM import_mapping WHERE study = ? AND name = ?")
            .bind(0, study)
            .bind(1, name)
            .mapTo(String.class)
            .findOne()
            .map(Mapping::parse));
  }

  /// Keeps a mapping, over an earlier one of the name.
  public void keep(Actor actor, String study, String name, Mapping mapping) {
    actor.demand(Permission.IMPORT);
    database.change(handle -> {
      handle.execute(
          "INSERT INTO import_mapping (study, name, mapping, saved_at, saved_by)"
              + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (study, name) DO UPDATE SET"
              + " mapping = excluded.mapping, saved_at = excluded.saved_at,"
              + " saved_by = excluded.saved_by",
          study,
          name,
          mapping.json(),
          clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
          actor.account());
      TreeMap<String, Object> detail = new TreeMap<>();
      detail.put("name", name);
      detail.put("mapping", mapping.json());
      audit.append(
          handle,
          new AuditEvent(actor.account(), "import-mapping", study, "", 0, "", detail),
          clock.instant());
    });
  }
}
