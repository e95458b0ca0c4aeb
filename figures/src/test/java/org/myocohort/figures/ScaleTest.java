package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTest {
  @ParameterizedTest(name = "{0} to {1}, at most {2}")
  @CsvSource(
      textBlock =
          """
          0,       100,     6, 0 20 40 60 80 100
          0,       100,     5, 0 50 100
          0,       1,       6, 0 0.2 0.4 0.6 0.8 1
          -1,      1,       5, −1 −0.5 0 0.5 1
          0.1,     0.3,     3, 0.1 0.2 0.3
          0,       0.0003,  4, 0 0.0001 0.0002 0.0003
          999.999, 1000,    3, 999.999 999.9995 1000
          3,       8,       3, 4 6 8
          0,       1200000, 4, 0 500000 1000000
          """)
  void linearTicksAreOneTwoOrFive(double low, double high, int most, String ticks) {
    assertThat(labels(Scale.linear(low, high), most)).isEqualTo(ticks);
  }

  @ParameterizedTest(name = "{0} to {1}, at most {2}")
  @CsvSource(
      textBlock =
          """
          1,    1000,  4,  1 10 100 1000
          5,    1000,  10, 5 10 20 50 100 200 500 1000
          50,   5000,  3,  100 1000
          12,   18,    4,  12 14 16 18
          20,   50,    4,  20 50
          0.01, 0.1,   4,  0.01 0.02 0.05 0.1
          1,    1e9,   5,  1 100 10000 1000000 100000000
          """)
  void logTicksAreDecadesOrOneTwoFive(double low, double high, int most, String ticks) {
    assertThat(labels(Scale.log(low, high), most)).isEqualTo(ticks);
  }

  @ParameterizedTest(name = "{0} to {1}, at most {2}")
  @CsvSource(
      textBlock =
          """
          -12,  24,  13, −12 −9 −6 −3 0 +3 +6 +9 +12 +15 +18 +21 +24
          -12,  24,  4,  −12 0 +12 +24
          0,    4,   5,  0 1 2 3 4
          0,    0.5, 3,  0 0.2 0.4
          -240, 600, 5,  −240 0 +240 +480
          """)
  void monthTicksAreQuartersHalfYearsAndYears(double low, double high, int most, String ticks) {
    assertThat(labels(Scale.months(low, high), most)).isEqualTo(ticks);
  }

  @Test
  void aScaleOverOneValueHasRoomAroundIt() {
    assertThat(Scale.linearOver(List.of(7.0))).isEqualTo(new LinearScale(2, 12));
    assertThat(Scale.linearOver(List.of(0.0))).isEqualTo(new LinearScale(-1, 1));
    assertThat(Scale.linearOver(List.of())).isEqualTo(new LinearScale(0, 1));
    assertThat(Scale.logOver(List.of(100.0))).isEqualTo(new LogScale(10, 1000));
    assertThat(Scale.logOver(List.of())).isEqualTo(new LogScale(1, 10));
    assertThat(Scale.monthsOver(List.of())).isEqualTo(new MonthScale(0, 1));
  }

  @Test
  void aScaleOverValuesEndsAtRoundOnes() {
    assertThat(Scale.linearOver(List.of(3.0, 94.0))).isEqualTo(new LinearScale(0, 100));
    assertThat(Scale.logOver(List.of(0.0, 13.0, 1900.0))).isEqualTo(new LogScale(10, 2000));
    assertThat(Scale.monthsOver(List.of(-11.2, 23.0))).isEqualTo(new MonthScale(-12, 24));
    assertThat(Scale.monthsOver(List.of(5.0, 9.0)).low()).isZero();
  }

  @Test
  void endsAndValuesBetweenHaveTheirPlace() {
    assertThat(Scale.linear(-10, 30).fraction(0)).isEqualTo(0.25);
    assertThat(Scale.log(1, 1000).fraction(10)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(Scale.log(5, 1000).fraction(5)).isZero();
    assertThat(Scale.log(5, 1000).fraction(1000)).isEqualTo(1);
    assertThat(Scale.log(5, 1000).fraction(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Scale.months(-12, 24).fraction(0)).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void aScaleThatSpansNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scale.linear(5, 5))
        .withMessageContaining("5.0 to 5.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Scale.linear(0, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Scale.linear(1e9, 1e9 + 1e-7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scale.log(0, 10))
        .withMessageContaining("above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scale.linearOver(List.of(1.0, Double.NaN)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ticksAreFewRisingAndInsideAndScalesHoldTheirValues(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double low = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-4, 7));
    double span = random.nextDouble(0.01, 1) * StrictMath.pow(10, random.nextInt(-4, 7));
    double size = Math.max(Math.abs(low) * 1e-6, span);
    List<Double> values = List.of(low, low + size, low + size / 3);
    int most = random.nextInt(2, 12);
    Scale linear = Scale.linearOver(values);
    Scale log = Scale.logOver(values.stream().map(Math::abs).toList());
    for (Scale scale : List.of(linear, log, Scale.linear(low, low + size))) {
      List<Tick> ticks = scale.ticks(most);
      assertThat(ticks).hasSizeLessThanOrEqualTo(most).isNotEmpty();
      assertThat(ticks).extracting(Tick::value).isSorted().doesNotHaveDuplicates();
      assertThat(ticks)
          .allSatisfy(tick -> assertThat(tick.value()).isBetween(scale.low(), scale.high()));
      assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
    }
    assertThat(values).allSatisfy(v -> assertThat(linear.fraction(v)).isBetween(0.0, 1.0));
    assertThat(values.stream().map(Math::abs).filter(v -> v > 0))
        .allSatisfy(v -> assertThat(log.fraction(v)).isBetween(0.0, 1.0));
  }

  private static String labels(Scale scale, int most) {
    return String.join(" ", scale.ticks(most).stream().map(Tick::label).toList());
  }
}
