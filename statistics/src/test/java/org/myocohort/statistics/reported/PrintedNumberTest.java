package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {

  @ParameterizedTest(name = "{0} is {1}, from {2} to {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5            | 5       | 4.5      | 5.5
          5.0          | 5.0     | 4.95     | 5.05
          5.00         | 5.00    | 4.995    | 5.005
          .03          | 0.03    | 0.025    | 0.035
          5.           | 5       | 4.5      | 5.5
          0            | 0       | -0.5     | 0.5
          -0.9         | -0.9    | -0.95    | -0.85
          \u22120.9    | -0.9    | -0.95    | -0.85
          \u20130.9    | -0.9    | -0.95    | -0.85
          +2           | 2       | 1.5      | 2.5
          46,7         | 46.7    | 46.65    | 46.75
          0,123        | 0.123   | 0.1225   | 0.1235
          46\u00B77    | 46.7    | 46.65    | 46.75
          19\u200957 2 | -       | -        | -
          19\u2009572  | 19572   | 19571.5  | 19572.5
          19\u202F572  | 19572   | 19571.5  | 19572.5
          19\u00A0572  | 19572   | 19571.5  | 19572.5
          1 234 567    | 1234567 | 1234566.5| 1234567.5
          1,234,567    | 1234567 | 1234566.5| 1234567.5
          1.234.567    | 1234567 | 1234566.5| 1234567.5
          19,571.5     | 19571.5 | 19571.45 | 19571.55
          19.571,5     | 19571.5 | 19571.45 | 19571.55
          1.2e-5       | 0.000012| 0.0000115| 0.0000125
          1.5e3        | 1500    | 1450     | 1550
          """)
  void aPrintedNumberStandsForAnInterval(String text, String value, String lower, String upper) {
    if (value.equals("-")) {
      assertThatIllegalArgumentException().isThrownBy(() -> PrintedNumber.parse(text));
      return;
    }
    PrintedNumber number = PrintedNumber.parse(text);
    assertThat(number.text()).isEqualTo(text);
    assertThat(number.value()).isEqualByComparingTo(value);
    assertThat(number.rounded().lower()).isEqualByComparingTo(lower);
    assertThat(number.rounded().upper()).isEqualByComparingTo(upper);
  }

  @Test
  void trailingZerosCount() {
    assertThat(PrintedNumber.parse("5.00").decimals()).isEqualTo(2);
    assertThat(PrintedNumber.parse("500").decimals()).isZero();
  }

  @Test
  void bothEndsOfTheIntervalBelongToIt() {
    RoundingInterval interval = PrintedNumber.parse("0.3").rounded();
    assertThat(interval.contains(new BigDecimal("0.25"))).isTrue();
    assertThat(interval.contains(new BigDecimal("0.35"))).isTrue();
    assertThat(interval.contains(new BigDecimal("0.2499"))).isFalse();
    assertThat(interval.contains(new BigDecimal("0.3501"))).isFalse();
  }

  @ParameterizedTest(name = "{0} cut off stands for {1} to {2}")
  @CsvSource({"1.2, 1.2, 1.3", "-1.2, -1.3, -1.2", "0.0, -0.1, 0.1"})
  void digitsMayHaveBeenCutOff(String text, BigDecimal lower, BigDecimal upper) {
    RoundingInterval interval = PrintedNumber.parse(text).truncated();
    assertThat(interval.lower()).isEqualByComparingTo(lower);
    assertThat(interval.upper()).isEqualByComparingTo(upper);
  }

  @Test
  void aCommaBeforeThreeDigitsIsNotGuessed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintedNumber.parse("19,571"))
        .withMessage(
            "number must say its decimal mark but was '19,571', which may be 19571 or 19.571");
    assertThat(PrintedNumber.parse("19,571", DecimalMark.POINT).value()).isEqualTo("19571");
    assertThat(PrintedNumber.parse("19,571", DecimalMark.COMMA).value()).isEqualTo("19.571");
    assertThat(PrintedNumber.parse("-1,234.5", DecimalMark.POINT).value()).isEqualTo("-1234.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "-",
        "NR",
        "5-8",
        "1.2.3",
        "12,34,567",
        "1e",
        "1e100",
        "0x10",
        "NaN",
        "5 %",
        "1.234,567.8"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintedNumber.parse(text))
        .withMessage("number expected but found '%s'", text.strip());
  }

  @Test
  void anEndlessTextIsRefusedByItsLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintedNumber.parse("1".repeat(61)))
        .withMessage("number must have at most 60 characters but had 61");
  }

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      textBlock =
          """
          0.03,      EQUAL, 0.03,  0.03
          p = .03,   EQUAL, 0.03,  .03
          P<0.001,   BELOW, 0.001, <0.001
          \u2264 0.001, BELOW, 0.001, <0.001
          > 0.05,    ABOVE, 0.05,  >0.05
          """)
  void aProbabilityMayBeOnlyALimit(
      String text, PrintedProbability.Relation relation, BigDecimal value, String shown) {
    PrintedProbability p = PrintedProbability.parse(text);
    assertThat(p.relation()).isEqualTo(relation);
    assertThat(p.number().value()).isEqualByComparingTo(value);
    assertThat(p.text()).isEqualTo(shown);
  }
}
