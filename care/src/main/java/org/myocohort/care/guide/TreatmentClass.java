package org.myocohort.care.guide;

import java.util.Locale;

/// The classes by which treatments are listed.
public enum TreatmentClass {
  GLUCOCORTICOID,
  IMMUNOSUPPRESSANT,
  BIOLOGIC,
  /// Immunoglobulins given, antibodies taken away.
  ANTIBODIES,
  /// Small molecules against one signal.
  TARGETED,
  ANTIFIBROTIC,
  REHABILITATION,
  SUPPORTIVE;

  /// Its word in files and message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
