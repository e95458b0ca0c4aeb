package org.myocohort.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

class MeasuredDrugTest {

  private static Biomarker value(String marker, String date) {
    return new Biomarker(
        new RowReference("biomarkers", "B1"),
        Value.of("S1"),
        date.isEmpty()
            ? Value.absent(AbsenceReason.NOT_RECORDED)
            : Value.of(Moment.parse(date).orElseThrow()),
        marker,
        Value.of("ELISA"),
        Value.of(new BigDecimal("9000")),
        "pg/mL",
        "",
        "",
        Value.of("plate-1"),
        "");
  }

  @ParameterizedTest(name = "{0} on {1}, taken from {2} to {3}: {4}")
  @CsvSource(
      textBlock =
          """
          IL-1Ra,     2026-03-01, 2026-01-10, '',         TRUE
          il1ra,      2026-03-01, 2026-01-10, 2026-03-02, TRUE
          IL-1Ra,     2026-03-01, 2026-01-10, 2026-03-01, FALSE
          IL-1Ra,     2026-01-09, 2026-01-10, '',         FALSE
          IL-1Ra,     2026-03,    2026-01-10, 2026-03-15, UNKNOWN
          IL-1Ra,     '',         2026-01-10, '',         UNKNOWN
          CD4/CD45RO, 2026-03-01, 2026-01-10, '',         FALSE
          """)
  void aMarkerThatIsTheDrugIsFlaggedWhileItIsTaken(
      String marker, String date, String start, String stop, Truth expected) {
    List<Treatment> treatments =
        new Records()
            .given("anakinra", "100 mg", "sc", Frequency.DAILY, start, stop)
            .build()
            .treatments();

    assertThat(MeasuredDrug.taken(value(marker, date), treatments)).isEqualTo(expected);
  }

  @Test
  void anotherDrugIsNoExposureAndNothingRecordedIsUnknown() {
    List<Treatment> other =
        new Records()
            .given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-01-10", "")
            .build()
            .treatments();

    assertThat(MeasuredDrug.taken(value("IL-1Ra", "2026-03-01"), other)).isEqualTo(Truth.FALSE);
    assertThat(MeasuredDrug.taken(value("IL-1Ra", "2026-03-01"), List.of()))
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void everyDrugIsOneOfTheVocabularyAndHasASource() {
    assertThat(MeasuredDrug.all())
        .isNotEmpty()
        .allSatisfy(each -> {
          assertThat(Vocabulary.drugs().term(each.drug()).code()).isEqualTo(each.drug());
          assertThat(each.source()).isNotBlank();
          assertThat(each.place()).isNotBlank();
        });
  }
}
