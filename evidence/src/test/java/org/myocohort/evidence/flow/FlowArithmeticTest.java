package org.myocohort.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowArithmeticTest {
  @Test
  void everyIdentityOfAnUpdateIsAskedAndHolds() throws Exception {
    assertThat(said(FlowExamples.UPDATE))
        .containsExactly(
            "sources 1250 = 1250 HOLDS",
            "identified 1300 = 1300 HOLDS",
            "removed 310 = 310 HOLDS",
            "screened 990 = 990 HOLDS",
            "sought 40 = 40 HOLDS",
            "assessed 38 = 38 HOLDS",
            "other-sought NR = 7 CANNOT_BE_TOLD",
            "other-assessed 7 = 7 HOLDS",
            // 38 - 33 + 7 - 6
            "reports-included 6 = 6 HOLDS",
            "reports-of-studies 6 ≥ 5 HOLDS",
            "previous-reports 15 ≥ 12 HOLDS",
            // 6 + 15 and 5 + 12
            "total-reports-of-studies 21 ≥ 17 HOLDS",
            "pooled-studies 9 ≤ 17 HOLDS");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: Embase, count: 550 | name: Embase, count: 540 | sources 1240 = 1250 BROKEN
          total: 1300              | total: 1299              | identified 1300 = 1299 BROKEN
          automation: 6            | automation: 5            | removed 309 = 310 BROKEN
          records: 990             | records: 991             | screened 990 = 991 BROKEN
          excluded: 950            | excluded: 949            | sought 41 = 40 BROKEN
          sought: 40, not-retrieved: 2 | sought: 40, not-retrieved: 3 | assessed 37 = 38 BROKEN
          sought: 7, not-retrieved: 0 | sought: 7, not-retrieved: 1 | other-assessed 6 = 7 BROKEN
          Other drug, count: 20    | Other drug, count: 19    | reports-included 7 = 6 BROKEN
          reports: 38              | reports: 38\\nexcluded: 32 | full-text-reasons 33 = 32 BROKEN
          studies: 5               | studies: 7               | reports-of-studies 6 ≥ 7 BROKEN
          reports: 15              | reports: 11              | previous-reports 11 ≥ 12 BROKEN
          pooled-studies: 9        | pooled-studies: 18       | pooled-studies 18 ≤ 17 BROKEN
          pooled-studies: 9        | total-studies: 18        | total-studies 17 = 18 BROKEN
          pooled-studies: 9        | total-reports: 22        | total-reports 21 = 22 BROKEN
          pooled-studies: 9        | total-reports: 16        | total-reports-of-studies 16 ≥ 17 BROKEN
          pooled-studies: 9        | pooled-reports: 22       | pooled-reports 22 ≤ 21 BROKEN
          """)
  void oneChangedNumberBreaksItsIdentity(String text, String changed, String broken)
      throws Exception {
    assertThat(FlowExamples.UPDATE).contains(text);

    assertThat(said(FlowExamples.UPDATE.replace(text, changed.replace("\\n", "\n  "))))
        .contains(broken);
  }

  @Test
  void reasonsAtTitleAndAbstractSumUpToTheRecordsExcluded() throws Exception {
    assertThat(
            said(
                FlowExamples.UPDATE.replace(
                    "excluded: 950}",
                    "excluded: 950, reasons: [{reason: a, count: 900}, {reason: b, count: 49}]}")))
        .contains("exclusion-reasons 949 = 950 BROKEN");
  }

  @Test
  void whatIsNotReportedIsNeverZero() throws Exception {
    List<String> said = said(FlowExamples.UPDATE.replace("records: 990", "records: NR"));

    assertThat(said).contains("screened 990 = NR CANNOT_BE_TOLD", "sought NR = 40 CANNOT_BE_TOLD");
    assertThat(said.stream().filter(each -> each.endsWith("BROKEN"))).isEmpty();
  }

  @Test
  void whatBreaksWhateverIsNotReportedIsBroken() throws Exception {
    // More records are screened than were identified, however few were removed.
    assertThat(
            said(
                """
                title: Impossible
                identified: {databases: 100}
                removed: {duplicates: NR}
                screened: {records: 101, excluded: NR}
                retrieval: {sought: 200, not-retrieved: NR}
                assessed: {reports: NR, excluded: NR}
                included: {studies: NR, reports: NR}
                """))
        .contains("screened NR = 101 BROKEN", "sought NR = 200 BROKEN")
        .contains("assessed NR = NR CANNOT_BE_TOLD", "studies-assessed NR ≥ NR CANNOT_BE_TOLD");
  }

  @Test
  void whereTheUnitChangesAStatedLinkExplainsTheDifference() throws Exception {
    String explained =
        FlowExamples.UPDATE.replace("excluded: 950", "excluded: 952")
            + "explained: [{where: sought, difference: %d, because: reports in parts}]\n";

    assertThat(said(explained.formatted(2))).contains("sought 38 = 40 EXPLAINED");
    assertThat(said(explained.formatted(3))).contains("sought 38 = 40 BROKEN");
  }

  @Test
  void aReportOfTwoStudiesIsNoErrorWhenItIsSaid() throws Exception {
    String text =
        FlowExamples.UPDATE.replace("studies: 5, reports: 6", "studies: 7, reports: 6")
            + "explained: [{where: reports-of-studies, difference: 1, because: two trials in one}]\n";

    assertThat(said(text)).contains("reports-of-studies 6 ≥ 7 EXPLAINED");
  }

  @Test
  void reportsFoundNowOfEarlierStudiesAreNeitherLostNorNewStudies() throws Exception {
    assertThat(
            said(
                FlowExamples.UPDATE.replace(
                    "studies: 5, reports: 6", "studies: 4, reports: 4, reports-of-previous: 2")))
        .contains("reports-included 6 = 6 HOLDS", "total-reports-of-studies 21 ≥ 16 HOLDS");
  }

  @Test
  void ofTheLettersReviewNothingCanBeTold() throws Exception {
    FlowCounts letter = FlowFile.read("letter.yaml", FlowExamples.LETTER);

    assertThat(FlowArithmetic.of(letter))
        .hasSize(5)
        .allMatch(each -> each.verdict() == Verdict.CANNOT_BE_TOLD);
  }

  private static List<String> said(String text) throws Exception {
    return FlowArithmetic.of(FlowFile.read("flow.yaml", text)).stream()
        .map(each ->
            "%s %s %s %s %s"
                .formatted(
                    each.identity().code(),
                    each.leftSum().map(Object::toString).orElse("NR"),
                    each.relation().sign(),
                    each.rightSum().map(Object::toString).orElse("NR"),
                    each.verdict()))
        .toList();
  }
}
