package org.myocohort.evidence.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          treat-\\nment and 20-\\n30 mg         | treatment and 20-30 mg
          bio\u00ADmarker, bio\u00AD\\nmarker   | biomarker, biomarker
          infl ammatory, identifi ed            | inflammatory, identified
          con\uFB01dence, e\uFB00ect            | confidence, effect
          19\u2009571 and 19\u202F571           | 19571 and 19571
          n\u00A0= 14, 2\u00A0000 cells         | n = 14, 2000 cells
          R=\u22120.9, 467\u20136937            | R=-0.9, 467-6937
          0\u00B752, \u03C7\u00B2               | 0.52, \u03C72
          p \u2A7D 0.05, p &lt; .01             | p \u2264 0.05, p < .01
          one\\nline                            | one line
          """)
  void pastedTextIsMadeReadable(String original, String clean) {
    assertThat(PrintedText.of("d", original.replace("\\n", "\n")).clean()).isEqualTo(clean);
  }

  @Test
  void everyCharacterKnowsWhereItStood() {
    String original = "One treat-\nment.\n\nThen R=\u22120.9, n\u00A0= 19\u2009571 here.";
    PrintedText text = PrintedText.of("d", original);
    int from = text.clean().indexOf("R=");
    PrintedPlace place = text.place(from, from + "R=-0.9".length());
    assertThat(place).isEqualTo(new PrintedPlace("d", 4, 6, 23, "R=\u22120.9"));
    int number = text.clean().indexOf("19571");
    assertThat(text.place(number, number + 5).quote()).isEqualTo("19\u2009571");
    int word = text.clean().indexOf("treatment");
    assertThat(text.place(word, word + 9).quote()).isEqualTo("treat- ment");
  }

  @Test
  void anEmptyTextHasNoPlaces() {
    assertThat(PrintedText.of("d", "").clean()).isEmpty();
    assertThat(DocumentCheck.of(List.of(PrintedText.of("d", ""))).findings()).isEmpty();
  }
}
