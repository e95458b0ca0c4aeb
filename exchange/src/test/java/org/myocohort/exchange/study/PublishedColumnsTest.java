package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.patient.AntibodyResult.Result;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;

class PublishedColumnsTest {
  @TempDir Path temporary;

  private Folder folder(String column, String cell) {
    return new Folder(temporary)
        .with("patients.csv", "id," + column + "\nP1,\"" + cell.replace("\"", "\"\"") + "\"\n");
  }

  /// Closed list: instruments.md section 3.1.
  @ParameterizedTest(name = "[{0}]: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arthritis;fever;ILD    | CLOSED_LIST  | arthritis TRUE, fever TRUE, ILD TRUE
          arthritis; ILD ;       | CLOSED_LIST  | arthritis TRUE, ILD TRUE
          none                   | CLOSED_LIST  | ''
          NR                     | NOT_REPORTED | ''
          nr                     | NOT_REPORTED | ''
          ''                     | OPEN         | ''
          unknown                | OPEN         | ''
          fever;NR               | OPEN         | fever TRUE
          no fever;rash          | CLOSED_LIST  | fever FALSE, rash TRUE
          fever absent           | CLOSED_LIST  | fever FALSE
          Fever: absent          | CLOSED_LIST  | fever FALSE
          fever present          | CLOSED_LIST  | fever TRUE
          fever NR;rash          | CLOSED_LIST  | fever UNKNOWN, rash TRUE
          fever not reported     | CLOSED_LIST  | fever UNKNOWN
          no response to treatment | CLOSED_LIST | no-response-to-treatment TRUE
          Raynaud's phenomenon;mechanics hands | CLOSED_LIST | raynaud TRUE, mechanics-hands TRUE
          myopericarditis        | CLOSED_LIST  | myopericarditis TRUE
          fever;fever            | CLOSED_LIST  | fever TRUE
          """)
  void aListOfManifestationsIsClosedUnlessItSaysOtherwise(
      String cell, Coverage coverage, String findings) {
    PatientRecord patient = folder("manifestations", cell).patient("P1");

    assertThat(patient.coverage()).isEqualTo(coverage);
    assertThat(
            patient.manifestations().stream()
                .map(m -> m.finding() + " " + m.present())
                .collect(Collectors.joining(", ")))
        .isEqualTo(findings);
  }

  @Test
  void aPatientsTableWithoutTheColumnIsOpen() {
    assertThat(folder("sex", "f").patient("P1").coverage()).isEqualTo(Coverage.OPEN);
  }

  @ParameterizedTest(name = "[{0}]: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anti-PL12                | anti-PL-12      | POSITIVE
          anti-Jo1                 | anti-Jo-1       | POSITIVE
          anti-Jo1+                | anti-Jo-1       | POSITIVE
          anti-Jo-1 (+)            | anti-Jo-1       | POSITIVE
          anti-Ro52 ++             | anti-Ro52       | POSITIVE
          Jo-1 positive            | anti-Jo-1       | POSITIVE
          Positive anti-EJ         | anti-EJ         | POSITIVE
          anti-OJ weak positive    | anti-OJ         | WEAK_POSITIVE
          anti-KS equivocal        | anti-KS         | EQUIVOCAL
          anti-Zo +/-              | anti-Zo         | EQUIVOCAL
          anti-PL-7 negative       | anti-PL-7       | NEGATIVE
          PL-7: negative           | anti-PL-7       | NEGATIVE
          anti-PL7-                | anti-PL-7       | NEGATIVE
          anti-PL-7 (\u2212)       | anti-PL-7       | NEGATIVE
          no anti-Ha               | anti-Ha         | NEGATIVE
          anti-MDA5 not tested     | anti-MDA5       | NOT_TESTED
          none                     | anti-synthetase | NEGATIVE
          Negative                 | anti-synthetase | NEGATIVE
          anti-synthetase negative | anti-synthetase | NEGATIVE
          """)
  void anAntibodyMayStandWithItsResult(String cell, String antibody, Result result) {
    PatientRecord patient = folder("antibody", cell).patient("P1");

    assertThat(patient.antibodies()).hasSize(1);
    assertThat(patient.antibodies().getFirst().antibody()).isEqualTo(antibody);
    assertThat(patient.antibodies().getFirst().result()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({"NR", "''", "unknown", "ND", "anti-Jo1 NR"})
  void anAntibodyThatIsNotReportedLeavesNothingKnown(String cell) {
    assertThat(folder("antibody", cell).patient("P1").antibodies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"anti-Ro52;NR", "anti-Ro52;anti-Jo1 NR"})
  void aListThatLeavesSomethingOutIsNotClosed(String cell) {
    assertThat(folder("antibody", cell).patient("P1").antibodies())
        .extracting(each -> each.result())
        .containsExactly(Result.POSITIVE, Result.NOT_TESTED);
  }

  @Test
  void aListOfAntibodiesKeepsItsOrderAndItsTitres() {
    PatientRecord patient = folder("antibody", "anti-Ro52 ++;anti-Jo1;PL-7-").patient("P1");

    assertThat(patient.antibodies().stream().map(a -> a.antibody() + " " + a.result()))
        .containsExactly("anti-Ro52 POSITIVE", "anti-Jo-1 POSITIVE", "anti-PL-7 NEGATIVE");
    assertThat(patient.antibodies().getFirst().titre()).isEqualTo(Value.of("++"));
  }

  @ParameterizedTest(name = "{0} [{1}]: {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          manifestations        | fevar            | fevar        | finding-unknown-near
          manifestations        | fever?;rash      | fever?       | finding-unknown-near
          manifestations        | fever*           | fever*       | finding-unknown-near
          manifestations        | (fever)          | (fever)      | finding-unknown-near
          manifestations        | fever-           | fever-       | finding-unknown-near
          manifestations        | arthritis, fever | arthritis, fever | finding-unknown
          manifestations        | no xyz           | xyz          | finding-unknown
          manifestations        | fever;no fever   | no fever     | contradiction
          manifestations        | none;fever       | none         | nothing-beside-something
          antibody              | anti-PL13        | anti-PL13    | antibody-unknown-near
          antibody              | anti-Jo1*        | anti-Jo1*    | antibody-unknown-near
          antibody              | Jo1/PL7          | Jo1/PL7      | antibody-unknown
          antibody              | anti-Jo1+-+      | anti-Jo1+-+  | antibody-unknown-near
          antibody              | Jo-1;Jo-1-       | Jo-1-        | contradiction
          antibody              | none;anti-Jo1    | none         | nothing-beside-something
          prior_treatments      | GC;aspirin       | aspirin      | drug-unknown
          concomitant_treatments | methotrexat     | methotrexat  | drug-unknown-near
          anakinra_mg_per_day   | 100-200          | 100-200      | number-expected
          anakinra_mg_per_day   | 0                | 0            | number-above
          anakinra_mg_per_day   | 100 mg           | 100 mg       | number-expected
          reported_response     | good             | good         | one-of-expected
          acute_phase_reactants_and_ferritin | up  | up           | one-of-expected
          """)
  void whatIsNotClearlySaidIsRefusedRatherThanGuessed(
      String column, String cell, String found, String code) {
    List<Problem> problems = folder(column, cell).problems();

    assertThat(problems).hasSize(1);
    Problem problem = problems.getFirst();
    assertThat(problem.file()).isEqualTo("patients.csv");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.found()).isEqualTo(found);
    assertThat(problem.code()).isEqualTo(code);
  }

  @Test
  void everyUnknownEntryOfAListIsNamed() {
    assertThat(folder("manifestations", "one;fever;two").problems().stream().map(Problem::found))
        .containsExactly("one", "two");
  }

  @ParameterizedTest
  @CsvSource({"none", "''", "NR"})
  void noTreatmentBeforeIsNoTreatment(String cell) {
    assertThat(folder("prior_treatments", cell).patient("P1").treatments()).isEmpty();
  }

  @Test
  void theIndexDoseIsADailyDoseInMilligrams() {
    Treatment dose = folder("anakinra_mg_per_day", "200").patient("P1").treatments().getFirst();

    assertThat(dose.drug()).isEqualTo("anakinra");
    assertThat(dose.phase()).isEqualTo(Treatment.Phase.INDEX);
    assertThat(dose.dose()).isEqualTo(Value.of(new BigDecimal("200")));
    assertThat(dose.unit()).isEqualTo("mg");
    assertThat(dose.start().isAbsent()).isTrue();
  }
}
