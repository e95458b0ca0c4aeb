package org.myocohort.evidence.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.evidence.link.Period;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;

class ExtractionFolderTest {
  @TempDir Path directory;
  private Written written;

  @BeforeEach
  void write() {
    written = Written.in(directory.resolve("anna"));
  }

  private Extraction read() throws Exception {
    return ExtractionFolder.read(written.folder()).extraction();
  }

  @Test
  void reportsGiveTheFactsOfTheirCohort() throws Exception {
    ExtractedReport report = read().report("1-2").orElseThrow();

    assertThat(report.design()).isEqualTo(Design.CASE_SERIES);
    assertThat(report.study()).isNull();
    assertThat(report.facts().registrations()).containsOnly("NCT00000001", "NCT00000002");
    assertThat(report.facts().drugs()).containsOnly("anakinra", "methotrexate");
    assertThat(report.facts().dailyDose()).isEqualTo("100 mg");
    assertThat(report.facts().months()).isEqualTo(12);
    assertThat(report.facts().centre()).isEqualTo("Uppsala");
    assertThat(report.facts().included())
        .isEqualTo(new Period(LocalDate.of(2006, 3, 1), LocalDate.of(2008, 12, 31)));
    assertThat(report.facts().patients()).isEqualTo(15);
    assertThat(report.facts().responders()).isEqualTo(7);
    assertThat(read().report("1-1").orElseThrow().facts().months()).isNull();
  }

  @Test
  void aNumberThatIsNotReportedIsAValueOfItsOwn() throws Exception {
    AggregateResult result = read().resultsOf("response").getFirst();

    assertThat(result.events()).isEqualTo(Value.of(7));
    assertThat(result.total()).isEqualTo(Value.of(15));
    assertThat(result.mean()).isEqualTo(Value.absent(AbsenceReason.NOT_REPORTED));
    assertThat(result.months()).isEqualTo(Value.of(new BigDecimal("12")));
  }

  @Test
  void thePrintedStringIsKeptCharacterByCharacter() throws Exception {
    String printed = "mean\u00A0=\u200919\u2009571 pg/ml, \u22120.9 in treat\u00AD\nment, \"R\"";
    written.with("results.csv", "12,7/15", "12,\"" + printed.replace("\"", "\"\"") + "\"");

    assertThat(read().results().getFirst().printed()).isEqualTo(printed);
  }

  @Test
  void patientsPlacesAndAnswersBelongToTheirReports() throws Exception {
    Extraction extraction = read();

    assertThat(extraction.by()).isEqualTo("anna");
    assertThat(extraction.reportOf("L2")).contains("1-2");
    assertThat(extraction.patientsOf("1-1")).extracting(patient -> patient.id()).containsOnly("L1");
    assertThat(extraction.placesOf("patients", "L1", "sex"))
        .extracting(Place::where)
        .containsExactly("page 2, case 1");
    assertThat(extraction.appraisalsOf("1-1"))
        .extracting(Appraisal::item, Appraisal::answer)
        .containsExactly(tuple(1, Appraisal.Answer.YES), tuple(2, Appraisal.Answer.NO));
    assertThat(ExtractionFolder.read(written.folder()).cell("patients", "L2", "reported_response"))
        .contains("NR");
  }

  @Test
  void anExtractionOfAggregateResultsAloneNeedsNoPatients() throws Exception {
    Files.delete(written.folder().resolve("patients.csv"));
    written.with("places.csv", "patients,L1,,", "reports,1-1,months,");
    written.with("places.csv", "patients,L2,,", "reports,1-2,months,");

    assertThat(read().study().patients()).isEmpty();
    assertThat(read().results()).hasSize(1);
  }

