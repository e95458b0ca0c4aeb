package org.myocohort.app.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.exchange.study.VisitRow;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.Visit;
import org.myocohort.response.CoreSetMeasure;
import org.myocohort.response.FollowUp;
import org.myocohort.response.PlainFollowUp;
import org.myocohort.response.ResponseStatus;

/// The rows of the `response` answer.
final class ResponseRows {
  private ResponseRows() {}

  private static final List<CoreSetMeasure> MEASURES = List.of(CoreSetMeasure.values());

  static final List<Column> COLUMNS = columns();

  private static List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of("patient"),
                Column.of("date"),
                Column.of("total"),
                Column.of("category"),
                Column.of("lower"),
                Column.of("upper"),
                Column.of("status"),
                Column.of("worsened"),
                Column.detail("worsened_25_percent"),
                Column.detail("baseline"),
                Column.detail("enzyme")));
    for (CoreSetMeasure measure : MEASURES) {
      columns.add(Column.detail(measure.code() + "_points"));
    }
    columns.add(Column.ifAny("missing"));
    columns.add(Column.detail("notes"));
    columns.add(Column.ifAny("index_drug_taken"));
    columns.add(Column.ifAny("added_or_raised"));
    return List.copyOf(columns);
  }

  /// Adds a visit.
  ///
  /// @param taken whether the index drug was taken, null where nothing is known of treatments
  /// @param changes treatments added or raised since baseline
  static void add(
      Answer answer,
      String patient,
      @Nullable Visit baseline,
      FollowUp followUp,
      @Nullable String taken,
      List<String> changes) {
    Assessment score = followUp.assessment();
    Bounds bounds = score.bounds();
    @Nullable Object[] row = new @Nullable Object[COLUMNS.size()];
    int next = 0;
    row[next++] = patient;
    row[next++] = followUp.visit().date();
    row[next++] = score.value();
    row[next++] = score.category();
    row[next++] = bounds == null ? null : bounds.lower();
    row[next++] = bounds == null ? null : bounds.upper();
    row[next++] = followUp.status().code();
    row[next++] = listed(followUp.worsened(), CoreSetMeasure::code);
    row[next++] = listed(followUp.worsenedByQuarter(), CoreSetMeasure::code);
    row[next++] = baseline == null ? null : baseline.date();
    row[next++] = enzyme(score);
    for (CoreSetMeasure measure : MEASURES) {
      row[next++] = points(score, measure);
    }
    row[next++] =
        followUp.status() == ResponseStatus.BEFORE_BASELINE
            ? List.of()
            : listed(score.missing(), ResponseRows::reference);
    row[next++] = listed(score.notes(), ResponseRows::note);
    row[next++] = taken;
    row[next] = changes;
    answer.row(row);
  }

  /// Adds a visit of which every value is a plain number or missing.
  static void add(
      Answer answer, String patient, VisitRow baseline, VisitRow visit, PlainFollowUp followUp) {
    MuscleEnzyme enzyme = followUp.enzyme();
    @Nullable Object[] row = new @Nullable Object[COLUMNS.size()];
    int next = 0;
    row[next++] = patient;
    row[next++] = visit.date();
    row[next++] = followUp.total();
    row[next++] = followUp.category();
    row[next++] = followUp.lower();
    row[next++] = followUp.upper();
    row[next++] = followUp.status().code();
    row[next++] = listed(followUp.worsened(), CoreSetMeasure::code);
    row[next++] = listed(followUp.worsenedByQuarter(), CoreSetMeasure::code);
    row[next++] = baseline.date();
    row[next++] = enzyme == null ? null : enzyme.code();
    List<Points> points = followUp.points();
    for (int i = 0; i < points.size(); i++) {
      row[next++] = points(points.get(i));
    }
    row[next++] =
        listed(
            followUp.missing(),
            missing ->
                (missing.atBaseline() ? baseline : visit).reference().id()
                    + "/"
                    + missing.column());
    row[next++] = listed(followUp.notes(), ResponseRows::note);
    row[next++] = null;
    row[next] = List.of();
    answer.row(row);
  }

  /// A loop, not a stream: it runs four times a row.
  private static <T> List<String> listed(List<T> items, Function<T, String> text) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      texts.add(text.apply(items.get(i)));
    }
    return texts;
  }

  private static String reference(Input input) {
    return input.row().id() + "/" + input.column();
  }

  private static String note(Note note) {
    return note.values().isEmpty() ? note.code() : note.code() + " " + note.values();
  }

  private static @Nullable String enzyme(Assessment score) {
    for (Part part : score.parts()) {
      if (part.code().equals(CoreSetMeasure.ENZYME.code())) {
        return part.detail().isEmpty() ? null : part.detail();
      }
    }
    return null;
  }

  private static @Nullable Object points(Assessment score, CoreSetMeasure measure) {
    for (Part part : score.parts()) {
      Points points = part.points();
      if (part.code().equals(measure.code()) && points != null) {
        return points(points);
      }
    }
    return null;
  }

  /// The points of a measure: a number, or `0..7.5` where they are open.
  private static Object points(Points points) {
    BigDecimal lower = points.lower();
    return points.decided() ? lower : Answer.decimal(lower) + ".." + Answer.decimal(points.upper());
  }
}
