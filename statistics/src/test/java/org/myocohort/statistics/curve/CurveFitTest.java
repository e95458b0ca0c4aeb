package org.myocohort.statistics.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.curve.CurveOutcome.NoCurve;
import org.myocohort.statistics.curve.CurveOutcome.Reason;
import org.myocohort.statistics.curve.FittedCurve.Parameter;

/// Every number in `curves.csv`, which `curves.R` beside it made: the call that made a number
/// stands in its row, the versions in the first line.
class CurveFitTest {
  /// Sum of squares: the quantity that both minimise.
  private static final double SQUARES = 1e-9;

  /// Parameters of four: R's search ends at about this.
  private static final double PARAMETER = 5e-6;

  /// With five, `b`, `c`, `d` and `g` pull each other along a flat valley; the curve itself does
  /// not move.
  private static final double FIVE = 2e-4;

  private static final double LIMIT = 1e-5;

  private static final double[] DOSES = {
    4000, 4000, 2000, 2000, 1000, 1000, 500, 500, 250, 250, 125, 125, 62.5, 62.5, 31.25, 31.25
  };

  record Case(
      String name,
      CurveModel model,
      Weighting weighting,
      List<Double> doses,
      List<Double> responses,
      Map<String, Double> expected) {
    double number(String field) {
      return Objects.requireNonNull(expected.get(field), field);
    }

    double[] x() {
      return doses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] y() {
      return responses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
      return name + " " + model.code() + " " + weighting.code();
    }
  }

