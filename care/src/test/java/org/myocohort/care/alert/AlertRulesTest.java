package org.myocohort.care.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.instrument.Verification;

class AlertRulesTest {
  private static final String RULE =
      """
      rules:
        - id: one
          drugs: [azathioprine]
          with-drug: [allopurinol]
          mark: verified
          sources: [{source: toronto, place: first box}]
          en: text
          it: testo
      """;

  @Test
  void everyStatementHasASourceAndAVerifiedOneOnlySourcesThatWereRead() {
    assertThat(AlertRules.shipped().all())
        .hasSizeGreaterThan(20)
        .allSatisfy(rule -> {
          assertThat(rule.citations()).isNotEmpty();
          assertThat(rule.english()).endsWith(".");
          assertThat(rule.italian()).endsWith(".").isNotEqualTo(rule.english());
          assertThat(rule.mark()).isNotEqualTo(Verification.OURS);
          if (rule.isVerified()) {
            assertThat(rule.citations())
                .allSatisfy(one -> {
                  assertThat(one.place()).isNotBlank();
                  assertThat(Sources.shipped().find(one.source()).orElseThrow().read()).isPresent();
                });
          }
        });
  }

  @Test
  void aRuleIsReadAsItStands() throws BadInputException {
    AlertRule rule = AlertRules.parse(RULE).all().getFirst();

    assertThat(rule.drugs().codes()).containsExactly("azathioprine");
    assertThat(rule.condition()).isInstanceOf(Condition.WithDrug.class);
    assertThat(rule.statement("it")).isEqualTo("testo");
    assertThat(rule.isVerified()).isTrue();
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          source: toronto, place: first box | source: toronto | yaml-field-missing
          source: toronto | source: memory | care-source-not-read
          source: toronto | source: hearsay | care-source-unknown
          sources: [{source: toronto, place: first box}] | note: none | yaml-field-missing
          mark: verified | mark: certain | one-of-expected
          drugs: [azathioprine] | drugs: [aspirine] | care-drug-unknown
          with-drug: [allopurinol] | with-finding: gout | care-term-unknown
          with-drug: [allopurinol] | en-of: text | alert-one-condition
          it: testo | italian: testo | yaml-field-missing
          """)
  void whatIsWrongWithARuleIsSaid(String from, String to, String code) {
    assertThatThrownBy(() -> AlertRules.parse(RULE.replace(from, to)))
        .isInstanceOfSatisfying(
            BadInputException.class,
            wrong -> assertThat(wrong.problems()).extracting(Problem::code).contains(code));
  }

  @Test
  void anIdStandsOnce() {
    assertThatThrownBy(() -> AlertRules.parse(RULE + RULE.substring("rules:\n".length())))
        .isInstanceOfSatisfying(
            BadInputException.class,
            wrong ->
                assertThat(wrong.problems()).extracting(Problem::code).contains("alert-id-twice"));
  }
}
