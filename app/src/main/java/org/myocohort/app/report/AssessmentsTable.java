package org.myocohort.app.report;

import java.util.List;
import org.myocohort.app.patient.AssessmentRow;
import org.myocohort.app.patient.Words;

/// What the instruments beside the response score say of a patient, each answer with its parts.
final class AssessmentsTable {
  private AssessmentsTable() {}

  static void write(Html html, List<AssessmentRow> assessments, Words words) {
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
    for (AssessmentRow assessment : assessments) {
      html.open("tr")
          .element("th", assessment.instrument(), "scope", "row")
          .element("td", assessment.date())
          .element("td", assessment.answer())
          .element("td", assessment.bounds());
      html.open("td").text(assessment.parts());
      for (String note : assessment.notes()) {
        html.markup("<br>").element("span", note, "class", "quiet");
      }
      html.close("td").close("tr");
    }
    html.endTable().close("details").close("section");
  }
}
