package org.myocohort.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.app.simulation.WrittenTable.cell;
import static org.myocohort.app.simulation.WrittenTable.isNumber;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;
import org.myocohort.units.Units;
import org.myocohort.vocabulary.Vocabulary;

/// What any simulated study must hold, on 300 patients: it is clean, and it shows what the software
/// has to show.
class SimulatedStudyTest {
  private static final int PATIENTS = 300;
  private static final LocalDate STUDY_END = LocalDate.of(2025, 12, 31);

  @TempDir static Path folder;

  private static final Map<SimulatedTable, WrittenTable> TABLES =
      new EnumMap<>(SimulatedTable.class);

  private static final Map<String, BigDecimal> FACTORS = new HashMap<>();

  @BeforeAll
  static void simulate() throws IOException {
    Simulation.write(folder, PATIENTS, 20_261_122);
    for (SimulatedTable table : SimulatedTable.all()) {
      TABLES.put(table, WrittenTable.read(folder.resolve(table.fileName())));
    }
  }

  private static WrittenTable table(SimulatedTable table) {
    WrittenTable written = TABLES.get(table);
    if (written == null) {
      throw new IllegalStateException(table.title());
    }
    return written;
  }

  private static List<Map<String, String>> rows(SimulatedTable table) {
    return table(table).rows();
  }

  private static List<String> patientsWhere(String column, String value) {
    return rows(SimulatedTable.PATIENTS).stream()
        .filter(row -> cell(row, column).equals(value))
        .map(row -> cell(row, "id"))
        .toList();
  }

  private static LocalDate day(Map<String, String> row, String column) {
    return LocalDate.parse(cell(row, column));
  }

  @Test
  void everyWordIsACodeOfTheVocabularies() {
    rows(SimulatedTable.ANTIBODIES)
        .forEach(row -> Vocabulary.antibodies().term(cell(row, "antibody")));
    rows(SimulatedTable.MANIFESTATIONS)
        .forEach(row -> Vocabulary.findings().term(cell(row, "finding")));
    rows(SimulatedTable.MEASUREMENTS)
        .forEach(row -> Vocabulary.measurements().term(cell(row, "measurement")));
    rows(SimulatedTable.TREATMENTS).forEach(row -> Vocabulary.drugs().term(cell(row, "drug")));
    rows(SimulatedTable.PATIENTS).stream()
        .map(row -> cell(row, "index_drug"))
        .filter(drug -> !drug.isEmpty())
        .forEach(drug -> Vocabulary.drugs().term(drug));
    assertThat(rows(SimulatedTable.TREATMENTS).stream().map(row -> cell(row, "frequency")))
        .isSubsetOf(Stream.of(Frequency.values()).map(Frequency::code).toList());
    assertThat(rows(SimulatedTable.EVENTS).stream().map(row -> cell(row, "kind")))
        .isSubsetOf(Stream.of(ClinicalEvent.Kind.values()).map(ClinicalEvent.Kind::code).toList());
  }

  @Test
  void everyMeasurementLiesWithinThePlausibleRangeInItsOwnUnit() {
    for (Map<String, String> row : rows(SimulatedTable.MEASUREMENTS)) {
      String value = cell(row, "value").replaceFirst("^[<>]", "");
      if (!isNumber(value)) {
        assertThat(value).as("%s", row).isIn("", "ND");
        continue;
      }
      Vocabulary.Term term = Vocabulary.measurements().term(cell(row, "measurement"));
      BigDecimal converted = inUnitOf(term, new BigDecimal(value), cell(row, "unit"));
      assertThat(converted)
          .as("%s", row)
          .isBetween(new BigDecimal(term.cell("soft_low")), new BigDecimal(term.cell("soft_high")));
    }
  }

  private static BigDecimal inUnitOf(Vocabulary.Term term, BigDecimal value, String unit) {
    return unit.equals(term.cell("unit"))
        ? value
        : value.multiply(
            FACTORS.computeIfAbsent(
                unit + " to " + term.cell("unit"),
                _ -> Units.convert(BigDecimal.ONE, unit, term.cell("unit")).orElseThrow()));
  }

