package org.myocohort.app.web;

import java.nio.charset.StandardCharsets;
import org.myocohort.registry.patient.PatientKey;
import org.springframework.web.util.UriUtils;

/// The addresses of studies, patients and rows.
public final class Addresses {
  private Addresses() {}

  /// The page of a study, such as `/studies/myositis`.
  public static String study(String study) {
    return "/studies/" + segment(study);
  }

  /// The page of a patient, such as `/studies/myositis/patients/P-1`.
  public static String patient(PatientKey patient) {
    return study(patient.study()) + "/patients/" + segment(patient.id());
  }

  /// The page of a row of a patient.
  public static String row(PatientKey patient, String table, String row) {
    return patient(patient) + "/rows/" + table + "/" + segment(row);
  }

  /// A text as a part of an address.
  public static String segment(String text) {
    // Nearly every id is plain, and a page names thousands of them.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '.';
      if (!plain) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
