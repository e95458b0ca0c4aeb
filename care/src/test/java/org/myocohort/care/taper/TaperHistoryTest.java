package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.care.taper.TaperAttempt.End;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;

class TaperHistoryTest {
  /// Physician, patient, extramuscular, MMT, its maximum, HAQ, CK and its limit.
  private static final String ACTIVE = "8.0,8.0,8.0,50,80,2.5,3000,200";

  private static final String WELL = "1.0,1.0,1.0,78,80,0.3,150,200";
  private static final String WORSE = "7.0,7.0,7.0,52,80,2.2,2500,200";

  @TempDir Path folder;

  private static String dose(TaperAttempt.Held held) {
    return held.dose().stripTrailingZeros().toPlainString();
  }

  private static String range(DoseBounds dose) {
    return dose.least().stripTrailingZeros().toPlainString()
        + ".."
        + (dose.most() == null ? "" : dose.most().stripTrailingZeros().toPlainString());
  }

  /// instruments.md, section 8.3: 60 mg for 28 days, then 40 for 14 days: 2240 mg; a pulse of
  /// methylprednisolone 1000 mg on 3 days: 3750 mg.
  @Test
  void theCumulativeDoseIsThatOfTheWorkedExamplesWithPulsesApart() {
    TaperHistory history =
        new Folder(folder)
            .tapered("60", "2026-01-01", "40", "2026-01-29", "2026-02-12")
            .given("methylprednisolone 1000 mg iv daily", "2026-01-01", "2026-01-04")
            .until("2026-06-30");
    assertThat(Objects.requireNonNull(history.cumulative()).total())
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("5990"));
    assertThat(history.cumulative().intravenous())
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("3750"));
    // 2026-02-12 to 2026-06-30.
    assertThat(history.freeDays()).isEqualTo(139);
  }

  @ParameterizedTest(name = "{0} days without count as {1}")
  @CsvSource({"27, 0", "28, 28", "29, 29"})
  void freeOfGlucocorticoidMeansTwentyEightDays(int days, int counted) {
    LocalDate again = LocalDate.of(2026, 3, 1).plusDays(days);
    TaperHistory history =
        new Folder(folder)
            .tapered("10", "2026-01-01", "2026-03-01")
            .tapered("10", again.toString(), "NA")
            .until("2026-12-31");
    assertThat(history.freeDays()).isEqualTo(counted);
  }

  /// SC-001 of the synthetic centre, read by hand from its tables: 60 mg from 2021-04-11 down to
  /// 7.5 mg on 2021-12-31, a relapse 26 days later, 30 mg from 2022-01-30.
  @Test
  void theSyntheticCentresFirstPatientRelapsedAt7point5AndHad10HeldBefore() throws Exception {
    Study study = StudyFolder.read(Folder.EXAMPLES.resolve("synthetic-centre")).study();
    PatientRecord patient = study.patients().getFirst();
    TaperHistory history =
        TaperHistory.of(patient, study.settings(), TaperHistory.lastDay(patient).orElseThrow());

    assertThat(history.attempts()).hasSize(2);
    TaperAttempt first = history.attempts().getFirst();
    assertThat(first.peak()).isEqualByComparingTo("60");
    assertThat(first.from()).hasToString("2021-04-11");
    assertThat(first.firstReduction()).hasToString("2021-05-22");
    assertThat(first.end()).isEqualTo(End.RAISED);
    assertThat(first.raisedTo()).isEqualByComparingTo("30");
    assertThat(first.to()).hasToString("2022-01-29");
    assertThat(first.lowest()).isEqualByComparingTo("7.5");
    assertThat(first.held())
        .isEqualTo(new TaperAttempt.Held(new BigDecimal("10"), Folder.day("2021-11-26"), 35));
    assertThat(first.lowerMayHaveBeenHeld()).isFalse();

    assertThat(history.relapses()).hasSize(2);
    Relapse relapse = history.relapses().getLast();
    assertThat(relapse.flare().row().id()).isEqualTo("E-SC001-02");
    assertThat(range(Objects.requireNonNull(relapse.dose()))).isEqualTo("7.5..7.5");
    assertThat(range(Objects.requireNonNull(relapse.held()))).isEqualTo("10..10");
    assertThat(relapse.belowLow()).isEqualTo(Truth.TRUE);
    assertThat(relapse.escalated()).isEqualTo(Truth.TRUE);
    assertThat(first.relapses()).contains(relapse);
    // 5 mg from 2022-09-11 to the death.
    assertThat(dose(Objects.requireNonNull(history.attempts().getLast().held()))).isEqualTo("5");
    assertThat(history.abruptStops()).isEmpty();
  }

  /// A flare on the day on which the dose was raised happened at the dose before.
  @Test
  void aFlareOnTheDayOfARaiseIsTiedToTheDoseBefore() {
    TaperHistory history =
        new Folder(folder)
            .tapered("20", "2026-01-01", "10", "2026-03-01", "40", "2026-05-01", "NA")
            .happened("flare", "2026-05-01")
            .until("2026-12-31");
    Relapse relapse = history.relapses().getFirst();
    assertThat(range(Objects.requireNonNull(relapse.dose()))).isEqualTo("10..10");
    assertThat(range(Objects.requireNonNull(relapse.doseThatDay()))).isEqualTo("40..40");
    assertThat(range(Objects.requireNonNull(relapse.held()))).isEqualTo("10..10");
    assertThat(relapse.belowLow()).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest(name = "10 mg for {0} days before the relapse")
  @CsvSource({"27, 20", "28, 10", "29, 10"})
  void aDoseCountsAsHeldFromTheTwentyEighthDay(int days, String held) {
    LocalDate flare = LocalDate.of(2026, 3, 1).plusDays(days);
    TaperHistory history =
        new Folder(folder)
            .tapered("20", "2026-01-01", "10", "2026-03-01", "NA")
            .happened("relapse", flare.toString())
            .until("2026-12-31");
    assertThat(Objects.requireNonNull(history.relapses().getFirst().held()).least())
        .isEqualByComparingTo(held);
    assertThat(dose(Objects.requireNonNull(history.attempts().getFirst().held()))).isEqualTo(held);
  }

  @Test
  void aRelapseOfWhichOnlyTheMonthIsKnownGivesARangeOfDoses() {
    TaperHistory history =
        new Folder(folder)
            .tapered("20", "2026-01-01", "12.5", "2026-03-10", "7.5", "2026-04-15", "NA")
            .happened("relapse", "2026-04")
            .until("2026-12-31");
    Relapse relapse = history.relapses().getFirst();
    assertThat(range(Objects.requireNonNull(relapse.dose()))).isEqualTo("7.5..12.5");
    assertThat(relapse.belowLow()).isEqualTo(Truth.UNKNOWN);
    // Until 2026-04-06 12.5 mg had not been held for 28 days: 20 or 12.5.
    assertThat(range(Objects.requireNonNull(relapse.held()))).isEqualTo("12.5..20");
  }

  @Test
  void anUndatedRelapseHasNoDose() {
    TaperHistory history =
        new Folder(folder)
            .tapered("20", "2026-01-01", "10", "2026-03-01", "NA")
            .happened("relapse", "")
            .until("2026-12-31");
    Relapse relapse = history.relapses().getFirst();
    assertThat(relapse.dose()).isNull();
    assertThat(relapse.held()).isNull();
    assertThat(relapse.belowLow()).isEqualTo(Truth.UNKNOWN);
    assertThat(relapse.byDefinition()).isEqualTo(Truth.UNKNOWN);
  }

  /// The letter says of its patient 2: relapse while prednisone was tapered below 10 mg a day. It
  /// gives neither dates nor the dose, and the table of the example folder none of it.
  @Test
  void theLettersSecondPatientHasNoDoseThatTheTableDoesNotGive() throws Exception {
    Study study = StudyFolder.read(Folder.EXAMPLES.resolve("anakinra-antisynthetase")).study();
    PatientRecord patient =
        study.patients().stream().filter(each -> each.id().equals("P2")).findFirst().orElseThrow();
    assertThat(TaperHistory.lastDay(patient)).isEmpty();
    TaperHistory history = TaperHistory.of(patient, study.settings(), Folder.day("2023-01-01"));
    assertThat(history.attempts()).isEmpty();
    assertThat(history.relapses()).isEmpty();
    assertThat(history.cumulative()).isNull();
    assertThat(history.standing().on(0)).isEqualTo(DoseBounds.UNKNOWN);
  }

  /// The same patient as a record would say it: a major response, then "<10" mg at the relapse.
  @Test
  void aRelapseOnADoseRecordedAsBelowTenIsBelowTen() {
    TaperHistory history =
        new Folder(folder)
            .given("anakinra 200 mg sc daily", "2026-01-01", "NA")
            .given("prednisone 75 mg oral daily", "2026-01-01", "2026-02-01")
            .given("prednisone <10 mg oral daily", "2026-05-01", "2026-08-01")
            .given("prednisone 25 mg oral daily", "2026-08-01", "NA")
            .visited("2026-01-01", ACTIVE)
            .visited("2026-04-01", WELL)
            .happened("relapse", "2026-07-20")
            .until("2026-12-31");
    Relapse relapse = history.relapses().getFirst();
    assertThat(relapse.belowLow()).isEqualTo(Truth.TRUE);
    assertThat(relapse.afterResponse()).isEqualTo(Truth.TRUE);
    assertThat(relapse.escalated()).isEqualTo(Truth.TRUE);
    assertThat(relapse.byDefinition()).isEqualTo(Truth.TRUE);
  }

  @Test
  void aDeclaredFlareWithoutAResponseBeforeOrMoreTreatmentAfterIsNoRelapseByDefinition() {
    Folder written =
        new Folder(folder)
            .tapered("20", "2026-01-01", "10", "2026-03-01", "NA")
            .visited("2026-01-01", ACTIVE)
            .visited("2026-03-01", ACTIVE)
            .happened("flare", "2026-04-01");
    Relapse relapse = written.until("2026-12-31").relapses().getFirst();
    assertThat(relapse.afterResponse()).isEqualTo(Truth.FALSE);
    assertThat(relapse.escalated()).isEqualTo(Truth.FALSE);
    assertThat(relapse.byDefinition()).isEqualTo(Truth.FALSE);
    // What follows within 28 days cannot be told where the record ends before.
    assertThat(written.until("2026-04-10").relapses().getFirst().escalated())
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aLostResponseAtAVisitIsARelapseByTheWorseningRule() {
    TaperHistory history =
        new Folder(folder)
            .tapered("60", "2026-01-01", "20", "2026-03-01", "7.5", "2026-05-01", "NA")
            .visited("2026-01-01", ACTIVE)
            .visited("2026-04-01", WELL)
            .visited("2026-07-01", WORSE)
            .visited("2026-08-01", WORSE)
            .until("2026-12-31");
    assertThat(history.relapses()).hasSize(1);
    Relapse relapse = history.relapses().getFirst();
    assertThat(relapse.flare().kind()).isEqualTo(Flare.Kind.WORSENING);
    assertThat(relapse.flare().row().table()).isEqualTo("visits");
    assertThat(range(Objects.requireNonNull(relapse.dose()))).isEqualTo("7.5..7.5");
    assertThat(relapse.byDefinition()).isEqualTo(Truth.TRUE);
  }

  @Test
  void theVisitThatSeesADeclaredFlareIsNoSecondOne() {
    TaperHistory history =
        new Folder(folder)
            .tapered("60", "2026-01-01", "20", "2026-03-01", "7.5", "2026-05-01", "NA")
            .visited("2026-01-01", ACTIVE)
            .visited("2026-04-01", WELL)
            .visited("2026-07-01", WORSE)
            .happened("flare", "2026-06-20")
            .until("2026-12-31");
    assertThat(history.relapses()).hasSize(1);
    assertThat(history.relapses().getFirst().flare().kind()).isEqualTo(Flare.Kind.FLARE);
  }

  @Test
  void aPauseOfSevenDaysDoesNotEndAnAttemptAndOneOfEightDoes() {
    assertThat(
            new Folder(folder)
                .tapered("20", "2026-01-01", "10", "2026-02-01", "2026-04-01")
                .tapered("5", "2026-04-08", "NA")
                .until("2026-12-31")
                .attempts())
        .hasSize(1);
    assertThat(
            new Folder(folder)
                .tapered("20", "2026-01-01", "10", "2026-02-01", "2026-04-01")
                .tapered("5", "2026-04-09", "NA")
                .until("2026-12-31")
                .attempts())
        .singleElement()
        .extracting(TaperAttempt::end)
        .isEqualTo(End.RESTARTED);
  }

  @Test
  void aPulseNeitherEndsAnAttemptNorIsAPeak() {
    TaperHistory history =
        new Folder(folder)
            .tapered("40", "2026-01-01", "20", "2026-02-01", "10", "2026-04-01", "NA")
            .given("methylprednisolone 500 mg iv daily", "2026-03-01", "2026-03-04")
            .until("2026-12-31");
    assertThat(history.attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.peak()).isEqualByComparingTo("40");
          assertThat(attempt.end()).isEqualTo(End.ONGOING);
        });
  }

  @Test
  void anUnknownDoseEndsAnAttemptAsUnknown() {
    TaperHistory history =
        new Folder(folder)
            .tapered("40", "2026-01-01", "20", "2026-02-01", "2026-04-01")
            .given("prednisone ND mg oral daily", "2026-04-01", "2026-06-01")
            .tapered("10", "2026-06-01", "5", "2026-08-01", "NA")
            .until("2026-12-31");
    assertThat(history.attempts())
        .extracting(TaperAttempt::end)
        .containsExactly(End.UNKNOWN, End.ONGOING);
    assertThat(Objects.requireNonNull(history.cumulative()).total()).isEmpty();
    assertThat(history.cumulative().open()).hasSize(1);
  }

  @Test
  void aLevelWhoseDatesAreMonthsMayHaveBeenHeld() {
    TaperHistory history =
        new Folder(folder)
            .given("prednisone 20 mg oral daily", "2026-01-01", "2026-03")
            .given("prednisone 10 mg oral daily", "2026-03", "2026-04")
            .given("prednisone 5 mg oral daily", "2026-04", "2026-05-10")
            .given("prednisone 30 mg oral daily", "2026-05-10", "NA")
            .until("2026-12-31");
    TaperAttempt attempt = history.attempts().getFirst();
    assertThat(dose(Objects.requireNonNull(attempt.held()))).isEqualTo("20");
    assertThat(attempt.lowerMayHaveBeenHeld()).isTrue();
    assertThat(attempt.lowest()).isEqualByComparingTo("5");
  }

  @ParameterizedTest(name = "{0} mg until {1}: {2}")
  @CsvSource({
    "20, 2026-01-29, true",
    "20, 2026-01-28, false",
    "5.5, 2026-01-29, true",
    "5, 2026-01-29, false"
  })
  void aStopFromMoreThan5mgAfter28DaysIsNamedAbrupt(String dose, String stop, boolean abrupt) {
    TaperHistory history = new Folder(folder).tapered(dose, "2026-01-01", stop).until("2026-12-31");
    assertThat(history.abruptStops()).hasSize(abrupt ? 1 : 0);
    if (abrupt) {
      AbruptStop found = history.abruptStops().getFirst();
      assertThat(found.day()).hasToString(stop);
      assertThat(found.days()).isEqualTo(28);
      assertThat(found.atDeath()).isFalse();
    }
  }

  @Test
  void aStopByDeathIsToldApart() {
    TaperHistory history =
        new Folder(folder)
            .tapered("20", "2026-01-01", "2026-04-30")
            .died("2026-05-01")
            .until("2026-12-31");
    assertThat(history.abruptStops())
        .singleElement()
        .satisfies(stop -> assertThat(stop.atDeath()).isTrue());
  }

  @Test
  void theDayOfDeathIsNoStop() {
    TaperHistory history =
        new Folder(folder)
            .tapered("20", "2026-01-01", "10", "2026-03-01", "2026-05-01")
            .died("2026-05-01")
            .until("2026-05-01");
    assertThat(history.abruptStops()).isEmpty();
    assertThat(history.attempts().getFirst().lowest()).isEqualByComparingTo("10");
    assertThat(history.attempts().getFirst().end()).isEqualTo(End.ONGOING);
  }

  @Test
  void onlyPulsesAreNoTaperAndNoAbruptStop() {
    TaperHistory history =
        new Folder(folder)
            .given("methylprednisolone 1000 mg iv daily", "2026-01-01", "2026-01-04")
            .until("2026-12-31");
    assertThat(history.attempts()).isEmpty();
    assertThat(history.abruptStops()).isEmpty();
    assertThat(Objects.requireNonNull(history.cumulative()).intravenous())
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("3750"));
  }

  @Test
  void whatIsDatedAfterTheLastDayIsNotLookedAt() {
    Folder written =
        new Folder(folder)
            .tapered("20", "2026-01-01", "10", "2026-03-01", "30", "2026-06-01", "NA")
            .happened("flare", "2026-06-01");
    TaperHistory history = written.until("2026-04-30");
    assertThat(history.relapses()).isEmpty();
    assertThat(history.attempts())
        .singleElement()
        .extracting(TaperAttempt::end)
        .isEqualTo(End.ONGOING);
    assertThat(history.attempts().getFirst().to()).hasToString("2026-04-30");
  }

  /// Of every patient of the synthetic centre: what holds of any history.
  @Test
  void theSyntheticCentresHistoriesHoldTogether() throws Exception {
    Study study = StudyFolder.read(Folder.EXAMPLES.resolve("synthetic-centre")).study();
    int attempts = 0;
    int relapses = 0;
    for (PatientRecord patient : study.patients()) {
      Optional<Moment> last = TaperHistory.lastDay(patient);
      TaperHistory history = TaperHistory.of(patient, study.settings(), last.orElseThrow());
      assertThat(history).isEqualTo(TaperHistory.of(patient, study.settings(), last.orElseThrow()));
      for (TaperAttempt attempt : history.attempts()) {
        attempts++;
        assertThat(attempt.lowest()).as(patient.id()).isLessThan(attempt.peak());
        assertThat(attempt.to().latest()).isGreaterThan(attempt.firstReduction().latest() - 1);
        TaperAttempt.Held held = attempt.held();
        if (held != null) {
          assertThat(held.dose()).isBetween(attempt.lowest(), attempt.peak());
          assertThat(held.days()).isGreaterThanOrEqualTo(28);
        }
        assertThat((attempt.end() == End.RAISED) || (attempt.end() == End.RESTARTED))
            .isEqualTo(attempt.raisedTo() != null);
      }
      relapses += history.relapses().size();
    }
    assertThat(attempts).isGreaterThan(60);
    assertThat(relapses).isGreaterThan(60);
  }

  @Test
  void otherLimitsAreTakenWhereTheyAreNamed() {
    Folder written =
        new Folder(folder).tapered("20", "2026-01-01", "10", "2026-03-01", "2026-03-20");
    Study study = written.study();
    TaperSettings strict =
        new TaperSettings(14, BigDecimal.valueOf(15), BigDecimal.valueOf(12), 28, 0, 28, 28, 90);
    TaperHistory history =
        TaperHistory.of(
            study.patients().getFirst(), StudySettings.DEFAULT, Folder.day("2026-12-31"), strict);
    assertThat(history.settings()).isEqualTo(strict);
    assertThat(history.abruptStops()).isEmpty();
    assertThat(dose(Objects.requireNonNull(history.attempts().getFirst().held()))).isEqualTo("0");
  }
}
