package org.myocohort.care.trial.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.care.rule.TestPatient;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.match.TrialMatch.Overall;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.TrialRules;

class TrialMatchTest {

  private static TrialMatch match(boolean complete, Criterion.Kind kind, String rule) {
    Criterion criterion =
        new Criterion("one", kind, "a text", TestPatient.rule(rule), Criterion.Source.CURATED);
    TrialRules rules =
        new TrialRules(
            "NCT00000001",
            "",
            "a test",
            complete,
            complete ? "" : "the rest",
            "a test",
            Optional.of(TestPatient.DAY),
            "",
            List.of(criterion));
    return TrialMatch.of(TestPatient.woman().view(), MatchableTrial.of(rules, null));
  }

  @ParameterizedTest(name = "complete {0}, {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | INCLUSION | {sex: female}                             | POTENTIALLY_ELIGIBLE
          true  | INCLUSION | {sex: male}                               | NOT_ELIGIBLE
          true  | EXCLUSION | {sex: female}                             | NOT_ELIGIBLE
          true  | EXCLUSION | {sex: male}                               | POTENTIALLY_ELIGIBLE
          true  | INCLUSION | {item: HIV test}                          | UNDETERMINED
          true  | INCLUSION | {person: consent}                         | POTENTIALLY_ELIGIBLE
          true  | INCLUSION | {all: [{item: HIV test}, {person: why}]}  | UNDETERMINED
          true  | EXCLUSION | {any: [{item: HIV test}, {person: why}]}  | UNDETERMINED
          true  | EXCLUSION | {all: [{sex: female}, {person: why}]}     | POTENTIALLY_ELIGIBLE
          true  | EXCLUSION | {not: {all: [{sex: female}, {person: why}]}} | POTENTIALLY_ELIGIBLE
          false | INCLUSION | {sex: female}                             | UNDETERMINED
          false | INCLUSION | {sex: male}                               | NOT_ELIGIBLE
          """)
  void overall(boolean complete, Criterion.Kind kind, String rule, Overall expected) {
    assertThat(match(complete, kind, rule).overall()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Daxdilimab in dermatomyositis or anti-synthetase disease, true",
    "Lung disease of the antisynthetase syndrome, true",
    "Immune-mediated necrotising myopathy, true",
    "Idiopathic inflammatory myopathies, true",
    "Ischaemic cardiomyopathy, false",
    "Bosentan in systemic scleroderma, false"
  })
  void whatDiseaseATrialConcernsIsReadInItsTitle(String title, boolean concerns) {
    TrialRules rules =
        new TrialRules(
            "NCT00000001", title, "a test", true, "", "a test", Optional.empty(), "", List.of());
    assertThat(MatchableTrial.of(rules, null).concernsInflammatoryMyopathy()).isEqualTo(concerns);
  }

  private static Trial record(String text, String sex, String minimum, String maximum) {
    LocalDate day = TestPatient.DAY;
    return new Trial(
        "NCT00000001",
        List.of(),
        new Trial.Title("A", "", ""),
        new Trial.Status(null, "", "", ""),
        new Trial.Dates("", "", "", ""),
        new Trial.Sponsor("", ""),
        new Trial.Design("", List.of(), "", "", "", null, ""),
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        new Trial.Eligibility(text, sex, minimum, maximum, "", null, "", day),
        List.of(),
        List.of(),
        new Trial.Provenance("ctgov-json", "f", 1, day));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | ALL  | 18 Years  | 75 Years | UNDETERMINED
          ''                              | MALE |           |          | NOT_ELIGIBLE
          ''                              |      |           | 49 Years | NOT_ELIGIBLE
          ''                              |      |           | 50 Years | UNDETERMINED
          ''                              |      | 6 Months  |          | UNDETERMINED
          Inclusion Criteria: Age < 40 years | | | | NOT_ELIGIBLE
          Exclusion Criteria: Age < 40 years | | | | UNDETERMINED
          """)
  void aTrialWithoutRulesIsNeverBetterThanUndetermined(
      String text, String sex, String minimum, String maximum, Overall expected) {
    Trial trial =
        record(
            text,
            sex == null ? "" : sex,
            minimum == null ? "" : minimum,
            maximum == null ? "" : maximum);
    assertThat(TrialMatch.of(TestPatient.woman().view(), MatchableTrial.of(trial)).overall())
        .isEqualTo(expected);
  }

  @Test
  void aRecordThatIsCutShortKeepsTheAnswerOpenWhateverTheRulesSay() {
    Trial whole = record("", "ALL", "18 Years", "");
    Trial cut =
        new Trial(
            whole.id(),
            whole.otherIds(),
            whole.title(),
            whole.status(),
            whole.dates(),
            whole.sponsor(),
            whole.design(),
            whole.conditions(),
            whole.keywords(),
            whole.interventions(),
            "",
            "",
            List.of(),
            new Trial.Eligibility("", "ALL", "", "", "", false, "exclusions", TestPatient.DAY),
            List.of(),
            List.of(),
            whole.provenance());
    TrialRules rules = match(true, Criterion.Kind.INCLUSION, "{sex: female}").trial().rules();
    assertThat(rules).isNotNull();
    if (rules != null) {
      MatchableTrial trial = MatchableTrial.of(rules, cut);
      assertThat(trial.complete()).isFalse();
      assertThat(TrialMatch.of(TestPatient.woman().view(), trial).overall())
          .isEqualTo(Overall.UNDETERMINED);
    }
  }
}
