package org.myocohort.care.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.care.alert.Alert.State;
import org.myocohort.care.record.Missing;
import org.myocohort.care.record.TypedRecord;
import org.myocohort.instrument.Input;
import org.myocohort.patient.PatientRecord;

class AlertReportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  private static Alert alert(String rule, String facts) {
    return AlertReport.of(TypedRecord.of(facts), DAY).alert(rule);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lung
          tnf-inhibitor-lung | raised | drug: infliximab, monthly, 2026-01-01; finding: ILD, present, 2024-03
          tnf-inhibitor-lung | raised | drug: adalimumab, every 2 weeks, 2026-01-01; finding: RP-ILD, present,
          tnf-inhibitor-lung | raised | drug: etanercept, weekly, 2026-07-01; finding: ILD, present,
          tnf-inhibitor-lung | clear | drug: infliximab, monthly, 2026-01-01; finding: ILD, absent,
          tnf-inhibitor-lung | clear | drug: infliximab, monthly, 2025-01-01, 2026-06-15; finding: ILD, present,
          tnf-inhibitor-lung | clear | drug: prednisone, daily, 2026-01-01; finding: ILD, present,
          tnf-inhibitor-lung | not checkable | drug: infliximab, monthly, 2026-01-01
          tnf-inhibitor-lung | not checkable | drug: infliximab, monthly, 2026-01-01, 2026-06; finding: ILD, present,
          tnf-inhibitor-lung | not checkable | finding: ILD, present,
          methotrexate-lung | raised | drug: methotrexate, weekly, 2026-01-01; finding: ILD, present,
          methotrexate-lung | clear | drug: methotrexate, weekly, 2026-01-01; finding: ILD, absent,
          methotrexate-lung | not checkable | drug: methotrexate, weekly, 2026-01-01; finding: ILD, not reported,
          leflunomide-lung | raised | drug: leflunomide, daily, 2026-01-01; finding: ILD, present,
          leflunomide-lung | clear | drug: methotrexate, weekly, 2026-01-01; finding: ILD, present,
          leflunomide-lung | not checkable | drug: leflunomide, daily, ; finding: ILD, present,
          abatacept-lung | raised | drug: abatacept, monthly, 2026-01-01; finding: ILD, present,
          abatacept-lung | clear | drug: abatacept, monthly, 2026-01-01, 2026-02-01; finding: ILD, present,
          abatacept-lung | not checkable | drug: abatacept, monthly, 2026-01-01
          # anakinra. A woman of 56 with 60 kg: (140 - 56) 60 0.85 / (72 x 2.4) = 24.8; at 1.0 it is 59.5
          anakinra-clearance | raised | drug: anakinra, daily, 2026-01-01; value: creatinine, 2026-06-01, 2.4, mg/dL; value: weight, 2026-06-01, 60, kg
          anakinra-clearance | clear | drug: anakinra, daily, 2026-01-01; value: creatinine, 2026-06-01, 1.0, mg/dL; value: weight, 2026-06-01, 60, kg
          anakinra-clearance | clear | drug: anakinra, every other day, 2026-01-01; value: creatinine, 2026-06-01, 2.4, mg/dL; value: weight, 2026-06-01, 60, kg
          anakinra-clearance | not checkable | drug: anakinra, daily, 2026-01-01; value: creatinine, 2026-06-01, 2.4, mg/dL
          anakinra-clearance | not checkable | drug: anakinra, daily, 2026-01-01; value: creatinine, 2025-11-01, 2.4, mg/dL; value: weight, 2025-11-01, 60, kg
          anakinra-neutropenia | raised | drug: anakinra, daily, 2026-01-01; value: neutrophils, 2026-06-01, 1.4, 10*9/L
          anakinra-neutropenia | raised | drug: anakinra, daily, 2026-01-01; value: neutrophils, 2026-06-01, <1.5, 10*9/L
          anakinra-neutropenia | clear | drug: anakinra, daily, 2026-01-01; value: neutrophils, 2026-06-01, 1.5, 10*9/L
          anakinra-neutropenia | clear | drug: anakinra, daily, 2026-01-01; value: neutrophils, 2026-05-01, 0.9, 10*9/L; value: neutrophils, 2026-06-01, 2.9, 10*9/L
          anakinra-neutropenia | not checkable | drug: anakinra, daily, 2026-01-01
          anakinra-neutropenia | not checkable | drug: anakinra, daily, 2026-01-01; value: neutrophils, 2026-06-01, <2, 10*9/L
          anakinra-neutrophils-due | raised | drug: anakinra, daily, 2026-05-20
          anakinra-neutrophils-due | clear | drug: anakinra, daily, 2026-05-20; value: neutrophils, 2026-05-18, 3, 10*9/L
          anakinra-neutrophils-due | clear | drug: anakinra, daily, 2024-05-20
          anakinra-neutrophils-due | not checkable | drug: anakinra, daily, 2026-05
          anakinra-tnf-inhibitor | raised | drug: anakinra, daily, 2026-01-01; drug: etanercept, weekly, 2026-03-01
          anakinra-tnf-inhibitor | clear | drug: anakinra, daily, 2026-06-01; drug: etanercept, weekly, 2026-03-01, 2026-06-01
          anakinra-tnf-inhibitor | clear | drug: anakinra, daily, 2026-01-01, 2026-09-01; drug: etanercept, weekly, 2026-09-01
          anakinra-tnf-inhibitor | not checkable | drug: anakinra, daily, 2026-01-01; drug: etanercept, weekly, 2026-03-01, unknown
          # vaccines
          anakinra-live-vaccine | raised | drug: anakinra, daily, 2026-01-01; event: live-vaccination, 2026-05-01
          anakinra-live-vaccine | raised | drug: anakinra, daily, 2026-01-01; event: live-vaccination, 2026-08-01
          anakinra-live-vaccine | clear | drug: anakinra, daily, 2026-05-20; event: live-vaccination, 2026-05-01
          anakinra-live-vaccine | clear | drug: anakinra, daily, 2026-01-01; event: inactivated-vaccination, 2026-05-01
          anakinra-live-vaccine | not checkable | drug: anakinra, daily, 2026-01-01; event: vaccination, 2026-05-01
          anakinra-live-vaccine | not checkable | drug: anakinra, daily, 2026-01-01
          anakinra-live-vaccine | not checkable | drug: anakinra, daily, 2026-05-20; event: live-vaccination, 2026-05
          immunosuppressant-live-vaccine | raised | drug: azathioprine, daily, 2026-01-01; event: live-vaccination, 2026-05-01
          immunosuppressant-live-vaccine | clear | drug: intravenous immunoglobulins, monthly, 2026-01-01; event: live-vaccination, 2026-05-01
          immunosuppressant-live-vaccine | not checkable | drug: tacrolimus, twice daily, 2026-01-01
          rituximab-live-vaccine | raised | drug: rituximab, once, 2026-02-01; event: live-vaccination, 2026-05-01
          rituximab-live-vaccine | clear | drug: rituximab, once, 2025-06-01; event: live-vaccination, 2026-05-01
          rituximab-live-vaccine | not checkable | drug: rituximab, once, 2026-02-01; event: vaccination, 2026-05-01
          rituximab-vaccination | raised | drug: rituximab, once, 2026-02-01; event: vaccination, 2026-05-01
          rituximab-vaccination | clear | drug: rituximab, once, 2026-05-02; event: vaccination, 2026-05-01
          rituximab-vaccination | not checkable | drug: rituximab, once, 2026-02-01
          # tests before the first dose
          rituximab-hepatitis-b | raised | drug: rituximab, once, 2026-05-02; finding: hepatitis-b-screening, absent,
          rituximab-hepatitis-b | raised | drug: rituximab, once, 2026-05-02; finding: hepatitis-b-screening, present, 2026-05-20
          rituximab-hepatitis-b | clear | drug: rituximab, once, 2026-05-02; finding: hepatitis-b-screening, present, 2026-04-20
          rituximab-hepatitis-b | clear | drug: rituximab, once, 2026-05-02; finding: hepatitis-b-screening, present,
          rituximab-hepatitis-b | not checkable | drug: rituximab, once, 2026-05-02
          rituximab-hepatitis-b | not checkable | drug: rituximab, once, 2026-05-02; finding: hepatitis-b-screening, present, 2026
          jak-inhibitor-tuberculosis | raised | drug: tofacitinib, twice daily, 2026-05-02; finding: tuberculosis-screening, absent,
          jak-inhibitor-tuberculosis | clear | drug: upadacitinib, daily, 2026-05-02; finding: tuberculosis-screening, present, 2026-04-20
          jak-inhibitor-tuberculosis | not checkable | drug: tofacitinib, twice daily, 2026-05-02
          azathioprine-tpmt | raised | drug: azathioprine, daily, 2026-05-02; finding: tpmt-nudt15-test, absent,
          azathioprine-tpmt | clear | drug: azathioprine, daily, 2026-05-02; finding: tpmt-nudt15-test, present, 2026-05-02
          azathioprine-tpmt | not checkable | drug: azathioprine, daily, 2026-05-02
          immunoglobulin-iga | raised | drug: intravenous immunoglobulins, monthly, 2026-05-02; value: iga, 2026-06-01, 1.2, g/L
          immunoglobulin-iga | clear | drug: intravenous immunoglobulins, monthly, 2026-05-02; value: iga, 2026-04-01, 1.2, g/L
          immunoglobulin-iga | not checkable | drug: intravenous immunoglobulins, monthly, 2026-05-02
          # drug pairs and dosing
          azathioprine-allopurinol | raised | drug: azathioprine, daily, 2026-01-01; drug: allopurinol, daily, 2026-03-01
          azathioprine-allopurinol | clear | drug: azathioprine, daily, 2026-01-01; drug: allopurinol, daily, 2026-03-01,,,0,mg
          azathioprine-allopurinol | clear | drug: azathioprine, daily, 2026-01-01; drug: allopurinol, daily, 2025-03-01, 2025-06-01
          azathioprine-allopurinol | not checkable | drug: azathioprine, daily, 2026-01-01
          methotrexate-trimethoprim | raised | drug: methotrexate, weekly, 2026-01-01; drug: co-trimoxazole, daily, 2026-06-01
          methotrexate-trimethoprim | clear | drug: azathioprine, daily, 2026-01-01; drug: trimethoprim, daily, 2026-06-01
          methotrexate-trimethoprim | not checkable | drug: methotrexate, weekly, 2026-01-01
          methotrexate-daily | raised | drug: methotrexate, daily, 2026-01-01
          methotrexate-daily | clear | drug: methotrexate, weekly, 2026-01-01
          methotrexate-daily | not checkable | drug: methotrexate, , 2026-01-01
          # pregnancy
          mycophenolate-pregnancy | raised | drug: mycophenolate mofetil, twice daily, 2026-01-01; event: pregnancy, 2026-05-01
          mycophenolate-pregnancy | raised | drug: mycophenolate mofetil, twice daily, 2026-01-01, 2026-04-01; event: pregnancy, 2026-05-01
          mycophenolate-pregnancy | raised | drug: mycophenolate mofetil, twice daily, 2026-01-01; finding: pregnancy, present, 2026-05-01
          mycophenolate-pregnancy | clear | drug: mycophenolate mofetil, twice daily, 2024-01-01, 2024-06-01; event: pregnancy, 2026-05-01
          mycophenolate-pregnancy | clear | drug: mycophenolate mofetil, twice daily, 2026-01-01; finding: pregnancy, absent, 2026-06-01
          mycophenolate-pregnancy | clear | person: male, 1970; drug: mycophenolate mofetil, twice daily, 2026-01-01
          mycophenolate-pregnancy | not checkable | drug: mycophenolate mofetil, twice daily, 2026-01-01
          mycophenolate-pregnancy | not checkable | drug: mycophenolate mofetil, twice daily, 2026-01-01, 2026-03-01; event: pregnancy, 2026-05-01
          methotrexate-pregnancy | raised | drug: methotrexate, weekly, 2026-01-01, 2026-03-01; event: pregnancy, 2026-05-01
          methotrexate-pregnancy | clear | drug: methotrexate, weekly, 2024-01-01, 2024-06-01; event: pregnancy, 2026-05-01
          methotrexate-pregnancy | not checkable | drug: methotrexate, weekly, 2026-01-01
          cyclophosphamide-pregnancy | raised | drug: cyclophosphamide, monthly, 2026-01-01; event: pregnancy, 2026-05-01
          cyclophosphamide-pregnancy | clear | drug: prednisone, daily, 2026-01-01; event: pregnancy, 2026-05-01
          cyclophosphamide-pregnancy | not checkable | drug: cyclophosphamide, monthly, 2026-01-01
          jak-inhibitor-pregnancy | raised | drug: upadacitinib, daily, 2026-01-01; event: pregnancy, 2026-05-01
          jak-inhibitor-pregnancy | clear | drug: upadacitinib, daily, 2026-01-01; finding: pregnancy, absent, 2026-06-10
          jak-inhibitor-pregnancy | not checkable | drug: tofacitinib, twice daily, 2026-01-01
          # never asked
          azathioprine-febuxostat | not verified | drug: azathioprine, daily, 2026-01-01; drug: febuxostat, daily, 2026-03-01
          azathioprine-rapid-lung | not verified | drug: azathioprine, daily, 2026-01-01; finding: RP-ILD, present,
          leflunomide-pregnancy | not verified | drug: leflunomide, daily, 2026-01-01; event: pregnancy, 2026-05-01
          """)
  void aRuleAnswersInThreeValues(String rule, String state, String facts) {
    Alert alert = alert(rule, facts);

    assertThat(alert.state().code()).isEqualTo(state);
    switch (alert.state()) {
      case RAISED -> assertThat(alert.values()).isNotEmpty().noneMatch(Input::isMissing);
      case NOT_CHECKABLE -> assertThat(alert.missing()).isNotEmpty();
      case CLEAR ->
          assertThat(alert.values().size() + alert.assumed().size())
              .as("what says so")
              .isGreaterThanOrEqualTo(rule.equals("anakinra-neutrophils-due") ? 0 : 1);
      case NOT_VERIFIED -> assertThat(alert.values()).isEmpty();
    }
  }

  /// The table above holds every rule, so that a new one without its rows is noticed.
  @Test
  void everyRuleStandsInTheTable() throws NoSuchMethodException {
    CsvSource source =
        java.util.Objects.requireNonNull(
            AlertReportTest.class
                .getDeclaredMethod(
                    "aRuleAnswersInThreeValues", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class));
    Set<String> rows =
        source
            .textBlock()
            .lines()
            .map(line -> line.split("\\|", -1))
            .filter(cells -> cells.length == 3)
            .map(cells -> cells[0].strip() + " " + cells[1].strip())
            .collect(Collectors.toSet());
    for (AlertRule rule : AlertRules.shipped().all()) {
      if (rule.isVerified()) {
        for (State state : List.of(State.RAISED, State.CLEAR, State.NOT_CHECKABLE)) {
          assertThat(rows).contains(rule.id() + " " + state.code());
        }
      }
    }
  }

  @Test
  void whatRaisedAnAlertIsNamedWithItsRow() {
    Alert alert =
        alert(
            "azathioprine-allopurinol",
            "drug: azathioprine, daily, 2026-01-01; drug: allopurinol, daily, 2026-03-01");

    assertThat(alert.values()).extracting(input -> input.row().id()).containsExactly("T1", "T2");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(
            alert(
                    "anakinra-clearance",
                    "drug: anakinra, daily, 2026-01-01; value: creatinine, 2026-06-01, 2.4, mg/dL")
                .missing())
        .extracting(Missing::toString)
        .containsExactly("measurement:weight");
    assertThat(alert("azathioprine-allopurinol", "drug: azathioprine, daily, 2026-01-01").missing())
        .extracting(Missing::toString)
        .containsExactly("drug:allopurinol");
    assertThat(
            alert("anakinra-live-vaccine", "drug: anakinra, daily, 2026; event: vaccination, 2026")
                .missing())
        .isNotEmpty();
  }

  @Test
  void aDrugWithoutARowCountsAsNotGivenAndTheAnswerSaysSo() {
    Alert alert = alert("methotrexate-daily", "drug: azathioprine, daily, 2026-01-01");

    assertThat(alert.state()).isEqualTo(State.CLEAR);
    assertThat(alert.assumed()).extracting(Missing::toString).containsExactly("drug:methotrexate");
  }

  @Test
  void aRecordWithoutTreatmentsAnswersNothing() {
    AlertReport report = AlertReport.of(TypedRecord.of("finding: ILD, present,"), DAY);

    assertThat(report.checked()).isZero();
    assertThat(report.in(State.NOT_CHECKABLE))
        .allSatisfy(alert ->
            assertThat(alert.missing())
                .extracting(Missing::kind)
                .containsExactly(Missing.Kind.TREATMENTS));
  }

  @Test
  void theCountsSumUpToTheRules() {
    for (PatientRecord patient : TypedRecord.example("synthetic-centre")) {
      AlertReport report = AlertReport.of(patient, LocalDate.of(2024, 6, 1));
      assertThat(
              report.checked()
                  + report.in(State.NOT_CHECKABLE).size()
                  + report.in(State.NOT_VERIFIED).size())
          .isEqualTo(AlertRules.shipped().all().size());
    }
  }

  @Test
  void methotrexateWithLungDiseaseIsRaisedForThoseOfTheLetterWhoHadBoth() {
    List<String> raised =
        TypedRecord.example("anakinra-antisynthetase").stream()
            .filter(patient ->
                AlertReport.of(patient, DAY).alert("methotrexate-lung").state() == State.RAISED)
            .map(PatientRecord::id)
            .toList();

    // Patient 3 had methotrexate and no lung disease listed; Zong's manifestations are not
    // reported.
    assertThat(raised).containsExactly("L1", "L3");
  }

  @Test
  void aPriorTnfInhibitorOfAPublishedPatientIsOver() {
    PatientRecord zong =
        TypedRecord.example("anakinra-antisynthetase").stream()
            .filter(patient -> patient.id().equals("L2"))
            .findFirst()
            .orElseThrow();

    assertThat(AlertReport.of(zong, DAY).alert("anakinra-tnf-inhibitor").state())
        .isEqualTo(State.CLEAR);
  }

  @Test
  void aRecordIsJudgedUpToADeath() {
    AlertReport report =
        AlertReport.of(
            TypedRecord.of(
                "person: female, 1970, 2026-02-01; drug: methotrexate, daily, 2026-01-01"),
            DAY);

    assertThat(report.on()).isEqualTo(LocalDate.of(2026, 2, 1));
  }

  /// A fact more than the rule asks for never clears what was raised.
  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7"})
  void anotherDrugNeverClearsAnAlert(int seed) {
    java.util.random.RandomGenerator random = new java.util.Random(seed);
    List<String> drugs =
        List.of(
            "infliximab", "methotrexate", "azathioprine", "allopurinol", "anakinra", "rituximab");
    String facts = "finding: ILD, present,";
    Set<String> before = Set.of();
    for (int step = 0; step < 6; step++) {
      facts +=
          String.format(
              Locale.ROOT,
              "; drug: %s, daily, 2026-%02d-01",
              drugs.get(random.nextInt(drugs.size())),
              1 + random.nextInt(9));
      Set<String> raised =
          AlertReport.of(TypedRecord.of(facts), DAY).in(State.RAISED).stream()
              .map(alert -> alert.rule().id())
              .collect(Collectors.toSet());
      assertThat(raised).as("seed %d: %s", seed, facts).containsAll(before);
      before = raised;
    }
  }
}
