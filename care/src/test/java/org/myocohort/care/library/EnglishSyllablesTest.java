package org.myocohort.care.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishSyllablesTest {
  /// Counted by speaking the words, before the code ran.
  private static final String COUNTED =
      """
      1: the be scars lungs weight takes called through eyes eye years you ways used whole times
      1: B strength worse does judged rules
      2: disease able muscles muscle's table doctor places changes needed tested improve vaccine
      2: being going trying treatment guideline people syndrome enzyme quiet likely kinase
      2: region action special language doesn't isn't couldn't covid CK Jo-1 million sometimes
      3: medicine ferritin improvement media actual oxygen biopsy diseases troponin creatine
      3: calcium usual serious previous MRI IL-1 opinion mechanic's PL-7 progressing infection
      4: antibody's antibodies myositis interstitial rituximab potassium magnesium inflammation
      3: IgA
      4: diabetes January etanercept cyclosporine immunity TPMT usually methotrexate variety
      5: azathioprine antisynthetase mycophenolate cyclophosphamide occupational international
      6: immunoglobulin physiotherapy rehabilitation NUDT15 upadacitinib
      """;

  static Stream<Arguments> spoken() {
    return COUNTED
        .lines()
        .flatMap(line -> {
          int expected = Integer.parseInt(line.substring(0, 1));
          return Stream.of(line.substring(3).split(" ", -1))
              .map(word -> Arguments.of(word, expected));
        });
  }

  @ParameterizedTest(name = "{0} has {1}")
  @MethodSource("spoken")
  void syllablesAreThoseSpoken(String word, int syllables) {
    assertThat(EnglishSyllables.in(word)).isEqualTo(syllables);
  }

  @ParameterizedTest
  @ValueSource(strings = {"psst", "mm", "1", "x", "-", "é"})
  void everyWordHasASyllable(String word) {
    assertThat(EnglishSyllables.in(word)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Disease", "Inflammation", "Every"})
  void aCapitalAtTheStartChangesNothing(String word) {
    assertThat(EnglishSyllables.in(word))
        .isEqualTo(EnglishSyllables.in(word.toLowerCase(Locale.ROOT)));
  }
}
