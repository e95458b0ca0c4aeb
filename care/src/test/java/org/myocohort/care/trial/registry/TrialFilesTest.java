package org.myocohort.care.trial.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.care.trial.RecruitingStatus;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.TrialJson;

class TrialFilesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  @TempDir private Path folder;

  private final List<Trial> trials = new ArrayList<>();
  private final List<RecordProblem> problems = new ArrayList<>();

  private void read(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    TrialFiles.read(
        file,
        name,
        SnapshotDay.of(null, file, TODAY),
        new TrialSink() {
          @Override
          public void trial(Trial trial) {
            trials.add(trial);
          }

          @Override
          public void refused(List<RecordProblem> found) {
            problems.addAll(found);
          }
        },
        _ -> {});
  }

  private static String study(String id, String status, String date) {
    return """
    {"protocolSection": {"identificationModule": {"nctId": "%s", "briefTitle": "A title"},
     "statusModule": {"overallStatus": "%s", "startDateStruct": {"date": "%s"}},
     "eligibilityModule": {"eligibilityCriteria": "Inclusion Criteria:\\n\\n* Platelets \\\\< 50",
      "minimumAge": "18 Years", "sex": "ALL"}}}
    """
        .formatted(id, status, date)
        .replace("\n", "")
        .strip();
  }

  @Test
  void oneStudyAnArrayTheInterfacesAnswerAndLinesAreTheSame() throws IOException {
    String one = study("NCT00000001", "RECRUITING", "2023-12");
    read("one.json", one);
    read("array.json", "[" + one + "]");
    read(
        "answer.json", "{\"totalCount\": 1, \"studies\": [" + one + "], \"nextPageToken\": \"x\"}");
    read("lines.jsonl", "\n" + one + "\n\n");
    assertThat(problems).isEmpty();
    assertThat(trials).hasSize(4).extracting(Trial::title).containsOnly(trials.getFirst().title());
    assertThat(trials.getFirst().dates().start()).isEqualTo("2023-12");
    assertThat(trials.getFirst().eligibility().text()).contains("Platelets < 50");
  }

  @Test
  void aPartThatIsMissingStaysMissing() throws IOException {
    read(
        "bare.json",
        "{\"protocolSection\": {\"identificationModule\": {\"nctId\": \"NCT00000001\"}}}");
    Trial bare = trials.getFirst();
    assertThat(bare.status().recruiting()).isNull();
    assertThat(bare.status().written()).isEmpty();
    assertThat(bare.design().enrolled()).isNull();
    assertThat(bare.eligibility().complete()).isNull();
    assertThat(bare.eligibility().sex()).isEmpty();
    assertThat(bare.sites()).isEmpty();
    assertThat(bare.provenance().snapshot()).isEqualTo(TODAY);
  }

  @Test
  void whatIsWrongWithARecordIsSaidAndTheOthersAreRead() throws IOException {
    read(
        "mixed.jsonl",
        study("NCT00000001", "RECRUITING", "2023-12")
            + "\n{broken\n"
            + study("NCT2", "PERHAPS", "2023-13")
            + "\n{\"something\": \"else\"}\n"
            + study("NCT00000005", "UNKNOWN", "2023-12-01"));
    assertThat(trials).extracting(Trial::id).containsExactly("NCT00000001", "NCT00000005");
    assertThat(trials.getLast().status().recruiting()).isEqualTo(RecruitingStatus.UNKNOWN);
    assertThat(problems)
        .extracting(problem -> problem.record() + " " + problem.field() + " " + problem.code())
        .containsExactly(
            "2  json-expected",
            "3 nctId nct-number-expected",
            "3 overallStatus status-expected",
            "3 statusModule.startDateStruct.date date-expected",
            "4  trial-expected");
  }

  @Test
  void aFileThatIsCutOffKeepsWhatStoodBefore() throws IOException {
    String one = study("NCT00000001", "RECRUITING", "2023-12");
    read("cut.json", "[" + one + "," + one.substring(0, 60));
    assertThat(trials).hasSize(1);
    assertThat(problems).extracting(RecordProblem::code).containsExactly("json-ends");
  }

  @Test
  void theListOfCriteriaThatIsKnownToBeCutKeepsThatMark() throws IOException {
    Path records = Path.of("src/test/resources/org/myocohort/care/trial/labelled/records.jsonl");
    read("records.jsonl", Files.readString(records));
    assertThat(trials).hasSize(6);
    assertThat(
            trials.stream().filter(trial -> Boolean.FALSE.equals(trial.eligibility().complete())))
        .hasSize(5)
        .allMatch(trial -> !trial.eligibility().missing().isEmpty());
    assertThat(trials).allMatch(trial -> trial.provenance().snapshot().equals(TODAY));
    assertThat(trials)
        .allSatisfy(trial -> assertThat(TrialJson.read(TrialJson.line(trial))).isEqualTo(trial));
  }

  @Test
  void rowsOfCsvWithListsQuotesAndAShortRow() throws IOException {
    read(
        "trials.csv",
        """
        NCTId,BriefTitle,OverallStatus,Phase,Conditions,EnrollmentCount,SnapshotDate
        NCT00000001,"A ""title"", with
        a line",RECRUITING,PHASE1|PHASE2,Myositis|Lung,36,2026-08-22
        NCT00000002,short
        NCT00000003,B,COMPLETED,NA,Myositis,many,2026-08-22
        """);
    assertThat(trials).hasSize(1);
    assertThat(trials.getFirst().design().phases()).containsExactly("PHASE1", "PHASE2");
    assertThat(trials.getFirst().provenance().snapshot()).isEqualTo(LocalDate.of(2026, 8, 22));
    assertThat(problems)
        .extracting(RecordProblem::code)
        .containsExactly("cells-expected", "count-expected");
  }

  @Test
  void sitesAreGatheredByTrial() throws IOException {
    read(
        "sites.csv",
        """
        NCTId,BriefTitle,OverallStatus,Facility,City,State,Zip,Country,SiteStatus,Latitude,Longitude
        NCT00000001,A,RECRUITING,One,Milan,,,Italy,COMPLETED,45.46,9.19
        NCT00000001,A,RECRUITING,Two,Rome,,,Italy,,,
        NCT00000002,B,RECRUITING,Three,Lyon,,,France,,91,0
        """);
    assertThat(trials).hasSize(1);
    assertThat(trials.getFirst().sites()).hasSize(2);
    assertThat(trials.getFirst().everyCountry()).containsExactly("Italy");
    assertThat(problems).extracting(RecordProblem::code).containsExactly("degrees-expected");
  }

  @Test
  void theOldXmlIsReadWithItsEnglishDates() throws IOException {
    read(
        "old.xml",
        """
        <clinical_study>
          <required_header>
            <download_date>ClinicalTrials.gov processed this data on May 09, 2023</download_date>
          </required_header>
          <id_info><nct_id>NCT00000001</nct_id></id_info>
          <brief_title>A</brief_title>
          <overall_status>Active, not recruiting</overall_status>
          <start_date type="Actual">September 2003</start_date>
          <phase>Phase 2/Phase 3</phase>
          <eligibility><criteria><textblock>
            Inclusion Criteria:&#xD;
              -  Age &gt;= 18
          </textblock></criteria><gender>All</gender><minimum_age>18 Years</minimum_age>
          <maximum_age>N/A</maximum_age></eligibility>
        </clinical_study>
        """);
    assertThat(problems).isEmpty();
    Trial trial = trials.getFirst();
    assertThat(trial.status().recruiting()).isEqualTo(RecruitingStatus.ACTIVE_NOT_RECRUITING);
    assertThat(trial.dates().start()).isEqualTo("2003-09");
    assertThat(trial.design().phases()).containsExactly("PHASE2", "PHASE3");
    assertThat(trial.eligibility().maximumAge()).isEmpty();
    assertThat(trial.provenance().snapshot()).isEqualTo(LocalDate.of(2023, 5, 9));
  }

  @Test
  void entitiesOfAnXmlFilesOwnAreRefused() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "secret");
    read(
        "evil.xml",
        "<!DOCTYPE clinical_study [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info>"
            + "<brief_title>&x;</brief_title></clinical_study>");
    assertThat(trials).isEmpty();
    assertThat(problems).extracting(RecordProblem::code).containsExactly("xml-ends");
  }

  @Test
  void aTrialOfTheEuropeanSystemNeedsItsNumberOnly() throws IOException {
    read(
        "ctis.json",
        """
        {"pagination": {"totalRecords": 2}, "data": [
          {"ctNumber": "2023-501234-56-00", "ctTitle": "A", "ctStatus": "Ongoing, recruiting",
           "trialPhase": "Therapeutic exploratory (Phase II)", "trialCountries": ["Italy:5"],
           "conditions": "Myositis"},
          {"ctNumber": "2023-501235-56-00", "ctStatus": {"odd": 1}},
          {"ctNumber": "12"}]}
        """);
    assertThat(trials).hasSize(2);
    assertThat(trials.getFirst().design().phases()).containsExactly("PHASE2");
    assertThat(trials.getFirst().everyCountry()).containsExactly("Italy");
    assertThat(trials.getLast().status().recruiting()).isNull();
    assertThat(problems).extracting(RecordProblem::code).containsExactly("ctis-number-expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0001\u0002",
        "hello",
        "<html></html>",
        "[1, 2]",
        "{}",
        "\"x\"",
        "[[[["
      })
  void aFileThatIsNoneOfTheseIsRefusedWithoutAFault(String text) throws IOException {
    read("any", text);
    assertThat(trials).isEmpty();
    assertThat(problems).isNotEmpty();
  }
}
