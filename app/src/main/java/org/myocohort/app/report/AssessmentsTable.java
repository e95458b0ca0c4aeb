package org.myocohort.app.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.Reasons;
import org.myocohort.app.patient.Words;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

/// What the instruments beside the response score say of a patient, each answer with its parts.
final class AssessmentsTable {
  private AssessmentsTable() {}

  static void write(Html html, List<Assessment> assessments, Words words) {
    if (assessments.isEmpty()) {
      return;
    }
    html.open("section", "class", "card").element("h2", words.text("assessments.heading"));
    html.open("details").element("summary", words.text("assessments.show", assessments.size()));
    html.table(
        words.text("assessments.caption"),
        List.of(
            words.text("assessments.instrument"),
            words.text("column.date"),
            words.text("assessments.answer"),
            words.text("assessments.bounds"),
            words.text("assessments.parts")));
    for (Assessment assessment : assessments) {
      Bounds bounds = assessment.bounds();
      BigDecimal value = assessment.value();
      Moment at = assessment.at();
      html.open("tr")
          .element(
              "th", words.name("instrument", assessment.instrument() + ".title"), "scope", "row")
          .element("td", at == null ? "" : at.toString())
          .element(
              "td",
              (value == null ? "" : Answer.decimal(value) + " ")
                  + words.name("category", assessment.category()))
          .element(
              "td",
              bounds == null || value != null
                  ? ""
                  : Answer.decimal(bounds.lower()) + "–" + Answer.decimal(bounds.upper()));
      html.open("td");
      parts(html, assessment, words);
      html.close("td").close("tr");
    }
    html.endTable().close("details").close("section");
  }

  private static void parts(Html html, Assessment assessment, Words words) {
    List<String> said = new ArrayList<>();
    for (Part part : assessment.parts()) {
      Points points = part.points();
      Truth truth = part.truth();
      if (points != null) {
        said.add(
            words.name("part", part.code())
                + " "
                + Answer.decimal(points.lower())
                + (points.decided() ? "" : "–" + Answer.decimal(points.upper())));
      } else if (truth != null) {
        said.add(
            words.name("part", part.code())
                + ": "
                + words.text("truth." + truth.name().toLowerCase(Locale.ROOT)));
      }
    }
    html.text(String.join("; ", said));
    for (Note note : assessment.notes()) {
      html.markup("<br>").element("span", Reasons.note(note, words), "class", "quiet");
    }
  }
}
