package org.myocohort.registry.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.audit.AuditLine.CellDifference;
import org.myocohort.registry.audit.AuditLine.Kind;
import org.myocohort.registry.audit.AuditLine.RowDifference;
import org.myocohort.registry.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The audit as people read it: newest first, filtered, with the values before and after.
///
/// An entry about a patient is shown to whom the patient's centre is; one about neither patient nor
/// study, such as an account, to who may manage accounts.
public final class AuditLog {
  /// How many entries a page holds.
  public static final int PAGE_SIZE = 50;

  /// A page of entries shows the rows of those that changed no more than so many.
  public static final int ROWS_SHOWN = 5;

  private static final String COLUMNS =
      "SELECT a.number, a.at, a.actor, a.action, a.study, a.patient, a.revision, a.text, a.hash"
          + " FROM audit_entry a LEFT JOIN patient p ON p.study = a.study AND p.id = a.patient";

  private final Database database;

  public AuditLog(Database database) {
    this.database = database;
  }

  /// Some entries, the newest first.
  ///
  /// @param older the number to go on from, 0 where there are no more
  public record Page(List<AuditLine> lines, long older) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// The entries before a number, or the newest ones.
  ///
  /// @param before 0 for the newest
  public Page page(Actor actor, AuditFilter filter, long before) {
    actor.demand(Permission.AUDIT);
    return lines(actor, filter, before, PAGE_SIZE);
  }

  /// What changed lately in a study: its saves, for everybody who may read its patients.
  public List<AuditLine> latest(Actor actor, String study, int count) {
    actor.demand(Permission.VIEW);
    return lines(actor, AuditFilter.ALL.inStudy(study), 0, count).lines();
  }

  private Page lines(Actor actor, AuditFilter filter, long before, int count) {
    Where where = new Where(actor, filter, before);
    return database.read(handle -> {
      var query =
          handle.createQuery(
              COLUMNS + " WHERE " + where.sql + " ORDER BY a.number DESC LIMIT " + (count + 1));
      for (int i = 0; i < where.values.size(); i++) {
        query.bind(i, where.values.get(i));
      }
      List<Stored> found = query.map((row, _) -> stored(row)).list();
      List<Stored> shown = found.subList(0, Math.min(count, found.size()));
      return new Page(
          shown.stream().map(each -> line(handle, each, ROWS_SHOWN)).toList(),
          found.size() > count ? shown.getLast().number() : 0);
    });
  }

  /// One entry with everything that it changed; empty where there is none that the actor may see.
  public Optional<AuditLine> find(Actor actor, long number) {
    actor.demand(Permission.AUDIT);
    Where where = new Where(actor, AuditFilter.ALL, number + 1);
    where.and("a.number = ?", number);
    return database.read(handle -> {
      var query = handle.createQuery(COLUMNS + " WHERE " + where.sql);
      for (int i = 0; i < where.values.size(); i++) {
        query.bind(i, where.values.get(i));
      }
      return query
          .map((row, _) -> stored(row))
          .findOne()
          .map(each -> line(handle, each, Integer.MAX_VALUE));
    });
  }

  /// Codes of everything that was ever done, in order.
  public List<String> actions(Actor actor) {
    actor.demand(Permission.AUDIT);
    return database.read(handle ->
        handle
            .createQuery("SELECT DISTINCT action FROM audit_entry ORDER BY action")
            .mapTo(String.class)
            .list());
  }

  /// What entries say of one thing beside what was done, each once, in order: such as the names of
  /// all systematic reviews that anybody changed.
  ///
  /// @param actions how the codes of the actions begin
  /// @param detail key of the thing
  public List<String> named(Actor actor, String actions, String detail) {
    actor.demand(Permission.AUDIT);
    return database.read(handle ->
        handle
            .createQuery("SELECT text FROM audit_entry WHERE action LIKE ?")
            .bind(0, actions + "%")
            .mapTo(String.class)
            .stream()
            .map(
                text -> JsonMapper.shared().readTree(text).path("detail").path(detail).asString(""))
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList());
  }

  /// Ids of all accounts that ever acted, in order.
  public List<String> accounts(Actor actor) {
    actor.demand(Permission.AUDIT);
    return database.read(handle ->
        handle
            .createQuery("SELECT DISTINCT actor FROM audit_entry ORDER BY actor")
            .mapTo(String.class)
            .list());
  }

