package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.patient.PatientKey;

/// Who wrote a patient's values: an import, or somebody by hand. Read only where a file says
/// otherwise than the registry.
final class RowHistory {
  private record Version(long revision, SortedMap<String, String> cells) {}

  private final Handle handle;
  private final PatientKey key;
  private final Set<Long> imports = new HashSet<>();
  private final Set<Long> undone = new HashSet<>();
  private final Map<String, List<Version>> versions = new HashMap<>();
  private boolean read;

  RowHistory(Handle handle, PatientKey key) {
    this.handle = handle;
    this.key = key;
  }

  private void read() {
    if (read) {
      return;
    }
    read = true;
    handle
        .createQuery("SELECT revision, undo FROM import_revision WHERE study = ? AND patient = ?")
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) -> (row.getLong(2) == 0 ? imports : undone).add(row.getLong(1)))
        .list();
    handle
        .createQuery(
            "SELECT table_name, row_id, revision, cells FROM row_version"
                + " WHERE study = ? AND patient = ? ORDER BY revision")
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) -> {
          String cells = row.getString(4);
          return versions
              .computeIfAbsent(row.getString(1) + "\n" + row.getString(2), _ -> new ArrayList<>())
              .add(
                  new Version(
                      row.getLong(3),
                      cells == null ? new TreeMap<>() : CanonicalJson.cells(cells)));
        })
        .list();
  }

  /// Whether a cell's present text, or its emptiness, is somebody's own doing and no import's.
  boolean byHand(String table, String id, String column) {
    read();
    List<Version> all = versions.getOrDefault(table + "\n" + id, List.of());
    int at = all.size() - 1;
    if (at < 0) {
      return false;
    }
    String text = text(all, at, column);
    while (true) {
      while (at > 0 && text(all, at - 1, column).equals(text)) {
        at--;
      }
      if (at == 0 && text.isEmpty()) {
        return false;
      }
      long revision = all.get(at).revision();
      if (!undone.contains(revision)) {
        return !imports.contains(revision);
      }
      // An undoing brought back what had stood before: who wrote that?
      at--;
      while (at >= 0 && !text(all, at, column).equals(text)) {
        at--;
      }
      if (at < 0) {
        return false;
      }
    }
  }

  private static String text(List<Version> all, int at, String column) {
    return all.get(at).cells().getOrDefault(column, "");
  }

  /// Whether a row that is no longer there was removed by hand.
  boolean removedByHand(String table, String id) {
    read();
    List<Version> all = versions.getOrDefault(table + "\n" + id, List.of());
    return !all.isEmpty() && !undone.contains(all.getLast().revision());
  }
}
