package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  /// Okabe and Ito's eight colours, as in product facts 6.4.
  @Test
  void theColoursAreOkabeAndIto() {
    assertThat(Hue.values())
        .extracting(Hue::colour)
        .containsExactlyInAnyOrder(
            "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7");
  }

  @Test
  void contrastIsThatOfWcag() {
    assertThat(Hue.contrast("#000000", "#FFFFFF")).isCloseTo(21, within(1e-9));
    assertThat(Hue.contrast("#777777", "#FFFFFF")).isCloseTo(4.48, within(0.005));
  }

  @ParameterizedTest
  @EnumSource
  void textAndLinesInAHueAndTextOnItCanBeRead(Hue hue) {
    assertThat(Hue.contrast(hue.line(), Grey.WHITE)).isGreaterThanOrEqualTo(3);
    assertThat(Hue.contrast(hue.ink(), Grey.WHITE)).isGreaterThanOrEqualTo(4.5);
    assertThat(Hue.contrast(hue.textOn(), hue.colour())).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void greysOfTextAndLinesCanBeSeen() {
    assertThat(Hue.contrast(Grey.INK, Grey.WHITE)).isGreaterThanOrEqualTo(4.5);
    assertThat(Hue.contrast(Grey.TEXT, Grey.WHITE)).isGreaterThanOrEqualTo(4.5);
    assertThat(Hue.contrast(Grey.LINE, Grey.WHITE)).isGreaterThanOrEqualTo(3);
    assertThat(Hue.contrast(Grey.CUT_OFF, Grey.WHITE)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void stylesDifferAndNeighboursDifferInShape() {
    Set<SeriesStyle> styles = new HashSet<>();
    IntStream.range(0, 140).forEach(index -> styles.add(Palette.style(index)));
    assertThat(styles).hasSize(140).noneMatch(style -> style.hue() == Hue.YELLOW);
    for (int index = 0; index < 6; index++) {
      assertThat(Palette.style(index).symbol()).isNotEqualTo(Palette.style(index + 1).symbol());
      assertThat(Palette.style(index).hue()).isNotEqualTo(Palette.style(index + 1).hue());
    }
  }

  @Test
  void aKeyKeepsItsStyle() {
    Palette palette = Palette.of(List.of("anakinra", "CRP", "anakinra", "score"));
    assertThat(palette.style("CRP")).isEqualTo(Palette.style(1));
    assertThat(palette.style("score")).isEqualTo(Palette.style(2));
    assertThat(palette.style("other")).isEqualTo(Palette.of(List.of()).style("other"));
  }
}
