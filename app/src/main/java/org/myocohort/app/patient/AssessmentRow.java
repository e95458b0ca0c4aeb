package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.myocohort.app.cli.Answer;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

/// What an instrument beside the response score says of a patient at one time, with its parts.
///
/// @param instrument its title
/// @param date empty where it speaks of the whole record
/// @param answer value and category
/// @param bounds what missing inputs leave open; empty where the value is known
/// @param parts in words
/// @param notes assumptions and cautions, in words
public record AssessmentRow(
    String instrument,
    String date,
    String answer,
    String bounds,
    String parts,
    List<String> notes) {
  public AssessmentRow {
    notes = List.copyOf(notes);
  }

  /// Every answer, in order of time.
  public static List<AssessmentRow> of(PatientResults results, Words words) {
    return results.assessments().stream().map(each -> of(each, words)).toList();
  }

  private static AssessmentRow of(Assessment assessment, Words words) {
    Bounds bounds = assessment.bounds();
    BigDecimal value = assessment.value();
    Moment at = assessment.at();
    return new AssessmentRow(
        words.name("instrument", assessment.instrument() + ".title"),
        at == null ? "" : at.toString(),
        (value == null ? "" : Answer.decimal(value) + " ")
            + words.name("category", assessment.category()),
        bounds == null || value != null
            ? ""
            : Answer.decimal(bounds.lower()) + "–" + Answer.decimal(bounds.upper()),
        parts(assessment, words),
        assessment.notes().stream().map((Note note) -> Reasons.note(note, words)).toList());
  }

  private static String parts(Assessment assessment, Words words) {
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
    return String.join("; ", said);
  }
}
