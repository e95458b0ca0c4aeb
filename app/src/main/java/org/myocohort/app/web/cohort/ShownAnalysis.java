package org.myocohort.app.web.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.analysis.AnalysisReport;
import org.myocohort.app.analysis.ReportTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.app.web.Addresses;
import org.myocohort.app.web.cohort.CohortFlow.Source;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.figures.FigureSize;
import org.myocohort.registry.patient.PatientKey;

/// An analysis as its page shows it.
///
/// @param methods the paragraph of methods
/// @param nobody that nobody is in the cohort; null where somebody is
record ShownAnalysis(
    String planTitle,
    CohortFlow flow,
    List<Section> sections,
    String methods,
    @Nullable String nobody) {
  private static final double SCREEN = 720;

  /// More rows than this stand in the files only.
  private static final int ROWS = 2000;

  ShownAnalysis {
    sections = List.copyOf(sections);
  }

  /// One finding.
  ///
  /// @param name part of the addresses of its files
  /// @param figure as SVG, null where there is none
  /// @param caption what the figure shows; empty where there is none
  /// @param seen sentences of what was seen
  /// @param cannot sentences of what it cannot show
  /// @param columns names of the cells of its rows
  /// @param rows behind it, not more than a page holds
  /// @param all how many rows there are
  record Section(
      String name,
      String title,
      @Nullable String figure,
      String caption,
      ReportTable table,
      List<String> seen,
      List<String> cannot,
      List<String> columns,
      List<DataRow> rows,
      int all) {
    Section {
      seen = List.copyOf(seen);
      cannot = List.copyOf(cannot);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// A row of data.
  ///
  /// @param anchor where it stands in the page
  /// @param patient id
  /// @param href the patient's page
  /// @param sources the rows of the record that it rests on
  /// @param missing what the record lacks
  record DataRow(
      String anchor,
      String patient,
      String href,
      List<String> cells,
      List<Source> sources,
      List<String> missing) {
    DataRow {
      cells = List.copyOf(cells);
      sources = List.copyOf(sources);
      missing = List.copyOf(missing);
    }
  }

  static ShownAnalysis of(String study, AnalysisReport report, Texts texts) {
    MatchWords words = new MatchWords(texts);
    List<Section> sections = new ArrayList<>();
    for (AnalysisReport.Section section : report.sections()) {
      List<DataRow> rows = new ArrayList<>();
      List<Row> all = section.finding().rows();
      for (int i = 0; i < Math.min(ROWS, all.size()); i++) {
        rows.add(row(study, section.anchor(i), all.get(i), words, texts));
      }
      sections.add(
          new Section(
              section.name(),
              section.title(),
              section
                  .figure()
                  .map(chart -> chart.sized(FigureSize.screen(SCREEN)).render())
                  .orElse(null),
              section.figure().map(chart -> chart.caption().description()).orElse(""),
              section.table(),
              section.seen(),
              section.cannot(),
              section.columns(texts),
              rows,
              all.size()));
    }
    return new ShownAnalysis(
        report.result().plan().title(),
        CohortFlow.of(study, report.selection(), texts),
        sections,
        String.join(" ", report.methods()),
        report.nobody().orElse(null));
  }

  private static DataRow row(String study, String anchor, Row row, MatchWords words, Texts texts) {
    Map<String, Source> sources = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    for (Row.Cell cell : row.cells()) {
      for (Used used : cell.used()) {
        String reference = used.row().column(used.column());
        sources.putIfAbsent(reference, Source.of(study, row.patient(), used, reference));
      }
      cell.missing().forEach(each -> missing.add(words.missing(each)));
    }
    return new DataRow(
        anchor,
        row.patient(),
        Addresses.patient(new PatientKey(study, row.patient())),
        AnalysisReport.cells(row, texts),
        List.copyOf(sources.values()),
        List.copyOf(missing));
  }
}
