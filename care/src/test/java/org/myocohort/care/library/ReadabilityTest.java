package org.myocohort.care.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The counts and figures were made by hand, before the code ran.
class ReadabilityTest {
  private static final Offset<Double> FIGURE = within(0.0001);

  /// 6 words of one syllable: 0.39 x 6 + 11.8 - 15.59.
  @Test
  void aSentenceOfSixShortWordsIsBelowTheFirstGrade() {
    Readability text = Readability.of(List.of("The cat sat on the mat."));

    assertThat(text).isEqualTo(new Readability(1, 6, 17, 6));
    assertThat(text.fleschKincaidGrade()).isEqualTo(-1.45, FIGURE);
  }

  /// Words 6 + 6 + 7; syllables 8 + 6 + 8; 0.39 x 19 / 3 + 11.8 x 22 / 19 - 15.59.
  @Test
  void anEasyEnglishTextHasItsGrade() {
    Readability text =
        Readability.of(
            List.of(
                "The disease can inflame the lungs. Scars can form when it lasts.",
                "Call your team if you are worried."));

    assertThat(text.sentences()).isEqualTo(3);
    assertThat(text.words()).isEqualTo(19);
    assertThat(text.syllables()).isEqualTo(22);
    assertThat(text.fleschKincaidGrade()).isEqualTo(0.5432, FIGURE);
    assertThat(PageLanguage.ENGLISH.isEasy(text)).isTrue();
  }

  /// Words 11 + 17; syllables 25 + 44; 0.39 x 14 + 11.8 x 69 / 28 - 15.59.
  @Test
  void aHardEnglishTextIsTooHard() {
    Readability text =
        Readability.of(
            List.of(
                "Interstitial lung disease is the most dangerous complication of antisynthetase"
                    + " syndrome. Mycophenolate, azathioprine and rituximab are recommended by an"
                    + " international guideline for patients whose pulmonary fibrosis is"
                    + " progressing."));

    assertThat(text.sentences()).isEqualTo(2);
    assertThat(text.words()).isEqualTo(28);
    assertThat(text.syllables()).isEqualTo(69);
    assertThat(text.fleschKincaidGrade()).isEqualTo(18.9486, FIGURE);
    assertThat(PageLanguage.ENGLISH.isEasy(text)).isFalse();
  }

  /// Words 5 + 5 + 4; letters 24 + 22 + 17; 89 + (900 - 630) / 14, above the scale's 100.
  @Test
  void anEasyItalianTextHasItsIndex() {
    Readability text =
        Readability.of(
            List.of(
                "Il polmone si può infiammare. Le cicatrici non vanno via. Chiami il suo centro."));

    assertThat(text.sentences()).isEqualTo(3);
    assertThat(text.words()).isEqualTo(14);
    assertThat(text.letters()).isEqualTo(63);
    assertThat(text.gulpease()).isEqualTo(108.2857, FIGURE);
    assertThat(PageLanguage.ITALIAN.isEasy(text)).isTrue();
  }

  /// Words 11 (an elided article is part of its word); letters 105; 89 + (300 - 1050) / 11.
  @Test
  void aHardItalianTextIsTooHard() {
    Readability text =
        Readability.of(
            List.of(
                "L'immunosoppressione prolungata dell'organismo richiede un'attenta sorveglianza"
                    + " ematologica da parte degli specialisti."));

    assertThat(text.sentences()).isEqualTo(1);
    assertThat(text.words()).isEqualTo(11);
    assertThat(text.letters()).isEqualTo(105);
    assertThat(text.gulpease()).isEqualTo(20.8182, FIGURE);
    assertThat(PageLanguage.ITALIAN.isEasy(text)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Take 2.5 mg.                 | 1 | 3
          Is it safe?! Ask your team   | 2 | 6
          Wait … then call.            | 2 | 3
          Blood tests: CK, LDH; AST.   | 1 | 5
          Da 1.000 a 1.200 mg.         | 1 | 5
          Sei-dodici settimane.        | 1 | 2
          C'è uno studio?              | 1 | 3
          """)
  void aPointWithinANumberEndsNoSentence(String passage, int sentences, int words) {
    Readability text = Readability.of(List.of(passage));

    assertThat(text.sentences()).isEqualTo(sentences);
    assertThat(text.words()).isEqualTo(words);
  }

  @Test
  void aListItemWithoutAPointIsASentence() {
    assertThat(Readability.of(List.of("Weight gain", "Poor sleep")).sentences()).isEqualTo(2);
  }

  @Test
  void aTextWithoutAWordHasNoReading() {
    assertThatThrownBy(() -> Readability.of(List.of("...", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a text must hold a word, found 0 in 0 sentences");
  }

  /// The last that is easy, and the next that is not.
  @Test
  void theLimitsArePartOfWhatIsEasy() {
    assertThat(PageLanguage.ENGLISH.limit()).isEqualTo(8);
    assertThat(PageLanguage.ITALIAN.limit()).isEqualTo(60);
    // 89 + (300 - 10 x 59) / 10 = 60 and one letter more 59.
    assertThat(PageLanguage.ITALIAN.isEasy(new Readability(1, 10, 59, 0))).isTrue();
    assertThat(PageLanguage.ITALIAN.isEasy(new Readability(1, 10, 60, 0))).isFalse();
    // 0.39 x 10 + 11.8 x 166 / 100 - 15.59 = 7.898, and with 167 syllables 8.016.
    assertThat(PageLanguage.ENGLISH.isEasy(new Readability(10, 100, 0, 166))).isTrue();
    assertThat(PageLanguage.ENGLISH.isEasy(new Readability(10, 100, 0, 167))).isFalse();
  }
}
