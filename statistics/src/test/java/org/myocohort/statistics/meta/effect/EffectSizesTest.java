package org.myocohort.statistics.meta.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.myocohort.statistics.meta.Trials.known;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.statistics.meta.Reason;

class EffectSizesTest {
  private static final double LAST_DIGIT = 6e-9;

  private static void is(StudyData data, EffectMeasure measure, double effect, double variance) {
    Effect found = known(data.effect(measure, ZeroCells.ADD_HALF));
    assertThat(found.value()).as(measure.name()).isCloseTo(effect, within(LAST_DIGIT));
    assertThat(found.variance()).as(measure.name()).isCloseTo(variance, within(LAST_DIGIT));
  }

  /// Computed by metafor 5.1-12, `escalc`.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          RR, -0.88931133, 0.32558477
          OR, -0.93869414, 0.35712495
          RD, -0.04661637, 0.00078007
          PETO, -0.86038335, 0.28283618
          AS, -0.10383558, 0.00383108
          """)
  void effectsOfATableOfTwoArms(EffectMeasure measure, double effect, double variance) {
    is(new TwoArmCounts(4, 119, 11, 128), measure, effect, variance);
  }

  /// metafor 3.8-1: `escalc(ai=c(0,0,5), bi=c(10,10,0), ci=c(3,0,2), di=c(9,12,8))`.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, 10, 3, 9, OR, -2.045993608, 2.486215539
          0, 10, 3, 9, PETO, -1.544055944, 1.158041958
          0, 10, 0, 12, RR, 0.1670540847, 3.832167832
          0, 10, 0, 12, RD, 0.006993006993, 0.006789191052
          5, 0, 2, 8, OR, 3.621670704, 2.699465241
          5, 0, 2, 8, AS, 1.107148718, 0.075
          """)
  void halfIsAddedToEveryCellOfATableWithAZero(
      int a, int b, int c, int d, EffectMeasure measure, double effect, double variance) {
    is(new TwoArmCounts(a, b, c, d), measure, effect, variance);
  }

  @Test
  void effectsOfMeans() {
    TwoArmMeans groups = new TwoArmMeans(10, 3, 12, 8, 2.5, 15);
    is(groups, EffectMeasure.MD, 2, 1.16666667);
    is(groups, EffectMeasure.SMD, 0.71002494, 0.15933584);
    is(groups, EffectMeasure.ROMPLAIN, 0.22314355, 0.01401042);
    is(groups, EffectMeasure.ROM, 0.22363834, 0.01401042);
    PairedMeans pairs = new PairedMeans(9, 4, 12, 3, 7, 0.6);
    is(pairs, EffectMeasure.MC, -3, 1.51428571);
    is(pairs, EffectMeasure.SMCC, -0.800389699, 0.1886159765);
    is(pairs, EffectMeasure.SMCR, -0.65147002, 0.14460094);
    is(pairs, EffectMeasure.ROMC, -0.2876820725, 0.01809964727);
    is(new Correlation(0.5, 12), EffectMeasure.ZCOR, 0.5493061443, 0.1111111111);
  }

  @Test
  void effectsOfProportionsAndRates() {
    OneArmCounts seven = new OneArmCounts(7, 15);
    is(seven, EffectMeasure.PLO, -0.13353139, 0.26785714);
    is(seven, EffectMeasure.PFT, 0.75406621, 0.01612903);
    is(seven, EffectMeasure.PAS, 0.75204009, 0.01666667);
    is(new OneArmCounts(7, 7), EffectMeasure.PFT, 1.39011276, 0.03333333);
    is(new OneArmCounts(0, 4), EffectMeasure.PR, 0.1, 0.018);
    is(new OneArmTime(5, 120), EffectMeasure.IRLN, -3.17805383, 0.2);
    is(new TwoArmTimes(0, 4, 1, 5), EffectMeasure.IRR, -0.8754687374, 2.666666667);
  }

  @Test
  void whatHasNoEffectSaysWhy() {
    assertThat(reason(new TwoArmCounts(0, 10, 3, 9), EffectMeasure.OR)).isEqualTo(Reason.ZERO_CELL);
    assertThat(reason(new TwoArmCounts(0, 10, 0, 9), EffectMeasure.OR))
        .isEqualTo(Reason.NO_INFORMATION);
    assertThat(reason(new TwoArmCounts(0, 10, 0, 9), EffectMeasure.RD))
        .isEqualTo(Reason.VARIANCE_ZERO);
    assertThat(reason(new TwoArmCounts(0, 0, 1, 9), EffectMeasure.RR))
        .isEqualTo(Reason.EMPTY_GROUP);
    assertThat(reason(new TwoArmCounts(5, -1, 1, 9), EffectMeasure.RR))
        .isEqualTo(Reason.MORE_EVENTS_THAN_PARTICIPANTS);
    assertThat(reason(new OneArmCounts(1.5, 3), EffectMeasure.PLO)).isEqualTo(Reason.NOT_A_COUNT);
    assertThat(reason(new TwoArmMeans(1, 0, 1, 2, 0, 1), EffectMeasure.SMD))
        .isEqualTo(Reason.GROUP_TOO_SMALL);
    assertThat(reason(new TwoArmMeans(-1, 1, 5, 2, 1, 5), EffectMeasure.ROM))
        .isEqualTo(Reason.MEAN_NOT_POSITIVE);
    assertThat(reason(new Correlation(1, 12), EffectMeasure.ZCOR))
        .isEqualTo(Reason.CORRELATION_OUT_OF_RANGE);
    assertThat(reason(new GivenEffect(1, 0), EffectMeasure.GEN)).isEqualTo(Reason.VARIANCE_ZERO);
    assertThat(reason(new OneMean(1, 1, 5), EffectMeasure.OR))
        .isEqualTo(Reason.MEASURE_DOES_NOT_FIT);
  }

  private static Reason reason(StudyData data, EffectMeasure measure) {
    return data.effect(measure, ZeroCells.LEAVE).missing().orElseThrow();
  }

  @Test
  void aFreemanTukeyValueComesBackToItsProportion() {
    for (int x : List.of(0, 1, 7, 14, 15)) {
      Effect effect = known(new OneArmCounts(x, 15).effect(EffectMeasure.PFT, ZeroCells.LEAVE));
      assertThat(Display.FREEMAN_TUKEY.of(effect.value(), 15)).isCloseTo(x / 15.0, within(1e-12));
    }
  }
}
