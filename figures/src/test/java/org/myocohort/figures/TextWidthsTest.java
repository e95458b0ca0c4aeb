package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthsTest {
  private static final TextStyle REGULAR = new TextStyle(1000, false, "#000000");
  private static final TextStyle BOLD = new TextStyle(1000, true, "#000000");

  /// Advance widths as in Adobe's Helvetica and Helvetica-Bold font metrics (AFM).
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          " ", 278, 278
          A,   667, 722
          W,   944, 944
          i,   222, 278
          m,   833, 889
          ~,   584, 584
          @,   1015, 975
          é,   556, 556
          ÿ,   500, 556
          ß,   611, 611
          µ,   576, 576
          …,   1000, 1000
          −,   584, 584
          ≥,   549, 549
          €,   556, 556
          CRP, 2111, 2111
          """)
  void widthsAreThoseOfHelvetica(String text, double regular, double bold) {
    assertThat(TextWidths.width(text, REGULAR) / TextWidths.MARGIN).isCloseTo(regular, within(1.0));
    assertThat(TextWidths.width(text, BOLD) / TextWidths.MARGIN).isCloseTo(bold, within(1.0));
  }

  @Test
  void anAccentAddsNothingAndAnUnknownLetterIsAverage() {
    assertThat(TextWidths.width("č", REGULAR)).isEqualTo(TextWidths.width("c", REGULAR));
    assertThat(TextWidths.width("e\u0301", REGULAR)).isEqualTo(TextWidths.width("e", REGULAR));
    assertThat(TextWidths.width("Ж", REGULAR)).isEqualTo(556 * TextWidths.MARGIN);
    assertThat(TextWidths.width("医", REGULAR)).isEqualTo(1000 * TextWidths.MARGIN);
  }

  @Test
  void aTextThatFitsStaysAndALongOneEndsInAnEllipsis() {
    TextStyle style = new TextStyle(10, false, "#000000");
    double room = TextWidths.width("mycophe…", style);
    assertThat(TextWidths.truncate("mycophenolate", 500, style)).isEqualTo("mycophenolate");
    assertThat(TextWidths.truncate("mycophenolate", room, style)).isEqualTo("mycophe…");
    assertThat(TextWidths.truncate("mycophenolate", 1, style)).isEmpty();
    assertThat(TextWidths.truncate("🙂🙂🙂🙂", 32, style)).isEqualTo("🙂🙂…");
  }

  @Test
  void aTextBreaksAtSpacesAndItsLastLineIsShortened() {
    TextStyle style = new TextStyle(10, false, "#000000");
    double room = TextWidths.width("ACR/EULAR 2016,", style);
    assertThat(TextWidths.wrap("ACR/EULAR 2016, baseline month 0", room, 3, style))
        .isEqualTo(List.of("ACR/EULAR 2016,", "baseline month 0"));
    assertThat(TextWidths.wrap("ACR/EULAR 2016, baseline month 0, settable", room, 2, style))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("…");
    assertThat(TextWidths.wrap("", room, 2, style)).isEmpty();
  }
}
