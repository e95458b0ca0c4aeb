package org.myocohort.registry.importing;

import java.util.Locale;

/// What an import would do with a row.
public enum Fate {
  /// The row is added.
  NEW,
  /// The row stands as it is in the file.
  UNCHANGED,
  /// Some of the row's cells change.
  CHANGED,
  /// The row says again what another row of the file says.
  REPEATED,
  /// A value was entered by hand since the last import, and the file says otherwise: somebody has
  /// to decide, and until then what was entered by hand is kept.
  DECISION,
  /// The row is wrong.
  REFUSED,
  /// The row is of a patient that neither the registry nor the file has.
  PATIENT_MISSING;

  /// Whether the row cannot be imported.
  public boolean isBad() {
    return this == REFUSED || this == PATIENT_MISSING;
  }

  /// Its name in files, addresses and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
