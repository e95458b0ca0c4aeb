package org.myocohort.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.Reasons;
import org.myocohort.app.patient.ResponseMarks;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.app.patient.Timeline;
import org.myocohort.app.patient.TimelineOptions;
import org.myocohort.app.patient.Words;
import org.myocohort.classification.Classification;
import org.myocohort.figures.BarStrip;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.treatment.TreatmentHistory;
import org.myocohort.vocabulary.Vocabulary;

/// One patient: who, the timeline, the response with its parts, the criteria with their reasons,
/// and every row behind them.
final class PatientPage {
  private static final int WIDE = 1150;
  private static final int NARROW = 360;
  private static final Set<String> INVESTIGATIONS =
      Set.of("biopsy", "emg", "imaging", "examination");

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
    timeline =
        Timeline.of(
            results,
            TimelineOptions.USUAL,
            SourceLinks.of((row, _) -> "#" + Html.anchor(row.toString())),
            words);
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
    AssessmentsTable.write(html, results.assessments(), words);
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
    Person person = patient.person();
    html.open("section", "class", "card").open("div", "class", "identity").open("div");
    html.element("h1", patient.id());
    List<String> about = new ArrayList<>();
    about.add(person.sex().map(sex -> words.text("sex." + sex.code())).orElse(""));
    about.add(age());
    about.add(person.source().map(String::toString).orElse(""));
    about.add(
        person.diagnosis().isKnown()
            ? words.text("patient.diagnosed", words.value(person.diagnosis()))
            : "");
    about.add(person.centre().map(String::toString).orElse(""));
    about.removeIf(String::isEmpty);
    html.element("p", String.join(" · ", about), "class", "quiet");
    html.open("ul", "class", "chips");
    for (AntibodyResult result : patient.antibodies()) {
      if (result.result().truth() == Truth.TRUE) {
        html.element(
            "li",
            Words.antibody(result.antibody(), "+")
                + result.method().map(method -> " " + method).orElse(""),
            "class",
            "key");
      }
    }
    for (Manifestation manifestation : patient.manifestations()) {
      if (manifestation.present() == Truth.TRUE
          && !INVESTIGATIONS.contains(
              Vocabulary.findings().term(manifestation.finding()).cell("organ"))) {
        html.element("li", words.finding(manifestation.finding()));
      }
    }
    for (String open : openFindings()) {
      html.element("li", words.text("patient.not-known", open), "class", "quiet");
    }
    html.close("ul").close("div");
    state();
    html.close("div").close("section");
  }

  private String age() {
    if (patient.person().ageYears().isKnown()) {
      return words.text("patient.age", words.value(patient.person().ageYears()));
    }
    Moment zero = results.dayZero();
    return zero != null && patient.person().birth() instanceof Value.Known<Moment>(Moment birth)
        ? zero.yearsSince(birth)
            .map(span ->
                words.text(
                    "patient.age-at-index",
                    span.least() == span.most()
                        ? Integer.toString(span.least())
                        : span.least() + "–" + span.most()))
            .orElse("")
        : "";
  }

  /// The letter's items on which nothing is known, so that absence is written out.
  private List<String> openFindings() {
    List<String> open = new ArrayList<>();
    for (Part part : results.classifications().getFirst().parts()) {
      if (part.truth() == Truth.UNKNOWN) {
        open.add(words.text("item." + part.code()));
      }
    }
    return open;
  }

  /// The present state in large figures.
  private void state() {
    html.open("div", "class", "state");
    results
        .latestJudged()
        .ifPresent(point -> {
          Assessment score = point.followUp().assessment();
          large(
              words.text("patient.response-now"),
              score(score),
              words.name("category", score.category())
                  + ", "
                  + point.followUp().visit().date()
                  + (point.attributable() ? "" : " (" + ResponseMarks.remark(words, point) + ")"));
        });
    if (!patient.visits().isEmpty()) {
      Moment last = patient.visits().getLast().date();
      TreatmentHistory.prednisoneEquivalentOn(patient, last)
          .ifPresent(dose ->
              large(
                  words.text("patient.prednisone-now"),
                  Answer.decimal(dose.setScale(1, RoundingMode.HALF_UP)) + " mg",
                  last.toString()));
    }
    html.close("div");
  }

  private void large(String label, String figure, String remark) {
    html.open("div")
        .element("span", label, "class", "quiet")
        .element("span", figure, "class", "figure")
        .element("span", remark, "class", "quiet")
        .close("div");
  }

  private static String score(Assessment score) {
    return Words.scored(score.value(), score.bounds());
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
      html.table(
          words.text("response.at", point.followUp().visit().date()),
          List.of(
              words.text("response.measure"),
              words.text("response.before"),
              words.text("response.now"),
              words.text("response.change"),
              words.text("response.points"),
              ""));
      for (Part part : point.followUp().assessment().parts()) {
        measure(part, baseline, point.followUp().visit());
      }
      Assessment score = point.followUp().assessment();
      html.open("tr")
          .element("th", words.text("response.total"), "scope", "row")
          .element("td", "")
          .element("td", "")
          .element("td", "")
          .element("td", score(score), "class", "number")
          .element("td", words.name("category", score.category()))
          .close("tr")
          .endTable();
      if (!point.followUp().worsened().isEmpty()) {
        html.element(
            "p",
            words.text(
                "response.worsened",
                String.join(
                    ", ",
                    point.followUp().worsened().stream()
                        .map(measure -> words.text("measure." + measure.code()))
                        .toList())),
            "class",
            "attention");
      }
      notes(score.notes());
    } else if (patient.reportedResponse().isKnown()) {
      html.element(
          "p",
          words.text(
              "response.reported",
              patient.reportedResponse().map(word -> words.name("category", word)).orElse("")));
    }
    html.close("section");
  }

  private void measure(Part part, @Nullable Visit baseline, Visit visit) {
    Points points = part.points();
    if (points == null) {
      return;
    }
    html.open("tr").element("th", measureName(part), "scope", "row");
    valueCell(part, baseline == null ? "" : baseline.row().id(), true);
    valueCell(part, visit.row().id(), false);
    BigDecimal amount = part.amount();
    html.element("td", amount == null ? "" : Answer.decimal(amount) + " %", "class", "number");
    html.element(
        "td",
        (points.decided()
                ? Answer.decimal(points.lower())
                : Answer.decimal(points.lower()) + "–" + Answer.decimal(points.upper()))
            + " / "
            + Answer.decimal(points.maximum()),
        "class",
        "number");
    html.open("td")
        .markup(
            BarStrip.between(
                    points.lower().doubleValue(),
                    points.upper().doubleValue(),
                    points.maximum().doubleValue(),
                    Hue.BLUE,
                    Mark.of(
                        measureName(part) + ": " + Answer.decimal(points.lower()),
                        visit.row().toString()))
                .render())
        .close("td")
        .close("tr");
  }

  private String measureName(Part part) {
    String name = words.text("measure." + part.code());
    return part.code().equals("enzyme") && !part.detail().isEmpty()
        ? name + " (" + part.detail().toUpperCase(Locale.ROOT) + ")"
        : name;
  }

  /// The value of one visit, linked to its row.
  private void valueCell(Part part, String visit, boolean first) {
    Input found = null;
    for (Input input : part.inputs()) {
      boolean limit = input.column().endsWith("_max") || input.column().endsWith("_uln");
      if (!limit && (found == null || !first)) {
        found = input;
      }
    }
    html.open("td", "class", "number");
    if (found != null && !visit.isEmpty()) {
      html.link(words.value(found.value()), "#" + Html.anchor(found.row().toString()));
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
    for (Classification classification : results.classifications()) {
      html.open("tr")
          .element("th", words.text("criteria." + classification.criteria()), "scope", "row")
          .element(
              "td",
              words.name("result", classification.result().code())
                  + (classification.grade().isEmpty()
                      ? ""
                      : " (" + words.name("grade", classification.grade()) + ")"),
              "class",
              classification.result().code().replace(" ", ""))
          .element("td", Reasons.of(classification, words))
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

  private void notes(List<Note> notes) {
    for (Note note : notes) {
      html.element("p", Reasons.note(note, words), "class", "quiet");
    }
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
      Assessment score = point.followUp().assessment();
      html.open("tr").open("th", "scope", "row");
      html.link(
          point.followUp().visit().date().toString(),
          "#" + Html.anchor(point.followUp().visit().row().toString()));
      html.close("th")
          .element("td", score(score), "class", "number")
          .element("td", words.name("category", score.category()))
          .element("td", words.name("status", point.followUp().status().code()))
          .element(
              "td",
              String.join(
                  ", ",
                  point.followUp().worsened().stream()
                      .map(measure -> words.text("measure." + measure.code()))
                      .toList()))
          .element("td", ResponseMarks.remark(words, point))
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
