package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The answer for the rows that were judged by one definition of the outcome.
///
/// @param definition of it
/// @param asked whether it is the one that the review asks for
/// @param rows all of the table with this definition
/// @param ledger of them
/// @param sets in the order of their kinds
/// @param comparisons of the sources, where a set holds both
/// @param patients models of single patients, where covariates were asked for
public record DefinitionAnswer(
    String definition,
    boolean asked,
    List<TableRow> rows,
    List<Ledger> ledger,
    List<PooledSet> sets,
    List<SourceComparison> comparisons,
    List<PatientLevel> patients) {
  public DefinitionAnswer {
    rows = List.copyOf(rows);
    ledger = List.copyOf(ledger);
    sets = List.copyOf(sets);
    comparisons = List.copyOf(comparisons);
    patients = List.copyOf(patients);
  }

  /// The set of a kind.
  public PooledSet set(PooledSet.Kind kind) {
    return sets.get(List.of(PooledSet.Kind.values()).indexOf(kind));
  }

  static DefinitionAnswer of(
      String definition, boolean asked, List<TableRow> rows, Pooling.Request request) {
    Decisions decisions = new Decisions(request.overlaps());
    List<TableRow> counted = rows.stream().filter(TableRow::isCounted).toList();
    List<PooledSet> sets = new ArrayList<>();
    // Kinds are often the same rows, and a hundred studies are fitted a hundred times.
    Map<List<String>, PooledSet> before = new HashMap<>();
    for (PooledSet.Kind kind : PooledSet.Kind.values()) {
      List<String> ids = counted.stream().filter(kind::takes).map(row -> row.row().id()).toList();
      PooledSet same = before.get(ids);
      PooledSet set =
          same == null ? PooledSet.of(kind, counted, decisions, request.reduce()) : same.as(kind);
      before.put(ids, set);
      sets.add(set);
    }
    List<SourceComparison> comparisons = new ArrayList<>();
    for (PooledSet set : sets) {
      if (set.kind() == PooledSet.Kind.SERIES || set.kind() == PooledSet.Kind.WITH_SINGLE_CASES) {
        SourceComparison.of(set).ifPresent(comparisons::add);
      }
    }
    return new DefinitionAnswer(
        definition,
        asked,
        rows,
        Ledger.of(rows),
        sets,
        comparisons,
        request.covariates().isEmpty() ? List.of() : patients(sets, request, decisions));
  }

  /// Models of the patients of the series, and of all where there are more, unless they share any.
  private static List<PatientLevel> patients(
      List<PooledSet> sets, Pooling.Request request, Decisions decisions) {
    List<PatientLevel> models = new ArrayList<>();
    int before = 0;
    for (PooledSet set : sets) {
      if (set.kind() == PooledSet.Kind.SERIES || set.kind() == PooledSet.Kind.WITH_SINGLE_CASES) {
        List<TableRow> patients =
            set.rows().stream()
                .filter(row -> row.row().told() instanceof PoolingRow.Patient)
                .toList();
        if (patients.size() > before && decisions.check(patients).allowed()) {
          models.add(PatientLevel.of(set.kind(), patients, request.covariates()));
          before = patients.size();
        }
      }
    }
    return models;
  }
}
