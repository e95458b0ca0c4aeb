package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.exchange.csv.Problem;

class BadInputTest {
  @TempDir Path temporary;

  private Folder folder = new Folder(Path.of("."));
  private List<String> before = List.of();

  @BeforeEach
  void aFolder() {
    folder = new Folder(temporary.resolve("study"));
    folder.withPatients();
  }

  @AfterEach
  void nothingIsWritten() {
    if (!before.isEmpty()) {
      assertThat(folder.listing()).isEqualTo(before);
    }
  }

  private void refused(Problem... expected) {
    before = folder.listing();
    assertThat(folder.problems()).containsExactly(expected);
  }

  private static Problem problem(
      String file, int line, String column, String found, String code, String... values) {
    return new Problem(file, line, column, code, found, List.of(values));
  }

  @Test
  void anEmptyFile() {
    folder.with("visits.csv", "");
    refused(problem("visits.csv", 0, "", "", "file-empty"));
  }

  @Test
  void aDirectoryInsteadOfATable() throws IOException {
    Files.createDirectory(folder.path().resolve("visits.csv"));
    before = folder.listing();
    assertThatThrownBy(() -> StudyFolder.read(folder.path()))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(folder.path().resolve("visits.csv") + ": is a directory, a file was expected");
  }

  @Test
  void aFileInsteadOfAFolder() {
    assertThatThrownBy(() -> StudyFolder.read(folder.path().resolve("patients.csv")))
        .isInstanceOf(NotDirectoryException.class);
    assertThatThrownBy(() -> StudyFolder.read(folder.path().resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFolderWithoutATableOfAStudy() {
    Folder other = new Folder(temporary.resolve("other")).with("notes.txt", "x");
    assertThatThrownBy(() -> StudyFolder.read(other.path()))
        .isInstanceOf(NotAStudyException.class)
        .hasMessageContainingAll("patients.csv", "visits.csv", "reported-statistics.csv");
  }

  @Test
  void aTruncatedTable() {
    folder.with("visits.csv", "id,patient,date,haq\nV1,P1,2020-01-01,1\nV2,P1,2020-0");
    refused(problem("visits.csv", 3, "", "3", "cells-expected", "4"));
  }

  @Test
  void aTableTruncatedWithinQuotes() {
    folder.with("events.csv", "id,patient,kind,date,note\nE1,P1,flare,2020,\"fever and");
    refused(problem("events.csv", 2, "", "", "quote-not-closed"));
  }

  @Test
  void aBinaryFile() {
    folder.with("visits.csv", "PK\u0003\u0004");
    refused(problem("visits.csv", 0, "", "3", "file-not-text", "2"));
  }

  @Test
  @Timeout(20)
  void oneLineOf200Megabytes() throws IOException {
    byte[] block = new byte[1_000_000];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(folder.path().resolve("visits.csv"))) {
      for (int i = 0; i < 200; i++) {
        out.write(block);
      }
    }
    refused(problem("visits.csv", 1, "", "x".repeat(40), "line-too-long", "1000000"));
  }

  @Test
  void aStrengthAboveTheMaximumOfItsForm() {
    folder.with("visits.csv", "id,patient,date,mmt,mmt_max\nV1,P1,2020-01-01,92,80\n");
    refused(problem("visits.csv", 2, "mmt", "92", "number-between", "0", "80 (mmt_max)"));
  }

  @Test
  void aVisitBeforeBirth() {
    folder.with("visits.csv", "id,patient,date,haq\nV1,P2,1969-12-31,1\n");
    refused(problem("visits.csv", 2, "date", "1969-12-31", "before-birth", "1970"));
  }

  @Test
  void aDuplicateVisit() {
    folder.with(
        "visits.csv",
        "id,patient,date,haq\nV1,P1,2020-01-01,1\nV2,P2,2020-01-01,1\nV3,P1,2020-01-01,2\n");
    refused(problem("visits.csv", 4, "date", "2020-01-01", "visit-twice", "P1", "2"));
  }

  @Test
  void anUnknownAntibodyWithTheNearestKnownOne() {
    folder.with(
        "antibodies.csv",
        "id,patient,antibody,result\nA1,P1,anti-PL13,positive\nA2,P1,anti-Something,negative\n");
    refused(
        problem(
            "antibodies.csv", 2, "antibody", "anti-PL13", "antibody-unknown-near", "anti-PL-12"),
        problem("antibodies.csv", 3, "antibody", "anti-Something", "antibody-unknown"));
  }

  @ParameterizedTest(name = "{0} in [{1}]")
  @CsvSource({"crp,mmol/L,mg/L", "crp,'',mg/L", "crp,mg/dl/,mg/L", "ck,[IU]/L,U/L", "fvc,%,L"})
  void aUnitThatDoesNotSayWhatTheMeasurementNeeds(String code, String unit, String expected) {
    folder.with(
        "measurements.csv",
        """
        id,patient,date,measurement,value,unit
        M1,P1,2020-01-01,%s,1,%s
        """
            .formatted(code, unit));
    refused(problem("measurements.csv", 2, "unit", unit, "unit-convertible", expected));
  }

  @Test
  void aValueThatIsImpossibleInWhateverUnit() {
    folder.with(
        "measurements.csv",
        """
        id,patient,date,measurement,value,unit
        M1,P1,2020-01-01,crp,1999,mg/L
        M2,P1,2020-01-01,crp,201,mg/dL
        M3,P1,2020-01-01,lvef,-1,%
        """);
    refused(
        problem("measurements.csv", 3, "value", "201", "number-between", "0", "2000 mg/L"),
        problem("measurements.csv", 4, "value", "-1", "number-between", "0", "100 %"));
  }

  @Test
  void everythingWrongInEveryTableIsNamedAtOnce() {
    folder
        .with(
            "patients.csv",
            """
            id,cohort,sex,age_years,birth,death,index_drug,vital_status,consent
            P1,other,x,131,1970,1969,anakinro,gone,maybe
            P1,own,M,50,,,,,
            ,own,F,50,,,,,
            """)
        .with(
            "antibodies.csv",
            "id,patient,antibody,method,result,date\nP1,P9,Jo-1,guess,perhaps,1960\n")
        .with("manifestations.csv", "id,patient,finding,status,from,to\nF1,P1,fevar,x,2021,2020\n")
        .with(
            "treatments.csv",
            """
            id,patient,drug,dose,unit,route,frequency,start,stop
            T1,P1,anakinra,-1,pills,ear,often,2020-02-01,2020-01-31
            T2,P1,anakinra,100,,,,2020-02-31,
            """)
        .with(
            "adverse_events.csv",
            """
            id,patient,term,grade,start,stop,serious,related_to
            X1,P1,rash,6,2021,2020,perhaps,mtz
            """)
        .with("events.csv", "id,patient,kind,date\nE1,P1,party,2020\n")
        .with("biomarkers.csv", "id,patient,marker,value,unit\nB1,P1,,5,MFI\n")
        .with("reported-statistics.csv", "id,quantity,statistic\nE1,x,mean\n");
    before = folder.listing();
    assertThat(folder.problems().stream().map(BadInputTest::inShort))
        .containsExactly(
            "patients.csv:2 cohort [other] one-of-expected",
            "patients.csv:2 sex [x] one-of-expected",
            "patients.csv:2 age_years [131] number-between",
            "patients.csv:2 index_drug [anakinro] drug-unknown-near",
            "patients.csv:2 vital_status [gone] one-of-expected",
            "patients.csv:2 death [1969] before-birth",
            "patients.csv:2 consent [maybe] one-of-expected",
            "patients.csv:3 id [P1] id-twice",
            "patients.csv:4 id [] value-expected",
            "antibodies.csv:2 id [P1] id-twice",
            "antibodies.csv:2 patient [P9] patient-unknown",
            "antibodies.csv:2 result [perhaps] one-of-expected",
            "antibodies.csv:2 method [guess] one-of-expected",
            "manifestations.csv:2 finding [fevar] finding-unknown-near",
            "manifestations.csv:2 status [x] one-of-expected",
            "manifestations.csv:2 to [2020] stop-before-start",
            "treatments.csv:2 dose [-1] number-at-least",
            "treatments.csv:2 unit [pills] one-of-expected",
            "treatments.csv:2 route [ear] one-of-expected",
            "treatments.csv:2 frequency [often] one-of-expected",
            "treatments.csv:2 stop [2020-01-31] stop-before-start",
            "treatments.csv:3 unit [] one-of-expected",
            "treatments.csv:3 start [2020-02-31] date-expected",
            "adverse_events.csv:2 grade [6] one-of-expected",
            "adverse_events.csv:2 stop [2020] stop-before-start",
            "adverse_events.csv:2 serious [perhaps] one-of-expected",
            "adverse_events.csv:2 related_to [mtz] drug-unknown",
            "events.csv:2 kind [party] one-of-expected",
            "biomarkers.csv:2 marker [] value-expected",
            "biomarkers.csv:2 unit [MFI] unit-expected",
            "reported-statistics.csv:1 value [id, quantity, statistic] column-missing");
  }

  private static String inShort(Problem problem) {
    return "%s:%d %s [%s] %s"
        .formatted(
            problem.file(), problem.line(), problem.column(), problem.found(), problem.code());
  }

  @Test
  void aPatientsTableThatIsMissing() throws IOException {
    Files.delete(folder.path().resolve("patients.csv"));
    folder.with("visits.csv", "id,patient,date,haq\nV1,P1,2020-01-01,1\n");
    refused(problem(folder.path().toString(), 0, "", "", "table-missing", "patients.csv"));
  }

  @Test
  void aPatientsTableThatCannotBeReadIsNotSaidAgainInEveryRow() {
    folder.with("patients.csv", "").with("visits.csv", "id,patient,date,haq\nV1,P1,2020-01-01,1\n");
    refused(problem("patients.csv", 0, "", "", "file-empty"));
  }

  @Test
  void aColumnThatATableCannotDoWithout() {
    folder.with("treatments.csv", "id,patient,medicine\nT1,P1,anakinra\n");
    refused(problem("treatments.csv", 1, "drug", "id, patient, medicine", "column-missing"));
  }

  @Test
  void limitsOfNormalInTheWrongOrder() {
    folder.with(
        "measurements.csv",
        """
        id,patient,date,measurement,value,unit,lower_limit,upper_limit
        M1,P1,2020-01-01,ck,100,U/L,200,30
        """);
    refused(problem("measurements.csv", 2, "lower_limit", "200", "number-at-most", "30"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                          | 1 |                              | ''       | json-expected
          []                                         | 0 |                              | ''       | json-expected
          {"myocohort": {"index": "anakinro"}}       | 0 | myocohort.index              | anakinro | drug-unknown-near
          {"myocohort": {"baselineWindowDays": -1}}  | 0 | myocohort.baselineWindowDays | -1       | whole-number-between
          {"myocohort": {"baselineWindowDays": 1.5}} | 0 | myocohort.baselineWindowDays | 1.5      | whole-number-between
          {"myocohort": {"childHealthRange": 0}}     | 0 | myocohort.childHealthRange   | 0        | number-above
          {"myocohort": {"synthetic": "yes"}}        | 0 | myocohort.synthetic          | yes      | one-of-expected
          {"myocohort": {"quartileMethod": "best"}}  | 0 | myocohort.quartileMethod     | best     | one-of-expected
          {"resources": [{"name": "visits", "path": "../visits.csv"}]} | 0 | resources.path | ../visits.csv | path-inside
          {"resources": [{"name": "visits", "path": "a/../patients.csv"}]} | 0 | resources.path | a/../patients.csv | path-inside
          {"resources": [{"name": "visits", "path": "https://example.org/v.csv"}]} | 0 | resources.path | https://example.org/v.csv | path-inside
          {"resources": [{"name": "visits", "path": "/etc/passwd"}]}   | 0 | resources.path | /etc/passwd   | path-inside
          {"resources": [{"name": "visits", "path": "v.csv"}]}         | 0 | resources.path | v.csv         | file-missing
          """)
  void aDataPackageThatSaysWhatCannotBe(
      String json,
      int line,
      @org.jspecify.annotations.Nullable String column,
      String found,
      String code) {
    folder.with("datapackage.json", json);
    before = folder.listing();

    List<Problem> problems = folder.problems();

    assertThat(problems).hasSize(1);
    Problem problem = problems.getFirst();
    assertThat(problem.file()).isEqualTo("datapackage.json");
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.column()).isEqualTo(column == null ? "" : column);
    assertThat(problem.found()).isEqualTo(found);
    assertThat(problem.code()).isEqualTo(code);
  }
}
