package org.myocohort.care.taper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.treatment.TreatmentHistory;

class DoseCourseTest {
  @TempDir Path folder;

  private static String shown(DoseBounds dose) {
    BigDecimal most = dose.most();
    String least = plain(dose.least());
    if (dose.isExact()) {
      return least;
    }
    return least + ".." + (most == null ? "" : (dose.below() ? "<" : "") + plain(most));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static long on(String day) {
    return LocalDate.parse(day).toEpochDay();
  }

  private DoseCourse standing(Folder written) {
    return DoseCourse.of(written.patient(), DoseCourse.Part.STANDING, Folder.day("2026-12-31"));
  }

  @Test
  void pulsesAreApartAndOtherDrugsAreCountedAsPrednisone() {
    Folder written =
        new Folder(folder)
            .given("methylprednisolone 1000 mg iv daily", "2026-01-01", "2026-01-04")
            .given("methylprednisolone 16 mg oral daily", "2026-01-04", "2026-02-01")
            .given("prednisone 40 mg oral once", "2026-01-20", "NA")
            .given("anakinra 100 mg sc daily", "2026-01-01", "NA");
    DoseCourse standing = standing(written);
    DoseCourse pulses =
        DoseCourse.of(written.patient(), DoseCourse.Part.PULSES, Folder.day("2026-12-31"));
    DoseCourse all =
        DoseCourse.of(written.patient(), DoseCourse.Part.ALL, Folder.day("2026-12-31"));

    assertThat(shown(standing.on(on("2026-01-02")))).isEqualTo("0");
    assertThat(shown(standing.on(on("2026-01-20")))).isEqualTo("20");
    assertThat(shown(pulses.on(on("2026-01-03")))).isEqualTo("1250");
    assertThat(shown(pulses.on(on("2026-01-04")))).isEqualTo("0");
    assertThat(shown(all.on(on("2026-01-20")))).isEqualTo("60");
    assertThat(shown(all.on(on("2026-01-21")))).isEqualTo("20");
    assertThat(shown(all.on(on("2026-03-01")))).isEqualTo("0");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2025-12-31, 0",
    "2026-01-15, 20",
    // 20 gave way to 15 on some day of March, and 15 to nothing on some day of May.
    "2026-03-01, 15..20",
    "2026-03-30, 15..20",
    // The stop is the day after the last dose: on the last day the next dose has begun.
    "2026-03-31, 15",
    "2026-04-01, 15",
    "2026-04-30, 15",
    "2026-05-01, 0..15",
    "2026-05-30, 0..15",
    "2026-05-31, 0",
    "2026-06-01, 0"
  })
  void aChangeInAnUnknownDayOfAMonthLeavesEitherDose(String day, String dose) {
    DoseCourse course =
        standing(
            new Folder(folder)
                .given("prednisone 20 mg oral daily", "2026-01-15", "2026-03")
                .given("prednisone 15 mg oral daily", "2026-03", "2026-05"));
    assertThat(shown(course.on(on(day)))).isEqualTo(dose);
  }

  @Test
  void coursesThatOverlapAddUpAndOnesThatMayDoLeaveARange() {
    DoseCourse course =
        standing(
            new Folder(folder)
                .given("prednisone 10 mg oral daily", "2026-01-01", "2026-03-01")
                .given("hydrocortisone 20 mg oral daily", "2026-02", "2026-04-01"));
    assertThat(shown(course.on(on("2026-01-31")))).isEqualTo("10");
    assertThat(shown(course.on(on("2026-02-15")))).isEqualTo("10..15");
    assertThat(shown(course.on(on("2026-02-28")))).isEqualTo("15");
    assertThat(shown(course.on(on("2026-03-01")))).isEqualTo("5");
  }

  @ParameterizedTest(name = "a dose of {0} is {1}")
  @CsvSource({"<10, 0..<10", ">20, 20..", "ND, 0..", "'', 0.."})
  void aDoseThatIsNotANumberLeavesTheDayOpen(String dose, String expected) {
    DoseCourse course =
        standing(
            new Folder(folder).given("prednisone " + dose + " mg oral daily", "2026-01-01", "NA"));
    assertThat(shown(course.on(on("2026-02-01")))).isEqualTo(expected);
  }

  @Test
  void aCourseWithoutAStartLeavesEveryDayOpenUpToItsDose() {
    DoseCourse course =
        standing(
            new Folder(folder)
                .given("prednisone 5 mg oral daily", "", "NA")
                .given("prednisone 10 mg oral daily", "2026-01-01", "2026-02-01"));
    assertThat(shown(course.on(on("2025-01-01")))).isEqualTo("0..5");
    assertThat(shown(course.on(on("2026-01-15")))).isEqualTo("10..15");
    assertThat(shown(course.on(on("2026-03-15")))).isEqualTo("0..5");
  }

  @Test
  void aRecordWithoutTreatmentsSaysNothing() {
    DoseCourse course = standing(new Folder(folder).happened("flare", "2026-01-01"));
    assertThat(course.spans()).isEmpty();
    assertThat(course.on(on("2026-01-01"))).isEqualTo(DoseBounds.UNKNOWN);
  }

  @Test
  void daysFromAnIndexEventAreTheirOwnScale() {
    Moment until = new Moment.IndexDay("start", 100);
    assertThat(DoseCourse.day(until, 7)).isEqualTo(new Moment.IndexDay("start", 7));
  }

  /// The core's own sum, day by day, wherever it has an answer: it and these bounds must agree.
  @Test
  void everyDayOfTheSyntheticCentreAgreesWithTheSumOfTheCore() throws Exception {
    Study study = StudyFolder.read(Folder.EXAMPLES.resolve("synthetic-centre")).study();
    long compared = 0;
    for (PatientRecord patient : study.patients()) {
      Optional<Moment> last = TaperHistory.lastDay(patient);
      if (last.isEmpty()) {
        continue;
      }
      DoseCourse course = DoseCourse.of(patient, DoseCourse.Part.ALL, last.get());
      for (DoseSpan span : course.spans()) {
        for (long day : new long[] {span.from(), span.to() - 1}) {
          Optional<BigDecimal> sum =
              TreatmentHistory.prednisoneEquivalentOn(patient, course.moment(day));
          if (sum.isPresent()) {
            assertThat(course.on(day).isExact()).isTrue();
            assertThat(course.on(day).least())
                .as("%s on %s", patient.id(), course.moment(day))
                .isEqualByComparingTo(sum.get());
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @Test
  void boundsCompareInThreeValues() {
    BigDecimal ten = BigDecimal.TEN;
    assertThat(new DoseBounds(BigDecimal.ZERO, ten, true).isLessThan(ten)).isEqualTo(Truth.TRUE);
    assertThat(new DoseBounds(BigDecimal.ZERO, ten).isLessThan(ten)).isEqualTo(Truth.UNKNOWN);
    assertThat(DoseBounds.of(ten).isLessThan(ten)).isEqualTo(Truth.FALSE);
    assertThat(DoseBounds.of(new BigDecimal("9.9")).isLessThan(ten)).isEqualTo(Truth.TRUE);
    assertThat(DoseBounds.UNKNOWN.isLessThan(ten)).isEqualTo(Truth.UNKNOWN);
  }
}
