package org.myocohort.app.web.patients;

import java.util.List;
import java.util.regex.Pattern;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.Addresses;
import org.myocohort.registry.overview.PatientLine;
import org.myocohort.registry.patient.PatientKey;

/// A patient of the list, in the words of the page.
///
/// @param address of the patient's page
/// @param antibodies as papers print them
/// @param score the latest score or its bounds, a dash for neither
/// @param category the latest response category in words, empty for none
/// @param sparkline the course of the score as SVG, empty for none
/// @param completeness share of the expected items that are known, in percent
public record ShownPatient(
    PatientLine line,
    String address,
    String antibodies,
    String sex,
    String score,
    String category,
    String sparkline,
    int completeness) {
  private static final Pattern NUMBERED = Pattern.compile("-(\\d+)$");

  static ShownPatient of(String study, PatientLine line, Texts texts) {
    return new ShownPatient(
        line,
        Addresses.patient(new PatientKey(study, line.id())),
        antibodies(line.antibodies()),
        line.sex().isEmpty() ? "" : texts.text("sex." + line.sex()),
        score(line),
        category(line.category(), texts),
        ScoreSparkline.of(line.course()),
        line.itemsExpected() == 0 ? 100 : line.itemsFilled() * 100 / line.itemsExpected());
  }

  private static String antibodies(List<String> codes) {
    return String.join(", ", codes.stream().map(ShownPatient::antibody).toList());
  }

  /// `anti-Jo1`, as papers print it.
  static String antibody(String code) {
    return NUMBERED.matcher(code).replaceFirst("$1");
  }

  private static String category(String code, Texts texts) {
    return code.isEmpty() ? "" : texts.text("category." + code);
  }

  private static String score(PatientLine line) {
    if (!line.score().isEmpty()) {
      return plain(line.score());
    }
    return line.lower().isEmpty() ? "–" : plain(line.lower()) + "–" + plain(line.upper());
  }

  private static String plain(String decimal) {
    return decimal.endsWith(".0") ? decimal.substring(0, decimal.length() - 2) : decimal;
  }
}
