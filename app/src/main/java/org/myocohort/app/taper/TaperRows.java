package org.myocohort.app.taper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.care.taper.AbruptStop;
import org.myocohort.care.taper.DoseBounds;
import org.myocohort.care.taper.Relapse;
import org.myocohort.care.taper.TaperAttempt;
import org.myocohort.care.taper.TaperHistory;
import org.myocohort.care.taper.TaperSettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.CumulativeDose;

/// The rows of the `taper` answer: attempts, worsenings, stops at once, and the whole.
///
/// A dose is a number, or `7.5..12.5` where it lies between, `..10` below, `20..` above.
final class TaperRows {
  static final List<Column> COLUMNS =
      List.of(
          Column.of("patient"),
          Column.of("what"),
          Column.of("from"),
          Column.ifAny("to"),
          Column.ifAny("peak"),
          Column.ifAny("lowest"),
          Column.ifAny("dose"),
          Column.detail("dose_that_day"),
          Column.of("held"),
          Column.detail("held_from"),
          Column.ifAny("held_days"),
          Column.detail("lower_possible"),
          Column.ifAny("end"),
          Column.ifAny("raised_to"),
          Column.ifAny("below_low_dose"),
          Column.detail("after_response"),
          Column.detail("escalated"),
          Column.ifAny("by_definition"),
          Column.ifAny("cumulative_mg"),
          Column.ifAny("intravenous_mg"),
          Column.detail("open"),
          Column.ifAny("free_days"),
          Column.detail("row"),
          Column.detail("definition"));

  private final Answer answer;
  private final TaperSettings settings;

  TaperRows(Answer answer, TaperSettings settings) {
    this.answer = answer;
    this.settings = settings;
  }

  void add(String patient, TaperHistory history) {
    for (TaperAttempt attempt : history.attempts()) {
      attempt(patient, attempt);
    }
    for (Relapse relapse : history.relapses()) {
      relapse(patient, relapse);
    }
    for (AbruptStop stop : history.abruptStops()) {
      Row row = new Row(patient, stop.atDeath() ? "stop-at-death" : "abrupt-stop");
      row.put("from", stop.day());
      row.put("dose", rounded(stop.dose()));
      row.put("held_days", Math.toIntExact(stop.days()));
      row.write();
    }
    CumulativeDose cumulative = history.cumulative();
    if (cumulative != null) {
      Row row = new Row(patient, "total");
      row.put("from", history.standing().moment(first(history)));
      row.put("to", history.standing().until());
      row.cumulative(cumulative);
      row.put(
          "free_days",
          history.freeDays() == history.freeDaysAtMost()
              ? Math.toIntExact(history.freeDays())
              : history.freeDays() + ".." + history.freeDaysAtMost());
      row.write();
    }
  }

  private static long first(TaperHistory history) {
    long first = Long.MAX_VALUE;
    if (!history.standing().spans().isEmpty()) {
      first = history.standing().spans().getFirst().from();
    }
    if (!history.pulses().spans().isEmpty()) {
      first = Math.min(first, history.pulses().spans().getFirst().from());
    }
    return first;
  }

  private void attempt(String patient, TaperAttempt attempt) {
    Row row = new Row(patient, "attempt");
    row.put("from", attempt.from());
    row.put("to", attempt.to());
    row.put("peak", rounded(attempt.peak()));
    row.put("lowest", rounded(attempt.lowest()));
    TaperAttempt.Held held = attempt.held();
    if (held != null) {
      row.put("held", rounded(held.dose()));
      row.put("held_from", held.from());
      row.put("held_days", Math.toIntExact(held.days()));
    }
    row.put("lower_possible", attempt.lowerMayHaveBeenHeld());
    row.put("end", attempt.end().code());
    BigDecimal raised = attempt.raisedTo();
    row.put("raised_to", raised == null ? null : rounded(raised));
    CumulativeDose cumulative = attempt.cumulative();
    if (cumulative != null) {
      row.cumulative(cumulative);
    }
    row.write();
  }

  private void relapse(String patient, Relapse relapse) {
    Row row = new Row(patient, relapse.flare().kind().code());
    row.put(
        "from", relapse.flare().date() instanceof Value.Known<Moment>(Moment date) ? date : null);
    row.put("dose", bounds(relapse.dose()));
    row.put("dose_that_day", bounds(relapse.doseThatDay()));
    row.put("held", bounds(relapse.held()));
    row.put("below_low_dose", code(relapse.belowLow()));
    row.put("after_response", code(relapse.afterResponse()));
    row.put("escalated", code(relapse.escalated()));
    row.put("by_definition", code(relapse.byDefinition()));
    row.put("row", relapse.flare().row().toString());
    row.write();
  }

  private static String code(Truth truth) {
    return switch (truth) {
      case TRUE -> "yes";
      case FALSE -> "no";
      case UNKNOWN -> "unknown";
    };
  }

  static @Nullable Object bounds(@Nullable DoseBounds dose) {
    if (dose == null) {
      return null;
    }
    BigDecimal most = dose.most();
    if (most == null) {
      return dose.least().signum() == 0 ? "unknown" : plain(dose.least()) + "..";
    }
    if (dose.isExact()) {
      return rounded(most);
    }
    return (dose.below() && dose.least().signum() == 0 ? "<" : plain(dose.least()) + "..")
        + plain(most);
  }

  private static String plain(BigDecimal milligrams) {
    return Answer.decimal(rounded(milligrams));
  }

  private static BigDecimal rounded(BigDecimal milligrams) {
    return milligrams.setScale(1, RoundingMode.HALF_UP);
  }

  /// One row, its values by the names of their columns.
  private final class Row {
    private final @Nullable Object[] values = new @Nullable Object[COLUMNS.size()];

    Row(String patient, String what) {
      put("patient", patient);
      put("what", what);
      put(
          "definition",
          String.format(
              Locale.ROOT,
              "ours: held %d d; low dose %s mg/d; abrupt above %s mg/d after %d d; pause %d d;"
                  + " escalation within %d d",
              settings.heldDays(),
              settings.lowDose().toPlainString(),
              settings.abruptAbove().toPlainString(),
              settings.abruptAfterDays(),
              settings.gapDays(),
              settings.escalationDays()));
    }

    void put(String column, @Nullable Object value) {
      for (int i = 0; i < values.length; i++) {
        if (COLUMNS.get(i).key().equals(column)) {
          values[i] = value;
          return;
        }
      }
      throw new IllegalArgumentException("no such column: " + column);
    }

    void cumulative(CumulativeDose dose) {
      put("cumulative_mg", amount(dose.atLeast(), dose));
      put("intravenous_mg", amount(dose.intravenousAtLeast(), dose));
      List<String> open = new ArrayList<>();
      for (RowReference row : dose.open()) {
        open.add(row.toString());
      }
      put("open", open);
    }

    private static Object amount(BigDecimal milligrams, CumulativeDose dose) {
      return dose.open().isEmpty() ? rounded(milligrams) : plain(milligrams) + "..";
    }

    void write() {
      answer.row(values);
    }
  }
}
