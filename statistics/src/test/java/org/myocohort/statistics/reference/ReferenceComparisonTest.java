package org.myocohort.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.myocohort.statistics.reference.ReferenceComparison.Place;
import org.myocohort.statistics.reference.ReferenceComparison.Welch;

/// Expected numbers: R 4.2.2. The group's values in R are `mean + sd * scale(rnorm(20))`, which
/// have exactly this mean and standard deviation.
class ReferenceComparisonTest {
  private static final double P_VALUE = 1e-10;
  private static final List<Observed> OWN =
      exact(467.5, 980.2, 1210, 1533.4, 2047, 2251.1, 2600, 3120.7, 4988, 6401.3);

  private static List<Observed> exact(double... values) {
    return DoubleStream.of(values).mapToObj(Observed::exact).toList();
  }

  /// R: t.test(own, 354 + 190 * scale(rnorm(20))).
  @Test
  void welchsComparisonIsThatOfR() {
    Welch welch =
        ReferenceComparison.of(OWN, ReferenceGroup.ofSpread(20, 354, 190), 0.95)
            .welch()
            .orElseThrow();
    assertThat(welch.t()).isCloseTo(3.7442579360616, within(1e-10));
    assertThat(welch.degreesOfFreedom()).isCloseTo(9.0942231196412, within(1e-9));
    assertThat(welch.p()).isCloseTo(0.0045113235859956, within(P_VALUE));
    assertThat(welch.interval().lower()).isCloseTo(875.2777861138, within(1e-6));
    assertThat(welch.interval().upper()).isCloseTo(3536.5622138862, within(1e-6));
  }

  /// R: binom.test(9, 10)$conf.int; the chance by hand: 10!/1! / (30!/21!).
  @Test
  void aRangeGivesAShareAndWithItsNumberAnExactChance() {
    ReferenceComparison comparison =
        ReferenceComparison.of(OWN, ReferenceGroup.ofRange(OptionalInt.of(20), 354, 11, 839), 0.95);
    ReferenceComparison.Share share = comparison.aboveMaximum().orElseThrow();
    assertThat(share.count()).isEqualTo(9);
    assertThat(share.of()).isEqualTo(10);
    assertThat(share.interval().lower()).isCloseTo(0.55498388, within(1e-7));
    assertThat(share.interval().upper()).isCloseTo(0.99747142, within(1e-7));
    double chance = 1;
    for (int i = 0; i < 9; i++) {
      chance *= (10.0 - i) / (30 - i);
    }
    assertThat(comparison.exceedance().orElseThrow()).isCloseTo(chance, within(1e-18));
    assertThat(comparison.place()).contains(Place.ABOVE_MAXIMUM);
    assertThat(comparison.belowMinimum().orElseThrow().count()).isZero();
    assertThat(comparison.welch()).isEmpty();
  }

  /// R: range of t.test(own, 354 + s * scale(rnorm(20)))$p.value over 401 steps of s between the
  /// limits.
  @Test
  void aRangeLeavesLimitsOfTheSpreadAndOfP() {
    ReferenceGroup group = ReferenceGroup.ofRange(OptionalInt.of(20), 354, 11, 839);
    ReferenceGroup.SpreadLimits limits = group.possibleSpread().orElseThrow();
    assertThat(limits.lowest()).isCloseTo(136.49642798916, within(1e-10));
    assertThat(limits.highest()).isCloseTo(418.46209662978, within(1e-10));
    ReferenceComparison.PossibleP p =
        ReferenceComparison.of(OWN, group, 0.95).possibleWelch().orElseThrow();
    assertThat(p.lowest()).isCloseTo(0.004464172986753, within(P_VALUE));
    assertThat(p.highest()).isCloseTo(0.0045184908803565, within(P_VALUE));
  }

  @Test
  void noValuesWithTheseEndsHaveASpreadOutsideItsLimits() {
    Random random = new Random(11);
    for (int trial = 0; trial < 500; trial++) {
      int n = 2 + random.nextInt(8);
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = Math.pow(random.nextDouble(), 1 + trial % 4) * 100;
      }
      double mean = DoubleStream.of(values).average().orElseThrow();
      double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
      double spread = Math.sqrt(squares / (n - 1));
      ReferenceGroup.SpreadLimits limits =
          ReferenceGroup.ofRange(
                  OptionalInt.of(n),
                  mean,
                  DoubleStream.of(values).min().orElseThrow(),
                  DoubleStream.of(values).max().orElseThrow())
              .possibleSpread()
              .orElseThrow();
      assertThat(spread).isBetween(limits.lowest() - 1e-9, limits.highest() + 1e-9);
    }
  }

  @Test
  void theChanceIsTheShareOfAllOrders() {
    // Two own values among five: the two largest in 1 of 10 choices, the largest in 4 of 10.
    ReferenceGroup group = ReferenceGroup.ofRange(OptionalInt.of(3), 2, 1, 3);
    assertThat(ReferenceComparison.of(exact(4, 5), group, 0.95).exceedance().orElseThrow())
        .isCloseTo(0.1, within(1e-15));
    assertThat(ReferenceComparison.of(exact(2, 5), group, 0.95).exceedance().orElseThrow())
        .isCloseTo(0.4, within(1e-15));
    assertThat(ReferenceComparison.of(exact(1, 2), group, 0.95).exceedance().orElseThrow())
        .isEqualTo(1);
  }

  @Test
  void aLimitCountsWhereItDecides() {
    List<Observed> own = new ArrayList<>(exact(900, 10));
    own.add(Observed.above(1000));
    own.add(Observed.below(62.5));
    own.add(Observed.above(500));
    ReferenceComparison comparison =
        ReferenceComparison.of(own, ReferenceGroup.ofRange(OptionalInt.of(9), 354, 11, 839), 0.95);
    ReferenceComparison.Share above = comparison.aboveMaximum().orElseThrow();
    assertThat(above.count()).isEqualTo(2);
    assertThat(above.of()).isEqualTo(4);
    assertThat(above.undecided()).isEqualTo(1);
    assertThat(comparison.exceedance()).isEmpty();
    assertThat(comparison.ownMean()).isEmpty();
    assertThat(comparison.place()).isEmpty();
    ReferenceComparison.Share below = comparison.belowMinimum().orElseThrow();
    assertThat(below.count()).isEqualTo(1);
    assertThat(below.undecided()).isEqualTo(1);
  }

  @Test
  void withoutANumberThereIsNoTest() {
    ReferenceComparison comparison =
        ReferenceComparison.of(
            OWN, ReferenceGroup.ofRange(OptionalInt.empty(), 354, 11, 839), 0.95);
    assertThat(comparison.aboveMaximum()).isPresent();
    assertThat(comparison.exceedance()).isEmpty();
    assertThat(comparison.possibleWelch()).isEmpty();
  }

  @Test
  void aMeanOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> ReferenceGroup.ofRange(OptionalInt.of(5), 900, 11, 839))
        .hasMessageContaining("11.0, 900.0, 839.0");
  }
}
