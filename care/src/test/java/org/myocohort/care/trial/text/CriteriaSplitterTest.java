package org.myocohort.care.trial.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.myocohort.care.trial.rule.Criterion.Kind;

class CriteriaSplitterTest {

  @Test
  void bulletsNumbersAndHeadingsOfManyForms() {
    assertThat(
            CriteriaSplitter.split(
                """
                Key Inclusion Criteria:

                1. Age >= 18 years
                2. Diagnosis of:
                   * DM, or
                   * PM
                3. Signed consent
                   form

                EXCLUSION CRITERIA

                - Pregnancy

                - Active infection
                """))
        .extracting(each -> each.kind() + " " + each.alone() + " " + each.text())
        .containsExactly(
            "INCLUSION true Age >= 18 years",
            "INCLUSION false Diagnosis of: DM, or PM",
            "INCLUSION true Signed consent form",
            "EXCLUSION true Pregnancy",
            "EXCLUSION true Active infection");
  }

  @Test
  void whatFollowsOneOfTheFollowingOnTheSameLevelIsNotAlone() {
    assertThat(
            CriteriaSplitter.split(
                """
                Inclusion Criteria:
                - At least one of the following:
                - CRP > 6 mg/L
                - ESR > 28 mm/h
                """))
        .noneMatch(TextCriterion::alone);
  }

  @Test
  void criteriaThatOrConnectsAreNotAlone() {
    assertThat(
            CriteriaSplitter.split(
                """
                Inclusion Criteria:
                - Age 18 to 65 years
                - FVC < 80% of predicted
                - or DLCO < 70% of predicted
                """))
        .extracting(TextCriterion::alone)
        .containsExactly(true, false, false);
  }

  @Test
  void aHeadingOfAPartOfTheTrialMakesItsCriteriaNotAlone() {
    assertThat(
            CriteriaSplitter.split(
                """
                Inclusion Criteria:
                - Age >= 18 years

                For the extension only:

                - Age >= 40 years

                Inclusion Criteria R/C Substudy:
                - Age >= 50 years
                """))
        .extracting(TextCriterion::alone)
        .containsExactly(true, false, false);
  }

  @Test
  void aRunOfSentencesIsCutAtSemicolonsAndFullStops() {
    assertThat(
            CriteriaSplitter.split(
                "Exclusion Criteria:\n\nserious infections in the previous 3 months; documented HIV"
                    + " infection; chronic liver disease.\n\n-"))
        .extracting(TextCriterion::text)
        .containsExactly(
            "serious infections in the previous 3 months;",
            "documented HIV infection;",
            "chronic liver disease.");
  }

  @Test
  void withoutAHeadingTheListIsNotKnown() {
    assertThat(CriteriaSplitter.split("- Age >= 18 years"))
        .allMatch(each -> each.kind() == null && !each.alone());
    assertThat(CriteriaSplitter.split("")).isEmpty();
    assertThat(CriteriaSplitter.split("Exclusion Criteria:\n- none").getFirst().kind())
        .isEqualTo(Kind.EXCLUSION);
  }
}
