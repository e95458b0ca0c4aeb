package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problem;

class VisitsTableTest {
  @Test
  void aFlatTableNeedsNoIdsAndNamesAVisitByPatientAndDate() throws Exception {
    List<VisitsTable.PatientVisits> read =
        read("patient,date,haq\nB,2020-01-01,1\nA,2020-02-01,2\nB,2019-01-01,3\n");

    assertThat(read.stream().map(VisitsTable.PatientVisits::patient)).containsExactly("B", "A");
    assertThat(read.getFirst().visits().stream().map(visit -> visit.row().toString()))
        .containsExactly("visits/B@2019-01-01", "visits/B@2020-01-01");
    assertThat(read.getFirst().baseline().row().id()).isEqualTo("B@2019-01-01");
    assertThat(read.getFirst().marked()).isFalse();
  }

  @Test
  void daysCountFromTheIndexEvent() throws Exception {
    List<VisitsTable.PatientVisits> read = read("patient,day,haq\nA,90,1\nA,\u22127,2\nA,0,1.5\n");

    assertThat(read.getFirst().visits().stream().map(visit -> visit.date().toString()))
        .containsExactly("-7", "0", "90");
  }

  @ParameterizedTest(name = "{0} [{1}]: {3} in {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          patient,date,haq             | A,2020-01-01,3.1           | haq     | number-between
          patient,date,haq             | ,2020-01-01,3              | patient | value-expected
          patient,date,haq             | A,01/02/2020,3             | date    | date-expected
          patient,day,haq              | A,soon,3                   | day     | day-expected
          patient,date,mmt,mmt_max     | A,2020-01-01,70,90         | mmt_max | one-of-expected
          patient,date,mmt,mmt_max     | A,2020-01-01,92,80         | mmt     | number-between
          patient,date,mmt,mmt_max     | A,2020-01-01,>80,80        | mmt     | number-between
          patient,date,mmt,mmt_max     | A,2020-01-01,,90           | mmt_max | one-of-expected
          patient,date,mmt,mmt_max     | A,2020-01-01,261,          | mmt     | number-between
          patient,date,mmt             | A,2020-01-01,261           | mmt     | number-between
          patient,date,cmas            | A,2020-01-01,53            | cmas    | number-between
          patient,date,haq             | A,2020-01-01,>3            | haq     | number-between
          patient,date,haq             | A,2020-01-01,<0            | haq     | number-between
          patient,date,ck,ck_uln       | A,2020-01-01,92,0          | ck_uln  | number-above
          patient,date,haq,ck,ck_uln   | A,2020-01-01,,92,none      | ck_uln  | number-expected
          patient,date,ck,ck_uln       | A,2020-01-01,-1,200        | ck      | number-at-least
          patient,date,haq,baseline    | A,2020-01-01,1,yes         | baseline | one-of-expected
          patient,date,haq,birth_date  | A,2020-01-01,1,2020-01-02  | date    | before-birth
          patient,date,haq,birth_year  | A,2020-01-01,1,2021        | date    | before-birth
          patient,haq                  | A,1                        | date    | column-missing
          date,haq                     | 2020,1                     | patient | column-missing
          patient,date                 | A,2020                     | ''      | no-measure-column
          """)
  void whatCannotBeIsRefused(String header, String row, String column, String code) {
    List<Problem> problems = problems(header + "\n" + row + "\n");

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().column()).isEqualTo(column);
    assertThat(problems.getFirst().code()).isEqualTo(code);
  }

  @Test
  void whatContradictsAnEarlierRowIsRefused() {
    assertThat(
            problems(
                """
                id,patient,date,haq,baseline
                V1,A,2020-01-01,1,1
                V2,A,2020-02-01,1,1
                V2,A,2020-03-01,1,0
                V4,A,2020-03-01,1,0
                """))
        .containsExactly(
            new Problem("v.csv", 3, "baseline", "baseline-twice", "1", List.of("A")),
            new Problem("v.csv", 4, "id", "id-twice", "V2", List.of("v.csv", "3")),
            new Problem("v.csv", 5, "date", "visit-twice", "2020-03-01", List.of("A", "4")));
  }

  @Test
  void aBaselineThatTheDatesDoNotSettleIsRefused() {
    assertThat(problems("patient,date,haq\nA,2020-01,1\nA,2020-01-15,2\n"))
        .containsExactly(
            new Problem(
                "v.csv", 0, "date", "first-visit-unclear", "2020-01, 2020-01-15", List.of("A")));
  }

  /// Whatever is neither plainly a number in its range nor a gap is left to the long way.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A,2020-01-01,6,5,5,70,80,1.5,300,200,,    | true
          A,2020-01-01,6,5,5,70,80,1.125,,,0,20     | true
          A,2020-01-01,6,5,5,70,80,1.125,,,,        | true
          A,2020-01-01,6,5,5,70,80,1.1250,300,200,, | false
          A,2020-01-01,6,,5,70,80,1.5,300,200,,     | true
          A,2020-01-01,6,5,5,70,,1.5,300,200,,      | true
          A,2020-01-01,6,5,5,,80,1.5,300,200,,      | true
          A,2020-01-01,6,5,5,70,80,1.5,300,,,       | true
          A,2020-01-01,NR,n/a,5,70,80,refused,300,200,, | true
          A,2020-01-01,,,,,,,,,,                    | true
          A,2020-01-01,6,5,5,70,80,1.,300,200,,     | false
          A,2020-01-01,6,5,5,70,80,.5,300,200,,     | false
          A,2020-01-01,6,5,5,70,80,+1,300,200,,     | false
          A,2020-01-01,6, 5,5,70,80,1,300,200,,     | false
          A,2020-01-01,6,5,5,70,80,1.5,<30,200,,    | false
          A,2020-01-01,6,5,5,70,80,1.5,nd,200,,     | true
          A,2020-01-01,6,5,5,70,80,1.5,300,<200,,   | false
          A,2020-01-01,6,5,5,>70,80,1.5,300,200,,   | false
          A,2020-01-01,6,5,5,70,80,1.5,2147483,200,,  | true
          A,2020-01-01,6,5,5,70,80,1.5,2147484,200,,  | false
          A,2020-01-01,6,5,5,70,80,1.5,99999999999,200,, | false
          """)
  void aRowOfPlainNumbersAndGapsNeedsNoVisit(String row, boolean plain) throws Exception {
    String header =
        "patient,date,physician_global,patient_global,extramuscular,mmt,mmt_max,haq,ck,ck_uln,ast,ast_uln\n";

    List<VisitRow> rows = read(header + row + "\n").getFirst().rows();

    assertThat(rows.getFirst().plain() != null).isEqualTo(plain);
  }

