package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

class ResponseSeriesTest {

  private static final StudySettings ANAKINRA = new StudySettings("anakinra", 90, null);
  private static final String BEFORE = "PGA 6, PtGA 5, EXT 5, MMT 130/150, HAQ 1.5, CK 3000/200";
  private static final String AFTER = "PGA 2, PtGA 3, EXT 2, MMT 145/150, HAQ 0.75, CK 300/200";

  private static ResponseSeries series(PatientRecord patient, StudySettings settings) {
    return ResponseSeries.of(ScoreForm.ADULT, patient, settings);
  }

  private static Records onAnakinra(String firstDose, String stop) {
    return new Records().given("anakinra", "100 mg", "sc", Frequency.DAILY, firstDose, stop);
  }

  private static PatientRecord marked(PatientRecord patient, @Nullable Visit baseline) {
    return new PatientRecord(
        patient.person(),
        patient.coverage(),
        patient.antibodies(),
        patient.manifestations(),
        patient.visits(),
        patient.measurements(),
        patient.treatments(),
        patient.adverseEvents(),
        patient.events(),
        patient.biomarkers(),
        patient.reportedResponse(),
        baseline);
  }

  private static PatientRecord withIndexDrug(PatientRecord patient, String drug) {
    Person person = patient.person();
    return new PatientRecord(
        new Person(
            person.row(),
            person.id(),
            person.cohort(),
            person.source(),
            person.centre(),
            person.sex(),
            person.birth(),
            person.ageYears(),
            person.onset(),
            person.onsetAgeYears(),
            person.diagnosis(),
            Value.of(drug),
            person.vitalStatus(),
            person.death(),
            person.consent()),
        patient.coverage(),
        patient.antibodies(),
        patient.manifestations(),
        patient.visits(),
        patient.measurements(),
        patient.treatments(),
        patient.adverseEvents(),
        patient.events(),
        patient.biomarkers(),
        patient.reportedResponse(),
        patient.baseline());
  }

