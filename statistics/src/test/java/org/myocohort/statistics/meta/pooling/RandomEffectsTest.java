package org.myocohort.statistics.meta.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.myocohort.statistics.meta.Trials.known;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;
import org.myocohort.statistics.meta.Trials;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.smallstudy.EggerTest;
import org.myocohort.statistics.meta.smallstudy.RankTest;
import org.myocohort.statistics.meta.smallstudy.TrimAndFill;

/// The 13 trials of Colditz 1994, log risk ratio; metafor 5.1-12 iterated to 1e-12.
class RandomEffectsTest {
  private static final double SIX = 1e-6;

  private static final List<StudyEffect> TRIALS =
      Trials.effects(EffectMeasure.RR, Trials.colditz());

  private static RandomEffects model(TauSquaredMethod method, IntervalMethod interval) {
    return new RandomEffects(method, interval, 0.95);
  }

  private static StudyEffect study(double effect, double variance) {
    return new StudyEffect("s", effect, variance);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EQUAL_EFFECTS, -0.430285164, 0.0404987517, 0, -0.509661258, -0.350909069
          DERSIMONIAN_LAIRD, -0.714117222, 0.178742090, 0.308760263, -1.064445, -0.363789
          RESTRICTED_MAXIMUM_LIKELIHOOD, -0.714532342, 0.179781516, 0.313243258, -1.066898, -0.362167
          PAULE_MANDEL, -0.714968153, 0.180892192, 0.318068452, -1.069510, -0.360426
          MAXIMUM_LIKELIHOOD, -0.711199135, 0.171896809, 0.280028137, -1.048111, -0.374288
          SIDIK_JONKMAN, -0.717248593, 0.187059458, 0.345515702, -1.083878, -0.350619
          HEDGES, -0.715879, 0.183280, 0.328564, -1.075101, -0.356656
          HUNTER_SCHMIDT, -0.704535374, 0.158652093, 0.228362864, -1.015488, -0.393583
          """)
  void everyEstimatorAgreesWithTheReference(
      TauSquaredMethod method, double mean, double error, double tau, double low, double high) {
    PooledEffect pooled = known(model(method, IntervalMethod.NORMAL).pool(TRIALS));
    assertThat(pooled.estimate()).isCloseTo(mean, within(SIX));
    assertThat(pooled.standardError()).isCloseTo(error, within(SIX));
    assertThat(pooled.heterogeneity().tauSquared()).isCloseTo(tau, within(SIX));
    ConfidenceInterval interval = known(pooled.interval());
    assertThat(interval.lower()).isCloseTo(low, within(SIX));
    assertThat(interval.upper()).isCloseTo(high, within(SIX));
    assertThat(pooled.heterogeneity().q()).isCloseTo(152.233008, within(SIX));
  }

  @Test
  void theHeterogeneityOfRemlAgreesWithTheReference() {
    PooledEffect pooled = known(reml().pool(TRIALS));
    assertThat(known(pooled.heterogeneity().tauSquaredError()))
        .isCloseTo(0.166425752837, within(SIX));
    assertThat(known(pooled.heterogeneity().iSquared())).isCloseTo(92.2213845, within(SIX));
    ConfidenceInterval tau = known(reml().tauSquaredInterval(TRIALS));
    // metafor 3.8-1, confint(control = list(tol = 1e-14)); its default stops at 0.119695.
    assertThat(tau.lower()).isCloseTo(0.119718361, within(SIX));
    assertThat(tau.upper()).isCloseTo(1.11148626, within(1e-5));
    ConfidenceInterval riley = known(PredictionMethod.RILEY.interval(pooled, 0.95));
    assertThat(riley.lower()).isCloseTo(-2.00837591, within(SIX));
    assertThat(riley.upper()).isCloseTo(0.579311223, within(SIX));
    ConfidenceInterval normal = known(PredictionMethod.NORMAL.interval(pooled, 0.95));
    assertThat(normal.lower()).isCloseTo(-1.866692, within(SIX));
  }

  private static RandomEffects reml() {
    return model(TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD, IntervalMethod.NORMAL);
  }

  @Test
  void hartungKnappAgreesWithTheReference() {
    PooledEffect pooled =
        known(
            model(TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD, IntervalMethod.HARTUNG_KNAPP)
                .pool(TRIALS));
    assertThat(pooled.standardError()).isCloseTo(0.180791744, within(SIX));
    assertThat(known(pooled.interval()).lower()).isCloseTo(-1.10844371, within(SIX));
    assertThat(known(pooled.pValue())).isCloseTo(0.0019200151, within(1e-9));
  }

  @Test
  void theGuardKeepsStudiesThatAgreeFromAFalseCertainty() {
    List<StudyEffect> agreeing = List.of(study(0.50, 0.04), study(0.51, 0.05), study(0.49, 0.06));
    PooledEffect plain =
        known(
            model(TauSquaredMethod.DERSIMONIAN_LAIRD, IntervalMethod.HARTUNG_KNAPP).pool(agreeing));
    assertThat(known(plain.interval()).lower()).isCloseTo(0.477, within(1e-3));
    PooledEffect guarded =
        known(
            model(TauSquaredMethod.DERSIMONIAN_LAIRD, IntervalMethod.HARTUNG_KNAPP_GUARDED)
                .pool(agreeing));
    assertThat(known(guarded.interval()).lower()).isCloseTo(-0.047, within(1e-3));
    assertThat(known(guarded.interval()).upper()).isCloseTo(1.048, within(1e-3));
  }

  @Test
  void twoStudiesHaveAHartungKnappIntervalButNoPrediction() {
    PooledEffect pooled =
        known(
            model(TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD, IntervalMethod.HARTUNG_KNAPP)
                .pool(List.of(study(0.1, 0.04), study(0.9, 0.09))));
    assertThat(known(pooled.interval()).lower()).isCloseTo(-4.60, within(5e-3));
    assertThat(known(pooled.interval()).upper()).isCloseTo(5.54, within(5e-3));
    assertThat(PredictionMethod.RILEY.interval(pooled, 0.95).missing())
        .contains(Reason.FEWER_THAN_THREE_STUDIES);
  }

  @Test
  void regressionOnLatitudeAgreesWithTheReference() {
    MetaRegression found =
        known(
            reml()
                .regress(
                    TRIALS,
                    new Moderators(
                        List.of("latitude"), Trials.latitudes().stream().map(List::of).toList())));
    assertThat(found.coefficients().getFirst().estimate()).isCloseTo(0.251468210, within(SIX));
    assertThat(found.coefficients().getFirst().standardError()).isCloseTo(0.249095397, within(SIX));
    assertThat(found.coefficients().getLast().estimate()).isCloseTo(-0.029101725, within(SIX));
    assertThat(found.coefficients().getLast().standardError()).isCloseTo(0.007195327, within(SIX));
    assertThat(found.heterogeneity().tauSquared()).isCloseTo(0.076347964, within(SIX));
    assertThat(found.heterogeneity().q()).isCloseTo(30.733090, within(SIX));
    assertThat(known(found.moderatorStatistic())).isCloseTo(16.358232, within(SIX));
    assertThat(known(found.rSquared())).isCloseTo(75.6266218, within(SIX));
  }

  @Test
  void covariatesThatSayTheSameAreRefused() {
    List<List<Double>> twice = new ArrayList<>();
    for (double latitude : Trials.latitudes()) {
      twice.add(List.of(latitude, 2 * latitude));
    }
    assertThat(reml().regress(TRIALS, new Moderators(List.of("a", "b"), twice)).missing())
        .contains(Reason.COLLINEAR_COVARIATES);
  }

  @Test
  void smallStudyTestsAgreeWithTheReference() {
    assertThat(known(EggerTest.weighted(TRIALS)).statistic()).isCloseTo(-1.401282, within(SIX));
    assertThat(known(EggerTest.weighted(TRIALS)).pValue()).isCloseTo(0.188706995, within(SIX));
    assertThat(
            known(EggerTest.mixed(TauSquaredMethod.RESTRICTED_MAXIMUM_LIKELIHOOD, TRIALS))
                .statistic())
        .isCloseTo(-0.8033, within(1e-4));
    assertThat(known(RankTest.of(TRIALS)).statistic()).isCloseTo(0.0256, within(1e-4));
    assertThat(known(RankTest.of(TRIALS)).pValue()).isCloseTo(0.9524, within(1e-4));
    TrimAndFill filled =
        known(
            TrimAndFill.of(
                model(TauSquaredMethod.DERSIMONIAN_LAIRD, IntervalMethod.NORMAL), TRIALS));
    assertThat(filled.filled()).isEqualTo(1);
    assertThat(filled.right()).isTrue();
    assertThat(filled.pooled().estimate()).isCloseTo(-0.6561, within(1e-4));
    assertThat(EggerTest.weighted(TRIALS.subList(0, 9)).missing())
        .contains(Reason.FEWER_THAN_TEN_STUDIES);
    assertThat(RankTest.of(TRIALS.subList(0, 9)).missing()).contains(Reason.FEWER_THAN_TEN_STUDIES);
  }

  @Test
  void oneStudyAfterTheOtherIsLeftOut() {
    List<Sensitivity> rows = Sensitivity.leaveOneOut(reml(), TRIALS);
    assertThat(known(rows.get(7).pooled()).estimate()).isCloseTo(-0.794768, within(SIX));
    assertThat(known(rows.get(7).pooled()).heterogeneity().tauSquared())
        .isCloseTo(0.273183, within(SIX));
    assertThat(known(rows.get(3).pooled()).estimate()).isCloseTo(-0.628409, within(SIX));
    List<Sensitivity> growing = Sensitivity.cumulative(reml(), TRIALS);
    assertThat(growing).hasSize(13);
    assertThat(known(growing.getFirst().pooled()).estimate()).isEqualTo(TRIALS.getFirst().effect());
    assertThat(known(growing.getLast().pooled()).estimate()).isCloseTo(-0.714532342, within(SIX));
  }

  @ParameterizedTest
  @EnumSource
  void identicalStudiesGiveAnAnswerWithoutNaN(TauSquaredMethod method) {
    List<StudyEffect> same = List.of(study(0.4, 0.1), study(0.4, 0.2), study(0.4, 1e-9));
    for (IntervalMethod interval : IntervalMethod.values()) {
      PooledEffect pooled = known(model(method, interval).pool(same));
      assertThat(pooled.estimate()).isCloseTo(0.4, within(1e-12));
      assertThat(pooled.heterogeneity().tauSquared()).isZero();
      if (interval == IntervalMethod.HARTUNG_KNAPP) {
        assertThat(pooled.pValue().missing()).contains(Reason.STANDARD_ERROR_ZERO);
      } else {
        assertThat(known(pooled.pValue())).isBetween(0.0, 1.0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneStudyIsItsOwnEffectAndNoneIsRefused(TauSquaredMethod method) {
    RandomEffects model = model(method, IntervalMethod.NORMAL);
    PooledEffect alone = known(model.pool(List.of(study(0.3, 0.04))));
    assertThat(alone.estimate()).isCloseTo(0.3, within(1e-12));
    assertThat(alone.standardError()).isCloseTo(0.2, within(1e-12));
    assertThat(model.pool(List.of()).missing()).contains(Reason.NO_STUDY);
  }

  @Test
  void theUnitOfTheEffectsChangesNothingButTheUnit() {
    PooledEffect one = known(reml().pool(TRIALS));
    for (double unit : List.of(1e-6, 1e6)) {
      List<StudyEffect> scaled =
          TRIALS.stream()
              .map(each -> study(each.effect() * unit, each.variance() * unit * unit))
              .toList();
      PooledEffect other = known(reml().pool(scaled));
      assertThat(other.estimate() / unit).isCloseTo(one.estimate(), within(1e-10));
      assertThat(other.heterogeneity().tauSquared() / unit / unit)
          .isCloseTo(one.heterogeneity().tauSquared(), within(1e-10));
    }
  }
}