  @Test
  void aLimitSendsNoOtherRowTheLongWay() throws Exception {
    String text =
        """
        patient,date,haq,ck
        A,2020-01-01,1,300
        A,2020-02-01,,<30
        B,2020-01-01,2,NR
        B,2020-02-01,,30
        """;

    assertThat(read(text).stream().flatMap(patient -> patient.rows().stream()))
        .extracting(row -> row.plain() != null)
        .containsExactly(true, false, true, true);
  }

  @Test
  void aRowIsNamedWithoutItsVisitAsItsVisitNamesIt() throws Exception {
    for (String text :
        List.of(
            "patient,date,haq\nA,2020-01-01,1\nA,2020-02,\n",
            "id,patient,day,haq\nV1,A,0,<1\nV2,A,7,nd\n")) {
      for (VisitRow row : read(text).getFirst().rows()) {
        assertThat(row.reference()).isEqualTo(row.visit().row());
      }
    }
  }

  private static List<VisitsTable.PatientVisits> read(String text) throws BadInputException {
    List<VisitsTable.PatientVisits> read = new ArrayList<>();
    VisitsTable.read(table(text), read::add);
    return read;
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(
            BadInputException.class, () -> VisitsTable.read(table(text), _ -> {}))
        .problems();
  }

  private static CsvFile table(String text) throws BadInputException {
    return CsvFile.parse(text.getBytes(StandardCharsets.UTF_8), "v.csv");
  }
}
