package org.myocohort.evidence.pool;

import java.util.List;
import java.util.Optional;
import org.myocohort.evidence.link.PoolingCheck;

/// Rows that one number is asked of, and the number, unless it would count patients twice.
///
/// @param kind which rows
/// @param rows the counted ones among them
/// @param check whether they share patients
/// @param leftOut ids of rows that were left out so that nobody is counted twice, where that was
///   asked for
/// @param answer empty where it is refused, and where no row is counted
public record PooledSet(
    Kind kind,
    List<TableRow> rows,
    PoolingCheck check,
    List<String> leftOut,
    Optional<PooledProportion> answer) {
  public PooledSet {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
  }

  /// Which rows are pooled, in the order in which they are told.
  public enum Kind {
    /// Case series, cohorts, trials and the own patients.
    SERIES,
    SERIES_OWN,
    SERIES_LITERATURE,
    /// The same with single-case reports.
    WITH_SINGLE_CASES,
    LITERATURE_WITH_SINGLE_CASES;

    /// Whether rows of this kind are asked for.
    boolean takes(TableRow row) {
      boolean own = row.row().source() == PatientSource.OWN;
      return switch (this) {
        case SERIES -> !row.apart();
        case SERIES_OWN -> !row.apart() && own;
        case SERIES_LITERATURE -> !row.apart() && !own;
        case WITH_SINGLE_CASES -> true;
        case LITERATURE_WITH_SINGLE_CASES -> !own;
      };
    }
  }

  /// Whether there is something to pool that would count patients twice, or may.
  public boolean refused() {
    return answer.isEmpty() && !rows.isEmpty();
  }

  /// @param counted rows, among which are those of the kind
  /// @param reduce whether to leave out what shares patients with more patients, not to refuse
  static PooledSet of(Kind kind, List<TableRow> counted, Decisions decisions, boolean reduce) {
    List<TableRow> rows = counted.stream().filter(kind::takes).toList();
    PoolingCheck check = decisions.check(rows);
    if (rows.isEmpty()) {
      return new PooledSet(kind, rows, check, List.of(), Optional.empty());
    }
    if (check.allowed()) {
      return new PooledSet(kind, rows, check, List.of(), pooled(rows));
    }
    if (!reduce) {
      return new PooledSet(kind, rows, check, List.of(), Optional.empty());
    }
    List<TableRow> kept =
        rows.stream().filter(row -> check.together().contains(row.row().id())).toList();
    List<String> left =
        rows.stream().filter(row -> !kept.contains(row)).map(row -> row.row().id()).toList();
    return new PooledSet(kind, kept, check, left, pooled(kept));
  }

  /// The same rows asked for as another kind.
  PooledSet as(Kind other) {
    return new PooledSet(other, rows, check, leftOut, answer);
  }

  private static Optional<PooledProportion> pooled(List<TableRow> rows) {
    return Optional.of(PooledProportion.of(StudyCounts.of(rows)));
  }
}
