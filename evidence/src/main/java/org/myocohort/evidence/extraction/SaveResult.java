package org.myocohort.evidence.extraction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.Problem;

/// What became of typed rows: kept all of them, or nothing was written.
public sealed interface SaveResult {
  /// All are on the disk.
  ///
  /// @param rows their keys, in the order in which they were typed
  record Kept(List<String> rows) implements SaveResult {
    public Kept {
      rows = List.copyOf(rows);
    }
  }

  /// Somebody else changed the same fields, or took the row away.
  ///
  /// @param row key of the row
  /// @param now what stands there now, by field
  /// @param gone whether the row is not there any more
  record Overtaken(String row, Map<String, String> now, boolean gone) implements SaveResult {
    public Overtaken {
      now = new LinkedHashMap<>(now);
    }
  }

  /// What was typed cannot stand.
  record Wrong(List<Fault> faults) implements SaveResult {
    public Wrong {
      faults = List.copyOf(faults);
    }
  }

  /// Something wrong.
  ///
  /// @param field of the row that was typed; empty where another row is meant
  record Fault(String field, Problem problem) {}
}
