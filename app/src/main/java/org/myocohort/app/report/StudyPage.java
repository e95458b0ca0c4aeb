package org.myocohort.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.Reasons;
import org.myocohort.app.patient.ResponseMarks;
import org.myocohort.app.patient.Words;
import org.myocohort.catalogue.Instruments;
import org.myocohort.classification.Classification;
import org.myocohort.classification.CriteriaSet;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.exchange.study.ReportedStatisticRow;
import org.myocohort.exchange.study.Study;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Rule;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.statistics.QuantileMethod;

/// The study: the case table, the figure, who meets which criteria, how each responded, the summary
/// numbers, and how far everything used is verified.
final class StudyPage {
  private final Study study;
  private final List<PatientResults> patients;
  private final CaseTable cases;
  private final CourseFigure course;
  private final SummaryNumbers summary;
  private final List<CheckFinding> findings;
  private final QuantileMethod quantiles;
  private final int notInFigure;
  private final ReportLinks links;
  private final Words words;
  private final Html html = new Html();

  StudyPage(
      Study study,
      List<PatientResults> patients,
      CaseTable cases,
      CourseFigure course,
      SummaryNumbers summary,
      List<CheckFinding> findings,
      QuantileMethod quantiles,
      int notInFigure,
      ReportLinks links,
      Words words) {
    this.study = study;
    this.patients = patients;
    this.cases = cases;
    this.course = course;
    this.summary = summary;
    this.findings = findings;
    this.quantiles = quantiles;
    this.notInFigure = notInFigure;
    this.links = links;
    this.words = words;
  }

  /// The whole page.
  String render(String figure) {
    part(figure);
    return Page.of(study.title(), study.synthetic(), "", html, words);
  }

  /// What stands in the page.
  String part(String figure) {
    html.open("section", "class", "card");
    html.element("h1", study.title());
    html.element("p", words.text("study.counts", patients.size(), visits()), "class", "quiet");
    if (study.synthetic()) {
      html.element("p", words.text("study.synthetic"), "class", "notice");
    }
    html.element("p", words.text("page.disclaimer"), "class", "notice").close("section");
    caseTable();
    figure(figure);
    classifications();
    responses();
    numbers();
    printed();
    checks();
    verification();
    return html.toString();
  }

  private int visits() {
    return patients.stream().mapToInt(each -> each.patient().visits().size()).sum();
  }

  private String page(String patient) {
    return links.patient(patient);
  }

  private void caseTable() {
    html.open("section", "class", "card").element("h2", words.text("table.heading"));
    html.table(words.text("table.caption", study.title()), cases.columns());
    Cohort group = null;
    for (CaseTable.Row row : cases.rows()) {
      if (row.cohort() != group) {
        group = row.cohort();
        html.open("tr", "class", "group")
            .element(
                "th",
                words.text("cohort." + group.code()),
                "scope",
                "colgroup",
                "colspan",
                Integer.toString(cases.columns().size()))
            .close("tr");
      }
      html.open("tr").open("th", "scope", "row");
      html.link(row.cells().getFirst(), page(row.patient()));
      html.close("th");
      for (String cell : row.cells().subList(1, row.cells().size())) {
        html.element("td", cell);
      }
      html.close("tr");
    }
    html.endTable();
    html.element("p", footnote(), "class", "quiet").close("section");
  }

  private String footnote() {
    List<String> meanings = new ArrayList<>();
    cases
        .abbreviations()
        .forEach((abbreviation, meaning) -> meanings.add(abbreviation + ": " + meaning));
    return String.join("; ", meanings) + (meanings.isEmpty() ? "" : ".");
  }

  private void figure(String figure) {
    html.open("section", "class", "card").element("h2", words.text("figure.heading"));
    if (course.isEmpty()) {
      html.element("p", words.text("figure.no-course"), "class", "notice").close("section");
      return;
    }
    html.open("figure").markup(figure);
    boolean cohort = !course.windows().isEmpty();
    html.element(
            "figcaption",
            (cohort
                    ? words.text("figure.caption-cohort", CourseFigure.MOST_LINES, quantiles.type())
                    : words.text("figure.caption"))
                + (notInFigure == 0 ? "" : " " + words.text("figure.course-others", notInFigure)))
        .close("figure");
    if (cohort) {
      windows();
      html.close("section");
      return;
    }
    html.open("details").element("summary", words.text("figure.table", course.rows().size()));
    html.table(
        words.text("figure.table-caption"),
        List.of(
            words.text("figure.panel"),
            words.text("column.patient"),
            words.text("figure.quantity"),
            words.text("column.date"),
            words.text("figure.month"),
            words.text("figure.value"),
            words.text("visits.remark")));
    for (CourseFigure.Row row : course.rows()) {
      html.open("tr", "id", Html.anchor(row.reference()))
          .element("td", row.panel())
          .open("th", "scope", "row")
          .link(row.patient(), links.row(row.patient(), rowOf(row.reference())))
          .close("th")
          .element("td", row.quantity())
          .element("td", row.date())
          .element("td", row.month(), "class", "number")
          .element("td", row.value(), "class", "number")
          .element("td", row.remark())
          .close("tr");
    }
    html.endTable().close("details").close("section");
  }

