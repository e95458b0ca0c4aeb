package org.myocohort.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.instrument.Note;
import org.myocohort.patient.PatientRecord.Coverage;

class CriteriaSetsTest {

  private static Classification classify(String set, Facts facts) {
    return CriteriaSets.classify(facts).stream()
        .filter(answer -> answer.criteria().equals(set))
        .findFirst()
        .orElseThrow();
  }

  /// The letter's table as printed, and what instruments.md 3.1 to 3.4 say of its patients; the
  /// rest by hand. The last column: what would settle Bohan and Peter or EULAR/ACR is not listed.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # patient | as printed | letter | Connors | Solomon | Lega | ENMC | EULAR/ACR | Bohan and Peter
          P1 | anti-PL-12, age 66, arthritis, fever, ILD, myopericarditis         | met | met | not met | met | met | not met      | undetermined
          P2 | anti-PL-12, age 55, fever, ILD, myocarditis, rash, Raynaud         | met | met | not met | met | met | undetermined | undetermined
          P3 | anti-Jo-1, age 54, fever, myocarditis, myositis, rash              | met | met | not met | met | met | undetermined | undetermined
          L1 Furlan | anti-Jo-1, age 60, arthritis, fever, ILD, myositis, rash    | met | met | met     | met | met | undetermined | undetermined
          L3 Meudec | anti-Jo-1, age 55, arthritis, ILD, myopericarditis, myositis | met | met | met    | met | met | undetermined | undetermined
          L4 Ahmad | anti-Jo-1, age 65, arthritis, fever, ILD, rash               | met | met | not met | met | met | undetermined | undetermined
          """)
  void patientsOfTheLetter(
      String patient,
      String text,
      String letter,
      String connors,
      String solomon,
      String lega,
      String enmc,
      String eularAcr,
      String bohanPeter) {
    assertThat(CriteriaSets.classify(DescribedPatient.published(text)))
        .as(patient)
        .extracting(answer -> answer.criteria() + ": " + answer.result().code())
        .containsExactly(
            "letter: " + letter,
            "connors-2010: " + connors,
            "solomon-2011: " + solomon,
            "lega-2015: " + lega,
            "enmc-2023: " + enmc,
            "eular-acr-2017: " + eularAcr,
            "bohan-peter-1975: " + bohanPeter,
            "acr-eular-as: not available");
  }

  /// L2, whose manifestations are not reported: nothing that asks for one can be said.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          letter         | undetermined  | arthritis, ild, mechanics-hands, myocarditis, myositis, raynaud
          connors-2010   | undetermined  | ild, arthritis, raynaud, mechanics-hands, fever
          solomon-2011   | undetermined  | ild, myositis, arthritis, raynaud, mechanics-hands
          lega-2015      | undetermined  | myositis, ild, articular-involvement
          enmc-2023      | undetermined  | ild, myositis, arthritis
          acr-eular-as   | not available | ''
          """)
  void zongIsUndeterminedBecauseTheManifestationsAreNotReported(
      String set, String result, String settling) {
    Facts zong = DescribedPatient.facts("patients", Coverage.NOT_REPORTED, "anti-Jo-1, age 54");

    assertThat(classify(set, zong).result().code()).isEqualTo(result);
    assertThat(String.join(", ", classify(set, zong).wouldSettle())).isEqualTo(settling);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # instruments.md 3.1: fever and rash do not count, one manifestation is not enough
          letter       | anti-PL-7, fever, rash, arthritis         | not met
          letter       | anti-PL-7, mechanic's hands, myositis     | met
          letter       | anti-Ro52, arthritis, ILD                 | not met
          # 3.2: myositis is not in the list
          connors-2010 | anti-Jo-1, myositis                       | not met
          connors-2010 | anti-Jo-1, myositis, fever                | met
          connors-2010 | anti-Jo-1, mechanic's hands               | met
          connors-2010 | anti-SRP, ILD                             | not met
          # 3.3
          solomon-2011 | anti-Jo-1, ILD, myositis                  | met
          solomon-2011 | anti-Jo-1, ILD, arthritis                 | not met
          solomon-2011 | anti-Jo-1, ILD, arthritis, Raynaud        | met
          solomon-2011 | anti-Jo-1, myositis, Raynaud, mechanic's hands | met
          solomon-2011 | anti-Jo-1, arthritis, Raynaud, mechanic's hands | not met
          # 3.4
          lega-2015    | anti-Jo-1, ILD                            | met
          lega-2015    | anti-Jo-1, Raynaud, fever                 | met
          lega-2015    | anti-Jo-1, Raynaud                        | not met
          lega-2015    | anti-Jo-1, inflammatory-arthralgia        | met
          lega-2015    | anti-Jo-1, arthralgia                     | undetermined
          # 3.5: one of three
          enmc-2023    | anti-Jo-1, arthritis                      | met
          enmc-2023    | anti-Jo-1, ILD                            | met
          enmc-2023    | anti-Jo-1, myositis                       | met
          enmc-2023    | anti-Jo-1, fever, Raynaud, mechanic's hands | not met
          enmc-2023    | anti-MDA5, ILD                            | not met
          # 3.8
          bohan-peter-1975 | muscle-weakness, proximal-weakness, ck 900/200, emg-triad, no rash, no biopsy-compatible | met
          bohan-peter-1975 | gottron-papules, ck 900/200, proximal-weakness, emg-triad | met
          """)
  void examplesOfEachSet(String set, String text, String result) {
    assertThat(classify(set, DescribedPatient.published(text)).result().code()).isEqualTo(result);
  }

  @Test
  void onlyEnmcsDefiniteLevelIsKnown() {
    Classification met = classify("enmc-2023", DescribedPatient.published("anti-Jo-1, ILD"));
    Classification not = classify("enmc-2023", DescribedPatient.published("anti-Jo-1, fever"));

    assertThat(met.grade()).isEqualTo("definite");
    assertThat(met.notes()).extracting(Note::code).doesNotContain("probable-level-not-available");
    assertThat(not.grade()).isEmpty();
    assertThat(not.notes()).extracting(Note::code).contains("probable-level-not-available");
  }

  /// False wins in AND; an open registry record stays open, a published list is closed.
  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          registry  | anti-synthetase negative                                       | not met
          registry  | anti-synthetase negative, ILD NR, arthritis NR                 | not met
          registry  | anti-Jo-1, no arthritis, no ILD, no mechanic's hands, no myocarditis, no Raynaud | not met
          registry  | anti-Jo-1, arthritis, no ILD, no mechanic's hands, no myocarditis, no Raynaud | undetermined
          registry  | anti-Jo-1, arthritis                                           | undetermined
          registry  | anti-Jo-1, arthritis, Raynaud                                  | met
          registry  | arthritis, Raynaud                                             | undetermined
          registry  | anti-Jo-1 negative, arthritis, Raynaud                         | undetermined
          registry  | anti-Jo-1 equivocal, arthritis, Raynaud                        | undetermined
          registry  | ''                                                             | undetermined
          published | anti-Jo-1, arthritis                                           | not met
          published | anti-Jo-1, arthritis, ILD NR                                   | undetermined
          published | anti-Jo-1, ILD NR                                              | not met
          published | anti-Jo-1 equivocal, arthritis, ILD                            | undetermined
          published | anti-Ro52, arthritis, ILD                                      | not met
          published | ''                                                             | not met
          """)
  void letterDefinitionInThreeValues(String source, String text, String result) {
    Facts facts =
        source.equals("registry")
            ? DescribedPatient.registry(text)
            : DescribedPatient.published(text);

    assertThat(classify("letter", facts).result().code()).isEqualTo(result);
  }

  @Test
  void closedListSaysThatItIsAnAssumption() {
    Classification answer =
        classify("letter", DescribedPatient.published("anti-Jo-1 by ELISA, arthritis"));

    assertThat(answer.notes()).containsExactly(Note.of("closed-list"));
    assertThat(
            classify("letter", DescribedPatient.registry("anti-Jo-1 by ELISA, arthritis")).notes())
        .isEmpty();
  }

  @Test
  void whatWouldSettleIsTheAntibodyWhereTheRestIsKnown() {
    assertThat(classify("letter", DescribedPatient.registry("arthritis, ILD")).wouldSettle())
        .containsExactly("anti-synthetase-antibody");
    assertThat(classify("letter", DescribedPatient.registry("anti-Jo-1, ILD")).wouldSettle())
        .containsExactly("arthritis", "mechanics-hands", "myocarditis", "myositis", "raynaud");
    assertThat(classify("letter", DescribedPatient.registry("anti-Jo-1, ILD, fever")).wouldSettle())
        .doesNotContain("fever", "ild");
    assertThat(
            classify("letter", DescribedPatient.registry("anti-Jo-1, ILD, raynaud")).wouldSettle())
        .isEmpty();
  }

  @Test
  void setsAreListedOnceWithCitationAndRules() {
    assertThat(CriteriaSets.ALL)
        .extracting(CriteriaSet::code)
        .isEqualTo(
            List.of(
                "letter",
                "connors-2010",
                "solomon-2011",
                "lega-2015",
                "enmc-2023",
                "eular-acr-2017",
                "bohan-peter-1975",
                "acr-eular-as"));
    assertThat(CriteriaSets.ALL)
        .allSatisfy(set -> {
          assertThat(set.citation()).isNotBlank();
          assertThat(set.rules()).isNotEmpty().doesNotHaveDuplicates();
        });
  }
}
