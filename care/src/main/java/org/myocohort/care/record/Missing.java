package org.myocohort.care.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.RowReference;

/// Something that the record does not hold.
///
/// @param kind what sort of thing it is
/// @param code which one: of a drug, a finding, a measurement, a kind of event, a column
/// @param row the row that lacks it, null where no row speaks of it
public record Missing(Kind kind, String code, @Nullable RowReference row) {

  /// Sorts of things that a record may lack.
  public enum Kind {
    /// No row of the drug.
    DRUG,
    /// No statement on the finding.
    FINDING,
    /// No value, or none recent enough.
    MEASUREMENT,
    /// No event of the kind.
    EVENT,
    /// A column of a row that is there.
    COLUMN,
    /// Why a drug, which is the code, was stopped.
    STOP_REASON,
    /// No row of treatment at all.
    TREATMENTS
  }

  public static Missing of(Kind kind, String code) {
    return new Missing(kind, code, null);
  }

  /// A column that a row leaves empty.
  public static Missing column(RowReference row, String column) {
    return new Missing(Kind.COLUMN, column, row);
  }

  /// Why a course was stopped. A published table gives the drugs of a column in one row, so that
  /// the row alone would not name the drug.
  public static Missing stopReason(RowReference row, String drug) {
    return new Missing(Kind.STOP_REASON, drug, row);
  }

  /// `drug:allopurinol`, or the row and column: `treatments/T1/stop`.
  @Override
  public String toString() {
    RowReference at = row;
    if (at == null) {
      return kind.name().toLowerCase(Locale.ROOT) + ":" + code;
    }
    if (kind != Kind.STOP_REASON) {
      return at.column(code);
    }
    String column = at.column("reason_stopped");
    return at.table().equals("treatments") ? column : column + ":" + code;
  }
}
