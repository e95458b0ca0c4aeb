package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Value;

class CellReaderTest {
  private final Problems problems = new Problems();

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.5   | , | 12.5
          0      | , | 0
          -0.9   | , | -0.9
          +3     | , | 3
          .5     | , | .5
          \u221212 | , | -12
          "1,5"  | , | 1.5
          1,5    | ; | 1.5
          1,234  | ; | 1.234
          -1,5   | ; | -1.5
          """)
  void aNumberIsReadExactly(String cell, char delimiter, BigDecimal number) throws Exception {
    assertThat(read(cell, delimiter)).isEqualTo(Value.of(number));
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void aLimitIsNotANumber() throws Exception {
    assertThat(read("<30", ',')).isEqualTo(new Value.Below<>(BigDecimal.valueOf(30)));
    assertThat(read("> 4000", ',')).isEqualTo(new Value.Above<>(BigDecimal.valueOf(4000)));
  }

  @ParameterizedTest(name = "[{0}] is absent: {1}")
  @CsvSource(
      textBlock =
          """
          '',             NOT_RECORDED
          NR,             NOT_REPORTED
          nr,             NOT_REPORTED
          ND,             NOT_DONE
          NA,             NOT_APPLICABLE
          unknown,        UNKNOWN
          refused,        REFUSED
          non riportato,  NOT_REPORTED
          """)
  void absenceKeepsItsReason(String cell, AbsenceReason reason) throws Exception {
    assertThat(read(cell, ',')).isEqualTo(Value.absent(reason));
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1,234\"",
        "\"1,234,567\"",
        "\"1.234,5\"",
        "1e5",
        "12 mg",
        "1 000",
        "1.2.3",
        "-",
        "<",
        "NaN",
        "0x1F",
        "5-6",
        "12*",
        "123456789012345678901",
        "١٢"
      })
  void whatIsNotPlainlyANumberIsRefusedRatherThanGuessed(String cell) throws Exception {
    assertThat(read(cell, ',').isAbsent()).isTrue();
    assertThat(problems.kept())
        .containsExactly(
            new Problem("t.csv", 2, "x", "number-expected", cell.replace("\"", ""), List.of()));
  }

  @Test
  void aNumberOutsideItsScaleIsNamedWithTheScale() throws Exception {
    CellReader cells = cells("11", ',');
    cells.number("x", BigDecimal.ZERO, BigDecimal.TEN);
    cells.number("x", null, BigDecimal.TEN);
    cells.number("x", BigDecimal.valueOf(12), null);

    assertThat(problems.kept())
        .containsExactly(
            new Problem("t.csv", 2, "x", "number-between", "11", List.of("0", "10")),
            new Problem("t.csv", 2, "x", "number-at-most", "11", List.of("10")),
            new Problem("t.csv", 2, "x", "number-at-least", "11", List.of("12")));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22", "2026-11", "2026"})
  void aDateMayBeADayAMonthOrAYear(String cell) throws Exception {
    assertThat(cells(cell, ',').moment("x").map(Moment::toString)).isEqualTo(Value.of(cell));
  }

  @ParameterizedTest
  @CsvSource({"2026-02-30", "22/11/2026", "2026-13", "22.11.26", "spring", "45983"})
  void aDateThatDoesNotExistOrMayBeReadTwoWaysIsRefused(String cell) throws Exception {
    assertThat(cells(cell, ',').moment("x").isAbsent()).isTrue();
    assertThat(problems.kept())
        .containsExactly(new Problem("t.csv", 2, "x", "date-expected", cell, List.of()));
  }

  private Value<BigDecimal> read(String cell, char delimiter) throws BadInputException {
    return cells(cell, delimiter).number("x", null, null);
  }

  private CellReader cells(String cell, char delimiter) throws BadInputException {
    String text = "x" + delimiter + "y\n" + cell + delimiter + "1\n";
    CellReader cells =
        new CellReader(CsvFile.parse(text.getBytes(StandardCharsets.UTF_8), "t.csv"), problems);
    cells.moveTo(0);
    return cells;
  }
}
