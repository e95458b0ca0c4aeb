package org.myocohort.evidence.printed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteSearchTest {
  private static boolean found(String text, String quote) {
    return QuoteSearch.in(PrintedText.of("d", text.replace("\\n", "\n")))
        .find(quote.replace("\\n", "\n"))
        .isPresent();
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A response to treat-\\nment was seen   | response to treatment was
          A bio\u00ADmarker of infl ammation     | biomarker of inflammation
          was not con\uFB01rmed                  | not confirmed
          mean=19\u2009571 pg/ml                 | mean=19571 pg/ml
          mean=19571 pg/ml                       | mean=19 571 pg/ml
          mean=19 571 pg/ml                      | mean=19\u2009571 pg/ml
          a 12-month open-\\nlabel study         | 12-month open-label study
          (R=\u22120.9, p=0.001)                 | R=-0.9, p = 0.001
          in\\n\\n 2009 7/15 patients            | 2009 7/15 patients
          patient\u2019s \u201Cgood\u201D response | patient's "good" response
          one arm of 15, all treated, 7 better   | one arm of 15 [...] 7 better
          one arm of 15, all treated, 7 better   | one arm … 7 better
          """)
  void aQuoteIsFoundHoweverItWasCopied(String text, String quote) {
    assertThat(found(text, quote)).isTrue();
  }

  @ParameterizedTest(name = "{1} not in {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seen in 17/15 patients   | 7/15 patients
          seen in 7/150 patients   | in 7/15
          a dose of 2.5 mg         | 5 mg
          a dose of 1.25 mg        | dose of 1
          (R=-0.9, p=0.001)        | R=0.9, p
          seven better, of fifteen | of fifteen [...] better
          seen in 7 15 patients    | in 715 patients
          Increased                | increased
          """)
  void whatIsNotThereIsNotFound(String text, String quote) {
    assertThat(found(text, quote)).isFalse();
  }

  @Test
  void thePlaceIsThatOfTheDocumentItself() {
    String text = "First line.\nAnakinra led to treat-\nment of 19\u2009571 cells.";

    PrintedPlace place =
        QuoteSearch.in(PrintedText.of("1-1.txt", text)).find("treatment of 19571").orElseThrow();

    assertThat(place)
        .isEqualTo(new PrintedPlace("1-1.txt", 2, 17, 28, "treat- ment of 19\u2009571"));
  }

  @Test
  void nothingIsQuotedByNothing() {
    assertThat(found("text", " [...] ")).isFalse();
  }
}
