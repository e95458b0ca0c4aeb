package org.myocohort.app.web.literature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.pool.PoolReport;
import org.myocohort.app.web.Addresses;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.pool.PatientSource;
import org.myocohort.evidence.pool.PoolingRow;
import org.myocohort.evidence.pool.PoolingRows;
import org.myocohort.evidence.pool.StudyCounts;
import org.myocohort.evidence.pool.TableRow;
import org.myocohort.evidence.review.Review;
import org.myocohort.registry.patient.PatientKey;

/// The rows that numbers are made of as a page shows them, and what each opens.
final class PoolRows {
  private final String id;
  private final Review review;
  private final String own;
  private final String extraction;
  private final PoolReport report;
  private final Map<String, Integer> places = new TreeMap<>();

  /// @param id of the review
  /// @param own study; empty for none
  /// @param extraction whose rows are pooled; empty for none
  PoolRows(String id, Review review, String own, String extraction, PoolReport report) {
    this.id = id;
    this.review = review;
    this.own = own;
    this.extraction = extraction;
    this.report = report;
    List<TableRow> rows = report.pooling().rows();
    for (int at = 0; at < rows.size(); at++) {
      places.put(rows.get(at).row().id(), at);
    }
  }

  /// A row of the table.
  ///
  /// @param anchor its place in the page
  /// @param name of the report, or of the patient
  /// @param href what it opens; null for nothing
  /// @param told the word, or the printed result
  /// @param counts events of patients; empty where it is not counted
  /// @param why it is not counted
  /// @param where it stands: file and line
  /// @param extracted the page of what was read out of its report; null where there is none
  /// @param read where in its report it was read
  public record Row(
      String anchor,
      String id,
      boolean own,
      String name,
      @Nullable String href,
      String year,
      String design,
      String definition,
      String told,
      String counts,
      boolean apart,
      String why,
      String where,
      @Nullable String extracted,
      String read,
      String quote) {}

  List<Row> rows(Texts texts) {
    List<Row> rows = new ArrayList<>();
    for (TableRow each : report.pooling().rows()) {
      PoolingRow row = each.row();
      Integer year = row.year();
      rows.add(
          new Row(
              anchor(row.id()),
              row.id(),
              row.id().startsWith(PoolingRows.OWN + "/"),
              row.citation().isEmpty() ? name(row) : row.citation(),
              href(row),
              year == null ? "" : Integer.toString(year),
              design(row, texts),
              each.definition(),
              switch (row.told()) {
                case PoolingRow.Patient patient -> patient.word();
                case PoolingRow.Result result -> result.printed();
              },
              each.standing() instanceof TableRow.Counted(int events, int patients)
                  ? events + "/" + patients
                  : "",
              each.apart(),
              report.why(each, texts),
              row.place().file() + ":" + row.place().line(),
              extracted(row),
              row.place().where(),
              row.place().quote()));
    }
    return rows;
  }

  private static String design(PoolingRow row, Texts texts) {
    Design design = row.design();
    return row.source() == PatientSource.OWN
        ? texts.text("pool.source.own")
        : texts.text("pooling.design." + (design == null ? "not-reported" : design.code()));
  }

  private String anchor(String row) {
    return "row-" + places.getOrDefault(row, 0);
  }

  private static String name(PoolingRow row) {
    return row.told() instanceof PoolingRow.Patient patient ? patient.name() : row.report();
  }

  /// The patient in the registry, or the record of the report with its exports and its log.
  private @Nullable String href(PoolingRow row) {
    if (row.id().startsWith(PoolingRows.OWN + "/")
        && row.told() instanceof PoolingRow.Patient patient
        && !own.isEmpty()) {
      return Addresses.patient(new PatientKey(own, patient.name()));
    }
    return review.records().containsKey(row.report())
        ? "/reviews/" + id + "/records/" + row.report()
        : null;
  }

  private @Nullable String extracted(PoolingRow row) {
    return !extraction.isEmpty()
            && !row.id().startsWith(PoolingRows.OWN + "/")
            && review.records().containsKey(row.report())
        ? "/reviews/" + id + "/extraction/" + extraction + "/" + row.report()
        : null;
  }

  /// What the mark of a study opens: its report, or the first of its rows where it is made of
  /// several reports or of own patients.
  @Nullable String mark(StudyCounts study) {
    List<TableRow> rows =
        report.pooling().rows().stream()
            .filter(row -> study.rows().contains(row.row().id()))
            .toList();
    if (rows.isEmpty()) {
      return null;
    }
    List<String> reports = rows.stream().map(row -> row.row().report()).distinct().toList();
    String report = reports.getFirst();
    return reports.size() == 1 && review.records().containsKey(report)
        ? "/reviews/" + id + "/records/" + report
        : "#" + anchor(rows.getFirst().row().id());
  }
}
