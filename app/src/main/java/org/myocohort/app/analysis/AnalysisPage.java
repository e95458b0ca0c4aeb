package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cohort.CohortWords;
import org.myocohort.app.patient.Words;
import org.myocohort.app.report.Html;
import org.myocohort.app.report.Page;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.figures.FigureSize;

/// The page of an analysis: the cohort step by step, each finding with its table, figure, sentences
/// and the rows behind it, the methods.
final class AnalysisPage {
  private static final double SCREEN = 720;

  private final Texts texts;
  private final DataTable data;
  private final CohortWords cohorts;

  AnalysisPage(Texts texts) {
    this.texts = texts;
    this.data = new DataTable(texts);
    this.cohorts = new CohortWords(texts);
  }

  String of(AnalysisReport report) {
    Html html = new Html();
    html.open("section", "class", "card").element("h1", report.result().plan().title());
    html.element("p", report.study().title());
    html.element("p", cohorts.sentence(report.selection().definition()));
    report.nobody().ifPresent(sentence -> html.element("p", sentence, "class", "attention"));
    flow(html, report.selection());
    html.close("section");
    for (AnalysisReport.Section section : report.sections()) {
      section(html, section);
    }
    html.open("section", "class", "card").element("h2", word("methods-heading"));
    html.element("p", String.join(" ", report.methods()));
    html.close("section");
    return Page.of(
        report.result().plan().title(), report.study().synthetic(), "", html, new Words(texts));
  }

  private String word(String code, Object... values) {
    return texts.text("analysis." + code, values);
  }

  private void flow(Html html, Selection selection) {
    html.table(
        word("flow-caption", selection.on().toString()),
        List.of(
            word("step"),
            word("demand"),
            word("not-met"),
            word("undetermined"),
            word("remaining")));
    cells(
        html,
        "",
        List.of(
            texts.text("cohort.step.study"),
            texts.text("cohort.demand.study", selection.on().toString()),
            "",
            "",
            Integer.toString(selection.patients().size())));
    for (Selection.StepResult step : selection.steps()) {
      cells(
          html,
          "",
          List.of(
              cohorts.name(step.step()),
              cohorts.demand(step.step()),
              Integer.toString(step.patients(Kind.NOT_MET).size()),
              Integer.toString(step.patients(Kind.UNDETERMINED).size()),
              Integer.toString(step.remaining().size())));
    }
    html.endTable();
  }

  private void section(Html html, AnalysisReport.Section section) {
    html.open("section", "class", "card", "id", section.name()).element("h2", section.title());
    section
        .figure()
        .ifPresent(chart ->
            html.open("figure")
                .markup(chart.sized(FigureSize.screen(SCREEN)).render())
                .element("figcaption", chart.caption().description())
                .close("figure"));
    html.table(section.title(), section.table().head());
    section.table().rows().forEach(row -> cells(html, "", row));
    html.endTable();
    section.table().notes().forEach(note -> html.element("p", note, "class", "note"));
    list(html, section.seen());
    if (!section.cannot().isEmpty()) {
      html.element("h3", word("cannot-heading"));
      list(html, section.cannot());
    }
    rows(html, section);
    html.close("section");
  }

  private static void list(Html html, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    html.open("ul");
    sentences.forEach(sentence -> html.element("li", sentence));
    html.close("ul");
  }

  /// The rows that marks of the figure lead to.
  private void rows(Html html, AnalysisReport.Section section) {
    html.open("details").element("summary", word("data-of", section.finding().rows().size()));
    List<String> head = new ArrayList<>(List.of(word("patient")));
    head.addAll(section.columns(texts));
    head.add(word("source-rows"));
    head.add(word("lacking"));
    html.table(section.title(), head);
    for (int i = 0; i < section.finding().rows().size(); i++) {
      Row row = section.finding().rows().get(i);
      List<String> cells = new ArrayList<>(List.of(row.patient()));
      cells.addAll(AnalysisReport.cells(row, texts));
      cells.add(String.join("; ", DataTable.references(row)));
      cells.add(String.join("; ", data.missing(row)));
      cells(html, anchor(section.name(), i), cells);
    }
    html.endTable().close("details");
  }

  /// The place in the page where a row of data stands.
  static String anchor(String section, int row) {
    return "row-" + section + "-" + (row + 1);
  }

  private static void cells(Html html, String id, List<String> cells) {
    if (id.isEmpty()) {
      html.open("tr");
    } else {
      html.open("tr", "id", id);
    }
    for (int i = 0; i < cells.size(); i++) {
      if (i == 0) {
        html.element("th", cells.get(i), "scope", "row");
      } else {
        html.element("td", cells.get(i));
      }
    }
    html.close("tr");
  }
}
