package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMeasuresTest {

  /// By hand: relevant at 1, 3 and 6 of 10.
  @Test
  void measuresAreThoseOfTheirDefinitions() {
    RankingMeasures measures =
        RankingMeasures.of(
            IntStream.rangeClosed(1, 10).mapToObj(i -> i == 1 || i == 3 || i == 6).toList());
    assertThat(measures.n95()).isEqualTo(6);
    assertThat(measures.wss95()).isCloseTo(0.35, offset(1e-12));
    assertThat(measures.recall10()).isCloseTo(1 / 3.0, offset(1e-12));
    assertThat(measures.atd()).isCloseTo(1 / 3.0, offset(1e-12));
    // Perfect area 3 (10 - 1) = 27; cumulative 1 1 2 2 2 3 3 3 3 3 = 23; 4 / 21.
    assertThat(measures.loss()).isCloseTo(4 / 21.0, offset(1e-12));
    // (1 + 1/2 + 1/log2 7) / (1 + 1/log2 3 + 1/2)
    assertThat(measures.ndcg())
        .isCloseTo(
            (1.5 + Math.log(2) / Math.log(7)) / (1.5 + Math.log(2) / Math.log(3)), offset(1e-12));
  }

  @Test
  void aPerfectOrderLosesNothingAndAReversedOneAll() {
    List<Boolean> perfect = IntStream.range(0, 50).mapToObj(i -> i < 20).toList();
    assertThat(RankingMeasures.of(perfect).loss()).isZero();
    assertThat(RankingMeasures.of(perfect).ndcg()).isEqualTo(1);
    // ceil(0.95 x 20) is 19.
    assertThat(RankingMeasures.of(perfect).n95()).isEqualTo(19);
    assertThat(RankingMeasures.of(perfect.reversed()).loss()).isEqualTo(1);
  }

  @Test
  void anOrderOfOneKindCannotBeMeasured() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankingMeasures.of(Collections.nCopies(3, true)))
        .withMessage("relevant and irrelevant records are needed but 3 of 3 were relevant");
  }
}
