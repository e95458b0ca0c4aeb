package org.myocohort.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.cohort.selection.Selection.StepResult;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;

/// Six patients, each of whom leaves at another step or stays.
class SelectionTest {
  private static final LocalDate ON = LocalDate.of(2026, 11, 22);

  private static final Map<String, String> TABLES =
      Map.of(
          "patients",
          """
          id,sex,birth,diagnosis
          IN,female,1970-05-01,2019-03-01
          NEVER,female,1970-05-01,2019-03-01
          UNSAID,female,1970-05-01,2019-03-01
          EARLY,male,1960-05-01,2009-03-01
          MONTH,male,1965-05-01,2019-03-01
          SHORT,male,1965-05-01,2019-03-01
          """,
          "antibodies",
          """
          id,patient,antibody,result,date
          A1,IN,anti-Jo-1,positive,2019-03-02
          A2,NEVER,anti-Jo-1,positive,2019-03-02
          A3,UNSAID,anti-Jo-1,positive,2019-03-02
          A4,EARLY,anti-Jo-1,positive,2009-03-02
          A5,MONTH,anti-PL-12,positive,2021-05-20
          A6,SHORT,anti-PL-12,positive,2019-03-02
          """,
          "treatments",
          """
          id,patient,drug,dose,unit,route,frequency,start,stop
          T1,IN,anakinra,100,mg,sc,daily,2021-06-01,
          T2,NEVER,methotrexate,15,mg,oral,weekly,2021-06-01,
          T3,NEVER,anakinra,0,mg,sc,daily,2021-06-01,
          T4,EARLY,anakinra,100,mg,sc,daily,2009-12-31,
          T5,MONTH,anakinra,100,mg,sc,daily,2021-05,
          T6,SHORT,anakinra,100,mg,sc,daily,2026-10-01,
          """,
          "visits",
          """
          id,patient,date,physician_global
          V1,IN,2021-12-01,2
          V2,MONTH,2022-05-01,2
          V3,SHORT,2026-11-20,2
          V4,EARLY,2026-11-20,2
          """);

  private static final String DEFINITION =
      """
      cohort: Treated with anakinra
      index:
        event: first dose
        drug: anakinra
        from: 2010-01-01
      follow up: 6 months
      steps:
        - step: Antisynthetase antibody
          rule: {antibody: anti-synthetase}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeTheStudy() throws IOException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      Files.writeString(folder.resolve(table.getKey() + ".csv"), table.getValue());
    }
  }

  @Test
  void eachStepSaysWhoIsOutAndOfWhomItCannotTell() throws Exception {
    Selection selection = select(DEFINITION);
    assertThat(selection.patients()).hasSize(6);
    StepResult happened = selection.steps().get(0);
    assertThat(happened.patients(Kind.NOT_MET)).containsExactly("NEVER");
    assertThat(happened.patients(Kind.UNDETERMINED)).containsExactly("UNSAID");
    StepResult between = selection.steps().get(1);
    assertThat(between.patients(Kind.NOT_MET)).containsExactly("EARLY");
    // Tested on 20 May, treated in May: on the first day of May there was no result yet.
    StepResult antibody = selection.steps().get(2);
    assertThat(antibody.patients(Kind.UNDETERMINED)).containsExactly("MONTH");
    StepResult followed = selection.steps().get(3);
    assertThat(followed.patients(Kind.NOT_MET)).containsExactly("SHORT");
    assertThat(selection.members()).containsExactly("IN");
    assertThat(followed.answers().getFirst().used())
        .singleElement()
        .satisfies(used -> assertThat(used.row()).hasToString("visits/V1"));
  }

  @Test
  void whomAStepCannotPlaceGoesOnWhereTheDefinitionSaysSo() throws Exception {
    Selection selection = select(DEFINITION + "undetermined: kept\n");
    assertThat(selection.steps().get(0).remaining()).contains("UNSAID");
    assertThat(selection.members()).containsExactly("IN", "UNSAID", "MONTH");
  }

  @Test
  void aRuleAskedEverDoesNotMindTheDayOfTheIndexEvent() throws Exception {
    Selection selection = select(DEFINITION.replace("    rule:", "    asked: ever\n    rule:"));
    assertThat(selection.steps().get(2).patients(Kind.UNDETERMINED)).isEmpty();
    assertThat(selection.members()).containsExactly("IN", "MONTH");
  }

  @Test
  void withoutAnIndexEventTheWholeRecordIsAsked() throws Exception {
    Selection selection =
        select(
            """
            cohort: Men
            steps:
              - step: Men
                rule: {sex: male}
            """);
    assertThat(selection.members()).containsExactly("EARLY", "MONTH", "SHORT");
  }

  @Test
  void whatIsRecordedOfLaterDaysDoesNotCount() throws Exception {
    Selection selection =
        Selection.of(definition(DEFINITION), patients(), LocalDate.of(2021, 11, 30));
    assertThat(selection.steps().get(0).patients(Kind.NOT_MET)).containsExactly("NEVER", "SHORT");
    assertThat(selection.members()).isEmpty();
  }

  @Test
  void everyFaultOfAFileIsNamedAtOnce() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() ->
            definition(
                """
                index:
                  event: first dose
                  drug: anakinraa
                  until: 2010-01-01
                  from: 2011-01-01
                follow up: long
                steps:
                  - rule: {antibody: anti-Jo-1}
                  - step: Lung
                    asked: sometimes
                    rule: {finding: ILD, finds: ILD}
                """))
        .satisfies(wrong ->
            assertThat(wrong.problems())
                .extracting(each -> each.line() + " " + each.column())
                .contains(
                    "1 cohort",
                    "3 index.drug",
                    "4 index.until",
                    "6 follow up",
                    "8 steps[1].step",
                    "10 steps[2].asked",
                    "11 steps[2].rule.finds"));
  }

  private Selection select(String definition) throws Exception {
    return Selection.of(definition(definition), patients(), ON);
  }

  private static CohortDefinition definition(String text) throws BadInputException {
    return CohortFile.read("cohort.yaml", text);
  }

  private List<PatientRecord> patients() throws Exception {
    return StudyFolder.read(folder).study().patients();
  }
}
