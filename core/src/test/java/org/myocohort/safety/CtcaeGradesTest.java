package org.myocohort.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.patient.Value;
import org.myocohort.safety.CtcaeGrades.Grade;
import org.myocohort.safety.CtcaeGrades.Laboratory;
import org.myocohort.safety.CtcaeGrades.Term;
import org.myocohort.safety.CtcaeGrades.Version;

class CtcaeGradesTest {

  private static Value<BigDecimal> number(@Nullable String text) {
    return Records.number(text == null ? "" : text);
  }

  @ParameterizedTest(name = "{0} {1} {6} (baseline {4}): {7}")
  @CsvFileSource(resources = "ctcae-laboratory-grades.csv")
  void everyEdgeBelongsToTheGradeOfTheTable(
      Version version,
      Term term,
      @Nullable String lowerLimit,
      @Nullable String upperLimit,
      @Nullable String baseline,
      @Nullable String baselineUpperLimit,
      String value,
      String expected) {
    Grade grade =
        CtcaeGrades.grade(
                version,
                term,
                new Laboratory(
                    number(value),
                    number(lowerLimit),
                    number(upperLimit),
                    number(baseline),
                    number(baselineUpperLimit)))
            .orElseThrow();

    assertThat(grade.decided() ? "" + grade.lower() : grade.lower() + "-" + grade.upper())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"V6, LYMPHOCYTES", "V6, CREATININE", "V6, CREATINE_KINASE"})
  void tableThatWasNotReadGivesNoGrade(Version version, Term term) {
    Laboratory laboratory =
        new Laboratory(number("0.3"), number("1"), number("1"), number("1"), number("1"));

    assertThat(CtcaeGrades.grade(version, term, laboratory)).isEmpty();
  }
}
