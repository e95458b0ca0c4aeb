package org.myocohort.response;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.myocohort.Records;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// Pairs of visits for tests, written as `6 4`: baseline and follow-up, a dash where not recorded.
final class CoreSets {
  private CoreSets() {}

  static CoreSetComparison comparison(
      String global, String patient, String strength, String haq, String ck, String extramuscular) {
    return CoreSetComparison.of(
        ScoreForm.ADULT,
        visit(0, global, patient, strength, haq, ck, extramuscular),
        visit(1, global, patient, strength, haq, ck, extramuscular),
        null);
  }

  private static Visit visit(
      int which,
      String global,
      String patient,
      String strength,
      String haq,
      String ck,
      String extramuscular) {
    RowReference row = new RowReference("visits", "v" + which);
    Map<CoreSetScale, Value<BigDecimal>> scales = new EnumMap<>(CoreSetScale.class);
    scales.put(CoreSetScale.PHYSICIAN_GLOBAL, value(which, global));
    scales.put(CoreSetScale.PATIENT_GLOBAL, value(which, patient));
    scales.put(CoreSetScale.MANUAL_MUSCLE_TEST, value(which, strength));
    scales.put(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM, Records.number("150"));
    scales.put(CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE, value(which, haq));
    scales.put(CoreSetScale.EXTRAMUSCULAR, value(which, extramuscular));
    return new Visit(
        row,
        Moment.parse(which == 0 ? "2026-01-01" : "2026-07-01").orElseThrow(),
        scales,
        List.of(
            new EnzymeMeasurement(
                MuscleEnzyme.CK, row, "ck", value(which, ck), Records.number("200"), "U/L")));
  }

  private static Value<BigDecimal> value(int which, String pair) {
    String text = List.of(pair.split(" ", 2)).get(which);
    return Records.number(text.equals("-") ? "" : text);
  }
}