  private static final class Where {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Where(Actor actor, AuditFilter filter, long before) {
      Set<String> centres = actor.centres();
      sql.append("(a.patient = ''");
      if (centres == null) {
        sql.append(" OR 1 = 1");
      } else if (!centres.isEmpty()) {
        List<String> sorted = centres.stream().sorted().toList();
        sql.append(" OR p.centre IN (")
            .append(String.join(", ", sorted.stream().map(_ -> "?").toList()))
            .append(')');
        values.addAll(sorted);
      }
      sql.append(')');
      if (!actor.may(Permission.ACCOUNTS)) {
        sql.append(" AND a.study <> ''");
      }
      if (before > 0) {
        and("a.number < ?", before);
      }
      equal("a.study", filter.study());
      equal("a.patient", filter.patient());
      equal("a.actor", filter.account());
      equal("a.action", filter.action());
      LocalDate from = filter.from();
      if (from != null) {
        and("a.at >= ?", from.toString());
      }
      LocalDate to = filter.to();
      if (to != null) {
        and("a.at < ?", to.plusDays(1).toString());
      }
    }

    private void equal(String column, String value) {
      if (!value.isEmpty()) {
        and(column + " = ?", value);
      }
    }

    private void and(String condition, Object value) {
      sql.append(" AND ").append(condition);
      values.add(value);
    }
  }

  private record Stored(
      long number,
      String at,
      String account,
      String action,
      String study,
      String patient,
      long revision,
      String text,
      String hash) {}

  private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Stored(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        row.getString(9));
  }

  private static AuditLine line(Handle handle, Stored stored, int rowsShown) {
    JsonNode text = JsonMapper.shared().readTree(stored.text());
    JsonNode detail = text.path("detail");
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : detail.path("rows")) {
      if (row.path("row").isString()) {
        rows.add(row);
      }
    }
    SortedMap<String, String> others = new TreeMap<>();
    detail
        .properties()
        .forEach(member -> {
          if (!member.getKey().equals("rows")) {
            JsonNode value = member.getValue();
            others.put(member.getKey(), value.isContainer() ? value.toString() : value.asString());
          }
        });
    return new AuditLine(
        stored.number(),
        stored.at(),
        stored.account(),
        stored.action(),
        stored.study(),
        stored.patient(),
        stored.revision(),
        text.path("reason").asString(""),
        rows.size(),
        rows.size() > rowsShown ? List.of() : differences(handle, stored, rows),
        others,
        stored.hash());
  }

  private record Versions(@Nullable String before, @Nullable String after) {}

  private static List<RowDifference> differences(
      Handle handle, Stored stored, List<JsonNode> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, Versions> versions = new HashMap<>();
    handle
        .createQuery(
            "SELECT table_name, row_id, revision, cells FROM row_version"
                + " WHERE study = :study AND patient = :patient AND row_id IN (<rows>)"
                + " AND (revision = :revision OR superseded = :revision)")
        .bind("study", stored.study())
        .bind("patient", stored.patient())
        .bind("revision", stored.revision())
        .bindList("rows", rows.stream().map(row -> row.path("row").asString()).toList())
        .map((row, _) -> {
          String cells = row.getString(4);
          boolean after = row.getLong(3) == stored.revision();
          return Map.entry(
              row.getString(1) + "\n" + row.getString(2),
              new Versions(after ? null : cells, after ? cells : null));
        })
        .forEach(entry ->
            versions.merge(
                entry.getKey(),
                entry.getValue(),
                (one, other) ->
                    new Versions(
                        one.before() == null ? other.before() : one.before(),
                        one.after() == null ? other.after() : one.after())));
    return rows.stream()
        .map(row -> {
          String table = row.path("table").asString();
          String id = row.path("row").asString();
          return difference(
              table, id, versions.getOrDefault(table + "\n" + id, new Versions(null, null)));
        })
        .toList();
  }

  private static RowDifference difference(String table, String row, Versions versions) {
    SortedMap<String, String> before = cells(versions.before());
    SortedMap<String, String> after = cells(versions.after());
    TreeSet<String> columns = new TreeSet<>(before.keySet());
    columns.addAll(after.keySet());
    List<CellDifference> cells = new ArrayList<>();
    for (String column : columns) {
      String old = before.getOrDefault(column, "");
      String now = after.getOrDefault(column, "");
      if (!old.equals(now) && !column.equals("patient")) {
        cells.add(new CellDifference(column, old, now));
      }
    }
    Kind kind =
        versions.after() == null
            ? Kind.REMOVED
            : versions.before() == null ? Kind.ADDED : Kind.CHANGED;
    return new RowDifference(table, row, kind, cells);
  }

  private static SortedMap<String, String> cells(@Nullable String text) {
    return text == null ? new TreeMap<>() : CanonicalJson.cells(text);
  }
}
