package org.myocohort.evidence.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.link.PoolingCheck;

/// The pooled answer to one outcome, with every row that it was made of or refused.
///
/// @param outcome that was asked for
/// @param rows all of the table, in its order
/// @param answers one for each definition, the one that the review asks for first
/// @param sharing what may be counted twice over the whole table, also where the outcome of a row
///   is not known or was judged otherwise, so that a person can decide before it matters
public record Pooling(
    Outcome outcome, List<TableRow> rows, List<DefinitionAnswer> answers, PoolingCheck sharing) {
  public Pooling {
    rows = List.copyOf(rows);
    answers = List.copyOf(answers);
  }

  /// What is asked for.
  ///
  /// @param overlaps what people recorded of shared patients, the later last
  /// @param reduce whether rows that share patients are left out, the smaller first, where pooling
  ///   would be refused for them
  /// @param covariates columns of the patients for models of single patients; none for no model
  public record Request(List<OverlapDecision> overlaps, boolean reduce, List<String> covariates) {
    public Request {
      overlaps = List.copyOf(overlaps);
      covariates = List.copyOf(covariates);
    }
  }

  /// Pools a table.
  public static Pooling of(Outcome outcome, List<PoolingRow> table, Request request) {
    Map<String, Integer> patients = new HashMap<>();
    for (PoolingRow row : table) {
      // A result tells of more than one.
      int told = row.told() instanceof PoolingRow.Patient ? 1 : 2;
      patients.merge(row.report(), told, Integer::sum);
    }
    List<TableRow> rows = new ArrayList<>();
    for (PoolingRow row : table) {
      boolean apart =
          row.source() == PatientSource.LITERATURE
              && (row.design() == Design.CASE_REPORT
                  || (row.design() == null && patients.getOrDefault(row.report(), 0) == 1));
      rows.add(TableRow.of(row, outcome, apart));
    }
    Set<String> definitions = new LinkedHashSet<>();
    definitions.add(outcome.definition());
    for (TableRow row : rows) {
      if (!row.definition().isEmpty()) {
        definitions.add(row.definition());
      }
    }
    List<DefinitionAnswer> answers = new ArrayList<>();
    for (String definition : definitions) {
      answers.add(
          DefinitionAnswer.of(
              definition,
              definition.equals(outcome.definition()),
              rows.stream().filter(row -> row.definition().equals(definition)).toList(),
              request));
    }
    return new Pooling(
        outcome,
        rows,
        answers,
        PoolingCheck.of(table.stream().map(PoolingRow::counted).toList(), request.overlaps()));
  }

  /// The answer that the review asks for.
  public DefinitionAnswer asked() {
    return answers.getFirst();
  }

  /// Whether a number was refused because it would count patients twice, or may.
  public boolean refused() {
    return answers.stream().anyMatch(answer -> answer.sets().stream().anyMatch(PooledSet::refused));
  }
}