  @Test
  void aPatientHasOneAntiSynthetaseAntibodyAtMost() {
    Set<String> positive = new HashSet<>();
    for (Map<String, String> row : rows(SimulatedTable.ANTIBODIES)) {
      boolean synthetase =
          Vocabulary.antibodies()
              .term(cell(row, "antibody"))
              .cell("group")
              .equals("anti-synthetase");
      if (synthetase && cell(row, "result").endsWith("positive")) {
        assertThat(positive.add(cell(row, "patient"))).as("%s", row).isTrue();
      }
    }
    assertThat(positive.size()).isBetween(PATIENTS * 6 / 10, PATIENTS * 9 / 10);
  }

  @Test
  void birthOnsetDiagnosisAndFirstVisitFollowOneAnother() {
    for (Map<String, String> row : rows(SimulatedTable.PATIENTS)) {
      Moment birth = Moment.parse(cell(row, "birth")).orElseThrow();
      Moment onset = Moment.parse(cell(row, "onset")).orElseThrow();
      Moment diagnosis = Moment.parse(cell(row, "diagnosis")).orElseThrow();
      Moment first =
          Moment.parse(cell(table(SimulatedTable.VISITS).of(cell(row, "id")).getFirst(), "date"))
              .orElseThrow();
      assertThat(birth.isBefore(onset)).as("%s", row).isEqualTo(Truth.TRUE);
      assertThat(onset.isAfter(diagnosis)).as("%s", row).isNotEqualTo(Truth.TRUE);
      assertThat(diagnosis.isAfter(first)).as("%s", row).isNotEqualTo(Truth.TRUE);
    }
  }

  @Test
  void agesAgreeWithTheDatesTheyStandFor() {
    for (Map<String, String> row : rows(SimulatedTable.PATIENTS)) {
      Moment birth = Moment.parse(cell(row, "birth")).orElseThrow();
      String patient = cell(row, "id");
      String reported =
          firstDose(patient, cell(row, "index_drug"))
              .orElse(cell(table(SimulatedTable.VISITS).of(patient).getFirst(), "date"));
      assertAge(cell(row, "age_years"), birth, reported);
      assertAge(cell(row, "onset_age_years"), birth, cell(row, "onset"));
    }
  }

  private static void assertAge(String age, Moment birth, String when) {
    if (!age.isEmpty()) {
      Moment.YearSpan span = Moment.parse(when).orElseThrow().yearsSince(birth).orElseThrow();
      assertThat(Integer.parseInt(age)).isBetween(span.least(), span.most());
    }
  }

  private static Optional<String> firstDose(String patient, String drug) {
    return table(SimulatedTable.TREATMENTS).of(patient).stream()
        .filter(row -> cell(row, "drug").equals(drug))
        .map(row -> cell(row, "start"))
        .min(String::compareTo);
  }

  @Test
  void nothingHappensAfterADeathOrTheEndOfTheStudy() {
    for (Map<String, String> person : rows(SimulatedTable.PATIENTS)) {
      boolean dead = cell(person, "vital_status").equals("dead");
      assertThat(cell(person, "death").isEmpty()).isEqualTo(!dead);
      LocalDate last = dead ? day(person, "death") : STUDY_END;
      String patient = cell(person, "id");
      for (SimulatedTable table : List.of(SimulatedTable.VISITS, SimulatedTable.MEASUREMENTS)) {
        assertThat(table(table).of(patient)).allMatch(row -> !day(row, "date").isAfter(last));
      }
      for (Map<String, String> course : table(SimulatedTable.TREATMENTS).of(patient)) {
        assertThat(day(course, "start")).isBeforeOrEqualTo(last);
        assertThat(dead && cell(course, "stop").equals("NA")).as("%s", course).isFalse();
      }
      assertThat(
              table(SimulatedTable.EVENTS).of(patient).stream()
                  .filter(event -> cell(event, "kind").equals("death"))
                  .map(event -> cell(event, "date")))
          .isEqualTo(dead ? List.of(cell(person, "death")) : List.of());
    }
  }

  @Test
  void everyStopComesAfterItsStart() {
    for (SimulatedTable table : List.of(SimulatedTable.TREATMENTS, SimulatedTable.ADVERSE_EVENTS)) {
      for (Map<String, String> row : rows(table)) {
        if (!cell(row, "stop").equals("NA")) {
          assertThat(day(row, "stop")).as("%s", row).isAfter(day(row, "start"));
        }
      }
    }
  }

