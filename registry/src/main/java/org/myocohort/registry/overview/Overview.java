package org.myocohort.registry.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.patient.ExpectedItem;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.store.Database;

/// A study in numbers.
public final class Overview {
  private static final List<ExpectedItem> ITEMS = List.of(ExpectedItem.values());

  private final Database database;
  private final InstantSource clock;

  public Overview(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// How many patients the actor may see, by study; studies without any are left out.
  public Map<String, Long> patients(Actor actor) {
    actor.demand(Permission.VIEW);
    Set<String> centres = actor.centres();
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT study, centre, count(*) FROM patient_summary GROUP BY study, centre")
            .map((row, _) -> new Counted(row.getString(1), row.getString(2), row.getLong(3)))
            .stream()
            .filter(counted -> centres == null || centres.contains(counted.centre()))
            .collect(
                Collectors.groupingBy(
                    Counted::study, TreeMap::new, Collectors.summingLong(Counted::patients))));
  }

  private record Counted(String study, String centre, long patients) {}

  /// The audit's number of the last change of a study's settings or patients, 0 where there is
  /// none.
  public long lastChange(String study) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT number FROM audit_entry WHERE study = ?"
                    + " AND (revision > 0 OR action = 'study') ORDER BY number DESC LIMIT 1")
            .bind(0, study)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }

  /// The numbers of one study.
  public StudyNumbers numbers(Actor actor, StoredStudy study) {
    actor.demand(Permission.VIEW);
    Conditions seen = Conditions.seenBy(actor, study.id());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String missing =
        ITEMS.stream().map(item -> ", sum(s." + item.column() + ")").collect(Collectors.joining());
    return database.read(handle -> {
      List<Group> groups =
          seen.bind(
                  handle
                      .createQuery(
                          "SELECT s.category, count(*), sum(s.visits), sum(CASE WHEN "
                              + Conditions.OVERDUE
                              + " THEN 1 ELSE 0 END)"
                              + missing
                              + " FROM patient_summary s WHERE "
                              + seen.sql()
                              + " GROUP BY s.category")
                      .bind(0, Conditions.cutOff(study, today)),
                  1)
              .map((row, _) -> group(row))
              .list();
      return numbers(groups, openQueries(handle, seen));
    });
  }

  private static long openQueries(Handle handle, Conditions seen) {
    return seen.bind(
            handle.createQuery(
                "SELECT count(*) FROM data_query q JOIN patient_summary s ON s.study = q.study"
                    + " AND s.patient = q.patient WHERE "
                    + seen.sql()
                    + " AND "
                    + Conditions.OPEN),
            0)
        .mapTo(Long.class)
        .one();
  }

  private record Group(
      String category, long patients, long visits, long overdue, List<Long> missing) {}

  private static Group group(ResultSet row) throws SQLException {
    List<Long> missing = new ArrayList<>();
    for (int i = 0; i < ITEMS.size(); i++) {
      missing.add(row.getLong(5 + i));
    }
    return new Group(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), missing);
  }

  private static StudyNumbers numbers(List<Group> groups, long openQueries) {
    long patients = groups.stream().mapToLong(Group::patients).sum();
    long visits = groups.stream().mapToLong(Group::visits).sum();
    TreeMap<String, Long> categories = new TreeMap<>();
    groups.forEach(group -> categories.put(group.category(), group.patients()));
    List<StudyNumbers.Completeness> completeness =
        Stream.of(ExpectedItem.values())
            .map(item -> {
              long expected = item.atEveryVisit() ? visits : patients;
              long missing =
                  groups.stream()
                      .mapToLong(group -> group.missing().get(ITEMS.indexOf(item)))
                      .sum();
              return new StudyNumbers.Completeness(item, expected - missing, expected);
            })
            .toList();
    return new StudyNumbers(
        patients,
        visits,
        completeness,
        groups.stream().mapToLong(Group::overdue).sum(),
        openQueries,
        categories);
  }
}
