package org.myocohort.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.myocohort.evidence.record.Author;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.Identifiers;
import org.myocohort.evidence.record.PublicationType;
import org.myocohort.evidence.record.RecordDraft;
import org.myocohort.evidence.record.RecordOrigin;
import org.myocohort.evidence.record.RelatedWork;

class LinkTest {
  /// What the letter gives of the patient that it takes from Zong, and what the congress abstract
  /// gives of its cohort.
  private static final CohortFacts ZONG_IN_THE_LETTER = anakinra(null, null);

  private static final CohortFacts ABSTRACT = anakinra(15, 7);

  private static CohortFacts anakinra(@Nullable Integer patients, @Nullable Integer responders) {
    return new CohortFacts(
        Set.of(), Set.of("anakinra"), "100 mg", 12, "open label", null, null, patients, responders);
  }

  private static CountedPatients counted(
      String id, @Nullable String cohort, @Nullable String patient, int n, CohortFacts facts) {
    return new CountedPatients(id, "report of " + id, null, cohort, patient, n, facts);
  }

  private static BibliographicRecord record(RecordDraft draft) {
    return draft.at(new RecordOrigin("reports", 1, 0));
  }

  private static RecordDraft titled(String title) {
    return new RecordDraft().title(title).author(Author.person("Zong", "M."));
  }

  private final CountedPatients patient = counted("zong", null, "Zong 1", 1, ZONG_IN_THE_LETTER);
  private final CountedPatients cohort = counted("abstract", null, null, 15, ABSTRACT);
  private final CountedPatients own = counted("own", "own", "1", 1, CohortFacts.NONE);

  @Test
  void thePatientOfTheLetterAndTheCohortOfTheAbstractAreNotPooledUntilAPersonDecides() {
    PoolingCheck check = PoolingCheck.of(List.of(own, patient, cohort), List.of());

    assertThat(check.allowed()).isFalse();
    assertThat(check.undecided())
        .singleElement()
        .satisfies(overlap -> {
          assertThat(overlap.why()).isEqualTo(PoolingCheck.Why.FACTS_AGREE);
          assertThat(overlap.atMost()).isEqualTo(1);
          assertThat(overlap.reasons())
              .extracting(LinkReason::kind)
              .containsExactly(
                  LinkReason.Kind.DRUG,
                  LinkReason.Kind.DAILY_DOSE,
                  LinkReason.Kind.MONTHS,
                  LinkReason.Kind.DESIGN);
        });
    assertThat(check.together()).containsExactly("own", "abstract");
  }

  @Test
  void thatTwoReportsAreOfOnePatientEachDoesNotSpeakForOnePatient() {
    CohortFacts one =
        new CohortFacts(
            Set.of(), Set.of("anakinra"), "100 mg", null, "case-report", null, null, 1, null);
    CohortFacts two =
        new CohortFacts(
            Set.of(), Set.of("anakinra"), "100 mg", null, "case-report", null, null, 2, null);

    assertThat(LinkSuggestions.sharePatients(one, one, false)).isFalse();
    assertThat(LinkSuggestions.sharePatients(two, two, false)).isTrue();
  }

  @Test
  void aRecordedOverlapIsCountedTwiceAndARecordedDifferenceIsNot() {
    OverlapDecision same = decision(OverlapDecision.Kind.OVERLAP, 1);
    OverlapDecision other = decision(OverlapDecision.Kind.DISTINCT, 2);

    PoolingCheck twice = PoolingCheck.of(List.of(own, patient, cohort), List.of(same));
    assertThat(twice.countedTwice()).hasSize(1);
    assertThat(twice.undecided()).isEmpty();

    assertThat(PoolingCheck.of(List.of(own, patient, cohort), List.of(same, other)).allowed())
        .isTrue();
  }

  private static OverlapDecision decision(OverlapDecision.Kind kind, int second) {
    return new OverlapDecision(
        "abstract", "zong", kind, "reviewer", Instant.ofEpochSecond(second), "reference 8");
  }

