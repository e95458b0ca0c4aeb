package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.analysis.Analyst;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.exchange.study.Study;
import org.myocohort.figures.chart.Chart;

/// An analysis as it is shown: each finding with its table, its figures and its sentences.
///
/// @param study of which
/// @param selection how the cohort came about
/// @param result what was computed
/// @param sections one for each finding, in its order
/// @param methods sentences of the paragraph of methods
/// @param nobody that nobody is in the cohort; empty where somebody is
public record AnalysisReport(
    Study study,
    Selection selection,
    Analyst.Result result,
    List<Section> sections,
    List<String> methods,
    Optional<String> nobody) {
  public AnalysisReport {
    sections = List.copyOf(sections);
    methods = List.copyOf(methods);
  }

  /// One finding.
  ///
  /// @param name file name without its ending, such as `02-response-by-phenotype`
  /// @param figure empty where there is none
  /// @param seen sentences of what was seen
  /// @param cannot sentences of what it cannot show
  public record Section(
      String name,
      Finding finding,
      ReportTable table,
      Optional<Chart> figure,
      List<String> seen,
      List<String> cannot) {
    public Section {
      seen = List.copyOf(seen);
      cannot = List.copyOf(cannot);
    }

    public String title() {
      return finding.question().title();
    }

    /// Names of the cells of the rows behind it, in the reader's language where they are words of
    /// this program. Files keep the names that the command `stats` knows.
    public List<String> columns(Texts texts) {
      return finding.columns().stream()
          .map(column -> {
            String code = "analysis.column." + column.replace(' ', '-');
            return texts.has(code) ? texts.text(code) : column;
          })
          .toList();
    }

    /// The place in a page where a row of data stands: marks of the figure lead there.
    public String anchor(int row) {
      return AnalysisPage.anchor(name, row);
    }
  }

  /// The cells of a row as a page shows them: yes and no in the reader's language, bounds where
  /// only those are known, and what a reader must know of a value beside it.
  public static List<String> cells(Row row, Texts texts) {
    Shown shown = new Shown(texts);
    return row.cells().stream().map(cell -> cell(cell, shown, texts)).toList();
  }

  private static String cell(Row.Cell cell, Shown shown, Texts texts) {
    String value =
        switch (cell.value()) {
          case "yes", "no" -> texts.text("analysis." + cell.value());
          default -> cell.bounds().map(shown::bounds).orElse(cell.value());
        };
    return Stream.concat(Stream.of(value), shown.flags(cell.flags()))
        .collect(Collectors.joining("; "));
  }

  static AnalysisReport of(
      Study study, Selection selection, Analyst.Result result, String version, Texts texts) {
    FindingTables tables = new FindingTables(texts);
    FindingSentences sentences = new FindingSentences(texts);
    String stamp = study.synthetic() ? texts.text("page.synthetic") : "";
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < result.findings().size(); i++) {
      Finding finding = result.findings().get(i);
      String name = name(i + 1, finding.question().title());
      sections.add(
          new Section(
              name,
              finding,
              tables.of(finding),
              new FindingFigures(new FigureParts(name, stamp, texts), texts).of(finding),
              sentences.seen(finding, result.adjusted().get(i)),
              sentences.cannot(finding)));
    }
    return new AnalysisReport(
        study,
        selection,
        result,
        sections,
        new MethodsText(texts).of(selection, result, version),
        selection.members().isEmpty()
            ? Optional.of(texts.text("analysis.nobody", selection.on().toString()))
            : Optional.empty());
  }

  private static String name(int number, String title) {
    String plain =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-$", "") : plain;
    return (number < 10 ? "0" : "") + number + (cut.isEmpty() ? "" : "-" + cut);
  }
}
