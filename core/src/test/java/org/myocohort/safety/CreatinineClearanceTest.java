package org.myocohort.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Sex;

class CreatinineClearanceTest {

  private static final String DAY = "2026-06-15";

  private static Assessment compute(Records records) {
    return new CreatinineClearance().assess(records.build(), StudySettings.DEFAULT).getFirst();
  }

  private static Records person(String born, double kilograms, String creatinine) {
    return new Records()
        .born(born)
        .measured("weight", "2026-01-01", BigDecimal.valueOf(kilograms).toPlainString(), "kg")
        .measured("creatinine", DAY, creatinine, "mg/dL");
  }

  /// The first two rows are the worked examples of instruments.md 8.2.
  @ParameterizedTest(name = "{0} born {1}, {2} kg, {3} mg/dL: {4} mL/min")
  @CsvSource(
      textBlock =
          """
          FEMALE, 1961-06-15, 60, 2.2, 24.1, below-30,    65 on her birthday
          MALE,   1971-01-01, 80, 1.0, 94.4, at-least-30, 55
          FEMALE, 1961-06-16, 60, 2.2, 24.5, below-30,    still 64 the day before
          MALE,   1958-01-01, 72, 2.4, 30.0, at-least-30, 68: exactly 30
          MALE,   1958-01-01, 72, 2.41, 29.9, below-30,   just below
          """)
  void clearanceIsCockcroftAndGaults(
      Sex sex,
      String born,
      double kilograms,
      String creatinine,
      BigDecimal expected,
      String category,
      String rule) {
    Assessment assessment = compute(person(born, kilograms, creatinine).sex(sex));

    assertThat(assessment.status()).isEqualTo(Status.COMPUTED);
    assertThat(assessment.value()).isNotNull();
    assertThat(rounded(assessment)).as(rule).isEqualByComparingTo(expected);
    assertThat(assessment.category()).isEqualTo(category);
  }

  private static BigDecimal rounded(Assessment assessment) {
    BigDecimal value = assessment.value();
    return value == null ? BigDecimal.valueOf(-1) : value.setScale(1, RoundingMode.HALF_UP);
  }

  @Test
  void yearOfBirthLeavesBounds() {
    Assessment assessment = compute(person("1971", 72, "1").sex(Sex.MALE));

    assertThat(assessment.status()).isEqualTo(Status.PARTIAL);
    assertThat(assessment.value()).isNull();
    assertThat(Records.bounds(assessment)).isEqualTo("85 to 86");
    assertThat(assessment.category()).isEqualTo(CreatinineClearance.AT_LEAST_30);
  }

  @Test
  void unknownSexLeavesBounds() {
    Assessment assessment = compute(person("1971-01-01", 72, "2.5"));

    assertThat(Records.bounds(assessment)).isEqualTo("28.9 to 34");
    assertThat(assessment.category()).isEqualTo(Assessment.UNDETERMINED);
    assertThat(assessment.missing()).extracting(input -> input.column()).containsExactly("sex");
  }

  @Test
  void nothingIsComputedWithoutAgeWeightOrCreatinine() {
    List<Records> incomplete =
        List.of(
            new Records()
                .sex(Sex.MALE)
                .measured("weight", DAY, "72", "kg")
                .measured("creatinine", DAY, "1", "mg/dL"),
            new Records().sex(Sex.MALE).born("1971").measured("creatinine", DAY, "1", "mg/dL"),
            person("1971", 72, "1").measured("creatinine", "2026-01-02", "88", "mm"));

    assertThat(incomplete)
        .allSatisfy(
            records -> assertThat(compute(records).status()).isEqualTo(Status.NOT_COMPUTABLE));
    assertThat(new CreatinineClearance().assess(new Records().build(), StudySettings.DEFAULT))
        .isEmpty();
  }

  /// 194.48 umol/L is 2.2 mg/dL by a molar mass of 113.12 g/mol.
  @Test
  void creatinineInAmountOfSubstanceGivesTheSameClearance() {
    Records woman =
        new Records().sex(Sex.FEMALE).born("1961-01-01").measured("weight", DAY, "60", "kg");
    Assessment molar = compute(woman.measured("creatinine", DAY, "194.48", "umol/L"));
    assertThat(molar.status()).isEqualTo(Status.COMPUTED);
    assertThat(Objects.requireNonNull(molar.value()))
        .isBetween(new BigDecimal("24.0"), new BigDecimal("24.2"));
  }
}