  @Test
  void twoPatientsOfOneCohortArePooledButNotWithItsAggregate() {
    CountedPatients first = counted("p1", "karolinska", "1", 1, CohortFacts.NONE);
    CountedPatients second = counted("p2", "karolinska", "2", 1, CohortFacts.NONE);
    CountedPatients again = counted("p1 again", "karolinska", "1", 1, CohortFacts.NONE);
    CountedPatients all = counted("all", "karolinska", null, 15, CohortFacts.NONE);

    assertThat(PoolingCheck.of(List.of(first, second), List.of()).allowed()).isTrue();
    assertThat(PoolingCheck.of(List.of(first, again), List.of()).countedTwice())
        .extracting(PoolingCheck.Overlap::why)
        .containsExactly(PoolingCheck.Why.SAME_PATIENT);
    assertThat(PoolingCheck.of(List.of(first, second, all), List.of()).countedTwice())
        .extracting(PoolingCheck.Overlap::why)
        .containsExactly(PoolingCheck.Why.SAME_COHORT, PoolingCheck.Why.SAME_COHORT);
  }

  @Test
  void anotherCentreOrAnotherTimeSpeaksAgainstSharedPatients() {
    CohortFacts here = at("Stockholm", 2008);
    assertThat(LinkSuggestions.sharePatients(here, at("Stockholm", 2009), false)).isTrue();
    assertThat(LinkSuggestions.sharePatients(here, at("Pavia", 2009), false)).isFalse();
    assertThat(LinkSuggestions.sharePatients(here, at("Stockholm", 2015), false)).isFalse();
  }

  @Test
  void twoCaseReportsOfOneDrugAtItsUsualDoseAreNotTheSamePatient() {
    CohortFacts one =
        new CohortFacts(
            Set.of(), Set.of("anakinra"), "100 mg", null, "case-report", null, null, 1, null);
    assertThat(LinkSuggestions.sharePatients(one, one, false)).isFalse();
    assertThat(LinkSuggestions.sharePatients(one, one, true)).isTrue();
  }

  private static CohortFacts at(String centre, int year) {
    return new CohortFacts(
        Set.of(),
        Set.of("anakinra"),
        "100 mg",
        null,
        null,
        centre,
        new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 2, 1, 1)),
        null,
        null);
  }

  @Test
  void anAbstractAndTheLaterArticleAreSuggestedAndADifferentDrugIsNot() {
    Report congress =
        new Report(
            "congress",
            record(
                titled("Anakinra in refractory myositis: clinical response and T cells")
                    .type(PublicationType.CONFERENCE)),
            ABSTRACT);
    Report article =
        new Report(
            "article",
            record(
                titled("Anakinra in refractory myositis: clinical response and T cell phenotype")
                    .type(PublicationType.ARTICLE)),
            ABSTRACT);
    Report other =
        new Report(
            "other",
            record(new RecordDraft().title("Rituximab in juvenile dermatomyositis")),
            CohortFacts.NONE);

    assertThat(LinkSuggestions.among(List.of(congress, article, other)))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.kind()).isEqualTo(LinkSuggestion.Kind.ABSTRACT_OF);
          assertThat(link.reasons())
              .extracting(LinkReason::kind)
              .contains(LinkReason.Kind.TITLE, LinkReason.Kind.AUTHORS, LinkReason.Kind.RESULT);
        });
  }

  @Test
  void oneRegistrationIsOneStudyAndANamedErratumIsANotice() {
    CohortFacts registered =
        new CohortFacts(Set.of("NCT01165008"), Set.of(), null, null, null, null, null, null, null);
    RecordDraft article = titled("Anakinra in refractory myositis");
    Identifiers.pmid("23886694").ifPresent(article::identifier);
    Report report = new Report("article", record(article), registered);
    Report design = new Report("design", record(new RecordDraft().title("A protocol")), registered);
    Report erratum =
        new Report(
            "erratum",
            record(
                new RecordDraft()
                    .title("Corrections")
                    .related(
                        new RelatedWork(
                            RelatedWork.Kind.ERRATUM_FOR, "Ann Rheum Dis. 2014. PMID: 23886694"))),
            CohortFacts.NONE);

    assertThat(LinkSuggestions.among(List.of(report, design, erratum)))
        .extracting(LinkSuggestion::kind)
        .containsExactly(LinkSuggestion.Kind.SAME_STUDY, LinkSuggestion.Kind.NOTICE_OF);
  }
}
