package org.myocohort.evidence.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.pool.Outcome.Reading;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.yaml.ShippedFile;

class OutcomesTest {
  private static final String RESPONSE =
      """
      outcomes:
        - code: response
          name: At least moderate response
          definition: acr-eular-2016-moderate
          table: patients
          column: reported_response
          event: [moderate, major]
          no_event: [none, minimal]
      """;

  private static List<Outcome> read(String text) throws BadInputException {
    return ShippedFile.parse("review.yaml", text, Outcomes::read);
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(BadInputException.class, () -> read(text)).problems();
  }

  @ParameterizedTest
  @CsvSource({
    "major,EVENT",
    "' Moderate ',EVENT",
    "none,NO_EVENT",
    "NR,NOT_REPORTED",
    "'',NOT_REPORTED",
    "good,OTHER_WORD"
  })
  void aWordIsAnEventOrNoneOrNeither(String word, Reading reading) throws BadInputException {
    assertThat(read(RESPONSE).getFirst().read(word)).isEqualTo(reading);
  }

  @Test
  void aReviewWithoutOutcomesHasNone() throws BadInputException {
    assertThat(read("title: A review\n")).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() {
    assertThat(problems(RESPONSE.replace("[none, minimal]", "[none, Major]")))
        .extracting(Problem::line, Problem::code, Problem::found)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(8, "outcome-word-twice", "major"));
    assertThat(problems(RESPONSE.replace("minimal", "NR")))
        .extracting(Problem::code)
        .containsExactly("outcome-word-not-reported");
    assertThat(problems(RESPONSE + RESPONSE.substring(RESPONSE.indexOf('\n') + 1)))
        .extracting(Problem::code)
        .containsExactly("outcome-code-twice");
    assertThat(problems(RESPONSE.replace("    definition: acr-eular-2016-moderate\n", "")))
        .extracting(Problem::code, Problem::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("yaml-field-missing", "outcomes[1].definition"));
  }
}
