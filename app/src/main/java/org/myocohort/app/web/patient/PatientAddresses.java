package org.myocohort.app.web.patient;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.patient.RowReference;
import org.myocohort.registry.patient.PatientKey;
import org.springframework.web.util.UriUtils;

/// The addresses of a patient's pages and rows.
final class PatientAddresses {
  private PatientAddresses() {}

  /// The patient's own page, such as `/studies/myositis/patients/P-1`.
  static String of(PatientKey patient) {
    return "/studies/" + segment(patient.study()) + "/patients/" + segment(patient.id());
  }

  /// Where the rows of a patient open, and which of them were corrected.
  static SourceLinks links(PatientKey patient, Set<RowReference> corrected) {
    String base = of(patient);
    return new SourceLinks((row, column) -> row(base, row, column), corrected);
  }

  private static String row(String base, RowReference row, String column) {
    String address = base + "/rows/" + row.table() + "/" + segment(row.id());
    return column.isEmpty() ? address : address + "#" + column;
  }

  private static String segment(String text) {
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
