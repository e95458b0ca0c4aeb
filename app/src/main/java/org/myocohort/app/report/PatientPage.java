package org.myocohort.app.report;

import java.util.List;
import java.util.Optional;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.patient.AssessmentRow;
import org.myocohort.app.patient.Cell;
import org.myocohort.app.patient.CriteriaRow;
import org.myocohort.app.patient.PatientHeader;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.ScoreTable;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.app.patient.Timeline;
import org.myocohort.app.patient.TimelineOptions;
import org.myocohort.app.patient.Words;
import org.myocohort.figures.FigureSize;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;

/// One patient: who, the timeline, the response with its parts, the criteria with their reasons,
/// and every row behind them.
final class PatientPage {
  private static final int WIDE = 1150;
  private static final int NARROW = 360;
  private static final SourceLinks LINKS =
      SourceLinks.of((row, _) -> "#" + Html.anchor(row.toString()));

  private final PatientResults results;
  private final PatientRecord patient;
  private final boolean synthetic;
  private final List<SourceRows.SourceTable> sources;
  private final List<CheckFinding> attention;
  private final Words words;
  private final Optional<Timeline> timeline;
  private final String wideTimeline;
  private final Html html = new Html();

  /// Prepares a page.
  ///
  /// @param attention what `check` found in this patient
  PatientPage(
      PatientResults results,
      boolean synthetic,
      List<SourceRows.SourceTable> sources,
      List<CheckFinding> attention,
      Words words) {
    this.results = results;
    this.patient = results.patient();
    this.synthetic = synthetic;
    this.sources = sources;
    this.attention = attention;
    this.words = words;
    timeline = Timeline.of(results, TimelineOptions.USUAL, LINKS, words);
    wideTimeline = timeline.map(drawn -> drawn.render(FigureSize.screen(WIDE), stamp())).orElse("");
  }

  /// The page.
  ///
  /// @param home link to the study's page
  String render(String home) {
    identity();
    timeline();
    html.open("div", "class", "columns");
    response();
    html.open("div");
    classification();
    attention();
    html.close("div").close("div");
    AssessmentsTable.write(html, AssessmentRow.of(results, words), words);
    visits();
    records();
    return Page.of(words.text("patient.page-title", patient.id()), synthetic, home, html, words);
  }

  /// The timeline by itself, for a figure file; empty where nothing has a date.
  String timelineSvg() {
    return wideTimeline;
  }

  private String stamp() {
    return synthetic ? words.text("page.synthetic") : "";
  }

  private void identity() {
    PatientHeader header = PatientHeader.of(results, words);
    html.open("section", "class", "card").open("div", "class", "identity").open("div");
    html.element("h1", header.id());
    html.element("p", String.join(" · ", header.about()), "class", "quiet");
    html.open("ul", "class", "chips");
    header.antibodies().forEach(each -> html.element("li", each, "class", "key"));
    header.manifestations().forEach(each -> html.element("li", each));
    header.notKnown().forEach(each -> html.element("li", each, "class", "quiet"));
    html.close("ul").close("div");
    html.open("div", "class", "state");
    header.state().forEach(each -> large(each.label(), each.text(), each.remark()));
    html.close("div");
    html.close("div").close("section");
  }

  private void large(String label, String figure, String remark) {
    html.open("div")
        .element("span", label, "class", "quiet")
        .element("span", figure, "class", "figure")
        .element("span", remark, "class", "quiet")
        .close("div");
  }

  private void timeline() {
    html.open("section", "class", "card").element("h2", words.text("timeline.heading"));
    if (timeline.isEmpty()) {
      html.element("p", words.text("timeline.none"), "class", "quiet");
    } else {
      html.open("figure", "class", "wide").markup(wideTimeline).close("figure");
      html.open("figure", "class", "narrow")
          .markup(timeline.get().render(FigureSize.screen(NARROW), stamp()))
          .close("figure");
      html.element("p", words.text("timeline.reading"), "class", "quiet");
    }
    html.close("section");
  }

