package org.myocohort.app.entry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.Words;
import org.myocohort.exchange.study.Study;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Part;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ResponseStatus;
import org.myocohort.response.ScoreForm;

/// What the response score of a visit would be if the form were saved as it stands.
///
/// @param state how far it could be computed
/// @param baseline the visit compared with, or null
/// @param assessment the score with its parts, null where there is none
/// @param note key of a sentence that says why there is none, or empty
public record ScorePreview(
    State state, @Nullable Visit baseline, @Nullable Assessment assessment, String note) {

  /// How far the score could be computed.
  public enum State {
    /// A value.
    COMPUTED,
    /// Bounds.
    PARTIAL,
    /// None, see the note.
    NONE,
    /// The visit is the one that the others are compared with.
    BASELINE
  }

  static ScorePreview none(String note) {
    return new ScorePreview(State.NONE, null, null, note);
  }

  /// The score of one visit.
  ///
  /// @param study the study with the patient as it would stand
  public static ScorePreview of(Study study, String patient, String visit) {
    Optional<PatientRecord> found = study.patient(patient);
    if (found.isEmpty()) {
      return none("entry.preview.date-first");
    }
    ResponseSeries series = ResponseSeries.of(ScoreForm.ADULT, found.get(), study.settings());
    Visit baseline = series.baseline();
    if (baseline != null && baseline.row().id().equals(visit)) {
      return new ScorePreview(State.BASELINE, baseline, null, "");
    }
    for (ResponsePoint point : series.points()) {
      if (point.followUp().visit().row().id().equals(visit)) {
        Assessment score = point.followUp().assessment();
        if (point.followUp().status() == ResponseStatus.BEFORE_BASELINE) {
          return new ScorePreview(State.NONE, baseline, score, "entry.preview.before-baseline");
        }
        return switch (score.status()) {
          case COMPUTED -> new ScorePreview(State.COMPUTED, baseline, score, "");
          case PARTIAL -> new ScorePreview(State.PARTIAL, baseline, score, "");
          case NOT_COMPUTABLE ->
              new ScorePreview(
                  State.NONE,
                  baseline,
                  score,
                  score.notes().isEmpty()
                      ? "entry.preview.date-first"
                      : "note." + score.notes().getLast().code());
        };
      }
    }
    return none("entry.preview.date-first");
  }

  /// The score, or its bounds, in short; empty where there is none.
  public String total() {
    if (assessment == null || state == State.NONE) {
      return "";
    }
    if (assessment.value() != null) {
      return Answer.decimal(assessment.value());
    }
    Bounds bounds = assessment.bounds();
    return bounds == null
        ? ""
        : Answer.decimal(bounds.lower()) + "–" + Answer.decimal(bounds.upper());
  }

  public String category() {
    return assessment == null ? "" : assessment.category();
  }

  /// One measure of the score.
  ///
  /// @param missing whether a value lacks at this visit or at the baseline
  public record Line(
      String measure,
      String baseline,
      String now,
      String change,
      String points,
      String maximum,
      boolean missing) {}

  public List<Line> lines() {
    return assessment == null || state == State.NONE
        ? List.of()
        : assessment.parts().stream().map(ScorePreview::line).toList();
  }

  private static Line line(Part part) {
    List<Input> inputs = part.inputs();
    String baseline = inputs.isEmpty() ? "" : shown(inputs.getFirst());
    int last = part.code().equals("mmt") && inputs.size() == 4 ? 2 : inputs.size() - 1;
    String now = inputs.size() < 2 ? "" : shown(inputs.get(last));
    var points = part.points();
    return new Line(
        part.code(),
        baseline,
        now,
        part.amount() == null ? "" : Answer.decimal(part.amount()),
        points == null
            ? ""
            : points.decided()
                ? Answer.decimal(points.lower())
                : Answer.decimal(points.lower()) + "–" + Answer.decimal(points.upper()),
        points == null ? "" : Answer.decimal(points.maximum()),
        part.amount() == null);
  }

  private static String shown(Input input) {
    return input.value().text(Words::plain, _ -> "–");
  }
}
