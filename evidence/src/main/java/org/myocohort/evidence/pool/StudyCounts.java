package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.meta.effect.OneArmCounts;

/// What one study gives to a pooled proportion.
///
/// @param study it counts as
/// @param label for readers: its citation, or the study where that has several
/// @param source of its patients
/// @param apart whether it is a single-case report
/// @param year in which its first report was published; null where no record says so
/// @param events patients with the outcome
/// @param patients of whom it is known
/// @param rows ids of the rows that it was added up from
public record StudyCounts(
    String study,
    String label,
    PatientSource source,
    boolean apart,
    @Nullable Integer year,
    int events,
    int patients,
    List<String> rows) {
  public StudyCounts {
    rows = List.copyOf(rows);
  }

  /// The counts alone.
  public OneArmCounts counts() {
    return new OneArmCounts(events, patients);
  }

  /// Adds counted rows up, a study each, in the order of the rows.
  public static List<StudyCounts> of(List<TableRow> rows) {
    Map<String, List<TableRow>> studies = new LinkedHashMap<>();
    for (TableRow row : rows) {
      if (row.isCounted()) {
        studies.computeIfAbsent(row.row().countsFor(), _ -> new ArrayList<>()).add(row);
      }
    }
    List<StudyCounts> counts = new ArrayList<>();
    studies.forEach((study, members) -> counts.add(of(study, members)));
    return List.copyOf(counts);
  }

  private static StudyCounts of(String study, List<TableRow> rows) {
    int events = 0;
    int patients = 0;
    List<String> ids = new ArrayList<>();
    for (TableRow row : rows) {
      if (row.standing() instanceof TableRow.Counted(int with, int all)) {
        events += with;
        patients += all;
        ids.add(row.row().id());
      }
    }
    TableRow first = rows.getFirst();
    long reports = rows.stream().map(row -> row.row().report()).distinct().count();
    String citation = first.row().citation();
    return new StudyCounts(
        study,
        reports > 1 || citation.isEmpty() ? study : citation,
        first.row().source(),
        first.apart(),
        rows.stream()
            .map(row -> row.row().year())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        events,
        patients,
        ids);
  }
}
