package org.myocohort.registry.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.Studies.StoredStudy;

/// The conditions that rows of `patient_summary s` must meet, with what is bound to them.
final class Conditions {
  private static final int MOST_WORDS = 10;

  /// Alive as far as is known, followed by a centre, and last seen before a day.
  static final String OVERDUE =
      "s.vital_status IN ('', 'alive') AND s.cohort <> 'literature' AND s.last_visit_latest <> ''"
          + " AND s.last_visit_latest < ?";

  static final String OPEN = "q.state <> 'closed'";

  private final StringBuilder sql = new StringBuilder("s.study = ?");
  private final List<Object> values = new ArrayList<>();

  private Conditions(String study) {
    values.add(study);
  }

  /// The patients of a study that an actor may see.
  static Conditions seenBy(Actor actor, String study) {
    Conditions conditions = new Conditions(study);
    Set<String> centres = actor.centres();
    if (centres != null) {
      conditions.in("s.centre", centres);
    }
    return conditions;
  }

  /// Those of them that a list asks for.
  static Conditions of(Actor actor, StoredStudy study, PatientQuery query, LocalDate today) {
    Conditions conditions = seenBy(actor, study.id());
    String[] words = query.text().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
      if (!words[i].isEmpty()) {
        conditions.and("s.search LIKE ? ESCAPE '!'", "%" + escaped(words[i]) + "%");
      }
    }
    conditions.equal("s.sex", query.sex());
    conditions.equal("s.centre", query.centre());
    conditions.equal("s.category", query.category());
    conditions.equal("s.vital_status", query.vitalStatus());
    if (query.antibody().equals(PatientQuery.NONE)) {
      conditions.and("s.antibodies = ''");
    } else if (!query.antibody().isEmpty()) {
      conditions.and(
          "' ' || s.antibodies || ' ' LIKE ? ESCAPE '!'", "% " + escaped(query.antibody()) + " %");
    }
    for (PatientQuery.Flag flag : query.flags()) {
      switch (flag) {
        case OVERDUE -> conditions.and(OVERDUE, cutOff(study, today));
        case OPEN_QUERIES ->
            conditions.and(
                "s.patient IN (SELECT q.patient FROM data_query q WHERE q.study = s.study AND "
                    + OPEN
                    + ")");
        case LOCKED -> conditions.and(locked(1));
        case NOT_LOCKED -> conditions.and(locked(0));
      }
    }
    return conditions;
  }

  private static String locked(int locked) {
    return "EXISTS (SELECT 1 FROM patient p WHERE p.study = s.study AND p.id = s.patient"
        + " AND p.locked = "
        + locked
        + ")";
  }

  /// Whoever was last seen before this day is overdue.
  static String cutOff(StoredStudy study, LocalDate today) {
    return today.minusDays(study.visitIntervalDays()).toString();
  }

  private static String escaped(String word) {
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private void equal(String column, String value) {
    if (!value.isEmpty()) {
      and(column + " = ?", value.equals(PatientQuery.NONE) ? "" : value);
    }
  }

  private void in(String column, Set<String> accepted) {
    if (accepted.isEmpty()) {
      and("1 = 0");
      return;
    }
    List<String> sorted = accepted.stream().sorted().toList();
    and(
        column + " IN (" + String.join(", ", sorted.stream().map(_ -> "?").toList()) + ")",
        sorted.toArray());
  }

  private void and(String condition, Object... bound) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(bound));
  }

  String sql() {
    return sql.toString();
  }

  /// Binds its values to the first question marks of a statement, after those bound before.
  Query bind(Query query, int from) {
    for (int i = 0; i < values.size(); i++) {
      query.bind(from + i, values.get(i));
    }
    return query;
  }
}
