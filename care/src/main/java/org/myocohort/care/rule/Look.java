package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.instrument.Note;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// The answer of a single look at the record, while it is put together.
final class Look {
  /// Of a value that has no date of its own.
  static final Value<Moment> NO_DATE = Value.absent(AbsenceReason.NOT_RECORDED);

  private final Rule.Leaf leaf;
  private final List<Used> used = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  Look(Rule.Leaf leaf) {
    this.leaf = leaf;
  }

  Look used(
      RowReference row,
      String column,
      String what,
      Value<?> value,
      String unit,
      Value<Moment> date) {
    used.add(new Used(row, column, what, shown(value, unit), shown(date, "")));
    return this;
  }

  Look used(RowReference row, String column, String what, String value, Value<Moment> date) {
    used.add(new Used(row, column, what, value, shown(date, "")));
    return this;
  }

  Look note(String code, String... values) {
    notes.add(Note.of(code, values));
    return this;
  }

  /// The answer; what is missing is named where it is open.
  Explained answer(Truth truth, @Nullable Missing missing) {
    return new Explained(
        leaf, Outcome.of(truth), List.of(), used, truth == Truth.UNKNOWN ? missing : null, notes);
  }

  static Explained missing(Rule.Leaf leaf, Missing missing) {
    return new Look(leaf).answer(Truth.UNKNOWN, missing);
  }

  static String shown(Value<?> value, String unit) {
    String text =
        value.text(
            Look::plain, reason -> reason == AbsenceReason.NOT_RECORDED ? "" : reason.text());
    return unit.isEmpty() || text.isEmpty() || value.isAbsent() ? text : text + " " + unit;
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
