package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,            0
          -0.0,         0
          -0.004,       0
          0.005,        0.01
          1,            1
          1.5,          1.5
          1.05,         1.05
          -12.345,      -12.34
          -0.5,         -0.5
          1234567.891,  1234567.89
          1e9,          1000000000
          1e-9,         0
          """)
  void numbersHaveAtMostTwoDecimalsAndNoExponent(double value, String written) {
    // Halves go up, also below zero: a coordinate must not jump where its sign changes.
    assertThat(Svg.number(value)).isEqualTo(written);
  }

  @Test
  void numbersDoNotFollowTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Svg.number(1234.5)).isEqualTo("1234.5");
      assertThat(Scale.linear(-2, 2).ticks(5)).extracting(Tick::label).contains("−1", "1");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e13})
  void aNumberThatCannotBePlacedIsRefused(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Svg.element("circle").set("cx", value))
        .withMessageContaining("cx")
        .withMessageContaining(Double.toString(value));
  }

  @Test
  void textAndAttributesAreEscaped() {
    String text = Svg.element("text").set("fill", "a\"b<c\n'").content("1 < 2 & 3 > 2").render();
    assertThat(text)
        .isEqualTo("<text fill=\"a&quot;b&lt;c&#10;&#39;\">1 &lt; 2 &amp; 3 &gt; 2</text>\n");
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    assertThat(Svg.escape("a\u0000b\uD800c\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(Svg.escape("×10⁹ 🙂")).isEqualTo("×10⁹ 🙂");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "STYLE", "foreignObject", "image", "a b", ""})
  void activeElementsAreRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Svg.element(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"style", "onclick", "OnLoad", "id", "x y"})
  void activeAttributesAreRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Svg.element("g").set(name, "1"));
  }

  @Test
  void aLinkOutOfThePageIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Svg.element("a").set("href", "https://example.org"))
        .withMessageContaining("https://example.org");
  }

  @Test
  void aPaperFigureHasItsSizeInMillimetresAndItsUnitsInPoints() {
    FigureSize size = FigureSize.print(84).withHeight(72);
    assertThat(Svg.document(size, "t", "d", false).render())
        .contains("width=\"84mm\"", "height=\"25.4mm\"", "viewBox=\"0 0 238.11 72\"")
        .contains("role=\"img\"", "<title>t</title>", "<desc>d</desc>");
  }

  @Test
  void aFigureWithLinksIsAGroupSoThatTheyCanBeReached() {
    assertThat(Svg.document(FigureSize.screen(100), "t", "d", true).render())
        .contains("role=\"group\"", "aria-label=\"t\"");
  }
}
