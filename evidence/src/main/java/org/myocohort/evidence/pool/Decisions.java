package org.myocohort.evidence.pool;

import java.util.List;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.link.PoolingCheck;

/// What people recorded of shared patients.
record Decisions(List<OverlapDecision> overlaps) {
  Decisions {
    overlaps = List.copyOf(overlaps);
  }

  PoolingCheck check(List<TableRow> rows) {
    return PoolingCheck.of(rows.stream().map(row -> row.row().counted()).toList(), overlaps);
  }
}