  static Stream<Case> cases() throws IOException {
    Map<String, Case> cases = new LinkedHashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CurveFitTest.class.getResourceAsStream("curves.csv")),
                StandardCharsets.UTF_8))) {
      in.lines()
          .skip(2)
          .forEach(line -> {
            String[] cells = line.split(",", 8);
            cases
                .computeIfAbsent(
                    cells[0] + cells[1] + cells[2],
                    _ ->
                        new Case(
                            cells[0],
                            of(CurveModel.values(), cells[1], CurveModel::code),
                            of(Weighting.values(), cells[2], Weighting::code),
                            numbers(cells[3]),
                            numbers(cells[4]),
                            new LinkedHashMap<>()))
                .expected()
                .put(cells[5], Double.valueOf(cells[6]));
          });
    }
    return cases.values().stream();
  }

  private static <T> T of(T[] values, String code, Function<T, String> codeOf) {
    return Arrays.stream(values)
        .filter(each -> codeOf.apply(each).equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> numbers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).map(Double::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithR(Case each) {
    FittedCurve fitted =
        (FittedCurve) CurveFit.of(each.x(), each.y(), each.model(), each.weighting());
    LogisticCurve curve = fitted.curve();
    boolean four = each.model() == CurveModel.FOUR_PARAMETERS;
    // R ends on its way where ours goes on: ours may only be lower.
    double squares = each.number("rss");
    assertThat(fitted.residualSumOfSquares()).isCloseTo(squares, within(SQUARES * squares));
    double[] parameters = {curve.a(), curve.b(), curve.c(), curve.d(), curve.g()};
    for (Parameter parameter : Parameter.values()) {
      String name = parameter.name().toLowerCase(Locale.ROOT);
      Double expected = each.expected().get(name);
      if (expected == null) {
        assertThat(fitted.standardError(parameter)).isEmpty();
        continue;
      }
      double tolerance = four ? PARAMETER : FIVE;
      double found = parameters["ABCDG".indexOf(parameter.name())];
      double error = fitted.standardError(parameter).orElseThrow();
      assertThat(found)
          .as(name)
          .isCloseTo(expected, within(tolerance * (Math.abs(expected) + error)));
      double expectedError = each.number("se_" + name);
      assertThat(error).as("se_" + name).isCloseTo(expectedError, within(10 * tolerance * error));
    }
    double y0 = each.number("y0");
    double dose = ((Inverse.At) curve.inverse(y0)).dose();
    assertThat(dose).isCloseTo(each.number("dose"), within(LIMIT * dose));
    ConfidenceInterval limits = fitted.doseLimits(y0, 2, 0.95).orElseThrow();
    assertThat(limits.lower()).isCloseTo(each.number("lower"), within(LIMIT * dose));
    assertThat(limits.upper()).isCloseTo(each.number("upper"), within(LIMIT * dose));
  }

  @Test
  void anExactCurveComesBack() {
    LogisticCurve truth = new LogisticCurve(0.05, 1.2, 800, 3.2, 1);
    double[] y = Arrays.stream(DOSES).map(truth::response).toArray();
    FittedCurve fitted = (FittedCurve) CurveFit.best(DOSES, y, Weighting.INVERSE_SQUARE);
    assertThat(fitted.model()).isEqualTo(CurveModel.FOUR_PARAMETERS);
    assertThat(fitted.curve().c()).isCloseTo(800, within(1e-5));
    assertThat(fitted.curve().b()).isCloseTo(1.2, within(1e-8));
  }

  @Test
  void theFifthParameterIsTakenWhereItIsNeeded() throws IOException {
    Case skewed =
        cases().filter(each -> each.name().equals("skewedother")).findFirst().orElseThrow();
    Case rising = cases().filter(each -> each.name().equals("rising")).findFirst().orElseThrow();
    assertThat(((FittedCurve) CurveFit.best(skewed.x(), skewed.y(), Weighting.INVERSE)).model())
        .isEqualTo(CurveModel.FIVE_PARAMETERS);
    assertThat(((FittedCurve) CurveFit.best(rising.x(), rising.y(), Weighting.INVERSE)).model())
        .isEqualTo(CurveModel.FOUR_PARAMETERS);
  }

  @ParameterizedTest
  @EnumSource(CurveModel.class)
  void asManyLevelsAsParametersAreTooFew(CurveModel model) {
    int levels = model.parameters();
    double[] x = IntStream.range(0, 2 * levels).map(i -> 1 << (i / 2)).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 2 * levels).mapToDouble(i -> 1 + i).toArray();
    assertThat(CurveFit.of(x, y, model, Weighting.NONE))
        .isEqualTo(new NoCurve(Reason.TOO_FEW_LEVELS));
  }

  @Test
  void responsesWithoutATrendAreFlat() {
    double[] scattered = {
      1.01, 0.98, 1.02, 1.0, 0.97, 1.03, 1.0, 0.99, 1.02, 0.98, 1.01, 1.0, 0.99, 1.02, 0.98, 1.01
    };
    double[] alike = new double[DOSES.length];
    Arrays.fill(alike, 0.7);
    for (Weighting weighting : Weighting.values()) {
      assertThat(CurveFit.best(DOSES, scattered, weighting)).isEqualTo(new NoCurve(Reason.FLAT));
      assertThat(CurveFit.best(DOSES, alike, weighting)).isEqualTo(new NoCurve(Reason.FLAT));
    }
  }

  @Test
  void aStraightLineDoesNotDetermineACurve() {
    double[] y = Arrays.stream(DOSES).map(x -> 0.02 + x / 1500).toArray();
    assertThat(CurveFit.of(DOSES, y, CurveModel.FOUR_PARAMETERS, Weighting.NONE))
        .isEqualTo(new NoCurve(Reason.NOT_DETERMINED));
  }

  @Test
  void aWeightNeedsAResponseAboveZero() {
    double[] y = Arrays.stream(DOSES).map(x -> x / (x + 500) - 0.06).toArray();
    assertThat(y[15]).isNegative();
    assertThat(CurveFit.best(DOSES, y, Weighting.INVERSE))
        .isEqualTo(new NoCurve(Reason.NOT_POSITIVE));
    assertThat(CurveFit.best(DOSES, y, Weighting.NONE)).isInstanceOf(FittedCurve.class);
  }

  @Test
  void aResponseBeyondAnAsymptoteHasNoDose() {
    LogisticCurve rising = new LogisticCurve(0.1, 1, 100, 3, 1);
    LogisticCurve falling = new LogisticCurve(3, 1, 100, 0.1, 1);
    assertThat(rising.inverse(0.1)).isEqualTo(new Inverse.Below());
    assertThat(rising.inverse(0.05)).isEqualTo(new Inverse.Below());
    assertThat(rising.inverse(3)).isEqualTo(new Inverse.Above());
    assertThat(falling.inverse(3.2)).isEqualTo(new Inverse.Below());
    assertThat(falling.inverse(0.05)).isEqualTo(new Inverse.Above());
    assertThat(((Inverse.At) falling.inverse(1.55)).dose()).isCloseTo(100, within(1e-9));
  }

  @Test
  void aDoseAndItsResponseLeadToEachOther() {
    for (double g : new double[] {0.2, 1, 5}) {
      LogisticCurve curve = new LogisticCurve(0.1, 1.4, 100, 3, g);
      for (double dose : new double[] {0.5, 20, 100, 900}) {
        Inverse inverse = curve.inverse(curve.response(dose));
        assertThat(((Inverse.At) inverse).dose()).isCloseTo(dose, within(1e-7 * dose));
      }
    }
  }

  @Test
  void brokenInputIsRefused() {
    assertThatThrownBy(() ->
            CurveFit.of(
                new double[] {1, -2},
                new double[] {1, 2},
                CurveModel.FOUR_PARAMETERS,
                Weighting.NONE))
        .hasMessageContaining("-2.0");
    assertThatThrownBy(() ->
            CurveFit.of(
                new double[] {1}, new double[] {}, CurveModel.FOUR_PARAMETERS, Weighting.NONE))
        .hasMessageContaining("1 and 0");
  }

  @Test
  void twoFitsGiveTheSameBits() throws IOException {
    Case each = cases().filter(one -> one.name().equals("noisy")).findFirst().orElseThrow();
    List<LogisticCurve> curves =
        IntStream.range(0, 2)
            .mapToObj(
                _ -> ((FittedCurve) CurveFit.best(each.x(), each.y(), Weighting.INVERSE)).curve())
            .toList();
    assertThat(curves.getFirst()).isEqualTo(curves.getLast());
  }
}
