package org.myocohort.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.1016/J.JMPS.2004.03.010                          | 10.1016/j.jmps.2004.03.010
          doi: 10.1063/1.1954747                              | 10.1063/1.1954747
          http://dx.doi.org/10.1002/cpp.2398                  | 10.1002/cpp.2398
          https://doi.org/10.1007%2Fs10880-019-09649-9        | 10.1007/s10880-019-09649-9
          10.1016/S0140-6736(05)61704-9.                      | 10.1016/s0140-6736(05)61704-9
          10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2 | 10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2
          (doi: 10.1136/gutjnl-2016-312510)                   | 10.1136/gutjnl-2016-312510
          10.1234/a+b                                         | 10.1234/a+b
          10.1234/100%                                        | 10.1234/100%
          n/a                                                 |
          10.12 of 30                                         |
          """)
  void aDoiIsBroughtIntoOneForm(String raw, String value) {
    assertThat(Identifiers.doi(raw).map(Identifier::value)).isEqualTo(Optional.ofNullable(value));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"12345678, 12345678", "PMID: 00123456, 123456", "PMC123, ", "abc, ", "0, "})
  void aPmidIsDigitsOnly(String raw, String value) {
    assertThat(Identifiers.pmid(raw).map(Identifier::value)).isEqualTo(Optional.ofNullable(value));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"PMC4513071, PMC4513071", "pmc 12, PMC12", "4513071, "})
  void aPmcidKeepsItsLetters(String raw, String value) {
    assertThat(Identifiers.pmcid(raw).map(Identifier::value)).isEqualTo(Optional.ofNullable(value));
  }

  @Test
  void anEmbaseNumberAndATrialAreFoundInText() {
    assertThat(Identifiers.embase("L373791783"))
        .get()
        .extracting(Identifier::value)
        .isEqualTo("L373791783");
    assertThat(Identifiers.embase("373791783")).isEmpty();
    assertThat(Identifiers.trials("NCT01234567 and NCT07654321"))
        .extracting(Identifier::value)
        .containsExactly("NCT01234567", "NCT07654321");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0955-2359 (Print)                 | ISSN 09552359
          2211369x                          | ISSN 2211369X
          03064530 (ISSN)                   | ISSN 03064530
          0022-3751; 1469-7793              | ISSN 00223751, ISSN 14697793
          978-0-00-728059-9                 | ISBN 000728059
          0007280599                        | ISBN 000728059
          978-1-60558-730-1 0895-4356       | ISBN 160558730, ISSN 08954356
          unknown                           | ''
          """)
  void serialsAndBooksAreToldApart(String raw, String expected) {
    List<String> found =
        Identifiers.serialsAndBooks(raw).stream().map(id -> id.kind() + " " + id.value()).toList();
    assertThat(String.join(", ", found)).isEqualTo(expected);
  }
}
