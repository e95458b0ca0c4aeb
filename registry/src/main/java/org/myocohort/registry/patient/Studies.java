package org.myocohort.registry.patient;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The studies that the registry keeps, with what each fixes for all its patients.
public final class Studies {
  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public Studies(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// A study.
  ///
  /// @param id short name in addresses: lower-case letters, digits, `-`, `.`, `_`
  public record StoredStudy(String id, StudyWriter.Description description) {}

  public List<StoredStudy> all() {
    return database.read(handle ->
        handle
            .createQuery("SELECT id, title, settings FROM study ORDER BY id")
            .map((row, _) -> stored(row.getString(1), row.getString(2), row.getString(3)))
            .list());
  }

  public Optional<StoredStudy> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  /// Finds a study within a change that is being made.
  public static Optional<StoredStudy> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT id, title, settings FROM study WHERE id = ?")
        .bind(0, id)
        .map((row, _) -> stored(row.getString(1), row.getString(2), row.getString(3)))
        .findOne();
  }

  /// Makes a study, or gives one other settings.
  ///
  /// @throws IllegalArgumentException if the id holds other characters than it may
  public void save(Actor actor, StoredStudy study, String reason) {
    actor.demand(Permission.STUDIES);
    if (!study.id().matches("[a-z0-9][a-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "a study's id must be of a-z, 0-9, '.', '_', '-' but was " + study.id());
    }
    String settings = settings(study.description());
    database.change(handle -> {
      handle.execute(
          "INSERT INTO study (id, title, settings) VALUES (?, ?, ?) ON CONFLICT (id)"
              + " DO UPDATE SET title = excluded.title, settings = excluded.settings",
          study.id(),
          study.description().title(),
          settings);
      TreeMap<String, Object> detail = new TreeMap<>();
      detail.put("title", study.description().title());
      detail.put("settings", settings);
      audit.append(
          handle,
          new AuditEvent(actor.account(), "study", study.id(), "", 0, reason, detail),
          clock.instant());
    });
  }

  private static String settings(StudyWriter.Description description) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    BigDecimal range = description.settings().childHealthRange();
    json.put("baselineWindowDays", description.settings().baselineWindowDays());
    if (range != null) {
      json.put("childHealthRange", range.toPlainString());
    }
    description.settings().indexDrug().ifPresent(drug -> json.put("index", drug));
    String method = description.quartileMethod();
    if (method != null) {
      json.put("quartileMethod", method);
    }
    json.put("synthetic", description.synthetic());
    return json.toString();
  }

  private static StoredStudy stored(String id, String title, String settings) {
    JsonNode json = JsonMapper.shared().readTree(settings);
    String range = text(json, "childHealthRange");
    return new StoredStudy(
        id,
        new StudyWriter.Description(
            id,
            title,
            json.path("synthetic").asBoolean(false),
            new StudySettings(
                text(json, "index"),
                json.path("baselineWindowDays").asInt(StudySettings.DEFAULT.baselineWindowDays()),
                range == null ? null : new BigDecimal(range)),
            text(json, "quartileMethod")));
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isString() ? json.path(name).asString() : null;
  }
}
