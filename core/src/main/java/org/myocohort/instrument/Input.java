package org.myocohort.instrument;

import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;

/// One value that an instrument read, and where it stands.
///
/// @param row the row
/// @param column the column in it
/// @param value what stands there, absent included
/// @param unit UCUM code, empty for a count, a scale or a word
public record Input(RowReference row, String column, Value<?> value, String unit) {
  public boolean isMissing() {
    return value.isAbsent();
  }
}
