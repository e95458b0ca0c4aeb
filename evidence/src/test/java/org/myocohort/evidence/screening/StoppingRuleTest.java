package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;

class StoppingRuleTest {
  private static final int UNSEEN = 1000;
  private static final int BEFORE = 100;
  private static final StoppingRule RULE = new StoppingRule(0.95, 0.95, 8);

  @ParameterizedTest(name = "{0} found, {3} in {2} of {1}")
  @CsvSource(
      textBlock =
          """
          # before, unseen, sampled, found, missing and p; R 4.2.2: phyper(k, K, N - K, n) with
          # K = floor((r + k) / 0.95 - r) + 1
           95, 1000, 500, 0,  6, 1.539109610056e-02
           38, 1000, 600, 0,  3, 6.371180800039e-02
           38, 1000, 800, 1,  4, 2.693100877313e-02
            0,  100,  96, 0,  1, 4.000000000000e-02
          190,  500, 100, 2, 13, 5.001585968892e-01
          """)
  void theTestIsThatOfItsSource(
      int before, int unseen, int sampled, int found, int missing, double p) {
    StoppingStatement statement =
        new StoppingRule(0.95, 0.95, 1).at(1, new RandomSample(before, unseen, sampled, found));
    assertThat(statement.missing()).isEqualTo(missing);
    assertThat(statement.pValue()).isCloseTo(p, offset(1e-10));
    assertThat(statement.mayStop()).isEqualTo(p < 0.05);
  }

  @Test
  void looksShareTheError() {
    RandomSample sample = new RandomSample(95, 1000, 500, 0);
    assertThat(new StoppingRule(0.95, 0.95, 1).at(1, sample).mayStop()).isTrue();
    StoppingRule five = new StoppingRule(0.95, 0.95, 5);
    assertThat(five.errorPerLook()).isCloseTo(0.01, offset(1e-12));
    assertThat(five.at(1, sample).mayStop()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> five.at(6, sample))
        .withMessage("look must be in [1, 5], as fixed before, but was 6");
  }

  @Test
  void withNothingUnseenEverythingIsFound() {
    StoppingStatement statement =
        new StoppingRule(0.95, 0.95, 1).at(1, new RandomSample(7, 0, 0, 0));
    assertThat(statement.mayStop()).isTrue();
    assertThat(statement.recall().lower()).isEqualTo(1);
  }

  @Test
  void recallIsEstimatedWithItsInterval() {
    StoppingStatement statement =
        new StoppingRule(0.95, 0.95, 1).at(1, new RandomSample(90, 1000, 500, 5));
    // 10 of 1000 expected: 95 of 100 found.
    assertThat(statement.recall().estimate()).isCloseTo(0.95, offset(1e-12));
    assertThat(statement.recall().lower()).isLessThan(0.95).isGreaterThan(0.85);
    assertThat(statement.recall().upper()).isGreaterThan(0.95).isLessThanOrEqualTo(1);
  }

  /// Reviews in which the target is missed unless the sample finds more: how often a stop is wrong.
  /// Looks at 200, 300, ... 900 of 1000 unseen, the sample growing.
  @ParameterizedTest
  @CsvSource({"1, 6", "2, 7", "3, 9"})
  void aStopIsWrongMoreSeldomThanStated(long seed, int hidden) {
    int runs = 2000;
    int wrong = 0;
    int wrongUncorrected = 0;
    Map<List<Integer>, StoppingStatement> statements = new HashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < runs; run++) {
      boolean[] relevant = new boolean[UNSEEN];
      int drawn = 0;
      while (drawn < hidden) {
        int place = random.nextInt(UNSEEN);
        drawn += relevant[place] ? 0 : 1;
        relevant[place] = true;
      }
      wrong += stopsWrong(relevant, hidden, RULE.errorPerLook(), statements) ? 1 : 0;
      wrongUncorrected += stopsWrong(relevant, hidden, 0.05, statements) ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo((int) (0.05 * runs));
    assertThat(wrongUncorrected).isGreaterThan(wrong);
  }

  private static boolean stopsWrong(
      boolean[] relevant,
      int hidden,
      double error,
      Map<List<Integer>, StoppingStatement> statements) {
    int found = 0;
    int sampled = 0;
    for (int look = 1; look <= RULE.looks(); look++) {
      while (sampled < 100 + 100 * look) {
        found += relevant[sampled++] ? 1 : 0;
      }
      RandomSample sample = new RandomSample(BEFORE, UNSEEN, sampled, found);
      int now = look;
      StoppingStatement statement =
          statements.computeIfAbsent(List.of(look, found), _ -> RULE.at(now, sample));
      if (statement.pValue() < error) {
        return BEFORE + found < RULE.targetRecall() * (BEFORE + hidden);
      }
    }
    return false;
  }
}
