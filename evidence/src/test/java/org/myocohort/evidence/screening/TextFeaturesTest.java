package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFeaturesTest {

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Words.forEach(text, words::add);
    return words;
  }

  @Test
  void aWordIsTwoOrMoreWordCharactersOfAnyScript() {
    assertThat(words("A b2 IL-1β; α4β7 (n=15) naïve_T Синдром 抗体 x ½½"))
        .containsExactly("b2", "il", "1β", "α4β7", "15", "naïve_t", "синдром", "抗体", "½½");
  }

  /// By hand: two texts, N = 2. "red" stands in both and is left out (2 > 0.95 x 2), as is no pair.
  /// idf of a word of one text is ln(3/2) + 1.
  @Test
  void weightsAreThoseOfTheFormula() {
    SparseRows rows = TextFeatures.of(List.of("red fox fox", "red hen"));
    double single = Math.log(3.0 / 2) + 1;
    double twice = (1 + Math.log(2)) * single;
    // fox (twice), "red fox", "fox fox"
    double length = Math.sqrt(twice * twice + 2 * single * single);
    assertThat(rows.start(1)).isEqualTo(3);
    List<Double> values = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      values.add((double) rows.value(k));
    }
    assertThat(values)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
        .containsExactlyInAnyOrder(twice / length, single / length, single / length);
    assertThat(rows.squaredLength(1)).isCloseTo(1, offset(1e-6));
  }

  @Test
  void columnsOfOneRowAreLeftOutWithoutChangingHowRowsRelate() {
    List<String> texts =
        List.of("red fox runs", "red fox sleeps", "old hen sleeps", "", "a hen runs");
    SparseRows whole = TextFeatures.of(texts);
    SparseRows shared = whole.sharedColumns();
    assertThat(shared.width()).isLessThan(whole.width());
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(product(shared, i, j)).isCloseTo(product(whole, i, j), offset(1e-7));
      }
    }
  }

  private static double product(SparseRows rows, int one, int other) {
    double[] dense = new double[rows.width()];
    rows.addTo(dense, one, 1);
    return rows.dot(other, dense);
  }

  @Test
  void textsWithoutAWordAreRowsWithoutEntries() {
    SparseRows rows = TextFeatures.of(List.of("", "- ?", "two words"));
    assertThat(rows.count()).isEqualTo(3);
    assertThat(rows.start(2)).isZero();
  }

  @Test
  void keysKeepTheirNumbersWhileTheTableGrows() {
    LongNumbers numbers = new LongNumbers();
    for (int i = 0; i < 100_000; i++) {
      assertThat(numbers.numberOf(i * 7L - 5)).isEqualTo(i);
    }
    assertThat(numbers.numberOf(7L * 500 - 5)).isEqualTo(500);
    assertThat(numbers.size()).isEqualTo(100_000);
  }
}
