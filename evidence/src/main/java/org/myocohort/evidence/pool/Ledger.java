package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the patients of one study become the denominator of a number.
///
/// @param study that the rows count for
/// @param citation of the first report of it; empty for the own study
/// @param source of its patients
/// @param cohort patients of the cohort they come from, as the report says; null where it does not
/// @param inTable patients that the rows are about; null where a result does not say how many
/// @param withOutcome patients of whom the outcome is known
/// @param notReported patients of whom it is not; null where a result does not say how many
/// @param otherWord patients with a word that is neither an event nor none
/// @param events patients with the outcome
public record Ledger(
    String study,
    String citation,
    PatientSource source,
    @Nullable Integer cohort,
    @Nullable Integer inTable,
    int withOutcome,
    @Nullable Integer notReported,
    int otherWord,
    int events) {

  /// The lines of a table, a study each, in its order.
  static List<Ledger> of(List<TableRow> rows) {
    Map<String, List<TableRow>> studies = new LinkedHashMap<>();
    for (TableRow row : rows) {
      studies.computeIfAbsent(row.row().countsFor(), _ -> new ArrayList<>()).add(row);
    }
    return studies.values().stream().map(Ledger::line).toList();
  }

  /// Whether a row is about the whole cohort: then the patients that its total lacks are not
  /// reported.
  private static boolean isOfAll(TableRow row) {
    return row.row().told() instanceof PoolingRow.Result result && result.group().isEmpty();
  }

  private static Ledger line(List<TableRow> rows) {
    PoolingRow first = rows.getFirst().row();
    Integer cohort = null;
    int inTable = 0;
    int known = 0;
    int missing = 0;
    int other = 0;
    int events = 0;
    boolean sizeSaid = true;
    for (TableRow row : rows) {
      Integer size = row.row().facts().patients();
      cohort = size == null ? cohort : size;
      Integer patients = row.row().patients();
      inTable += patients == null ? 0 : patients;
      switch (row.standing()) {
        case TableRow.Counted(int with, int all) -> {
          known += all;
          events += with;
          int unknown = size == null || !isOfAll(row) ? 0 : Math.max(0, size - all);
          inTable += unknown;
          missing += unknown;
        }
        case TableRow.NotCounted(TableRow.Why why, String _) -> {
          sizeSaid &= patients != null;
          if (why == TableRow.Why.OTHER_WORD) {
            other++;
          } else {
            missing += patients == null ? 0 : patients;
          }
        }
      }
    }
    return new Ledger(
        first.countsFor(),
        first.citation(),
        first.source(),
        cohort,
        sizeSaid ? inTable : null,
        known,
        sizeSaid ? missing : null,
        other,
        events);
  }
}
