package org.myocohort.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.Records;

class ValueTest {

  @ParameterizedTest(name = "{0} against {1}")
  @CsvSource(
      textBlock =
          """
          # value, limit, at least, more than
          9.9,  10,   FALSE,   FALSE
          10,   10,   TRUE,    FALSE
          10.0, 10,   TRUE,    FALSE
          10.1, 10,   TRUE,    TRUE
          <10,  10,   FALSE,   FALSE
          <10,  11,   FALSE,   FALSE
          <10,  9.9,  UNKNOWN, UNKNOWN
          >10,  10,   TRUE,    TRUE
          >10,  9,    TRUE,    TRUE
          >10,  10.1, UNKNOWN, UNKNOWN
          '',   10,   UNKNOWN, UNKNOWN
          """)
  void limitsCompareInThreeValues(String text, BigDecimal limit, Truth atLeast, Truth moreThan) {
    Value<BigDecimal> value = Records.number(text);

    assertThat(Value.isAtLeast(value, limit)).isEqualTo(atLeast);
    assertThat(Value.isMoreThan(value, limit)).isEqualTo(moreThan);
    assertThat(Value.isLessThan(value, limit)).isEqualTo(atLeast.not());
    assertThat(Value.isAtMost(value, limit)).isEqualTo(moreThan.not());
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({"12.50, 12.50", "<30, <30", ">4000, >4000", "'', absent: not recorded"})
  void textIsWhatPeopleWrite(String cell, String written) {
    assertThat(Records.number(cell).text(BigDecimal::toPlainString, why -> "absent: " + why.text()))
        .isEqualTo(written);
  }

  @Test
  void mappingKeepsTheKindOfValue() {
    assertThat(Records.number("4").map(BigDecimal::negate)).isEqualTo(Records.number("-4"));
    assertThat(Records.number("<4").map(BigDecimal::intValue)).isEqualTo(new Value.Below<>(4));
    assertThat(Records.number(">4").map(BigDecimal::intValue)).isEqualTo(new Value.Above<>(4));
  }

  @ParameterizedTest
  @EnumSource
  void absenceKeepsItsReasonAndIsNoNumber(AbsenceReason reason) {
    Value<BigDecimal> absent = Value.absent(reason);

    assertThat(absent.isAbsent()).isTrue();
    assertThat(absent.isKnown()).isFalse();
    assertThat(absent.map(BigDecimal::intValue)).isEqualTo(Value.absent(reason));
    assertThat(absent.orElse(BigDecimal.TEN)).isEqualTo(BigDecimal.TEN);
    assertThat(Value.isAtLeast(absent, BigDecimal.ZERO)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void limitIsNotTheValue() {
    assertThat(Records.number("<30").orElse(BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
    assertThat(Records.number("<30").isKnown()).isFalse();
    assertThat(Records.number("<30").isAbsent()).isFalse();
  }
}
