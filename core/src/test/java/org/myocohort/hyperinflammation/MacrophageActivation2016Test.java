package org.myocohort.hyperinflammation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Truth;

class MacrophageActivation2016Test {

  private static final String DAY = "2026-03-01";

  private static Assessment classify(
      String fever, String ferritin, String platelets, String ast, String lipids, String clotting) {
    Records records =
        new Records()
            .measured("ferritin", DAY, ferritin, "ng/mL")
            .measured("platelets", DAY, platelets, "10*9/L")
            .measured("ast", DAY, ast, "U/L")
            .measured("fibrinogen", DAY, clotting, "mg/dL");
    if (!lipids.isEmpty()) {
      String[] words = lipids.split(" ", 2);
      records.measured("triglycerides", DAY, words[0], words[1]);
    }
    if (!fever.isEmpty()) {
      records.found("fever", Truth.of(fever.equals("yes")), DAY, "");
    }
    return new MacrophageActivation2016().assess(records.build(), StudySettings.DEFAULT).getFirst();
  }

  /// Thresholds of Ravelli et al. 2016 (instruments.md 7.2), typed for the test; the first three
  /// rows are its worked examples. fever, ferritin ng/mL, platelets 10*9/L, AST U/L, triglycerides,
  /// fibrinogen mg/dL.
  @ParameterizedTest(name = "{7}: {6}")
  @CsvSource(
      textBlock =
          """
          yes, 900,  170, 60, '',          '',  met,          example 1
          yes, 684,  170, 60, '',          '',  not met,      example 2: ferritin 684 exactly
          yes, 5000, 250, 60, '1.0 mmol/L', 400, not met,     example 3: AST only
          yes, 684.1, 170, 60, '',         '',  met,          ferritin just above
          yes, 900,  181, 49, '',          '',  met,          platelets on the edge
          yes, 900,  182, 49, '100 mg/dL', 361, not met,      platelets just above
          yes, 900,  181, 48, '100 mg/dL', 361, not met,      AST on the edge
          yes, 900,  181, 40, '156 mg/dL', 361, not met,      triglycerides on the edge
          yes, 900,  181, 40, '156.1 mg/dL', 361, met,        triglycerides just above
          yes, 900,  181, 40, '1.76 mmol/L', 361, not met,    triglycerides on the molar edge
          yes, 900,  181, 40, '1.77 mmol/L', 361, met,        triglycerides just above it
          yes, 900,  181, 40, '100 mg/dL', 360, met,          fibrinogen on the edge
          no,  900,  170, 60, '',          '',  not met,      no fever
          '',  900,  170, 60, '',          '',  undetermined, fever not known
          yes, 900,  '',  60, '100 mg/dL', 361, undetermined, platelets could decide
          yes, 900,  170, '', '100 mg/dL', 361, undetermined, AST could decide
          yes, 900,  170, 40, '',          361, undetermined, triglycerides could decide
          yes, 900,  170, 40, '100 mg/dL', '',  undetermined, fibrinogen could decide
          yes, 600,  '',  '', '',          '',  not met,      ferritin decides alone
          """)
  void feverFerritinAndTwoOfFour(
      String fever,
      String ferritin,
      String platelets,
      String ast,
      String lipids,
      String clotting,
      String expected,
      String rule) {
    assertThat(classify(fever, ferritin, platelets, ast, lipids, clotting).category())
        .as(rule)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} Cel: {1}")
  @CsvSource({"37.9, undetermined", "38.0, met", "39.0, met"})
  void temperatureStandsForFeverThatIsNotStated(String temperature, String expected) {
    Records records =
        new Records()
            .measured("temperature", "2026-02-28", temperature, "Cel")
            .measured("ferritin", DAY, "900", "ng/mL")
            .measured("platelets", DAY, "170", "10*9/L")
            .measured("ast", DAY, "60", "U/L");

    assertThat(
            new MacrophageActivation2016()
                .assess(records.build(), StudySettings.DEFAULT)
                .getFirst()
                .category())
        .isEqualTo(expected);
  }

  @Test
  void answerOutsideSystemicArthritisIsLabelled() {
    Assessment assessment = classify("yes", "900", "170", "60", "1.0 mmol/L", "400");

    assertThat(assessment.status()).isEqualTo(Status.COMPUTED);
    assertThat(assessment.notes()).extracting(note -> note.code()).contains("off-population");
  }

  @Test
  void valuesMoreThanAWeekApartAreNotReadTogether() {
    Records records =
        new Records()
            .found("fever", Truth.TRUE, DAY, "")
            .measured("ferritin", DAY, "900", "ng/mL")
            .measured("platelets", "2026-03-08", "170", "10*9/L")
            .measured("ast", "2026-03-09", "60", "U/L");

    Assessment assessment =
        new MacrophageActivation2016().assess(records.build(), StudySettings.DEFAULT).getFirst();

    assertThat(assessment.category()).isEqualTo(Assessment.UNDETERMINED);
    assertThat(assessment.missing())
        .extracting(input -> input.column())
        .containsExactly("ast", "triglycerides", "fibrinogen");
  }
}
