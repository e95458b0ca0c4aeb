package org.myocohort.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.myocohort.exchange.csv.BadInputException;

class FlowFileTest {
  @Test
  void everyNumberIsReadWithTheLineThatItStandsIn() throws Exception {
    FlowCounts counts = FlowFile.read("flow.yaml", FlowExamples.UPDATE);

    assertThat(FlowParts.of(counts))
        .extracting(part ->
            part.box().code()
                + " "
                + part.part()
                + (part.name().isEmpty() ? "" : " " + part.name())
                + " "
                + (part.count() == null ? "-" : part.count().number() + " " + part.count().from()))
        .containsExactly(
            "previous studies 12 flow.yaml:2",
            "previous reports 15 flow.yaml:2",
            "identified records 1300 flow.yaml:4",
            "identified database 1250 flow.yaml:5",
            "identified database PubMed 700 flow.yaml:8",
            "identified database Embase 550 flow.yaml:9",
            "identified register 50 flow.yaml:6",
            "removed records 310 flow.yaml:10",
            "removed duplicates 300 flow.yaml:10",
            "removed automation 6 flow.yaml:10",
            "removed reason retracted 4 flow.yaml:10",
            "screened records 990 flow.yaml:11",
            "excluded records 950 flow.yaml:11",
            "sought reports 40 flow.yaml:12",
            "not-retrieved reports 2 flow.yaml:12",
            "assessed reports 38 flow.yaml:14",
            "reports-excluded reports 33 sum",
            "reports-excluded reason Other drug 20 flow.yaml:16",
            "reports-excluded reason Other disease 13 flow.yaml:17",
            "other-identified records null sum",
            "other-identified website null flow.yaml:20",
            "other-identified citation-searching 6 flow.yaml:20",
            "other-sought reports 7 flow.yaml:21",
            "other-not-retrieved reports 0 flow.yaml:21",
            "other-assessed reports 7 flow.yaml:22",
            "other-reports-excluded reports 6 flow.yaml:22",
            "included studies 5 flow.yaml:23",
            "included reports 6 flow.yaml:23",
            "total studies 17 sum",
            "total reports 21 sum",
            "meta-analysis studies 9 flow.yaml:23");
  }

  @Test
  void aDiagramWithoutScreeningOrRetrievalIsRead() throws Exception {
    FlowCounts counts =
        FlowFile.read(
            "old.yaml",
            """
            title: Straight to full text
            identified: {databases: 40}
            removed: {duplicates: 10}
            assessed: {reports: 30, excluded: 27}
            included: {studies: 3}
            """);

    assertThat(counts.screening()).isNull();
    assertThat(counts.fullTexts().sought()).isNull();
    assertThat(FlowArithmetic.of(counts))
        .extracting(IdentityCheck::identity)
        .containsExactly(Identity.SOUGHT, Identity.STUDIES_ASSESSED);
    assertThat(FlowArithmetic.broken(counts)).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnceWithItsLine() {
    BadInputException refused =
        catchThrowableOfType(
            BadInputException.class,
            () ->
                FlowFile.read(
                    "flow.yaml",
                    """
                    title: Wrong
                    identified:
                      databases: about 1000
                      websites: 3
                      sources: [{kind: website, name: X, count: 1}]
                    screened: {records: -5}
                    retrieval: {sought: 3}
                    assessed: {reports: 1.5}
                    included: {studies: 1, reports: 1}
                    explained: [{where: screened, difference: 1, because: so}]
                    """));

    assertThat(refused.problems())
        .extracting(each -> each.line() + " " + each.column() + " " + each.code())
        .containsExactly(
            "5 identified.sources[1].kind one-of-expected",
            "3 identified.databases flow-count-expected",
            "4 identified.websites yaml-field-unknown",
            "6 screened.records flow-count-expected",
            "6 screened.excluded yaml-field-missing",
            "7 retrieval.not-retrieved yaml-field-missing",
            "8 assessed.reports flow-count-expected",
            "10 explained[1].where one-of-expected");
  }

  @Test
  void anExplanationMustConcernAnIdentityOfTheDiagramAndADifference() {
    String text =
        """
        title: Idle
        identified: {databases: 10}
        removed: {duplicates: 1}
        screened: {records: 9, excluded: 5}
        retrieval: {sought: 4, not-retrieved: 0}
        assessed: {reports: 4, excluded: 2}
        included: {studies: 2}
        explained:
          - {where: %s, difference: %d, because: so}
        """;

    assertThat(code(text.formatted("previous-reports", 1))).isEqualTo("flow-explains-nothing");
    assertThat(code(text.formatted("sought", 0))).isEqualTo("flow-difference-zero");
  }

  private static String code(String text) {
    return catchThrowableOfType(BadInputException.class, () -> FlowFile.read("flow.yaml", text))
        .problems()
        .getFirst()
        .code();
  }
}
