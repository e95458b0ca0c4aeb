package org.myocohort.care.trial.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.exchange.csv.BadInputException;

class RuleFileTest {

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithLineAndField() {
    String text =
        """
        trial: NCT1
        source: a test
        curated by: a test
        reviewed by: nobody yet
        complete: false
        criteria:
          - id: a
            kind: inclusion
            text: one
            rule:
              age: now
              at least: 18 apples
          - id: a
            kind: both
            text: two
            rule:
              antibody: anti-Jo-2
          - id: c
            kind: exclusion
            text: three
            rule:
              measurement: crp
              more than: 5 mmol/L
              wthin: 3 months
          - id: d
            kind: exclusion
            text: four
        """;
    BadInputException wrong =
        catchThrowableOfType(BadInputException.class, () -> RuleFile.read("r.yaml", text));
    assertThat(wrong.problems())
        .extracting(problem -> problem.line() + " " + problem.code())
        .contains(
            "1 rule-trial-number",
            "12 rule-years",
            "13 rule-id-twice",
            "14 one-of-expected",
            "17 antibody-unknown-near",
            "23 rule-measurement-limit",
            "24 yaml-field-unknown");
    assertThat(wrong.problems())
        .extracting(problem -> problem.code())
        .contains("yaml-field-missing", "rule-or-person");
  }

  @Test
  void theShippedRulesAreThoseOfSixteenTrialsAndNobodyHasReviewedThem() {
    assertThat(RuleFolder.shipped()).hasSize(16);
    assertThat(RuleFolder.shipped().values())
        .allMatch(rules -> rules.reviewedBy().isEmpty() && !rules.source().isEmpty());
    assertThat(RuleFolder.shipped().values().stream().filter(rules -> !rules.complete()))
        .extracting(TrialRules::trial)
        .containsExactlyInAnyOrder(
            "NCT05669014", "NCT05523167", "NCT03770663", "NCT03215927", "NCT05832034");
  }

  @Test
  void everySpanStandsWordForWordInTheTextOfItsTrial() throws IOException {
    Path folder = Path.of("src/test/resources/org/myocohort/care/trial/labelled");
    String texts =
        plain(
            Files.readString(folder.resolve("records.jsonl"))
                + Files.readString(folder.resolve("trials.jsonl")));
    for (TrialRules rules : RuleFolder.shipped().values()) {
      List<String> strange =
          rules.criteria().stream()
              .filter(criterion -> !texts.contains(plain(criterion.text())))
              .map(criterion -> rules.trial() + " " + criterion.id())
              .toList();
      assertThat(strange).isEmpty();
    }
  }

  /// Blanks, escapes of JSON and the signs that it may write either way left out.
  private static String plain(String text) {
    return text.replaceAll("\\\\u[0-9a-f]{4}|\\\\[nrt\"\\\\]|[^\\x20-\\x7e]|[\\s\"]", "");
  }
}