  /// First dose 2024-04-01; 90 days before it is 2024-01-02. A visit is complete unless it says
  /// what it holds.
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-02-01; 2024-03-25; 2024-05-01  | before-first-dose       | 2024-03-25 | the latest in the window
          2024-03-25; 2024-04-01; 2024-05-01  | before-first-dose       | 2024-04-01 | the day of the first dose itself
          2024-01-02; 2024-05-01              | before-first-dose       | 2024-01-02 | 90 days before
          2024-01-01; 2024-05-01              | no-assessment-in-window | ''         | 91 days before
          2024-04-02; 2024-05-01              | no-assessment-in-window | ''         | never after it
          2024-02-01; 2024-03-25 PGA 6        | before-first-dose       | 2024-03-25 | incomplete is used
          2024-02-01; 2024-03-25 empty        | before-first-dose       | 2024-02-01 | empty is not
          2024-02-01; 2024-03-25 form only    | before-first-dose       | 2024-02-01 | the maximum of a form alone is empty
          2024-02-01; 2024-03-25 limit only   | before-first-dose       | 2024-02-01 | an upper limit alone is empty
          2024-02; 2024-05-01                 | before-first-dose       | 2024-02    | a month that lies before
          2024-04; 2024-05-01                 | no-assessment-in-window | ''         | a month that may lie after
          ''                                  | no-visit                | ''         | no visit
          """)
  void baselineIsTheLatestAssessmentUpToTheFirstDose(
      String visits, String choice, String baseline, String rule) {
    Records records = onAnakinra("2024-04-01", "");
    visits(visits).forEach(records::visited);

    ResponseSeries series = series(records.build(), ANAKINRA);

    assertThat(series.choice().code()).as(rule).isEqualTo(choice);
    assertThat(series.baseline() == null ? "" : series.baseline().date().toString())
        .as(rule)
        .isEqualTo(baseline);
    assertThat(series.points())
        .hasSize(visits(visits).size() - (series.baseline() == null ? 0 : 1));
  }

  private static List<Visit> visits(String text) {
    return List.of(text.split(";", -1)).stream()
        .filter(entry -> !entry.isBlank())
        .map(entry -> entry.strip().split(" ", 2))
        .map(words -> visit(words[0], words.length == 2 ? words[1] : BEFORE))
        .toList();
  }

  private static Visit visit(String day, String text) {
    Visit empty = CoreSetVisits.visit(day, "");
    return switch (text) {
      case "empty" -> empty;
      case "form only" ->
          new Visit(
              empty.row(),
              empty.date(),
              Map.of(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM, Records.number("150")),
              List.of());
      case "limit only" ->
          new Visit(
              empty.row(),
              empty.date(),
              Map.of(),
              List.of(
                  new EnzymeMeasurement(
                      MuscleEnzyme.CK,
                      empty.row(),
                      "ck",
                      Records.absent(),
                      Records.number("200"),
                      "U/L")));
      default -> CoreSetVisits.visit(day, text);
    };
  }

  @Test
  void windowIsTheStudys() {
    Records records = onAnakinra("2024-04-01", "");
    visits("2024-02-01").forEach(records::visited);

    assertThat(series(records.build(), new StudySettings("anakinra", 59, null)).choice())
        .isEqualTo(BaselineChoice.NO_ASSESSMENT_IN_WINDOW);
    assertThat(series(records.build(), new StudySettings("anakinra", 60, null)).choice())
        .isEqualTo(BaselineChoice.BEFORE_FIRST_DOSE);
  }

  @Test
  void markedBaselineIsUsedWhereverItIs() {
    Records records = onAnakinra("2024-04-01", "");
    visits("2023-01-01; 2024-03-25; 2024-05-01").forEach(records::visited);
    PatientRecord patient = records.build();

    ResponseSeries series = series(marked(patient, patient.visits().getLast()), ANAKINRA);

    assertThat(series.choice()).isEqualTo(BaselineChoice.MARKED);
    assertThat(series.baseline()).isEqualTo(patient.visits().getLast());
    assertThat(series.points())
        .extracting(point -> point.followUp().status())
        .containsExactly(ResponseStatus.BEFORE_BASELINE, ResponseStatus.BEFORE_BASELINE);
  }

  @Test
  void withoutAnIndexDrugTheFirstVisitIsTheBaseline() {
    Records records = new Records();
    visits("2024-01-01 PGA 6; 2024-05-01").forEach(records::visited);

    ResponseSeries series = series(records.build(), StudySettings.DEFAULT);

    assertThat(series.choice()).isEqualTo(BaselineChoice.FIRST_VISIT);
    assertThat(series.indexDrug()).isNull();
    assertThat(series.points().getFirst().indexDrugTaken()).isNull();
    assertThat(series.points().getFirst().attributable()).isTrue();
  }

  @Test
  void withoutAFirstDoseNothingIsComputable() {
    Records records =
        new Records().given("methotrexate", "15 mg", "oral", Frequency.WEEKLY, "2024-01-01", "");
    visits("2024-01-01; 2024-05-01").forEach(records::visited);

    ResponseSeries series = series(records.build(), ANAKINRA);

    assertThat(series.choice()).isEqualTo(BaselineChoice.NO_FIRST_DOSE);
    assertThat(series.points())
        .hasSize(2)
        .allSatisfy(point -> {
          assertThat(point.followUp().status()).isEqualTo(ResponseStatus.NOT_COMPUTABLE);
          assertThat(point.followUp().assessment().notes())
              .extracting("code")
              .containsExactly("no-first-dose");
          assertThat(point.attributable()).isFalse();
        });
  }

  @Test
  void patientsOwnIndexDrugOverridesTheStudys() {
    Records records =
        onAnakinra("2024-04-01", "")
            .given("rituximab", "1 g", "iv", Frequency.ONCE, "2024-02-10", "");
    visits("2024-02-01; 2024-03-25; 2024-05-01").forEach(records::visited);

    ResponseSeries own = series(withIndexDrug(records.build(), "rituximab"), ANAKINRA);

    assertThat(own.indexDrug()).isEqualTo("rituximab");
    assertThat(own.baseline()).isNotNull().extracting(Visit::date).hasToString("2024-02-01");
    assertThat(series(records.build(), ANAKINRA).baseline())
        .isNotNull()
        .extracting(Visit::date)
        .hasToString("2024-03-25");
  }

  @Test
  void statusSaysHowFarEachVisitCouldBeJudged() {
    Records records =
        onAnakinra("2024-04-01", "")
            .visited(CoreSetVisits.visit("2024-02-01", BEFORE))
            .visited(CoreSetVisits.visit("2024-03-25", BEFORE))
            .visited(CoreSetVisits.visit("2024-05-01", AFTER))
            .visited(CoreSetVisits.visit("2024-06-01", "PGA 2"))
            .visited(CoreSetVisits.visit("2024-07-01", ""));

    assertThat(series(records.build(), ANAKINRA).points())
        .extracting(point -> point.followUp().status().code())
        .containsExactly("before_baseline", "computed", "partial", "not_computable");
    assertThat(series(records.build(), ANAKINRA).points().get(1).followUp().assessment().value())
        .isEqualByComparingTo("62.5");
  }

  /// Baseline 2024-03-25, first dose 2024-04-01, follow-up 2024-06-01.
  @ParameterizedTest(name = "{6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # anakinra stopped | other drug | dose before | from | dose after | attributable | rule
          ''         | prednisone   | 20 | 2024-05-01 | 20 | true  | same dose
          ''         | prednisone   | 20 | 2024-05-01 | 10 | true  | lowered
          ''         | prednisone   | 20 | 2024-05-01 | 25 | false | raised
          ''         | prednisone   | 20 | 2024-06-02 | 60 | true  | raised after the follow-up only
          ''         | methotrexate | '' | 2024-05-01 | 15 | false | added
          ''         | methotrexate | '' | 2024-03-20 | 15 | true  | taken at the baseline already
          ''         | nintedanib   | '' | 2024-05-01 | 300 | true | does not change the disease
          ''         | methotrexate | '' | 2024-06    | 15 | false | may have been added
          2024-06-02 | prednisone   | 20 | 2024-05-01 | 20 | true  | index drug stopped later
          2024-06-01 | prednisone   | 20 | 2024-05-01 | 20 | false | index drug stopped on the day
          2024-05-01 | prednisone   | 20 | 2024-05-01 | 20 | false | index drug stopped
          2024-06    | prednisone   | 20 | 2024-05-01 | 20 | false | index drug may have been stopped
          """)
  void rescueNeverPassesForAResponse(
      String stopped,
      String drug,
      String before,
      String from,
      String after,
      boolean attributable,
      String rule) {
    Records records = onAnakinra("2024-04-01", stopped);
    if (!before.isEmpty()) {
      records.given(drug, before + " mg", "oral", Frequency.DAILY, "2024-01-01", from);
    }
    records.given(drug, after + " mg", "oral", Frequency.DAILY, from, "");
    records.visited(CoreSetVisits.visit("2024-03-25", BEFORE));
    records.visited(CoreSetVisits.visit("2024-06-01", AFTER));

    assertThat(series(records.build(), ANAKINRA).points().getFirst().attributable())
        .as(rule)
        .isEqualTo(attributable);
  }

  @Test
  void indexDrugStartedAgainIsTaken() {
    Records records =
        onAnakinra("2024-04-01", "2024-05-01")
            .given("anakinra", "200 mg", "sc", Frequency.DAILY, "2024-05-10", "")
            .visited(CoreSetVisits.visit("2024-03-25", BEFORE))
            .visited(CoreSetVisits.visit("2024-05-05", AFTER))
            .visited(CoreSetVisits.visit("2024-06-01", AFTER));

    assertThat(series(records.build(), ANAKINRA).points())
        .extracting(ResponsePoint::indexDrugTaken)
        .containsExactly(Truth.FALSE, Truth.TRUE);
  }
}
