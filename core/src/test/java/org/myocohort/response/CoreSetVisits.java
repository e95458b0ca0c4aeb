package org.myocohort.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// Visits written as in the reference: `PGA 6, PtGA 5, EXT 5, MMT 130/150, HAQ 1.5, CK 3000/200`,
/// `?` for what was not done.
final class CoreSetVisits {
  private CoreSetVisits() {}

  static Visit visit(String day, String text) {
    RowReference row = new RowReference("visits", "P@" + day);
    Map<CoreSetScale, Value<BigDecimal>> scales = new EnumMap<>(CoreSetScale.class);
    List<EnzymeMeasurement> enzymes = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      if (entry.isBlank()) {
        continue;
      }
      String[] words = entry.strip().split(" ", -1);
      String[] numbers = words[1].split("/", -1);
      switch (words[0]) {
        case "PGA" -> scales.put(CoreSetScale.PHYSICIAN_GLOBAL, value(numbers[0]));
        case "PtGA" -> scales.put(CoreSetScale.PATIENT_GLOBAL, value(numbers[0]));
        case "EXT" -> scales.put(CoreSetScale.EXTRAMUSCULAR, value(numbers[0]));
        case "HAQ" -> scales.put(CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE, value(numbers[0]));
        case "CMAS" ->
            scales.put(CoreSetScale.CHILDHOOD_MYOSITIS_ASSESSMENT_SCALE, value(numbers[0]));
        case "DAS" -> scales.put(CoreSetScale.DISEASE_ACTIVITY_SCORE, value(numbers[0]));
        case "CHQ" ->
            scales.put(CoreSetScale.CHILD_HEALTH_QUESTIONNAIRE_PHYSICAL, value(numbers[0]));
        case "MMT" -> {
          scales.put(CoreSetScale.MANUAL_MUSCLE_TEST, value(numbers[0]));
          if (numbers.length > 1) {
            scales.put(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM, value(numbers[1]));
          }
        }
        default -> {
          MuscleEnzyme enzyme = MuscleEnzyme.valueOf(words[0]);
          enzymes.add(
              new EnzymeMeasurement(
                  enzyme,
                  row,
                  enzyme.code(),
                  value(numbers[0]),
                  numbers.length > 1 ? value(numbers[1]) : Value.absent(AbsenceReason.NOT_RECORDED),
                  "U/L"));
        }
      }
    }
    return new Visit(row, Moment.parse(day).orElseThrow(), scales, enzymes);
  }

  static CoreSetComparison compare(String baseline, String followUp) {
    return compare(ScoreForm.ADULT, baseline, followUp);
  }

  static CoreSetComparison compare(ScoreForm form, String baseline, String followUp) {
    return CoreSetComparison.of(
        form, visit("2024-01-01", baseline), visit("2024-06-01", followUp), null);
  }

  private static Value<BigDecimal> value(String text) {
    return switch (text.charAt(0)) {
      case '<' -> new Value.Below<>(new BigDecimal(text.substring(1)));
      case '>' -> new Value.Above<>(new BigDecimal(text.substring(1)));
      case '?' -> Value.absent(AbsenceReason.NOT_DONE);
      default -> Value.of(new BigDecimal(text));
    };
  }
}
