package org.myocohort.app.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.myocohort.registry.patient.RowVersion;

/// How each value of a row came to be what it is.
public final class ValueHistory {
  private ValueHistory() {}

  /// One change of one value.
  ///
  /// @param from empty where nothing stood
  /// @param to empty where nothing stands since
  /// @param removed whether the whole row was removed
  public record Change(
      String column,
      String from,
      String to,
      boolean removed,
      String at,
      String actor,
      String action,
      String reason,
      long auditNumber) {}

  /// Every change of a row, the latest first; those of one save by the order of the columns.
  ///
  /// @param versions the first first
  /// @param order the columns as the form shows them; others follow by name
  public static List<Change> of(List<RowVersion> versions, List<String> order) {
    List<List<Change>> saves = new ArrayList<>();
    SortedMap<String, String> before = new TreeMap<>();
    for (RowVersion version : versions) {
      SortedMap<String, String> after = version.cells();
      boolean removed = after == null;
      SortedMap<String, String> now = after == null ? new TreeMap<>() : after;
      List<String> columns = new ArrayList<>(order);
      TreeSet<String> others = new TreeSet<>(before.keySet());
      others.addAll(now.keySet());
      order.forEach(others::remove);
      others.remove("patient");
      columns.addAll(others);
      List<Change> changes = new ArrayList<>();
      for (String column : columns) {
        String from = before.getOrDefault(column, "");
        String to = now.getOrDefault(column, "");
        if (!from.equals(to)) {
          changes.add(
              new Change(
                  column,
                  from,
                  to,
                  removed,
                  version.at(),
                  version.actor(),
                  version.action(),
                  version.reason(),
                  version.auditNumber()));
        }
      }
      saves.add(changes);
      before = now;
    }
    Collections.reverse(saves);
    return saves.stream().flatMap(List::stream).toList();
  }

  /// How often each value was changed after it was first entered.
  public static Map<String, Long> corrections(List<Change> changes) {
    Map<String, Long> counts = new TreeMap<>();
    changes.stream()
        .filter(change -> !change.from().isEmpty() && !change.removed())
        .forEach(change -> counts.merge(change.column(), 1L, Long::sum));
    return counts;
  }

  /// The cells of a row after a revision of the patient; empty where it did not stand then.
  public static java.util.Optional<SortedMap<String, String>> at(
      List<RowVersion> versions, long revision) {
    SortedMap<String, String> cells = null;
    for (RowVersion version : versions) {
      if (version.revision() <= revision) {
        cells = version.cells();
      }
    }
    return java.util.Optional.ofNullable(cells);
  }
}
