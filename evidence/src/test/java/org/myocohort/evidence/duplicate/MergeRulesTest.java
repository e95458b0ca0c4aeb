package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeRulesTest {
  private static final String BASE =
      "author=Lilleker, J. and Roberts, M. | year=2019 | journal=Rheumatology | volume=58";

  private static Duplicates found(String first, String second) {
    return ComparedRecords.of(List.of(Records.record("a", first), Records.record("b", second)))
        .found();
  }

  private static ComparedPair explained(String first, String second) {
    return ComparedRecords.of(List.of(Records.record("a", first), Records.record("b", second)))
        .explain("a", "b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBERS   | Muscle imaging in myositis: part 1       | Muscle imaging in myositis: part 2
          NUMBERS   | A phase II trial of rituximab in myositis | A phase III trial of rituximab in myositis
          NUMBERS   | Myositis registry annual report 2018      | Myositis registry annual report 2019
          KIND      | Rituximab in refractory myositis in adults | Reply to: rituximab in refractory myositis in adults
          KIND      | Rituximab in refractory myositis in adults | Rituximab in refractory myositis in adults - Reply
          KIND      | Rituximab in refractory myositis in adults | Erratum: rituximab in refractory myositis in adults
          KIND      | Rituximab in refractory myositis in adults | Comment on: rituximab in refractory myositis in adults
          KIND      | Rituximab in refractory myositis in adults | Rituximab in refractory myositis in adults (vol 58, pg 1, 2019)
          WORDS     | Rituximab in adult patients with plasma therapy resistant disease | Rituximab in adult patients with plasma therapy sensitive disease
          WORDS     | Open trial of rituximab in adult patients with myositis | Open trial of rituximab in adolescent patients with myositis
          RECURRING | Editorial comment on the state of the field | Editorial comment on the state of the field
          """)
  void titlesThatDifferWhereItMattersAreNotMerged(Conflict conflict, String one, String other) {
    assertThat(
            explained("title=" + one + " | " + BASE, "title=" + other + " | " + BASE).conflicts())
        .contains(conflict);
    assertThat(found("title=" + one + " | " + BASE, "title=" + other + " | " + BASE).clusters())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a word spelt in two ways;    Interstitial lung disease in paediatric myositis; Interstitial lung disease in pediatric myositis
          a language note;             Rituximab in refractory myositis. [Japanese];  [Rituximab in refractory myositis]
          markup and Greek;            Interferon-β in <i>refractory</i> adult myositis; Interferon-beta in refractory adult myositis
          Roman and Arabic;            A phase II trial of rituximab in myositis;     A phase 2 trial of rituximab in myositis
          a word parted elsewhere;     Crowd sourced ratings of muscle weakness;      Crowdsourced ratings of muscle weakness
          Cyrillic;                    Платформенная занятость масштабы и признаки;   Платформенная занятость: масштабы и признаки.
          the title that it had before; Arbeiten in der Crowd: eine neue Perspektive;  Working in the crowd: a new view [Arbeiten in der Crowd: eine neue Perspektive]
          """)
  void titlesThatDifferInHowTheyAreWrittenAreMerged(String how, String one, String other) {
    assertThat(found("title=" + one + " | " + BASE, "title=" + other + " | " + BASE).removable())
        .as(how)
        .isEqualTo(1);
  }

  @Test
  void aTitleAndItsSecondPartAreLeftToAPerson() {
    String title =
        "title=Whole body magnetic resonance imaging of muscle inflammation fat and oedema in adult"
            + " patients with refractory idiopathic inflammatory myopathies before after rituximab";
    Duplicates found = found(title + " | " + BASE, title + ": part 2 | " + BASE);

    assertThat(found.clusters()).isEmpty();
    assertThat(found.maybe()).hasSize(1);
  }

  @Test
  void oneDoiOnTwoDifferentWorksDoesNotMergeThem() {
    assertThat(
            found(
                    "title=Rituximab in refractory myositis | doi=10.1000/x | " + BASE,
                    "title=Statins and muscle pain in the old | doi=10.1000/x | author=Amato, A. |"
                        + " year=2011")
                .clusters())
        .isEmpty();
  }

  @Test
  void aConferenceAbstractAndTheLaterArticleStayTwoRecords() {
    String title = "title=Rituximab in refractory myositis: a cohort of fifteen patients | ";
    Duplicates found =
        found(
            title + BASE + " | pages=12-13 | ENTRYTYPE=inproceedings",
            title + BASE + " | pages=1204-1215 | ENTRYTYPE=article");

    assertThat(found.clusters()).isEmpty();
    assertThat(found.maybe())
        .singleElement()
        .satisfies(pair -> assertThat(pair.conflicts()).contains(Conflict.PLACE));
  }

  @Test
  void aReprintInAnotherJournalStaysARecord() {
    String title = "title=Rituximab in refractory myositis: a cohort of fifteen patients | ";
    assertThat(
            found(
                    title + "author=Lilleker, J. | year=2019 | journal=Rheumatology",
                    title + "author=Lilleker, J. | year=2019 | journal=Muscle and Nerve")
                .clusters())
        .isEmpty();
  }

  @Test
  void updatesOfOneCochraneReviewAreOneWork() {
    String title = "title=Immunosuppressants for dermatomyositis | author=Gordon, P. | ";
    String journal = "journal=Cochrane Database of Systematic Reviews | ";
    assertThat(
            found(
                    title + journal + "year=2005 | pages=CD003643",
                    title + journal + "year=2012 | doi=10.1002/14651858.CD003643.pub4")
                .merged())
        .singleElement()
        .extracting(ComparedPair::rule)
        .isEqualTo(MergeRule.COCHRANE);
  }

  @Test
  void aPreprintAndTheArticleAreOneWork() {
    String title = "title=Rituximab in refractory myositis: a cohort of fifteen patients | ";
    assertThat(
            found(
                    title + "author=Lilleker, J. | year=2018 | doi=10.1101/2018.01.01.123456",
                    title + BASE + " | pages=12-19 | doi=10.1093/rheumatology/kez001")
                .merged())
        .singleElement()
        .extracting(ComparedPair::rule)
        .isEqualTo(MergeRule.PREPRINT);
  }

  @Test
  void theExplanationNamesEveryFieldAndHowFarItAgrees() {
    ComparedPair pair =
        explained(
            "title=Rituximab in refractory myositis | " + BASE + " | pages=482-91",
            "title=Rituximab in refractory myositis | " + BASE + " | pages=482-491");

    assertThat(pair.rule()).isEqualTo(MergeRule.PLACE);
    assertThat(pair.agreements())
        .extracting(agreement -> agreement.field() + " " + agreement.degree())
        .containsExactly(
            "TITLE SAME",
            "AUTHORS SAME",
            "JOURNAL SAME",
            "YEAR SAME",
            "VOLUME SAME",
            "ISSUE NOT_GIVEN",
            "PAGES SAME",
            "DOI NOT_GIVEN",
            "PUBMED NOT_GIVEN");
  }

  @Test
  void aRecordWithoutATitleIsLeftToAPerson() {
    Duplicates found =
        found(
            "title=Rituximab in refractory myositis | " + BASE + " | pages=482-91",
            BASE + " | pages=482-91");

    assertThat(found.clusters()).isEmpty();
  }

  @Test
  void aChainOfPairsDoesNotJoinRecordsThatContradictEachOther() {
    String title = "title=Rituximab in refractory myositis: a cohort of fifteen patients | ";
    Duplicates found =
        ComparedRecords.of(
                List.of(
                    Records.record("abstract", title + BASE + " | pages=12-13"),
                    Records.record("short", title + BASE),
                    Records.record("article", title + BASE + " | pages=1204-1215")))
            .found();

    assertThat(found.clusters()).hasSize(1);
    assertThat(found.removable()).isEqualTo(1);
    assertThat(found.maybe())
        .anySatisfy(pair -> assertThat(pair.conflicts()).containsExactly(Conflict.CLUSTER));
  }
}