  @Test
  void aFolderThatIsNotThereCannotBeOpened() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ExtractionFolder.read(directory.resolve("carla")));
  }

  @ParameterizedTest(name = "{0}: {2} for {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reports.csv   | 1-1,Rossi           | 1/1,Rossi             | 2 | report      | report-id-expected
          reports.csv   | 1-2,Bianchi         | 1-1,Bianchi           | 3 | report      | row-twice
          reports.csv   | 1-2,Bianchi         | ,Bianchi              | 3 | report      | value-expected
          reports.csv   | case-series         | case series           | 3 | design      | one-of-expected
          reports.csv   | ,12,Uppsala         | ,12.5,Uppsala         | 3 | months      | whole-number-between
          reports.csv   | ,15,7               | ,15,16                | 3 | responders  | number-at-most
          reports.csv   | 2006-03,2008        | 2009-03,2008          | 3 | included_to | stop-before-start
          reports.csv   | 2006-03,2008        | 2006-13,2008          | 3 | included_from | date-expected
          patients.csv  | literature,1-1      | own,1-1               | 2 | cohort      | one-of-expected
          patients.csv  | literature,1-1      | literature,1-9        | 2 | report      | report-unknown
          patients.csv  | female              | woman                 | 2 | sex         | one-of-expected
          results.csv   | A1,                 | L1,                   | 2 | id          | id-twice
          results.csv   | A1,1-2,response     | A1,1-2,               | 2 | outcome     | value-expected
          results.csv   | ,7,15               | ,16,15                | 2 | events      | number-at-most
          results.csv   | ,7,15               | ,<7,15                | 2 | events      | whole-number-between
          results.csv   | ,7,15               | ,seven,15             | 2 | events      | number-expected
          results.csv   | 7,15,NR,NR,NR,NR,NR | 7,15,NR,NR,NR,3,2     | 2 | low         | number-at-most
          results.csv   | 7,15,NR,NR          | 7,15,NR,-1            | 2 | sd          | number-at-least
          results.csv   | ,printed            | ,printed as           | 0 | ''          | ''
          results.csv   | ,outcome,           | ,result,              | 1 | outcome     | column-missing
          places.csv    | patients,L1,,       | persons,L1,,          | 2 | table       | place-table
          places.csv    | patients,L1,,       | patients,L9,,         | 2 | row         | place-row
          places.csv    | patients,L1,,       | patients,L1,weight,   | 2 | column      | place-column
          places.csv    | patients,L1,,1-1    | patients,L1,,         | 2 | report      | value-expected
          appraisal.csv | case-report,1       | case-report,9         | 2 | item        | number-between
          appraisal.csv | case-report,1       | case-report,2         | 3 | item        | row-twice
          appraisal.csv | 1,yes               | 1,rather              | 2 | answer      | one-of-expected
          appraisal.csv | 1-1,jbi-case-report,1 | 1-1,jbi,1           | 2 | checklist   | one-of-expected
          appraisal.csv | 1-1,jbi-case-report,1 | 9-1,jbi-case-report,1 | 2 | report    | report-unknown
          """)
  void whatIsWrongIsNamedWithItsLineAndColumn(
      String file, String piece, String other, int line, String column, String code)
      throws Exception {
    written.with(file, piece, other == null ? "" : other);
    if (code.isEmpty()) {
      assertThat(read().results()).hasSize(1);
      return;
    }

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::read);

    assertThat(wrong.problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).endsWith(file);
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.column()).isEqualTo(column);
          assertThat(problem.code()).isEqualTo(code);
        });
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    written.with("reports.csv", "case-series", "seldom");
    written.with("patients.csv", "female", "woman");
    written.with("results.csv", ",7,15", ",16,15");
    written.with("places.csv", "results,A1,,", "results,A7,,");
    written.with("appraisal.csv", "1,yes", "1,perhaps");

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::read);

    assertThat(wrong.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "one-of-expected", "one-of-expected", "number-at-most", "place-row", "one-of-expected");
  }

  @Test
  void anExtractionWithoutReportsIsRefused() throws Exception {
    Files.delete(written.folder().resolve("reports.csv"));

    BadInputException wrong = catchThrowableOfType(BadInputException.class, this::read);

    assertThat(wrong.problems()).extracting(Problem::code).containsExactly("file-missing");
  }

  @ParameterizedTest
  @EnumSource(Checklist.class)
  void checklistsAreShippedWithSourceAndMark(Checklist checklist) {
    Checklist.Content content = checklist.content();

    assertThat(content.items())
        .hasSize(checklist == Checklist.JBI_CASE_REPORT ? 8 : 10)
        .allSatisfy(item ->
            assertThat(List.of(item.english(), item.italian()))
                .allMatch(text -> text.endsWith("?")));
    assertThat(content.source()).contains("JBI").contains("2020");
    assertThat(content.mark()).isEqualTo("weak");
  }
}
