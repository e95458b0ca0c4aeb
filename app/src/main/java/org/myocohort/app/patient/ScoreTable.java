package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.figures.BarStrip;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.Visit;
import org.myocohort.response.FollowUp;
import org.myocohort.response.ResponsePoint;

/// A response score beside its parts: baseline, now, change in percent of the range, points of the
/// most that the part can give.
///
/// @param visit the follow-up's date, linked to its row
/// @param measures the parts, none where the follow-up could not be judged
/// @param total the score, or the bounds that it lies between
/// @param category in words
/// @param status how far it could be judged, in words
/// @param worsened measures that got worse since baseline, in words; empty for none
/// @param remark why it cannot count as response to the index drug; empty where it can
/// @param notes assumptions and cautions, in words
public record ScoreTable(
    Cell visit,
    List<Measure> measures,
    String total,
    String category,
    String status,
    String worsened,
    String remark,
    List<String> notes) {
  public ScoreTable {
    measures = List.copyOf(measures);
    notes = List.copyOf(notes);
  }

  /// One part.
  ///
  /// @param change improvement in percent of the range; empty where it is not known
  /// @param points the points or their bounds, of the maximum
  /// @param bar the points as a strip, a missing part as a bar from its lower to its upper bound
  /// @param missing whether a missing value leaves the points open
  public record Measure(
      String name,
      Cell before,
      Cell now,
      String change,
      String points,
      String bar,
      boolean missing) {}

  /// The table of one follow-up.
  ///
  /// @param baseline what it was compared with, or null where there was none
  public static ScoreTable of(
      ResponsePoint point, @Nullable Visit baseline, SourceLinks links, Words words) {
    FollowUp followUp = point.followUp();
    Assessment score = followUp.assessment();
    List<Measure> measures = new ArrayList<>();
    for (Part part : score.parts()) {
      Points points = part.points();
      if (points != null) {
        measures.add(measure(part, points, baseline != null, followUp.visit(), links, words));
      }
    }
    return new ScoreTable(
        new Cell(followUp.visit().date().toString(), links.to(followUp.visit().row(), "")),
        measures,
        Words.scored(score.value(), score.bounds()),
        words.name("category", score.category()),
        words.name("status", followUp.status().code()),
        String.join(
            ", ",
            followUp.worsened().stream()
                .map(measure -> words.text("measure." + measure.code()))
                .toList()),
        ResponseMarks.remark(words, point),
        score.notes().stream().map((Note note) -> Reasons.note(note, words)).toList());
  }

  private static Measure measure(
      Part part, Points points, boolean baseline, Visit visit, SourceLinks links, Words words) {
    String name = name(part, words);
    BigDecimal amount = part.amount();
    return new Measure(
        name,
        baseline ? value(part, true, links, words) : Cell.EMPTY,
        value(part, false, links, words),
        amount == null ? "" : Answer.decimal(amount) + " %",
        (points.decided()
                ? Answer.decimal(points.lower())
                : Answer.decimal(points.lower()) + "–" + Answer.decimal(points.upper()))
            + " / "
            + Answer.decimal(points.maximum()),
        BarStrip.between(
                points.lower().doubleValue(),
                points.upper().doubleValue(),
                points.maximum().doubleValue(),
                Hue.BLUE,
                Mark.of(name + ": " + Answer.decimal(points.lower()), visit.row().toString()))
            .render(),
        !points.decided());
  }

  private static String name(Part part, Words words) {
    String name = words.text("measure." + part.code());
    return part.code().equals("enzyme") && !part.detail().isEmpty()
        ? name + " (" + part.detail().toUpperCase(Locale.ROOT) + ")"
        : name;
  }

  /// The value of one visit, linked to its row: inputs come baseline first.
  private static Cell value(Part part, boolean first, SourceLinks links, Words words) {
    Input found = null;
    for (Input input : part.inputs()) {
      boolean limit = input.column().endsWith("_max") || input.column().endsWith("_uln");
      if (!limit && (found == null || !first)) {
        found = input;
      }
    }
    return found == null
        ? Cell.EMPTY
        : new Cell(words.value(found.value()), links.to(found.row(), found.column()));
  }
}
