package org.myocohort.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.figures.DrawnFigure;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Promises;
import org.myocohort.figures.chart.ChartSamples.Sample;

/// What holds for every chart, of none to many subjects, with short and with long names.
class ChartPromisesTest {
  private static final List<FigureSize> SIZES =
      List.of(FigureSize.print(84), FigureSize.print(174), FigureSize.screen(360));

  @ParameterizedTest(name = "{0} subjects, long names: {1}")
  @CsvSource({"0, false", "1, false", "2, true", "7, false", "15, true", "60, false", "60, true"})
  void everyMarkIsDrawnInsideAndNoTextStandsOnAnother(int subjects, boolean wordy) {
    for (Sample sample : ChartSamples.all(subjects, wordy)) {
      // Many subjects are dear to draw; a narrow figure has the least room.
      for (FigureSize size : subjects > 15 ? SIZES.subList(0, 1) : SIZES) {
        String svg = sample.chart().sized(size).render();
        try {
          Promises.keptBy(svg, sample.marks());
        } catch (AssertionError broken) {
          throw new AssertionError(
              sample.name() + " at " + size.width() + ": " + broken.getMessage(), broken);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {84, 174})
  void aJournalFigureHasItsWidthAndLettersOfSevenPointsOrMore(int millimetres) {
    for (Sample sample : ChartSamples.all(7, true)) {
      DrawnFigure figure =
          DrawnFigure.parse(sample.chart().sized(FigureSize.print(millimetres)).render());
      assertThat(figure.root().getAttribute("width")).isEqualTo(millimetres + "mm");
      assertThat(figure.named("text"))
          .allSatisfy(text ->
              assertThat(Double.parseDouble(text.getAttribute("font-size")))
                  .isGreaterThanOrEqualTo(7));
    }
  }

  @Test
  void everyChartNamesItselfAndCarriesItsStamp() {
    for (Sample sample : ChartSamples.all(3, false)) {
      Chart chart = sample.chart();
      DrawnFigure figure = DrawnFigure.parse(chart.render());
      assertThat(figure.root().getAttribute("aria-label")).isEqualTo(chart.caption().title());
      assertThat(figure.root().getAttribute("role")).isEqualTo("group");
      assertThat(figure.named("desc").getFirst().getTextContent())
          .isEqualTo(chart.caption().description());
      assertThat(figure.texts()).contains("Synthetic data");
      assertThat(DrawnFigure.elements(figure.marks().getFirst(), "a")).hasSize(1);
    }
  }

  @Test
  void aChartWithoutDataSaysSo() {
    for (Sample sample : ChartSamples.all(0, false)) {
      DrawnFigure figure = DrawnFigure.parse(sample.chart().render());
      // Beside each other, the groups of a narrow box plot say it in two lines.
      assertThat(String.join(" ", figure.texts())).contains("no value recorded");
      assertThat(figure.marks()).isEmpty();
    }
  }

  @Test
  void theSameChartHasTheSameBytesInEveryLocale() {
    List<String> before = drawn();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(drawn()).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static List<String> drawn() {
    return ChartSamples.all(15, true).stream().map(sample -> sample.chart().render()).toList();
  }

  @Test
  void aChartWithoutATitleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Caption.of(" ", "what it shows", "no data"))
        .withMessageContaining("what it shows");
  }
}