  private void response() {
    html.open("section", "class", "card").element("h2", words.text("response.heading"));
    Visit baseline = results.response().baseline();
    html.element(
        "p",
        words.text(
            "response.baseline-" + results.response().choice().code(),
            baseline == null ? "" : baseline.date()),
        "class",
        "quiet");
    ResponsePoint point = results.latestJudged().orElse(null);
    if (point != null) {
      ScoreTable score = ScoreTable.of(point, baseline, LINKS, words);
      html.table(
          words.text("response.at", score.visit().text()),
          List.of(
              words.text("response.measure"),
              words.text("response.before"),
              words.text("response.now"),
              words.text("response.change"),
              words.text("response.points"),
              ""));
      score.measures().forEach(this::measure);
      html.open("tr")
          .element("th", words.text("response.total"), "scope", "row")
          .element("td", "")
          .element("td", "")
          .element("td", "")
          .element("td", score.total(), "class", "number")
          .element("td", score.category())
          .close("tr")
          .endTable();
      if (!score.worsened().isEmpty()) {
        html.element("p", words.text("response.worsened", score.worsened()), "class", "attention");
      }
      score.notes().forEach(note -> html.element("p", note, "class", "quiet"));
    } else if (patient.reportedResponse().isKnown()) {
      html.element(
          "p",
          words.text(
              "response.reported",
              patient.reportedResponse().map(word -> words.name("category", word)).orElse("")));
    }
    html.close("section");
  }

  private void measure(ScoreTable.Measure measure) {
    html.open("tr").element("th", measure.name(), "scope", "row");
    valueCell(measure.before());
    valueCell(measure.now());
    html.element("td", measure.change(), "class", "number")
        .element("td", measure.points(), "class", "number");
    html.open("td").markup(measure.bar()).close("td").close("tr");
  }

  /// The value of one visit, linked to its row.
  private void valueCell(Cell cell) {
    html.open("td", "class", "number");
    if (cell.isLinked()) {
      html.link(cell.text(), cell.href());
    }
    html.close("td");
  }

  private void classification() {
    html.open("section", "class", "card").element("h2", words.text("classification.heading"));
    html.table(
        words.text("classification.caption"),
        List.of(
            words.text("classification.criteria"),
            words.text("classification.result"),
            words.text("classification.reason")));
    for (CriteriaRow row : CriteriaRow.of(results, LINKS, words)) {
      html.open("tr")
          .element("th", row.name(), "scope", "row")
          .element("td", row.result(), "class", row.style())
          .element("td", row.reason())
          .close("tr");
    }
    html.endTable().close("section");
  }

  private void attention() {
    html.open("section", "class", "card").element("h2", words.text("attention.heading"));
    if (attention.isEmpty()) {
      html.element("p", words.text("attention.none"), "class", "quiet");
    }
    for (CheckFinding finding : attention) {
      html.open("p", "class", "attention")
          .text(words.text("level." + finding.level().code()) + ": " + finding.message() + " ")
          .link(
              finding.table() + "/" + finding.id(),
              "#" + Html.anchor(finding.table() + "/" + finding.id()))
          .close("p");
    }
    html.close("section");
  }

  private void visits() {
    if (results.response().points().isEmpty()) {
      return;
    }
    html.open("section", "class", "card").element("h2", words.text("visits.heading"));
    html.table(
        words.text("visits.caption"),
        List.of(
            words.text("column.date"),
            words.text("column.total"),
            words.text("column.category"),
            words.text("column.status"),
            words.text("column.worsened"),
            words.text("visits.remark")));
    for (ResponsePoint point : results.response().points()) {
      ScoreTable score = ScoreTable.of(point, results.response().baseline(), LINKS, words);
      html.open("tr").open("th", "scope", "row");
      html.link(score.visit().text(), score.visit().href());
      html.close("th")
          .element("td", score.total(), "class", "number")
          .element("td", score.category())
          .element("td", score.status())
          .element("td", score.worsened())
          .element("td", score.remark())
          .close("tr");
    }
    html.endTable().close("section");
  }

  private void records() {
    html.open("section", "class", "card").element("h2", words.text("records.heading"));
    html.element("p", words.text("records.caption"), "class", "quiet");
    for (SourceRows.SourceTable table : sources) {
      html.element("h3", table.name());
      html.table(words.text("records.table", table.rows().size()), table.columns());
      for (SourceRows.SourceRow row : table.rows()) {
        html.open("tr", "id", Html.anchor(row.reference()));
        for (String cell : row.cells()) {
          html.element("td", cell);
        }
        html.close("tr");
      }
      html.endTable();
    }
    html.close("section");
  }
}
