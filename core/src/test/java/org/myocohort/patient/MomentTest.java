package org.myocohort.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.Records;
import org.myocohort.patient.Moment.IndexDay;
import org.myocohort.patient.Moment.YearSpan;

class MomentTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2026-11", "2026", "2024-02-29", "1899-12-31"})
  void whatIsReadIsWrittenAlike(String text) {
    assertThat(Moment.parse(text)).hasValueSatisfying(at -> assertThat(at).hasToString(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "22.11.2026",
        "2026-11-2",
        "2026/11/22",
        "2026-13",
        "2026-00",
        "2023-02-29",
        "2026-02-30",
        "1799",
        "2201",
        "26",
        "2026-1a-01",
        "+026-11-22",
        "２０２６"
      })
  void whatIsNoDateIsNotRead(String text) {
    assertThat(Moment.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} before {1}: {2}, after: {3}")
  @CsvSource(
      textBlock =
          """
          2024-01-01, 2024-01-02, TRUE,    FALSE
          2024-01-01, 2024-01-01, FALSE,   FALSE
          2024-01-02, 2024-01-01, FALSE,   TRUE
          2024-01,    2024-02,    TRUE,    FALSE
          2024-01,    2024-01,    UNKNOWN, UNKNOWN
          2024-01-15, 2024-01,    UNKNOWN, UNKNOWN
          2024-01-01, 2024-01,    UNKNOWN, FALSE
          2024-01-31, 2024-01,    FALSE,   UNKNOWN
          2024-01-31, 2024-02,    TRUE,    FALSE
          2023,       2024-01-01, TRUE,    FALSE
          2024,       2024-12-31, UNKNOWN, FALSE
          2024,       2024-01-01, FALSE,   UNKNOWN
          """)
  void impreciseDatesCompareInThreeValues(String a, String b, Truth before, Truth after) {
    assertThat(Records.day(a).isBefore(Records.day(b))).isEqualTo(before);
    assertThat(Records.day(a).isAfter(Records.day(b))).isEqualTo(after);
    assertThat(Records.day(b).isAfter(Records.day(a))).isEqualTo(before);
  }

  @Test
  void daysOfAnIndexEventCompareAmongThemselvesOnly() {
    Moment week = new IndexDay("anakinra start", 7);

    assertThat(new IndexDay("anakinra start", -3).isBefore(week)).isEqualTo(Truth.TRUE);
    assertThat(week.isAfter(new IndexDay("anakinra start", 7))).isEqualTo(Truth.FALSE);
    assertThat(week.isBefore(new IndexDay("onset", 9))).isEqualTo(Truth.UNKNOWN);
    assertThat(week.isBefore(Records.day("2024-01-01"))).isEqualTo(Truth.UNKNOWN);
    assertThat(Records.day("2024-01-01").isBefore(week)).isEqualTo(Truth.UNKNOWN);
    assertThat(week.daysSince(new IndexDay("anakinra start", -3))).hasValue(10L);
    assertThat(week.daysSince(new IndexDay("onset", 0))).isEmpty();
    assertThat(week.daysSince(Records.day("2024-01-01"))).isEmpty();
    assertThat(week.yearsSince(new IndexDay("anakinra start", -800))).isEmpty();
    assertThat(week).hasToString("7");
  }

  @ParameterizedTest(name = "{0} to {1}: {2} days")
  @CsvSource(
      textBlock =
          """
          2024-02-28, 2024-03-01, 2
          2023-02-28, 2023-03-01, 1
          2024-03-01, 2024-02-28, -2
          2024-01-01, 2024-01-01, 0
          # the 16th of January, the 15th of February 2023 is taken at its 14th
          2024-01-16, 2024-01,    0
          2023-01-16, 2023-02,    29
          """)
  void daysAreCountedFromTheMiddle(String start, String end, long days) {
    assertThat(Records.day(end).daysSince(Records.day(start))).hasValue(days);
  }

  @ParameterizedTest(name = "born {0}, on {1}: {2} to {3}")
  @CsvSource(
      textBlock =
          """
          1960-05-10, 2000-05-09, 39, 39
          1960-05-10, 2000-05-10, 40, 40
          2000-02-29, 2018-02-28, 17, 17
          2000-02-29, 2018-03-01, 18, 18
          1960,       2000-05-10, 39, 40
          1960,       2000,       39, 40
          1960-05,    2000-05,    39, 40
          1960-05,    2000-06,    40, 40
          1960-05-10, 2000,       39, 40
          """)
  void wholeYearsAreASpan(String birth, String at, int least, int most) {
    assertThat(Records.day(at).yearsSince(Records.day(birth))).hasValue(new YearSpan(least, most));
  }

  @Test
  void onlyADayIsExact() {
    assertThat(Records.day("2024-01-01").isExact()).isTrue();
    assertThat(new IndexDay("onset", 3).isExact()).isTrue();
    assertThat(Records.day("2024-01").isExact()).isFalse();
    assertThat(Records.day("2024").isExact()).isFalse();
  }
}
