package org.myocohort.care.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each operator below, on and above its limit, with imprecise dates and with what is missing. The
/// day is 2026-11-22.
class OperatorsTest {

  @ParameterizedTest(name = "born {0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2008-11-23 | {age: now, at least: 18 years} | FALSE
          2008-11-22 | {age: now, at least: 18 years} | TRUE
          2008-11    | {age: now, at least: 18 years} | UNKNOWN
          2008       | {age: now, at least: 18 years} | UNKNOWN
          2007       | {age: now, at least: 18 years} | TRUE
          2009       | {age: now, at least: 18 years} | FALSE
          1950-11-23 | {age: now, at most: 75 years}  | TRUE
          1950-11-22 | {age: now, at most: 75 years}  | FALSE
          1951-11-22 | {age: now, less than: 75 years} | FALSE
          1951-11-23 | {age: now, less than: 75 years} | TRUE
          2008-11-22 | {age: now, more than: 18 years} | FALSE
          2008-11-21 | {age: now, more than: 18 years} | UNKNOWN
          2007-11-22 | {age: now, more than: 18 years} | TRUE
          """)
  void ages(String birth, String rule, Outcome expected) {
    assertThat(TestPatient.of("female," + birth + ",,,,").says(rule)).isEqualTo(expected);
  }

  @Test
  void anAgeAtReportIsALowerBoundOfTodays() {
    TestPatient reported = TestPatient.of("female,,49,,,");
    assertThat(reported.says("{age: now, at least: 18 years}")).isEqualTo(Outcome.TRUE);
    assertThat(reported.says("{age: now, at most: 75 years}")).isEqualTo(Outcome.UNKNOWN);
    assertThat(reported.says("{age: now, at most: 40 years}")).isEqualTo(Outcome.FALSE);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} is {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # value | unit  | upper limit | rule | expected
          149     | U/L   | 100 | {measurement: ck, at least: 1.5 x ULN} | FALSE
          150     | U/L   | 100 | {measurement: ck, at least: 1.5 x ULN} | TRUE
          150     | U/L   | 100 | {measurement: ck, more than: 1.5 x ULN} | FALSE
          151     | U/L   | 100 | {measurement: ck, more than: 1.5 x ULN} | TRUE
          200     | U/L   |     | {measurement: ck, more than: 1.5 x ULN} | UNKNOWN
          <150    | U/L   | 100 | {measurement: ck, at least: 1.5 x ULN} | FALSE
          <151    | U/L   | 100 | {measurement: ck, at least: 1.5 x ULN} | UNKNOWN
          >150    | U/L   | 100 | {measurement: ck, at least: 1.5 x ULN} | TRUE
          2.6     | ukat/L |    | {measurement: ck, more than: 150 U/L} | TRUE
          2.5     | ukat/L |    | {measurement: ck, more than: 150 U/L} | FALSE
          """)
  void measuredValues(String value, String unit, String upper, String rule, Outcome expected) {
    String row = "2026-11-10,ck,%s,,%s,,%s".formatted(value, unit, upper == null ? "" : upper);
    assertThat(TestPatient.woman().with("measurements", row).says(rule)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}: {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          90     | umol/L | {measurement: creatinine, at most: 1 mg/dL} | FALSE
          88     | umol/L | {measurement: creatinine, at most: 1 mg/dL} | TRUE
          1      | mg/dL  | {measurement: creatinine, at most: 1 mg/dL} | TRUE
          """)
  void creatinineConvertsByItsMolarMass(String value, String unit, String rule, Outcome expected) {
    String row = "2026-11-10,creatinine,%s,,%s,,".formatted(value, unit);
    assertThat(TestPatient.woman().with("measurements", row).says(rule)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "measured {0}, {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-08-22 | {measurement: crp, more than: 5 mg/L, within: 3 months} | TRUE
          2026-08-21 | {measurement: crp, more than: 5 mg/L, within: 3 months} | UNKNOWN
          2026-08    | {measurement: crp, more than: 5 mg/L, within: 3 months} | UNKNOWN
          2026-09    | {measurement: crp, more than: 5 mg/L, within: 3 months} | TRUE
          2026-11-23 | {measurement: crp, more than: 5 mg/L, within: ever}     | UNKNOWN
          2024-01-01 | {measurement: crp, more than: 5 mg/L, within: ever}     | TRUE
          2024-01-01 | {measurement: crp, more than: 5 mg/L}                   | UNKNOWN
          """)
  void windowsOfTime(String date, String rule, Outcome expected) {
    assertThat(TestPatient.woman().with("measurements", date + ",crp,12,,mg/L,,").says(rule))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {measurement: crp, more than: 5 mg/L}                 | FALSE
          {measurement: crp, more than: 5 mg/L, take: any}      | TRUE
          {measurement: crp, more than: 5 mg/L, take: every}    | FALSE
          {measurement: crp, more than: 5 mg/L, take: highest}  | TRUE
          {measurement: crp, less than: 4 mg/L, take: lowest}   | TRUE
          {measurement: crp, less than: 4 mg/L, take: highest}  | FALSE
          """)
  void ofSeveralValuesTheLatestCountsUnlessSaidOtherwise(String rule, Outcome expected) {
    TestPatient patient =
        TestPatient.woman()
            .with("measurements", "2026-11-20,crp,3,,mg/L,,")
            .with("measurements", "2026-11-01,crp,12,,mg/L,,");
    assertThat(patient.says(rule)).isEqualTo(expected);
  }

  @Test
  void twoValuesOfOneDayThatDisagreeLeaveTheAnswerOpen() {
    TestPatient patient =
        TestPatient.woman()
            .with("measurements", "2026-11-20,crp,3,,mg/L,,")
            .with("measurements", "2026-11-20,crp,12,,mg/L,,");
    assertThat(patient.says("{measurement: crp, more than: 5 mg/L}")).isEqualTo(Outcome.UNKNOWN);
    assertThat(patient.says("{measurement: crp, more than: 1 mg/L}")).isEqualTo(Outcome.TRUE);
  }

  @Test
  void aWordAnswersForALimitOfNormalOnly() {
    TestPatient patient = TestPatient.woman().with("measurements", "2026-11-20,ck,,increased,,,");
    assertThat(patient.says("{measurement: ck, more than: 1 x ULN}")).isEqualTo(Outcome.TRUE);
    assertThat(patient.says("{measurement: ck, more than: 2 x ULN}")).isEqualTo(Outcome.UNKNOWN);
    assertThat(patient.says("{measurement: ck, more than: 170 U/L}")).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest(name = "MMT {0} of {1}: {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          141 | 150 | {core set: mmt, form: 150, less than: 142} | TRUE
          142 | 150 | {core set: mmt, form: 150, less than: 142} | FALSE
          70  | 80  | {core set: mmt, form: 150, less than: 142} | UNKNOWN
          70  |     | {core set: mmt, form: 150, less than: 142} | UNKNOWN
          135 | 150 | {core set: mmt, at most: 90 % of maximum}  | TRUE
          136 | 150 | {core set: mmt, at most: 90 % of maximum}  | FALSE
          72  | 80  | {core set: mmt, at most: 90 % of maximum}  | TRUE
          """)
  void theMuscleTestIsReadInItsOwnForm(String value, String form, String rule, Outcome expected) {
    String row = "2026-11-10,,,,%s,%s,".formatted(value, form == null ? "" : form);
    assertThat(TestPatient.woman().with("visits", row).says(rule)).isEqualTo(expected);
  }

  @Test
  void twoOfFiveMeasuresAreEnough() {
    String rule =
        "{count: 2, of: [{core set: patient global, at least: 2},"
            + " {core set: physician global, at least: 2}, {core set: extramuscular, at least: 2},"
            + " {measurement: [ck, ldh], at least: 1.5 x ULN}, {core set: haq, at least: 0.5}]}";
    TestPatient two = TestPatient.woman().with("visits", "2026-11-10,2,2.5,0,,,0.375");
    assertThat(two.says(rule)).isEqualTo(Outcome.TRUE);
    TestPatient one = TestPatient.woman().with("visits", "2026-11-10,1.9,2.5,0,,,0.375");
    assertThat(one.says(rule)).isEqualTo(Outcome.UNKNOWN);
    assertThat(one.explain(rule).settling())
        .extracting(settles -> settles.missing().values().getFirst())
        .containsExactly("ck", "ldh");
    TestPatient none =
        TestPatient.woman()
            .with("visits", "2026-11-10,1.9,1.9,0,,,0.375")
            .with("measurements", "2026-11-10,ck,100,,U/L,,100")
            .with("measurements", "2026-11-10,ldh,100,,U/L,,100");
    assertThat(none.says(rule)).isEqualTo(Outcome.FALSE);
  }

  private static final String SEVERITY =
      "{when: {measurement: fvc-percent, at least: 80 %}, then: {all: [{measurement: fvc-percent,"
          + " at most: 100 %}, {fall: fvc-percent, at least: 10 %, as: points,"
          + " within: 12 months}]}}";

  @ParameterizedTest(name = "FVC {0}, before {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          79  |    | TRUE
          80  |    | UNKNOWN
          80  | 90 | TRUE
          80  | 89 | FALSE
          100 | 110 | TRUE
          101 | 115 | FALSE
          """)
  void aThresholdThatDependsOnAnother(String now, String before, Outcome expected) {
    TestPatient patient =
        TestPatient.woman().with("measurements", "2026-11-01,fvc-percent,%s,,%%,,".formatted(now));
    if (before != null) {
      patient.with("measurements", "2026-02-01,fvc-percent,%s,,%%,,".formatted(before));
    }
    assertThat(patient.says(SEVERITY)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "from {0} to {1} as {2}: {3}")
  @CsvSource({
    "90, 80, points, TRUE",
    "90, 81, points, FALSE",
    "90, 81, relative, TRUE",
    "90, 81, unclear, UNKNOWN",
    "90, 80, unclear, TRUE",
    "90, 89, unclear, FALSE"
  })
  void aFallInPointsOrInPercent(String before, String now, String as, Outcome expected) {
    TestPatient patient =
        TestPatient.woman()
            .with("measurements", "2026-11-01,fvc-percent,%s,,%%,,".formatted(now))
            .with("measurements", "2025-11-22,fvc-percent,%s,,%%,,".formatted(before));
    assertThat(
            patient.says(
                "{fall: fvc-percent, at least: 10 %%, as: %s, within: 12 months}".formatted(as)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}: {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anti-PL-7       | positive      | {antibody: [threonyl, anti-EJ]} | TRUE
          anti-PL-7       | weak positive | {antibody: [anti-PL-7]}         | TRUE
          anti-PL-7       | equivocal     | {antibody: [anti-PL-7]}         | UNKNOWN
          anti-PL-7       | not tested    | {antibody: [anti-PL-7]}         | UNKNOWN
          anti-PL-7       | negative      | {antibody: [anti-PL-7]}         | FALSE
          anti-PL-7       | negative      | {antibody: [anti-PL-7, anti-EJ]} | UNKNOWN
          anti-synthetase | negative      | {antibody: [anti-PL-7, anti-EJ]} | FALSE
          anti-synthetase | positive      | {antibody: [anti-PL-7, anti-EJ]} | UNKNOWN
          anti-synthetase | positive      | {antibody: anti-synthetase}     | TRUE
          anti-Ro52       | positive      | {antibody: anti-synthetase}     | UNKNOWN
          anti-PL-7       | negative      | {antibody: anti-PL-7, result: negative} | TRUE
          """)
  void antibodies(String antibody, String result, String rule, Outcome expected) {
    assertThat(
            TestPatient.woman()
                .with("antibodies", antibody + "," + result + ",2024-01-01")
                .says(rule))
        .isEqualTo(expected);
  }

  @Test
  void anAntibodyOfLongAgoDoesNotStandForTheCentralLaboratory() {
    String rule = "{antibody: anti-Jo-1, tested: by the central laboratory}";
    assertThat(TestPatient.woman().with("antibodies", "anti-Jo-1,positive,2024-01-01").says(rule))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(TestPatient.woman().with("antibodies", "anti-Jo-1,positive,2026-11-01").says(rule))
        .isEqualTo(Outcome.TRUE);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ILD,present,2020-01-01,           | {finding: ILD}                | TRUE
          RP-ILD,present,2020-01-01,        | {finding: ILD}                | TRUE
          ILD,absent,2020-01-01,            | {finding: RP-ILD}             | FALSE
          ILD,present,2020-01-01,2021-01-01 | {finding: ILD}                | UNKNOWN
          ILD,present,2020-01-01,2021-01-01 | {finding: ILD, time: ever}    | TRUE
          ILD,not reported,,                | {finding: ILD}                | UNKNOWN
          biopsy-compatible,present,2026-08-22, | {finding: biopsy-compatible, within: 3 months} | TRUE
          biopsy-compatible,present,2026-08-21, | {finding: biopsy-compatible, within: 3 months} | UNKNOWN
          biopsy-compatible,present,2026-08,    | {finding: biopsy-compatible, within: 3 months} | UNKNOWN
          cough,present,2020-01-01,         | {finding: ILD}                | UNKNOWN
          """)
  void findings(String row, String rule, Outcome expected) {
    assertThat(TestPatient.woman().with("manifestations", row).says(rule)).isEqualTo(expected);
  }

  @Test
  void aPublishedListSaysNoByWhatItDoesNotName() {
    TestPatient published = TestPatient.of("female,,49,,,ILD;arthritis");
    assertThat(published.says("{finding: fever}")).isEqualTo(Outcome.FALSE);
    assertThat(published.says("{finding: biopsy-compatible}")).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-06-01,            | {taking: methotrexate}                          | TRUE
          2026-06-01,2026-11-22  | {taking: methotrexate}                          | FALSE
          2026-06-01,2026-11-23  | {taking: methotrexate}                          | TRUE
          2026-06-01,2026-10-25  | {taken: methotrexate, within: 4 weeks}          | FALSE
          2026-06-01,2026-10-26  | {taken: methotrexate, within: 4 weeks}          | TRUE
          2026-06-01,2026-10     | {taken: methotrexate, within: 4 weeks}          | UNKNOWN
          2026-10-25,            | {taking: methotrexate, stable for: 4 weeks}     | TRUE
          2026-10-26,            | {taking: methotrexate, stable for: 4 weeks}     | FALSE
          2026-10,               | {taking: methotrexate, stable for: 4 weeks}     | UNKNOWN
          2026-08-22,            | {taking: methotrexate, for at least: 3 months}  | TRUE
          2026-08-23,            | {taking: methotrexate, for at least: 3 months}  | FALSE
          2026-06-01,            | {taking: rituximab}                             | FALSE
          2026-06-01,            | {taken: any biologic}                           | FALSE
          2026-06-01,            | {taken: any immunosuppressant, except: methotrexate} | FALSE
          2026-06-01,            | {taking: methotrexate, dose at least: 15 mg/week} | TRUE
          2026-06-01,            | {taking: methotrexate, dose more than: 15 mg/week} | FALSE
          """)
  void treatments(String dates, String rule, Outcome expected) {
    assertThat(
            TestPatient.woman()
                .with("treatments", "methotrexate,15,mg,oral,weekly," + dates + ",,")
                .says(rule))
        .isEqualTo(expected);
  }

  @Test
  void withoutAnyTreatmentNothingIsKnownOfDrugs() {
    assertThat(TestPatient.woman().says("{taken: rituximab}")).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} {1} mg: {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          methylprednisolone | 16 | {taking: any glucocorticoid, dose at most: 20 mg/day} | TRUE
          methylprednisolone | 17 | {taking: any glucocorticoid, dose at most: 20 mg/day} | FALSE
          prednisone         | 20 | {taking: any glucocorticoid, dose at most: 20 mg/day} | TRUE
          prednisone         |    | {taking: any glucocorticoid, dose at most: 20 mg/day} | UNKNOWN
          dexamethasone      | 1.5 | {taking: any glucocorticoid, dose at least: 10 mg/day} | TRUE
          """)
  void glucocorticoidsCountAsPrednisone(String drug, String dose, String rule, Outcome expected) {
    String row =
        "%s,%s,%s,oral,daily,2026-01-01,,,"
            .formatted(drug, dose == null ? "" : dose, dose == null ? "" : "mg");
    assertThat(TestPatient.woman().with("treatments", row).says(rule)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "stopped for {0}: {1} is {2}")
  @CsvSource({
    "no response, failure, TRUE",
    "inefficacy, failure, TRUE",
    "nausea (side effect), intolerance, TRUE",
    "side effect, failure, UNKNOWN",
    "patient moved, failure, UNKNOWN",
    "lack of efficacy, failure or intolerance, TRUE"
  })
  void reasonsOfAStop(String reason, String because, Outcome expected) {
    assertThat(
            TestPatient.woman()
                .with("treatments", "rituximab,,,iv,,2024-01-01,2025-01-01,," + reason)
                .says("{stopped: rituximab, because: %s}".formatted(because)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-11-23 | TRUE
          2025-11-22 | FALSE
          2025-11    | UNKNOWN
          2025-12    | TRUE
          2025       | UNKNOWN
          2024       | FALSE
          """)
  void durationOfTheDisease(String onset, Outcome expected) {
    assertThat(
            TestPatient.of("female,1976," + "," + onset + ",,")
                .says("{duration: since onset, less than: 12 months}"))
        .isEqualTo(expected);
  }

  @Test
  void anEventIsKnownAndNoneIsNot() {
    String rule = "{event: infection, within: 3 months, noting: [pneumonia]}";
    assertThat(
            TestPatient.woman()
                .with("events", "infection,2026-10-01,bacterial pneumonia")
                .says(rule))
        .isEqualTo(Outcome.TRUE);
    assertThat(TestPatient.woman().with("events", "infection,2026-10-01,a cold").says(rule))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(TestPatient.woman().says(rule)).isEqualTo(Outcome.UNKNOWN);
    assertThat(TestPatient.of("male,1976,,,,").says("{event: pregnancy, within: 9 months}"))
        .isEqualTo(Outcome.FALSE);
  }

  @Test
  void falseWinsInAndTrueWinsInOrElseAPersonJudges() {
    TestPatient woman = TestPatient.woman();
    assertThat(woman.says("{all: [{sex: male}, {person: consent}]}")).isEqualTo(Outcome.FALSE);
    assertThat(woman.says("{all: [{sex: female}, {person: consent}]}")).isEqualTo(Outcome.PERSON);
    assertThat(woman.says("{any: [{sex: female}, {person: consent}]}")).isEqualTo(Outcome.TRUE);
    assertThat(woman.says("{any: [{sex: male}, {person: consent}]}")).isEqualTo(Outcome.PERSON);
    assertThat(woman.says("{not: {person: consent}}")).isEqualTo(Outcome.PERSON);
    assertThat(woman.says("{item: HIV test}")).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aDrugBegunInALaterLineNeedsTheDatesOfTheLinesBeforeIt() {
    TestPatient third =
        TestPatient.woman()
            .with("treatments", "methotrexate,15,mg,oral,weekly,2021-01-10,2021-08-01,inefficacy,")
            .with("treatments", "rituximab,1000,mg,iv,once,2022-01-10,,,")
            .with("treatments", "anakinra,100,mg,sc,daily,2023-05-01,,,");
    assertThat(third.says("{begun: anakinra, in line at least: 3}")).isEqualTo(Outcome.TRUE);
    assertThat(third.says("{begun: anakinra, in line at least: 4}")).isEqualTo(Outcome.FALSE);
    assertThat(third.says("{begun: tacrolimus, in line at least: 1}")).isEqualTo(Outcome.FALSE);
    assertThat(
            third
                .with("treatments", "anakinra,100,mg,sc,daily,,,,")
                .says("{begun: anakinra, in line at least: 2}"))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(TestPatient.woman().says("{begun: anakinra, in line at least: 1}"))
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void refractoryDiseaseIsThatOfItsDefinition() {
    TestPatient failed =
        TestPatient.woman()
            .with("treatments", "prednisone,50,mg,oral,daily,2020-07-01,2021-01-01,,inefficacy")
            .with("treatments", "methotrexate,15,mg,oral,weekly,2021-01-10,2021-08-01,,inefficacy");
    assertThat(failed.says("{refractory: glucocorticoid-and-one}")).isEqualTo(Outcome.TRUE);
    assertThat(failed.says("{refractory: glucocorticoid-and-two}")).isEqualTo(Outcome.FALSE);
    assertThat(TestPatient.woman().says("{refractory: glucocorticoid-and-one}"))
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aPatientIsDescribedByTheCentreUnlessTheRecordSaysOtherwise() {
    assertThat(TestPatient.woman().says("{described by: centre}")).isEqualTo(Outcome.TRUE);
    assertThat(TestPatient.woman().says("{described by: publication}")).isEqualTo(Outcome.FALSE);
  }
}
