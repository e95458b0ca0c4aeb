package org.myocohort.registry.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.overview.PatientLine.ScorePoint;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.store.Database;

/// The patients of a study as a list: searched, filtered, sorted, page by page, of the centres that
/// the actor may see.
public final class PatientList {
  private final Database database;
  private final InstantSource clock;
  private final Map<ChoicesKey, Known> known = new ConcurrentHashMap<>();

  public PatientList(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One page of a list.
  ///
  /// @param total how many patients there are on all pages
  /// @param page which page this is, 1 for the first
  public record Page(List<PatientLine> lines, long total, int page) {
    public Page {
      lines = List.copyOf(lines);
    }

    public int pages() {
      return (int) Math.max(1, Math.ceilDiv(total, PatientQuery.PAGE_SIZE));
    }
  }

  /// A page; the last one where the query asks for one behind it.
  public Page find(Actor actor, StoredStudy study, PatientQuery query) {
    actor.demand(Permission.VIEW);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Conditions conditions = Conditions.of(actor, study, query, today);
    return database.read(handle -> {
      long total =
          conditions
              .bind(
                  handle.createQuery(
                      "SELECT count(*) FROM patient_summary s WHERE " + conditions.sql()),
                  0)
              .mapTo(Long.class)
              .one();
      int pages = (int) Math.max(1, Math.ceilDiv(total, PatientQuery.PAGE_SIZE));
      int page = Math.min(query.page(), pages);
      List<String> ids =
          conditions
              .bind(
                  handle.createQuery(
                      "SELECT s.patient FROM patient_summary s WHERE "
                          + conditions.sql()
                          + order(query)
                          + " LIMIT "
                          + PatientQuery.PAGE_SIZE
                          + " OFFSET "
                          + (page - 1) * PatientQuery.PAGE_SIZE),
                  0)
              .mapTo(String.class)
              .list();
      return new Page(lines(handle, study, ids, today), total, page);
    });
  }

  private static String order(PatientQuery query) {
    String direction = query.descending() ? " DESC" : "";
    return " ORDER BY "
        + query.sort().sql()
        + direction
        + (query.sort() == PatientQuery.Column.ID ? "" : ", s.patient");
  }

  private static List<PatientLine> lines(
      Handle handle, StoredStudy study, List<String> ids, LocalDate today) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, PatientLine> lines = new LinkedHashMap<>();
    ids.forEach(id -> lines.put(id, EMPTY));
    handle
        .createQuery(
            "SELECT s.patient, s.centre, s.cohort, s.sex, s.antibodies, s.visits, s.last_visit,"
                + " s.last_visit_latest, s.response_date, s.score, s.score_lower, s.score_upper,"
                + " s.category, s.course, s.items_filled, s.items_expected, s.vital_status,"
                + " s.consent, s.changed_at, p.locked,"
                + " (SELECT count(*) FROM data_query q WHERE q.study = s.study"
                + " AND q.patient = s.patient AND "
                + Conditions.OPEN
                + ") FROM patient_summary s JOIN patient p ON p.study = s.study"
                + " AND p.id = s.patient WHERE s.study = :study AND s.patient IN (<ids>)")
        .bind("study", study.id())
        .bindList("ids", ids)
        .map((row, _) -> line(row, study, today))
        .forEach(line -> lines.put(line.id(), line));
    return List.copyOf(lines.values());
  }

  private static final PatientLine EMPTY =
      new PatientLine(
          "", "", "", "", List.of(), 0, "", 0, "", "", "", "", "", List.of(), 0, 0, "", "", false,
          0, "");

  private static PatientLine line(ResultSet row, StoredStudy study, LocalDate today)
      throws SQLException {
    String latest = row.getString("last_visit_latest");
    String vitalStatus = row.getString("vital_status");
    boolean followed =
        (vitalStatus.isEmpty() || vitalStatus.equals("alive"))
            && !row.getString("cohort").equals("literature");
    long late =
        latest.isEmpty() || !followed
            ? 0
            : ChronoUnit.DAYS.between(LocalDate.parse(latest), today) - study.visitIntervalDays();
    return new PatientLine(
        row.getString("patient"),
        row.getString("centre"),
        row.getString("cohort"),
        row.getString("sex"),
        words(row.getString("antibodies")).toList(),
        row.getInt("visits"),
        row.getString("last_visit"),
        Math.max(0, late),
        row.getString("response_date"),
        row.getString("score"),
        row.getString("score_lower"),
        row.getString("score_upper"),
        row.getString("category"),
        words(row.getString("course")).map(ScorePoint::parse).toList(),
        row.getInt("items_filled"),
        row.getInt("items_expected"),
        vitalStatus,
        row.getString("consent"),
        row.getLong("locked") != 0,
        row.getInt(21),
        row.getString("changed_at"));
  }

  private static Stream<String> words(String text) {
    return text.isEmpty() ? Stream.empty() : Stream.of(text.split(" ", -1));
  }

  /// What the filters can be set to.
  ///
  /// @param centres of the patients that the actor may see, in order
  /// @param antibodies codes of those found positive in any of them, in order
  public record Choices(List<String> centres, List<String> antibodies) {
    public Choices {
      centres = List.copyOf(centres);
      antibodies = List.copyOf(antibodies);
    }
  }

  private record ChoicesKey(String study, Set<String> centres, boolean all) {}

  private record Known(long auditNumber, Choices choices) {}

  /// The choices, found once for each state of the registry.
  public Choices choices(Actor actor, StoredStudy study) {
    actor.demand(Permission.VIEW);
    Set<String> centres = actor.centres();
    ChoicesKey key =
        new ChoicesKey(study.id(), centres == null ? Set.of() : centres, centres == null);
    return database.read(handle -> {
      long now =
          handle.createQuery("SELECT number FROM audit_head WHERE one = 1").mapTo(Long.class).one();
      Known last = known.get(key);
      if (last != null && last.auditNumber() == now) {
        return last.choices();
      }
      Choices found = choices(handle, Conditions.seenBy(actor, study.id()));
      known.put(key, new Known(now, found));
      return found;
    });
  }

  private static Choices choices(Handle handle, Conditions seen) {
    TreeSet<String> centres = new TreeSet<>();
    TreeSet<String> antibodies = new TreeSet<>();
    seen.bind(
            handle.createQuery(
                "SELECT DISTINCT s.centre, s.antibodies FROM patient_summary s WHERE "
                    + seen.sql()),
            0)
        .map((row, _) -> List.of(row.getString(1), row.getString(2)))
        .forEach(pair -> {
          centres.add(pair.getFirst());
          words(pair.getLast()).forEach(antibodies::add);
        });
    centres.remove("");
    return new Choices(new ArrayList<>(centres), new ArrayList<>(antibodies));
  }
}
