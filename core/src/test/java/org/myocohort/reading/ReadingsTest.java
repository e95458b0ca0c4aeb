package org.myocohort.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.Records.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Truth;

class ReadingsTest {

  @ParameterizedTest(name = "on {0}: {1} {2}")
  @CsvSource(
      textBlock =
          """
          2026-03-01, m2, the day itself
          2026-02-26, m1, the nearer of two
          2026-02-27, m1, the earlier of two as near
          2026-03-08, m2, a week after
          2026-03-09, '', more than a week after
          2026-03,    '', a month is near only to itself
          """)
  void nearestValueIsAtMostAWeekAway(String at, String row, String rule) {
    Readings readings =
        new Readings(
            new Records()
                .measured("ast", "2026-02-25", "40", "U/L")
                .measured("ast", "2026-03-01", "50", "U/L")
                .measured("ast", "2026-03-01", "", "U/L")
                .build());

    Quantity nearest = readings.nearest("ast", day(at), "U/L");

    assertThat(nearest.isMissing()).isEqualTo(row.isEmpty());
    assertThat(nearest.inputs().getFirst().row().id()).isEqualTo(row.isEmpty() ? "p1" : row);
  }

  @Test
  void latestValueIsNeverAfterTheDay() {
    Readings readings =
        new Readings(
            new Records()
                .measured("weight", "2026-03-02", "80", "kg")
                .measured("weight", "2025-03-01", "70", "kg")
                .measured("weight", "2026-03-01", "75", "kg")
                .build());

    assertThat(readings.latest("weight", day("2026-03-01"), "kg").value())
        .isEqualTo(Records.number("75"));
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource(
      textBlock =
          """
          2025-12-31, UNKNOWN, before anything is stated
          2026-01-01, TRUE,    from the first day
          2026-02-28, TRUE,    it goes on
          2026-03-01, FALSE,   the later statement wins
          2026-05-10, UNKNOWN, within a month that an episode begins
          2026-06-10, TRUE,    inside that episode
          2026-07-02, FALSE,   after it
          """)
  void latestStatementThatHoldsDecides(String at, Truth expected, String rule) {
    Readings readings =
        new Readings(
            new Records()
                .found("fever", Truth.TRUE, "2026-01-01", "")
                .found("fever", Truth.FALSE, "2026-03-01", "")
                .found("fever", Truth.TRUE, "2026-05", "2026-07-01")
                .build());

    assertThat(readings.finding("fever", day(at)).truth()).as(rule).isEqualTo(expected);
  }

  @Test
  void findingThatCountsAsAnotherIsReadWithIt() {
    Readings readings =
        new Readings(new Records().found("myopericarditis", Truth.TRUE, "", "").build());

    assertThat(readings.finding("myocarditis", day("2026-01-01")).truth()).isEqualTo(Truth.TRUE);
    assertThat(readings.finding("myositis", day("2026-01-01")).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void closedListTakesWhatIsNotListedAsAbsentButNotWhatIsNotReported() {
    Readings readings =
        new Readings(
            new Records()
                .coverage(Coverage.CLOSED_LIST)
                .found("arthritis", Truth.UNKNOWN, "", "")
                .build());

    Observation listed = readings.finding("fever", day("2026-01-01"));

    assertThat(listed.truth()).isEqualTo(Truth.FALSE);
    assertThat(listed.notes())
        .extracting(note -> note.code())
        .containsExactly("not-listed-counts-as-absent");
    assertThat(readings.finding("arthritis", day("2026-01-01")).truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(readings.finding("arthritis", day("2026-01-01")).isMissing()).isTrue();
  }

  @ParameterizedTest(name = "{0} stated {1}: {2}")
  @CsvSource(
      textBlock =
          """
          TRUE,  2025-03-01, TRUE,    365 days before
          TRUE,  2025-02-28, UNKNOWN, longer ago: nothing is stated of the past year
          TRUE,  2025-02,    UNKNOWN, longer ago on any day of the month
          TRUE,  2026-03-02, UNKNOWN, later than the day
          TRUE,  '',         UNKNOWN, at an unknown time
          FALSE, 2025-12-01, FALSE,   denied 90 days before
          FALSE, 2025-11-30, UNKNOWN, denied longer ago
          """)
  void changeCountsWithinItsDays(Truth present, String from, Truth expected, String rule) {
    Readings readings =
        new Readings(new Records().found("ct-honeycombing-more", present, from, "").build());

    assertThat(readings.change("ct-honeycombing-more", day("2026-03-01"), 365).truth())
        .as(rule)
        .isEqualTo(expected);
  }
}
