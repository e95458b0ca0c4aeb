package org.myocohort.statistics.meta.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.myocohort.statistics.meta.Trials.known;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.Trials;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.OneArmCounts;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.pooling.PooledEffect;
import org.myocohort.statistics.meta.sparse.BetaBinomial;
import org.myocohort.statistics.meta.sparse.MantelHaenszel;
import org.myocohort.statistics.meta.sparse.PetoPooling;
import org.myocohort.statistics.meta.sparse.SumOfCounts;

class CountModelsTest {
  private static final double FOUR = 1e-4;

  private static List<OneArmCounts> tenSeries() {
    int[] x = {3, 1, 7, 1, 1, 2, 5, 0, 4, 6};
    int[] n = {3, 1, 15, 1, 1, 4, 9, 3, 6, 11};
    List<OneArmCounts> series = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      series.add(new OneArmCounts(x[i], n[i]));
    }
    return series;
  }

  private static MixedFit.Coefficient effect(MixedFit fit) {
    return fit.coefficients().getLast();
  }

  @Test
  void withoutHeterogeneityTheModelOfProportionsIsTheSimpleSum() {
    MixedFit fit = known(CountModels.proportions(tenSeries()));
    assertThat(fit.tauSquared()).isZero();
    assertThat(effect(fit).estimate()).isCloseTo(Math.log(30.0 / 24), within(1e-8));
    assertThat(effect(fit).standardError()).isCloseTo(0.273861, within(1e-6));
    SumOfCounts sum = known(SumOfCounts.of(tenSeries(), 0.95));
    assertThat(sum.proportion()).isCloseTo(30 / 54.0, within(1e-12));
    BetaBinomial bayes = known(BetaBinomial.of(tenSeries(), 0.95));
    assertThat(bayes.median()).isBetween(0.5, 0.62);
    assertThat(bayes.interval().lower()).isLessThan(sum.interval().lower() + 0.05);
  }

  private static List<OneArmCounts> counts(int... pairs) {
    List<OneArmCounts> studies = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      studies.add(new OneArmCounts(pairs[i], pairs[i + 1]));
    }
    return studies;
  }

  /// lme4 1.1: `glmer(cbind(x, n - x) ~ g + (1 | id), binomial, nAGQ = 7)`.
  @Test
  void groupsOfStudiesAgreeWithTheReference() {
    MixedFit apart =
        known(
            CountModels.groups(
                counts(9, 10, 12, 14, 4, 12, 1, 11), counts(1, 1, 7, 15, 1, 1, 1, 1, 2, 9, 0, 3)));
    assertThat(apart.coefficients().getFirst().estimate()).isCloseTo(-0.100123, within(FOUR));
    assertThat(effect(apart).estimate()).isCloseTo(0.365157, within(FOUR));
    assertThat(effect(apart).standardError()).isCloseTo(1.244940, within(FOUR));
    assertThat(apart.tauSquared()).isCloseTo(2.325901, within(FOUR));
    MixedFit alike =
        known(
            CountModels.groups(
                counts(3, 3, 2, 4, 4, 6, 9, 11), counts(1, 1, 7, 15, 1, 1, 1, 1, 5, 9, 0, 3)));
    assertThat(effect(alike).estimate()).isCloseTo(Math.log(3), within(1e-6));
    assertThat(effect(alike).standardError()).isCloseTo(0.596285, within(FOUR));
    assertThat(alike.tauSquared()).isZero();
  }

  @Test
  void groupsWithoutContrastOrWithTooFewStudiesHaveAReason() {
    assertThat(CountModels.groups(counts(3, 3), counts(7, 15, 1, 4)).missing())
        .contains(Reason.ARM_WITHOUT_CONTRAST);
    assertThat(CountModels.groups(counts(2, 3), counts(7, 15)).missing())
        .contains(Reason.MORE_COEFFICIENTS_THAN_STUDIES);
    assertThat(CountModels.groups(List.of(), counts(7, 15)).missing()).contains(Reason.EMPTY_GROUP);
  }

  /// metafor 5.1-12: `rma.glmm(measure="PLO", xi, ni, data=dat.pritz1997)`.
  @Test
  void proportionsAgreeWithTheReference() {
    MixedFit fit = known(CountModels.proportions(Trials.pritz()));
    assertThat(effect(fit).estimate()).isCloseTo(1.376604, within(FOUR));
    assertThat(effect(fit).standardError()).isCloseTo(0.288387, within(FOUR));
    assertThat(fit.tauSquared()).isCloseTo(0.589331, within(FOUR));
  }

  /// metafor's `rma.glmm`; for UM.FS lme4's `glmer` with bobyqa to 1e-10, since the reference
  /// program's own stop had a slope of 0.009.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CONDITIONAL_EXACT, -1.353158, 0.351062, 0.693459
          UNCONDITIONAL_FIXED, -1.236493, 0.280337, 0.319513
          UNCONDITIONAL_RANDOM, -1.281224, 0.329646, 0.725846
          CONDITIONAL_APPROXIMATE, -1.302653, 0.338641, 0.600685
          """)
  void sparseTablesAgreeWithTheReference(
      SparseModel model, double estimate, double error, double tauSquared) {
    MixedFit fit = known(CountModels.oddsRatio(model, Trials.nielWeise()));
    assertThat(fit.clusters()).isEqualTo(17);
    assertThat(effect(fit).estimate()).isCloseTo(estimate, within(FOUR));
    assertThat(effect(fit).standardError()).isCloseTo(error, within(FOUR));
    assertThat(fit.tauSquared()).isCloseTo(tauSquared, within(FOUR));
  }

  @Test
  void classicMethodsAgreeWithTheReference() {
    PooledEffect ratio = known(MantelHaenszel.counts(EffectMeasure.RR, Trials.colditz(), 0.95));
    assertThat(ratio.estimate()).isCloseTo(-0.453710, within(1e-6));
    assertThat(ratio.standardError()).isCloseTo(0.039337, within(1e-6));
    PooledEffect peto = known(PetoPooling.pool(Trials.colditz(), 0.95));
    assertThat(Math.exp(peto.estimate())).isCloseTo(0.622229, within(1e-6));
    assertThat(Math.exp(known(peto.interval()).upper())).isCloseTo(0.673844, within(1e-6));
  }

  @Test
  void aTableWithoutEventsCountsForADifferenceOnly() {
    List<TwoArmCounts> with =
        List.of(
            new TwoArmCounts(1, 9, 4, 6),
            new TwoArmCounts(2, 8, 3, 7),
            new TwoArmCounts(0, 9, 0, 9));
    List<TwoArmCounts> without = with.subList(0, 2);
    for (EffectMeasure measure : List.of(EffectMeasure.OR, EffectMeasure.RR)) {
      assertThat(known(MantelHaenszel.counts(measure, with, 0.95)).estimate())
          .isEqualTo(known(MantelHaenszel.counts(measure, without, 0.95)).estimate());
    }
    assertThat(known(MantelHaenszel.counts(EffectMeasure.RD, with, 0.95)).estimate())
        .isNotEqualTo(known(MantelHaenszel.counts(EffectMeasure.RD, without, 0.95)).estimate());
  }

  @Test
  void whatHasNoFiniteAnswerSaysWhy() {
    List<OneArmCounts> all = List.of(new OneArmCounts(3, 3), new OneArmCounts(1, 1));
    assertThat(CountModels.proportions(all).missing()).contains(Reason.ONLY_EVENTS);
    assertThat(known(SumOfCounts.of(all, 0.95)).interval().upper()).isEqualTo(1);
    assertThat(known(BetaBinomial.of(all, 0.95)).interval().upper()).isLessThan(1);
    List<TwoArmCounts> oneSided =
        List.of(new TwoArmCounts(0, 10, 3, 7), new TwoArmCounts(0, 5, 2, 3));
    List<TwoArmCounts> empty = List.of(new TwoArmCounts(0, 10, 0, 7), new TwoArmCounts(0, 5, 0, 3));
    for (SparseModel model : SparseModel.values()) {
      assertThat(CountModels.oddsRatio(model, oneSided).missing())
          .contains(Reason.ARM_WITHOUT_CONTRAST);
      assertThat(CountModels.oddsRatio(model, empty).missing()).contains(Reason.NO_INFORMATION);
    }
    assertThat(MantelHaenszel.counts(EffectMeasure.OR, empty, 0.95).missing())
        .contains(Reason.NO_INFORMATION);
    assertThat(PetoPooling.pool(empty, 0.95).missing()).contains(Reason.NO_INFORMATION);
  }

  @Test
  void singleParticipantsAreOrdinaryData() {
    List<OneArmCounts> singles =
        List.of(
            new OneArmCounts(1, 1),
            new OneArmCounts(0, 1),
            new OneArmCounts(1, 1),
            new OneArmCounts(1, 1));
    MixedFit fit = known(CountModels.proportions(singles));
    assertThat(effect(fit).estimate()).isCloseTo(Math.log(3), within(1e-6));
    assertThat(fit.tauSquared()).isZero();
  }
}