  private void windows() {
    html.open("details").element("summary", words.text("figure.windows"));
    html.table(
        words.text("figure.table-caption"),
        List.of(
            words.text("figure.quantity"),
            words.text("figure.month"),
            words.text("figure.value"),
            words.text("figure.patients"),
            words.text("summary.patients")));
    for (CohortCourse.Window window : course.windows()) {
      html.open("tr", "id", Html.anchor(window.reference()))
          .element("th", window.quantity(), "scope", "row")
          .element("td", Integer.toString(window.month()), "class", "number")
          .element(
              "td",
              Answer.decimal(window.median())
                  + " ("
                  + Answer.decimal(window.lower())
                  + "–"
                  + Answer.decimal(window.upper())
                  + ")",
              "class",
              "number")
          .element("td", Integer.toString(window.patients().size()), "class", "number")
          .element("td", String.join(", ", window.patients()))
          .close("tr");
    }
    html.endTable().close("details");
  }

  /// `measurements/M1` of `measurements/M1/value`.
  private static RowReference rowOf(String reference) {
    String[] steps = reference.split("/", -1);
    return new RowReference(steps[0], steps.length > 1 ? steps[1] : "");
  }

  private void classifications() {
    html.open("section", "class", "card").element("h2", words.text("classification.heading"));
    List<String> head = new ArrayList<>(List.of(words.text("column.patient")));
    for (CriteriaSet set : CriteriaSets.ALL) {
      head.add(words.text("criteria." + set.code()));
    }
    html.table(words.text("classification.caption"), head);
    for (PatientResults each : patients) {
      html.open("tr").open("th", "scope", "row");
      html.link(each.patient().id(), page(each.patient().id())).close("th");
      for (Classification classification : each.classifications()) {
        html.open("td", "class", classification.result().code().replace(" ", ""));
        html.open("span", "title", Reasons.of(classification, words))
            .text(words.name("result", classification.result().code()))
            .close("span")
            .close("td");
      }
      html.close("tr");
    }
    html.endTable();
    html.element("p", words.text("classification.reading"), "class", "quiet").close("section");
  }

  private void responses() {
    List<PatientResults> judged =
        patients.stream().filter(each -> each.latestJudged().isPresent()).toList();
    html.open("section", "class", "card").element("h2", words.text("response.heading"));
    html.element("p", words.text("response.rule"), "class", "quiet");
    if (judged.isEmpty()) {
      html.element("p", words.text("response.none-judged"), "class", "notice").close("section");
      return;
    }
    html.table(
        words.text("response.latest-caption"),
        List.of(
            words.text("column.patient"),
            words.text("response.drug"),
            words.text("response.baseline"),
            words.text("column.date"),
            words.text("column.total"),
            words.text("column.category"),
            words.text("response.to-drug"),
            words.text("visits.remark")));
    for (PatientResults each : judged) {
      ResponsePoint point = each.latestJudged().orElseThrow();
      Assessment score = point.followUp().assessment();
      String drug = each.response().indexDrug();
      Visit baseline = each.response().baseline();
      html.open("tr").open("th", "scope", "row");
      html.link(each.patient().id(), page(each.patient().id())).close("th");
      html.element("td", drug == null ? "" : words.drug(drug))
          .element("td", baseline == null ? "" : baseline.date().toString())
          .element("td", point.followUp().visit().date().toString())
          .element("td", Words.scored(score.value(), score.bounds()), "class", "number")
          .element("td", words.name("category", score.category()))
          .element("td", words.text(point.attributable() ? "yes" : "no"))
          .element("td", ResponseMarks.remark(words, point))
          .close("tr");
    }
    html.endTable().close("section");
  }

