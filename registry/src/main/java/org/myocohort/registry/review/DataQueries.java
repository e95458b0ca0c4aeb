package org.myocohort.registry.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.store.Database;

/// Questions about values, asked and answered in threads.
///
/// Every message is an entry of the audit, which holds its hash and not its text.
public final class DataQueries {
  private static final String COLUMNS =
      "SELECT q.study, q.number, q.patient, q.table_name, q.row_id, q.column_name, q.state,"
          + " q.opened_by, q.opened_at, q.changed_by, q.changed_at, p.centre"
          + " FROM data_query q JOIN patient p ON p.study = q.study AND p.id = q.patient";

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public DataQueries(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// Asks about a row, or a value of it.
  ///
  /// @return the query's number, or empty where there is no such patient that the actor may see
  /// @throws IllegalArgumentException if the question is blank
  public Optional<Long> open(Actor actor, DataQuery.About about, String question) {
    actor.demand(Permission.QUERY);
    String text = said(question);
    Instant now = clock.instant();
    return database.write(handle -> {
      PatientKey key = about.patient();
      Optional<String> centre = PatientHead.centre(handle, key).filter(actor::seesCentre);
      if (centre.isEmpty()) {
        return Optional.<Long>empty();
      }
      // The study's row keeps two questions from taking one number.
      handle
          .createQuery("SELECT id FROM study WHERE id = ?" + database.forUpdate())
          .bind(0, key.study())
          .mapTo(String.class)
          .one();
      long number =
          handle
              .createQuery("SELECT coalesce(max(number), 0) + 1 FROM data_query WHERE study = ?")
              .bind(0, key.study())
              .mapTo(Long.class)
              .one();
      handle.execute(
          "INSERT INTO data_query (study, number, patient, table_name, row_id, column_name, state,"
              + " opened_by, opened_at, changed_by, changed_at)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          key.study(),
          number,
          key.id(),
          about.table(),
          about.row(),
          about.column(),
          DataQuery.State.OPEN.name(),
          actor.account(),
          time(now),
          actor.account(),
          time(now));
      message(handle, actor, about, number, 1, DataQuery.State.OPEN, text, now);
      return Optional.of(number);
    });
  }

  /// What became of a message.
  public enum Outcome {
    /// It stands in the thread.
    WRITTEN,
    /// Somebody else wrote since; read that first.
    THREAD_MOVED_ON,
    /// There is no such query that the actor may see.
    NOT_FOUND
  }

  /// Adds a message to a thread.
  ///
  /// @param seen how many messages the writer has read
  /// @param next the state from then on; closing, and opening what was closed, is a data manager's
  /// @throws IllegalArgumentException if the message is blank
  public Outcome write(
      Actor actor, String study, long number, long seen, String message, DataQuery.State next) {
    actor.demand(Permission.QUERY);
    String text = said(message);
    Instant now = clock.instant();
    return database.write(handle -> {
      DataQuery query = find(handle, actor, study, number, database.forUpdate()).orElse(null);
      if (query == null) {
        return Outcome.NOT_FOUND;
      }
      if (next == DataQuery.State.CLOSED || query.state() == DataQuery.State.CLOSED) {
        actor.demand(Permission.CLOSE_QUERY);
      }
      if (query.messages().size() != seen) {
        return Outcome.THREAD_MOVED_ON;
      }
      handle.execute(
          "UPDATE data_query SET state = ?, changed_by = ?, changed_at = ?"
              + " WHERE study = ? AND number = ?",
          next.name(),
          actor.account(),
          time(now),
          study,
          number);
      message(handle, actor, query.about(), number, seen + 1, next, text, now);
      return Outcome.WRITTEN;
    });
  }

  private void message(
      Handle handle,
      Actor actor,
      DataQuery.About about,
      long query,
      long number,
      DataQuery.State state,
      String text,
      Instant now) {
    PatientKey key = about.patient();
    handle.execute(
        "INSERT INTO data_query_message (study, query, number, at, account, state, message)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        key.study(),
        query,
        number,
        time(now),
        actor.account(),
        state.name(),
        text);
    TreeMap<String, Object> detail = new TreeMap<>();
    detail.put("query", query);
    detail.put("message", number);
    detail.put("text", Sha256.of(text));
    detail.put("state", state.code());
    detail.put("table", about.table());
    detail.put("row", about.row());
    detail.put("column", about.column());
    audit.append(
        handle,
        new AuditEvent(actor.account(), "query", key.study(), key.id(), 0, "", detail),
        now);
  }

  private static String said(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a message must say something");
    }
    return text.strip();
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// A query with its thread; empty where there is none, or none that the actor may see.
  public Optional<DataQuery> find(Actor actor, String study, long number) {
    actor.demand(Permission.VIEW);
    return database.read(handle -> find(handle, actor, study, number, ""));
  }

  private static Optional<DataQuery> find(
      Handle handle, Actor actor, String study, long number, String lock) {
    if (!lock.isEmpty()) {
      handle
          .createQuery("SELECT number FROM data_query WHERE study = ? AND number = ?" + lock)
          .bind(0, study)
          .bind(1, number)
          .mapTo(Long.class)
          .findOne();
    }
    List<DataQuery> found =
        list(handle, actor, COLUMNS + " WHERE q.study = ? AND q.number = ?", study, number);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    DataQuery query = found.getFirst();
    List<DataQuery.Message> messages =
        handle
            .createQuery(
                "SELECT number, at, account, state, message FROM data_query_message"
                    + " WHERE study = ? AND query = ? ORDER BY number")
            .bind(0, study)
            .bind(1, number)
            .map((row, _) ->
                new DataQuery.Message(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    DataQuery.State.valueOf(row.getString(4)),
                    row.getString(5)))
            .list();
    return Optional.of(
        new DataQuery(
            query.number(),
            query.about(),
            query.state(),
            query.openedBy(),
            query.openedAt(),
            query.changedBy(),
            query.changedAt(),
            messages));
  }

  /// The queries of a study that the actor may see, without their threads, the latest first.
  ///
  /// @param state only those in this state, or null for all
  /// @param mine only those that the actor opened or wrote in last
  public List<DataQuery> list(
      Actor actor, String study, DataQuery.@Nullable State state, boolean mine) {
    actor.demand(Permission.VIEW);
    return database
        .read(handle ->
            list(
                handle,
                actor,
                COLUMNS + " WHERE q.study = ? ORDER BY q.changed_at DESC, q.number DESC",
                study))
        .stream()
        .filter(query -> state == null || query.state() == state)
        .filter(query ->
            !mine
                || query.openedBy().equals(actor.account())
                || query.changedBy().equals(actor.account()))
        .toList();
  }

  /// The queries about a patient, without their threads, the first first.
  public List<DataQuery> of(Actor actor, PatientKey patient) {
    actor.demand(Permission.VIEW);
    return database.read(handle ->
        list(
            handle,
            actor,
            COLUMNS + " WHERE q.study = ? AND q.patient = ? ORDER BY q.number",
            patient.study(),
            patient.id()));
  }

  /// How many queries of a study are in each state, of the centres that the actor may see.
  public Map<DataQuery.State, Integer> counts(Actor actor, String study) {
    Map<DataQuery.State, Integer> counts = new EnumMap<>(DataQuery.State.class);
    for (DataQuery.State state : DataQuery.State.values()) {
      counts.put(state, 0);
    }
    list(actor, study, null, false).forEach(query -> counts.merge(query.state(), 1, Integer::sum));
    return counts;
  }

  private static List<DataQuery> list(Handle handle, Actor actor, String sql, Object... values) {
    var query = handle.createQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    List<DataQuery> found = new java.util.ArrayList<>();
    query.reduceRows(
        found,
        (all, row) -> {
          if (actor.seesCentre(text(row, "centre"))) {
            all.add(query(row));
          }
          return all;
        });
    return found;
  }

  private static DataQuery query(RowView row) {
    return new DataQuery(
        Objects.requireNonNull(row.getColumn("number", Long.class)),
        new DataQuery.About(
            new PatientKey(text(row, "study"), text(row, "patient")),
            text(row, "table_name"),
            text(row, "row_id"),
            text(row, "column_name")),
        DataQuery.State.valueOf(text(row, "state")),
        text(row, "opened_by"),
        text(row, "opened_at"),
        text(row, "changed_by"),
        text(row, "changed_at"),
        List.of());
  }

  private static String text(RowView row, String column) {
    return Objects.requireNonNull(row.getColumn(column, String.class));
  }
}
