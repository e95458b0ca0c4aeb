package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Visit;

class FollowUpTest {

  private static final String BEFORE = "PGA 6, PtGA 5, EXT 5, MMT 130/150, HAQ 1.5, CK 3000/200";
  private static final String AFTER = "PGA 2, PtGA 3, EXT 2, MMT 145/150, HAQ 0.75, CK 300/200";

  private static FollowUp followUp(Visit baseline, Visit visit) {
    return FollowUp.of(ScoreForm.ADULT, baseline, visit, null);
  }

  private static String codes(List<CoreSetMeasure> measures) {
    return String.join(" ", measures.stream().map(CoreSetMeasure::code).toList());
  }

  /// A total of 0 hides harm, so that what got worse stands beside it.
  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PGA 5, PtGA 5, MMT 70/80, HAQ 1.0, CK 400/200, EXT 4 | PGA 6, PtGA 4.5, MMT 66/80, HAQ 1.25, CK 500/200, EXT 5 | physician_global mmt haq enzyme extramuscular | haq enzyme extramuscular | example D of instruments.md 1.8
          PGA 4 | PGA 5           | physician_global | physician_global | by exactly 25 %
          PGA 4 | PGA 4.9         | physician_global | ''               | by 22.5 %
          MMT 80/80 | MMT 60/80   | mmt              | mmt              | strength by exactly 25 %
          MMT 80/80 | MMT 61/80   | mmt              | ''               | strength by 23.75 %
          HAQ 0 | HAQ 0.125       | haq              | haq              | a rise from 0
          HAQ 0 | HAQ 0           | ''               | ''               | 0 stays 0
          PGA 5 | PGA 5           | ''               | ''               | no change
          PGA 5 | PtGA 6          | ''               | ''               | nothing to compare
          PGA <2 | PGA 5          | physician_global | physician_global | certain in spite of the limit
          PGA >2 | PGA 5          | ''               | ''               | not certain
          """)
  void worseningIsListedBesideTheScore(
      String baseline, String visit, String worsened, String byQuarter, String rule) {
    FollowUp judged =
        followUp(
            CoreSetVisits.visit("2024-01-01", baseline), CoreSetVisits.visit("2024-06-01", visit));

    assertThat(codes(judged.worsened())).as(rule).isEqualTo(worsened);
    assertThat(codes(judged.worsenedByQuarter())).as(rule).isEqualTo(byQuarter);
  }

  @ParameterizedTest(name = "{0}, then {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-01-01 | 2024-01-02 | computed        | ''
          2024-01-01 | 2024-01-01 | computed        | ''
          2024-01-01 | 2023-12-31 | before_baseline | ''
          2024-01    | 2024-02    | computed        | ''
          2024-02    | 2024-01    | before_baseline | ''
          2024-01    | 2024-01    | not_computable  | order-unclear
          2024-01-15 | 2024-01    | not_computable  | order-unclear
          2024-01    | 2024-01-15 | not_computable  | order-unclear
          2024-01-15 | 2024       | not_computable  | order-unclear
          2023       | 2024-01    | computed        | ''
          """)
  void orderIsNeverGuessed(String baseline, String visit, String status, String note) {
    FollowUp judged =
        followUp(CoreSetVisits.visit(baseline, BEFORE), CoreSetVisits.visit(visit, AFTER));

    assertThat(judged.status().code()).isEqualTo(status);
    assertThat(judged.assessment().notes())
        .extracting("code")
        .isEqualTo(note.isEmpty() ? List.of() : List.of(note));
    assertThat(judged.assessment().value() != null).isEqualTo(status.equals("computed"));
  }

  @Test
  void daysFromAnIndexEventAreOrderedAmongThemselvesOnly() {
    Visit calendar = CoreSetVisits.visit("2024-01-01", BEFORE);
    Visit counted =
        new Visit(
            calendar.row(),
            new Moment.IndexDay("anakinra start", 30),
            calendar.scales(),
            calendar.enzymes());
    Visit earlier =
        new Visit(
            calendar.row(),
            new Moment.IndexDay("anakinra start", -7),
            calendar.scales(),
            calendar.enzymes());

    assertThat(followUp(calendar, counted).status()).isEqualTo(ResponseStatus.NOT_COMPUTABLE);
    assertThat(followUp(earlier, counted).status()).isEqualTo(ResponseStatus.COMPUTED);
    assertThat(followUp(counted, earlier).status()).isEqualTo(ResponseStatus.BEFORE_BASELINE);
  }

  @Test
  void everyResponseInstrumentAnswersForTheVisitsAfterTheBaseline() {
    Records records =
        new Records()
            .visited(CoreSetVisits.visit("2024-01-01", BEFORE))
            .visited(CoreSetVisits.visit("2024-03-01", AFTER))
            .visited(CoreSetVisits.visit("2024-06-01", BEFORE));

    for (FollowUpInstrument instrument : FollowUpInstrument.ALL) {
      List<Assessment> answers = instrument.assess(records.build(), StudySettings.DEFAULT);
      assertThat(answers)
          .extracting(answer -> answer.instrument() + " " + answer.at())
          .containsExactly(instrument.code() + " 2024-03-01", instrument.code() + " 2024-06-01");
    }
    assertThat(FollowUpInstrument.ALL)
        .extracting(FollowUpInstrument::code)
        .containsExactly(
            "total-improvement-score",
            "total-improvement-score-juvenile-imacs",
            "total-improvement-score-juvenile-printo",
            "imacs-2004",
            "worsening-rim");
  }

  @Test
  void juvenileThresholdsAndMeasuresAreTheFormsOwn() {
    Records records =
        new Records()
            .visited(CoreSetVisits.visit("2024-01-01", BEFORE))
            .visited(CoreSetVisits.visit("2024-03-01", AFTER));

    // Example A: 62.5 is major for adults, moderate for children; PRINTO takes no enzyme.
    assertThat(FollowUpInstrument.ALL.subList(0, 3))
        .extracting(instrument ->
            instrument.assess(records.build(), StudySettings.DEFAULT).getFirst().category())
        .containsExactly("major", "moderate", "moderate");
    assertThat(
            FollowUpInstrument.ALL
                .get(2)
                .assess(records.build(), StudySettings.DEFAULT)
                .getFirst()
                .value())
        .isNull();
  }

  @Test
  void withoutABaselineNoInstrumentAnswers() {
    Records records =
        new Records()
            .visited(CoreSetVisits.visit("2024-01-01", BEFORE))
            .visited(CoreSetVisits.visit("2024-03-01", AFTER));
    StudySettings settings = new StudySettings("anakinra", 90, BigDecimal.valueOf(100));

    assertThat(FollowUpInstrument.ALL)
        .allSatisfy(
            instrument -> assertThat(instrument.assess(records.build(), settings)).isEmpty());
    assertThat(FollowUpInstrument.ALL.getFirst().assess(new Records().build(), settings)).isEmpty();
  }
}