  private void numbers() {
    html.open("section", "class", "card").element("h2", words.text("summary.heading"));
    html.element(
        "p",
        words.text("summary.method", quantiles.type(), quantiles.position()),
        "class",
        "quiet");
    html.table(
        words.text("summary.caption"),
        List.of(
            words.text("summary.what"),
            words.text("summary.number"),
            words.text("summary.unknown"),
            words.text("summary.patients")));
    String group = "";
    for (SummaryNumbers.Entry entry : summary.entries()) {
      if (!entry.group().equals(group)) {
        group = entry.group();
        html.open("tr", "class", "group")
            .element(
                "th", words.text("summary.group." + group), "scope", "colgroup", "colspan", "4")
            .close("tr");
      }
      html.open("tr")
          .element("th", entry.label(), "scope", "row")
          .element("td", entry.value())
          .element("td", entry.unknown() == 0 ? "" : Integer.toString(entry.unknown()))
          .open("td");
      boolean first = true;
      for (String patient : entry.patients()) {
        html.text(first ? "" : ", ").link(patient, page(patient));
        first = false;
      }
      html.close("td").close("tr");
    }
    html.endTable().close("section");
  }

  /// The numbers that publications print about the study, as printed.
  private void printed() {
    if (study.reportedStatistics().isEmpty()) {
      return;
    }
    html.open("section", "class", "card").element("h2", words.text("printed.heading"));
    html.element("p", words.text("printed.reading"), "class", "quiet");
    html.table(
        words.text("printed.caption"),
        List.of(
            "id",
            words.text("printed.source"),
            words.text("printed.quantity"),
            "n",
            words.text("printed.statistic"),
            words.text("printed.value"),
            words.text("printed.spread"),
            "p"));
    for (ReportedStatisticRow row : study.reportedStatistics()) {
      String spread =
          row.low().isEmpty() && row.high().isEmpty()
              ? ""
              : row.lowHighKind() + " " + row.low() + "–" + row.high();
      html.open("tr", "id", Html.anchor(row.row().toString()))
          .element("th", row.row().id(), "scope", "row")
          .element("td", row.source())
          .element("td", row.quantity())
          .element(
              "td",
              row.n()
                  + (row.nSource().equals("inferred") ? " " + words.text("printed.inferred") : ""))
          .element("td", row.statistic())
          .element("td", row.value() + " " + row.unit())
          .element("td", spread)
          .element("td", row.pValue())
          .close("tr");
    }
    html.endTable().close("section");
  }

  private void checks() {
    html.open("section", "class", "card").element("h2", words.text("checks.heading"));
    html.element("p", words.text("checks.reading"), "class", "quiet");
    if (findings.isEmpty()) {
      html.element("p", words.text("attention.none"), "class", "quiet").close("section");
      return;
    }
    html.table(
        words.text("checks.caption"),
        List.of(words.text("column.id"), words.text("column.level"), words.text("column.message")));
    for (CheckFinding finding : findings) {
      RowReference row = new RowReference(finding.table(), finding.id());
      String place =
          finding.patient() == null
              ? "#" + Html.anchor(row.toString())
              : links.row(finding.patient(), row);
      html.open("tr").open("th", "scope", "row").link(finding.id(), place).close("th");
      html.element("td", words.text("level." + finding.level().code()))
          .element("td", finding.message())
          .close("tr");
    }
    html.endTable().close("section");
  }

  /// What was used, with its citation and what is verified of it.
  private void verification() {
    html.open("section", "class", "card").element("h2", words.text("verification.heading"));
    html.element("p", words.text("verification.reading"), "class", "quiet");
    html.table(
        words.text("verification.caption"),
        List.of(
            words.text("verification.instrument"),
            words.text("verification.citation"),
            words.text("verification.marks")));
    for (CriteriaSet set : CriteriaSets.ALL) {
      instrument(words.text("criteria." + set.code()), set.citation(), set.code(), set.rules());
    }
    for (Instrument instrument : Instruments.ALL) {
      instrument(
          words.name("instrument", instrument.code() + ".title"),
          instrument.citation(),
          instrument.code(),
          instrument.rules());
    }
    html.endTable().close("section");
  }

  private void instrument(String name, String citation, String code, List<Rule> rules) {
    Map<String, List<String>> marks = new LinkedHashMap<>();
    for (Rule rule : rules) {
      marks
          .computeIfAbsent(
              words.text("verification." + rule.verification().name().toLowerCase(Locale.ROOT)),
              _ -> new ArrayList<>())
          .add(words.name("instrument", code + ".rule." + rule.code()));
    }
    html.open("tr").element("th", name, "scope", "row").element("td", citation).open("td");
    boolean first = true;
    for (Map.Entry<String, List<String>> mark : marks.entrySet()) {
      html.markup(first ? "" : "<br>")
          .element("b", mark.getKey() + ": ")
          .text(String.join("; ", mark.getValue()));
      first = false;
    }
    html.close("td").close("tr");
  }
}
