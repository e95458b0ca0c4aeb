package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.myocohort.exchange.source.Notice;

/// What an import would do, or did.
///
/// @param counts rows by fate, every fate
/// @param tables rows by table
/// @param newPatients patients that the registry did not have
/// @param changedPatients patients that it had and that change
/// @param rows the first rows of each fate
/// @param notices what a user should know of the file
/// @param fingerprint the same for the same file, mapping, choices and registry
public record ImportReport(
    Map<Fate, Integer> counts,
    Map<String, Integer> tables,
    int newPatients,
    int changedPatients,
    List<RowFate> rows,
    List<Notice> notices,
    String fingerprint) {

  /// How many rows of each fate are kept to be shown; the others are counted.
  public static final int KEPT = 200;

  public ImportReport {
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }

  public int count(Fate fate) {
    return counts.getOrDefault(fate, 0);
  }

  /// How many rows cannot be imported.
  public int bad() {
    return count(Fate.REFUSED) + count(Fate.PATIENT_MISSING);
  }

  /// Whether nothing would change.
  public boolean changesNothing() {
    return newPatients == 0 && changedPatients == 0;
  }

  /// The kept rows of a fate.
  public List<RowFate> rows(Fate fate) {
    return rows.stream().filter(row -> row.fate() == fate).toList();
  }

  /// Gathers a report row by row.
  static final class Gatherer {
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    private final Map<String, Integer> tables = new TreeMap<>();
    private final List<RowFate> rows = new ArrayList<>();
    private final Fingerprint fingerprint = new Fingerprint();
    private int newPatients;
    private int changedPatients;

    void add(RowFate row) {
      int count = counts.merge(row.fate(), 1, Integer::sum);
      tables.merge(row.table(), 1, Integer::sum);
      if (count <= KEPT) {
        rows.add(row);
      }
      fingerprint.add(row);
    }

    void patient(boolean known, boolean changes) {
      newPatients += changes && !known ? 1 : 0;
      changedPatients += changes && known ? 1 : 0;
    }

    ImportReport report(List<Notice> notices) {
      return new ImportReport(
          counts, tables, newPatients, changedPatients, rows, notices, fingerprint.text());
    }
  }
}
