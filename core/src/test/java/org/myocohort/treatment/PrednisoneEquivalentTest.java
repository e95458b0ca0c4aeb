package org.myocohort.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.Records.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Frequency;

class PrednisoneEquivalentTest {

  @ParameterizedTest(name = "{0}: {1} mg/day, {2}")
  @CsvSource(
      textBlock =
          """
          # methylprednisolone 8 mg until the end of January
          2025-12-31, 0,  glucocorticoid-free,   ''
          2026-01-31, 10, on-glucocorticoid,     'glucocorticoid-cumulative[310, 0]'
          2026-02-01, 0,  glucocorticoid-paused, 'glucocorticoid-cumulative[310, 0]'
          2026-02-28, 0,  glucocorticoid-paused, 'glucocorticoid-cumulative[310, 0]'
          2026-03-01, 0,  glucocorticoid-free,   'glucocorticoid-cumulative[310, 0]'
          """)
  void doseAndCategoryOfADay(String date, String dose, String category, String note) {
    Records records =
        new Records()
            .given(
                "methylprednisolone", "8 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-02-01");

    Assessment assessment = PrednisoneEquivalent.on(records.build(), day(date));

    assertThat(assessment.value()).isEqualByComparingTo(dose);
    assertThat(assessment.category()).isEqualTo(category);
    assertThat(assessment.notes())
        .extracting(found -> found.code() + found.values())
        .containsExactlyElementsOf(note.isEmpty() ? List.of() : List.of(note));
  }

  @Test
  void unknownDoseLeavesTheValueOpenAndNamesIt() {
    Records records =
        new Records().given("prednisone", "", "oral", Frequency.DAILY, "2026-01-01", "");

    Assessment assessment = PrednisoneEquivalent.on(records.build(), day("2026-02-01"));

    assertThat(assessment.status()).isEqualTo(Status.PARTIAL);
    assertThat(assessment.value()).isNull();
    assertThat(assessment.category()).isEqualTo(PrednisoneEquivalent.ON);
    assertThat(assessment.missing()).extracting(input -> input.column()).containsExactly("dose");
  }

  @Test
  void recordWithoutTreatmentsHasNoAnswer() {
    assertThat(new PrednisoneEquivalent().assess(new Records().build(), StudySettings.DEFAULT))
        .isEmpty();
  }
}