  @Test
  void aPatientIsSeenOnceADayAndNeverAtAWeekend() {
    Set<String> seen = new HashSet<>();
    for (Map<String, String> visit : rows(SimulatedTable.VISITS)) {
      assertThat(seen.add(cell(visit, "patient") + cell(visit, "date"))).isTrue();
      assertThat(day(visit, "date").getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void prednisoneIsTakenAtOneDoseAtATimeAndNeverRaisedAbruptly() {
    for (Map<String, String> person : rows(SimulatedTable.PATIENTS)) {
      Map<String, String> before = Map.of();
      for (Map<String, String> course :
          table(SimulatedTable.TREATMENTS).of(cell(person, "id")).stream()
              .filter(row -> cell(row, "drug").equals("prednisone"))
              .toList()) {
        if (!before.isEmpty()) {
          assertThat(day(before, "stop")).isBeforeOrEqualTo(day(course, "start"));
          BigDecimal limit = new BigDecimal(cell(before, "dose")).multiply(BigDecimal.valueOf(4));
          assertThat(new BigDecimal(cell(course, "dose")))
              .as("%s", course)
              .isLessThanOrEqualTo(limit.max(BigDecimal.TEN));
        }
        before = course;
      }
    }
  }

  @Test
  void theIndexDrugIsNewAndThoseWithoutOneNeverGetAnakinra() {
    for (Map<String, String> person : rows(SimulatedTable.PATIENTS)) {
      String drug = cell(person, "index_drug");
      String patient = cell(person, "id");
      if (drug.isEmpty()) {
        assertThat(firstDose(patient, "anakinra")).isEmpty();
      } else {
        assertThat(firstDose(patient, drug))
            .as(patient)
            .hasValueSatisfying(first ->
                assertThat(first)
                    .isGreaterThan(
                        cell(table(SimulatedTable.VISITS).of(patient).getFirst(), "date")));
      }
    }
    assertThat(patientsWhere("index_drug", "anakinra").size())
        .isBetween(PATIENTS * 4 / 10, PATIENTS * 6 / 10);
    assertThat(patientsWhere("index_drug", "")).hasSizeBetween(10, 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"physician_global", "patient_global", "extramuscular", "mmt", "haq"})
  void aMeasureIsMissingAtAboutOneVisitInTwelve(String column) {
    List<Map<String, String>> visits = rows(SimulatedTable.VISITS);
    long missing = visits.stream().filter(row -> !isNumber(cell(row, column))).count();

    assertThat((double) missing / visits.size()).isBetween(0.06, 0.10);
    assertThat(visits.stream().map(row -> cell(row, column))).contains("", "ND", "NR");
  }

  @Test
  void someVisitsHaveNoCoreSetAtAll() {
    assertThat(rows(SimulatedTable.VISITS))
        .anyMatch(row ->
            cell(row, "physician_global").isEmpty()
                && cell(row, "mmt").isEmpty()
                && cell(row, "mmt_max").isEmpty());
  }

  /// Physician global activity half a year after the index drug against the latest before it: by
  /// construction half respond well and a quarter not at all.
  @Test
  void somePatientsImproveAndSomeDoNot() {
    int compared = 0;
    int improved = 0;
    int same = 0;
    for (Map<String, String> person : rows(SimulatedTable.PATIENTS)) {
      String patient = cell(person, "id");
      var first = firstDose(patient, cell(person, "index_drug"));
      if (first.isEmpty()) {
        continue;
      }
      LocalDate start = LocalDate.parse(first.get());
      double before = globalBetween(patient, start.minusDays(30), start);
      double after = globalBetween(patient, start.plusDays(90), start.plusDays(200));
      if (before >= 0 && after >= 0) {
        compared++;
        improved += after < before - 4 ? 1 : 0;
        same += after > before - 1.5 ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(PATIENTS / 2);
    assertThat((double) improved / compared).isBetween(0.30, 0.70);
    assertThat((double) same / compared).isBetween(0.05, 0.35);
  }

  /// The first recorded value in the time, or -1.
  private static double globalBetween(String patient, LocalDate from, LocalDate to) {
    return table(SimulatedTable.VISITS).of(patient).stream()
        .filter(row -> isNumber(cell(row, "physician_global")))
        .filter(row -> !day(row, "date").isBefore(from) && !day(row, "date").isAfter(to))
        .mapToDouble(row -> Double.parseDouble(cell(row, "physician_global")))
        .findFirst()
        .orElse(-1);
  }

  @Test
  void relapsesComeBelowTenMilligramsAndAreRescued() {
    int relapses = 0;
    for (Map<String, String> event : rows(SimulatedTable.EVENTS)) {
      if (!cell(event, "kind").equals("relapse")) {
        continue;
      }
      relapses++;
      LocalDate date = day(event, "date");
      List<Map<String, String>> courses =
          table(SimulatedTable.TREATMENTS).of(cell(event, "patient"));
      assertThat(courses)
          .as("%s", event)
          .noneMatch(row ->
              cell(row, "drug").equals("prednisone")
                  && new BigDecimal(cell(row, "dose")).compareTo(BigDecimal.TEN) >= 0
                  && !day(row, "start").isAfter(date)
                  && (cell(row, "stop").equals("NA") || day(row, "stop").isAfter(date)));
      assertThat(courses)
          .as("%s", event)
          .anyMatch(row ->
              cell(row, "reason_started").equals("relapse")
                  && ChronoUnit.DAYS.between(date, day(row, "start")) <= 4);
    }
    assertThat(relapses).isBetween(PATIENTS / 10, PATIENTS / 2);
  }

  /// CTCAE v5.0, neutrophils in 10*9/L (instruments.md 8.1): grade 1 below the lower limit to 1.5,
  /// grade 2 below 1.5 to 1.0, grade 3 below 1.0 to 0.5.
  @Test
  void aNeutropeniaHasTheCountOfItsGradeOnItsFirstDay() {
    Map<String, List<BigDecimal>> grades =
        Map.of(
            "1", List.of(new BigDecimal("1.5"), new BigDecimal("1.8")),
            "2", List.of(new BigDecimal("1.0"), new BigDecimal("1.5")),
            "3", List.of(new BigDecimal("0.5"), new BigDecimal("1.0")));
    int found = 0;
    for (Map<String, String> event : rows(SimulatedTable.ADVERSE_EVENTS)) {
      if (!cell(event, "term").equals("Neutrophil count decreased")) {
        continue;
      }
      found++;
      List<BigDecimal> band = grades.getOrDefault(cell(event, "grade"), List.of());
      assertThat(cell(event, "related_to")).isEqualTo("anakinra");
      assertThat(
              table(SimulatedTable.MEASUREMENTS).of(cell(event, "patient")).stream()
                  .filter(row -> cell(row, "measurement").equals("neutrophils"))
                  .filter(row -> cell(row, "date").equals(cell(event, "start")))
                  .map(row -> new BigDecimal(cell(row, "value"))))
          .as("%s", event)
          .isNotEmpty()
          .allMatch(count -> count.compareTo(band.get(0)) >= 0 && count.compareTo(band.get(1)) < 0);
    }
    assertThat(found).isGreaterThan(5);
  }

  @Test
  void allKindsOfEndingAndConsentOccur() {
    assertThat(rows(SimulatedTable.PATIENTS).stream().map(row -> cell(row, "vital_status")))
        .contains("alive", "dead", "lost to follow-up", "opted out");
    assertThat(rows(SimulatedTable.PATIENTS).stream().map(row -> cell(row, "consent")))
        .contains("given", "refused", "withdrawn");
    assertThat(rows(SimulatedTable.MANIFESTATIONS).stream().map(row -> cell(row, "status")))
        .contains("present", "absent", "not reported");
    Set<String> values = new HashSet<>();
    rows(SimulatedTable.MEASUREMENTS).forEach(row -> values.add(cell(row, "value")));
    for (String limit : List.of("<1", "<5", ">1000")) {
      assertThat(values.contains(limit)).as("a value %s", limit).isTrue();
    }
  }

  @Test
  void biomarkersComeInPairsAroundTheIndexDrugAndSayTheirBatch() {
    List<Map<String, String>> markers = rows(SimulatedTable.BIOMARKERS);
    assertThat(markers.stream().map(row -> cell(row, "patient")).distinct().count())
        .isGreaterThan(PATIENTS / 8);
    assertThat(markers).allMatch(row -> !cell(row, "batch").isEmpty());
    assertThat(markers)
        .allMatch(row -> cell(row, "unit").equals("%") != cell(row, "parent").isEmpty());
  }
}
