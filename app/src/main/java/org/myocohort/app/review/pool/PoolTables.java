package org.myocohort.app.review.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.meta.Numbers;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.grade.GradeDomain;
import org.myocohort.evidence.grade.GradeJudgement;
import org.myocohort.evidence.grade.GradeRow;
import org.myocohort.evidence.pool.PoolingRow;
import org.myocohort.evidence.pool.PoolingRows;
import org.myocohort.evidence.pool.TableRow;

/// The one table of everything that could be pooled, and the table of findings, as CSV.
final class PoolTables {
  private PoolTables() {}

  static String rows(PoolReport report) {
    List<String> columns =
        report.covariates().stream().map(PoolingRows::columnOf).distinct().toList();
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>();
    head.addAll(
        List.of(
            "id",
            "source",
            "report",
            "citation",
            "year",
            "study",
            "cohort",
            "design",
            "definition"));
    head.addAll(List.of("patient", "told", "events", "patients", "apart", "counted", "why"));
    head.addAll(columns);
    head.addAll(List.of("file", "line", "place", "quote"));
    line(csv, head);
    for (TableRow row : report.pooling().rows()) {
      line(csv, cells(row, columns));
    }
    return csv.toString();
  }

  private static List<String> cells(TableRow table, List<String> columns) {
    PoolingRow row = table.row();
    List<String> cells = new ArrayList<>();
    cells.add(row.id());
    cells.add(Texts.code(row.source()));
    cells.add(row.report());
    cells.add(row.citation());
    Integer year = row.year();
    cells.add(year == null ? "" : Integer.toString(year));
    cells.add(row.countsFor());
    cells.add(text(row.cohort()));
    Design design = row.design();
    cells.add(design == null ? "" : design.code());
    cells.add(table.definition());
    switch (row.told()) {
      case PoolingRow.Patient patient -> {
        cells.add(patient.name());
        cells.add(patient.word());
      }
      case PoolingRow.Result result -> {
        cells.add("");
        cells.add(result.printed());
      }
    }
    switch (table.standing()) {
      case TableRow.Counted(int events, int patients) ->
          cells.addAll(
              List.of(
                  Integer.toString(events),
                  Integer.toString(patients),
                  yes(table.apart()),
                  yes(true),
                  ""));
      case TableRow.NotCounted(TableRow.Why why, String _) ->
          cells.addAll(List.of("", "", yes(table.apart()), yes(false), Texts.code(why)));
    }
    for (String column : columns) {
      cells.add(
          row.told() instanceof PoolingRow.Patient patient
              ? patient.covariates().getOrDefault(column, "")
              : "");
    }
    cells.add(row.place().file());
    cells.add(Integer.toString(row.place().line()));
    cells.add(row.place().where());
    cells.add(row.place().quote());
    return cells;
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  static String findings(PoolReport report, Texts texts) {
    PoolWords words = new PoolWords(texts);
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>();
    head.addAll(List.of("outcome", "name", "definition", "studies", "patients", "events"));
    head.addAll(List.of("proportion", "low", "high", "method"));
    for (GradeDomain domain : GradeDomain.values()) {
      String column = PoolWords.column(domain);
      head.add(column);
      head.add(column + "_reason");
      head.add(column + "_by");
      if (domain != GradeDomain.CERTAINTY) {
        head.add(column + "_facts");
      }
    }
    line(csv, head);
    for (GradeRow row : report.grade()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.outcome());
      cells.add(row.name());
      cells.add(row.definition());
      cells.add(Integer.toString(row.studies()));
      cells.add(Integer.toString(row.patients()));
      cells.add(Integer.toString(row.events()));
      var effect = row.effect();
      if (effect == null) {
        cells.addAll(List.of("", "", "", ""));
      } else {
        cells.add(Numbers.exact(effect.estimate()));
        cells.add(Numbers.exact(effect.interval().lower()));
        cells.add(Numbers.exact(effect.interval().upper()));
        cells.add(row.simpleSum() ? "exact" : "glmm");
      }
      for (GradeDomain domain : GradeDomain.values()) {
        cells.add(
            row.judgement(domain)
                .map(GradeJudgement::judgement)
                .orElseGet(() -> texts.text("pool.grade.not-judged")));
        cells.add(row.judgement(domain).map(GradeJudgement::reason).orElse(""));
        cells.add(row.judgement(domain).map(GradeJudgement::by).orElse(""));
        if (domain != GradeDomain.CERTAINTY) {
          cells.add(words.facts(row, domain));
        }
      }
      line(csv, cells);
    }
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(String.join(",", cells.stream().map(cell -> Answer.csvCell(cell, false)).toList()))
        .append('\n');
  }
}
