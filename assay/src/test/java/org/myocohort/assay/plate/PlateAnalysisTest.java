package org.myocohort.assay.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.patient.Value;
import org.myocohort.statistics.curve.CurveModel;
import org.myocohort.statistics.curve.CurveOutcome;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.LogisticCurve;
import org.myocohort.statistics.curve.Weighting;

class PlateAnalysisTest {
  private static final Path EXAMPLE =
      Path.of("..", "examples", "synthetic-il1ra", "raw", "plate-il1ra.csv");

  /// A value is written with four digits.
  private static final double WRITTEN = 6e-4;

  private static final LogisticCurve KIT = new LogisticCurve(0.02, 1.1, 900, 3, 1);

  private static PlateResult analysed(String text, PlateSettings settings)
      throws BadInputException {
    return PlateAnalysis.of(
        PlateReader.read(
            RawTable.parse(text.getBytes(StandardCharsets.UTF_8), "plate.csv"),
            null,
            null,
            new PlateNames("IL-6", "pg/mL", "p1"),
            OptionalInt.empty()),
        settings);
  }

  /// Standards of a curve in two wells that differ by 2 % to either side.
  private static StringBuilder plate(LogisticCurve curve, double blank) {
    StringBuilder text = new StringBuilder("well,kind,name,concentration,dilution,signal\n");
    for (int row = 0; row < 8; row++) {
      double concentration = 2000.0 / (1 << row);
      for (int column = 1; column <= 2; column++) {
        double signal = curve.response(concentration) * (column == 1 ? 0.98 : 1.02) + blank;
        text.append((char) ('A' + row))
            .append(column)
            .append(",standard,,")
            .append(concentration)
            .append(",,")
            .append(String.format(Locale.ROOT, "%.5f", signal))
            .append('\n');
      }
    }
    return text;
  }

  private static MeasuredSample sample(PlateResult result, String name) {
    return result.samples().stream()
        .filter(each -> each.name().equals(name) && each.reported())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theExamplePlateIsWhatRMakesOfIt() throws IOException, BadInputException {
    PlateResult result =
        PlateAnalysis.of(
            PlateReader.read(
                RawTable.read(EXAMPLE, "plate"),
                null,
                null,
                new PlateNames("", "", ""),
                OptionalInt.empty()),
            PlateSettings.DEFAULT);
    LogisticCurve curve = ((FittedCurve) result.outcome()).curve();
    String expected;
    try (var in = PlateAnalysisTest.class.getResourceAsStream("expected.csv")) {
      expected = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    int known = 0;
    for (String line : expected.lines().skip(2).toList()) {
      String[] cells = line.split(",", 3);
      double number = Double.parseDouble(cells[2]);
      switch (cells[0]) {
        case "parameter" -> {
          double found =
              switch (cells[1]) {
                case "a" -> curve.a();
                case "b" -> curve.b();
                case "c" -> curve.c();
                default -> curve.d();
              };
          assertThat(found).as(line).isCloseTo(number, within(1e-5 * Math.abs(number)));
        }
        case "error" -> {
          FittedCurve.Parameter parameter =
              FittedCurve.Parameter.valueOf(cells[1].toUpperCase(Locale.ROOT));
          assertThat(((FittedCurve) result.outcome()).standardError(parameter).orElseThrow())
              .as(line)
              .isCloseTo(number, within(1e-4 * number));
        }
        case "recovery" ->
            assertThat(
                    result.standards().stream()
                        .filter(
                            level -> level.concentration().compareTo(new BigDecimal(cells[1])) == 0)
                        .findFirst()
                        .orElseThrow()
                        .recovery()
                        .orElseThrow())
                .as(line)
                .isCloseTo(number, within(1e-4));
        case "cv" ->
            assertThat(sample(result, cells[1]).replicates().cv().orElseThrow())
                .as(line)
                .isCloseTo(number, within(1e-8));
        default -> {
          Value<BigDecimal> value = sample(result, cells[1]).value();
          if (value instanceof Value.Known<BigDecimal>(BigDecimal found)) {
            known++;
            assertThat(found.doubleValue()).as(line).isCloseTo(number, within(WRITTEN * number));
          }
        }
      }
    }
    assertThat(known).isEqualTo(26);
    assertThat(sample(result, "SYN04-M0").value())
        .isEqualTo(new Value.Below<>(new BigDecimal("62.5")));
    assertThat(sample(result, "SYN11-M6").value())
        .isEqualTo(new Value.Above<>(new BigDecimal("8000")));
    assertThat(sample(result, "SYN07-M0").flags()).containsExactly(Flag.CV_ABOVE_LIMIT);
  }

  @Test
  void whatLiesOutsideTheRangeStaysALimitTimesTheDilution() throws BadInputException {
    String text =
        plate(KIT, 0)
            + """
            C5,sample,low,,4,0.024
            C6,sample,low,,4,0.025
            D5,sample,under,,4,0.010
            D6,sample,under,,4,0.011
            E5,sample,high,,4,2.700
            E6,sample,high,,4,2.710
            F5,sample,over,,4,3.400
            F6,sample,over,,4,3.410
            G5,sample,full,,4,OVRFLW
            G6,sample,full,,4,2.710
            H5,sample,none,,4,
            H6,sample,none,,4,NA
            """;
    PlateResult result = analysed(text, PlateSettings.DEFAULT);
    Value<BigDecimal> below = new Value.Below<>(new BigDecimal("62.5"));
    Value<BigDecimal> above = new Value.Above<>(new BigDecimal("8000"));
    assertThat(sample(result, "low").value()).isEqualTo(below);
    assertThat(sample(result, "under").value()).isEqualTo(below);
    assertThat(sample(result, "high").value()).isEqualTo(above);
    assertThat(sample(result, "over").value()).isEqualTo(above);
    assertThat(sample(result, "full").value()).isEqualTo(above);
    assertThat(sample(result, "full").flags()).contains(Flag.SATURATED, Flag.SINGLE_WELL);
    assertThat(sample(result, "none").value().isAbsent()).isTrue();
    assertThat(sample(result, "none").flags()).containsExactly(Flag.MISSING_WELL);
  }

  @Test
  void aFallingCurveTurnsAboveAndBelowAround() throws BadInputException {
    LogisticCurve binding = new LogisticCurve(2.4, 1, 200, 0.05, 1);
    StringBuilder text = plate(binding, 0);
    text.append("A3,standard,,0,,2.40\nA4,standard,,0,,2.42\n")
        .append("C5,sample,much,,1,0.10\nC6,sample,much,,1,0.10\n")
        .append("D5,sample,little,,1,2.39\nD6,sample,little,,1,2.40\n")
        .append("E5,sample,some,,10,")
        .append(binding.response(300))
        .append("\nE6,sample,some,,10,")
        .append(binding.response(300))
        .append("\nF5,sample,dark,,1,OVER\n");
    PlateResult result = analysed(text.toString(), PlateSettings.DEFAULT);
    assertThat(result.blank().source()).isEqualTo(Blank.Source.NONE);
    assertThat(sample(result, "much").value()).isInstanceOf(Value.Above.class);
    assertThat(sample(result, "little").value()).isInstanceOf(Value.Below.class);
    assertThat(sample(result, "dark").value()).isInstanceOf(Value.Below.class);
    assertThat(sample(result, "some").value().orElse(BigDecimal.ZERO).doubleValue())
        .isCloseTo(3000, within(60.0));
  }

  @Test
  void aStandardOfZeroIsTheBlankWhereThereIsNoOther() throws BadInputException {
    String zero = "A3,standard,,0,,0.10\nA4,standard,,0,,0.12\n";
    PlateResult without = analysed(plate(KIT, 0.11) + zero, PlateSettings.DEFAULT);
    assertThat(without.blank())
        .isEqualTo(new Blank(Blank.Source.ZERO_STANDARD, List.of("A3", "A4"), 0.11));
    assertThat(without.standards().getFirst().flags()).contains(Flag.NOT_FITTED);
    PlateResult with =
        analysed(plate(KIT, 0.11) + zero + "B3,blank,,,,0.1\n", PlateSettings.DEFAULT);
    assertThat(with.blank()).isEqualTo(new Blank(Blank.Source.BLANK_WELLS, List.of("B3"), 0.1));
  }

  @Test
  void ofThreeReplicatesTheOneThatIsOutIsNamedOfTwoNone() throws BadInputException {
    String text =
        plate(KIT, 0)
            + """
            C5,sample,three,,1,1.0
            C6,sample,three,,1,1.9
            C7,sample,three,,1,1.02
            D5,sample,two,,1,1.0
            D6,sample,two,,1,1.9
            """;
    PlateResult result = analysed(text, PlateSettings.DEFAULT);
    assertThat(sample(result, "three").odd()).contains("C6");
    assertThat(sample(result, "two").odd()).isEmpty();
    assertThat(sample(result, "two").flags()).containsExactly(Flag.CV_ABOVE_LIMIT);
    assertThat(sample(result, "two").replicates().cv().orElseThrow())
        .isCloseTo(100 * Math.sqrt(0.405) / 1.45, within(1e-9));
  }

  @Test
  void theLowestDilutionInTheRangeIsReported() throws BadInputException {
    String text =
        plate(KIT, 0)
            + """
            C5,sample,s,,2,2.9
            C6,sample,s,,2,2.9
            D5,sample,s,,10,1.6
            D6,sample,s,,10,1.6
            E5,sample,s,,100,0.2
            E6,sample,s,,100,0.2
            """;
    PlateResult result = analysed(text, PlateSettings.DEFAULT);
    assertThat(sample(result, "s").dilution()).isEqualTo(new BigDecimal("10"));
    assertThat(result.reported()).hasSize(1);
    assertThat(result.samples().getFirst().flags()).contains(Flag.ABOVE_RANGE, Flag.OTHER_DILUTION);
  }

  @Test
  void aStandardThatDoesNotComeBackNarrowsTheRange() throws BadInputException {
    // The lowest standard reads as if it held twice as much.
    String text =
        plate(KIT, 0)
            .toString()
            .replaceAll("H1,.*\n", "H1,standard,,15.625,,0.0900\n")
            .replaceAll("H2,.*\n", "H2,standard,,15.625,,0.0905\n");
    PlateSettings unweighted =
        new PlateSettings(
            Optional.of(CurveModel.FOUR_PARAMETERS),
            Weighting.NONE,
            20,
            80,
            120,
            75,
            125,
            OptionalDouble.empty(),
            Set.of());
    PlateResult result = analysed(text, unweighted);
    assertThat(result.standards().getFirst().passes()).isFalse();
    assertThat(result.standards().getFirst().flags()).contains(Flag.RECOVERY_OUTSIDE);
    assertThat(result.range().orElseThrow().low()).isEqualByComparingTo("31.25");
  }

  @Test
  void wellsCanBeLeftOutAndSignalsTakenAsSaturated() throws BadInputException {
    PlateSettings settings =
        new PlateSettings(
            Optional.empty(),
            Weighting.INVERSE,
            20,
            80,
            120,
            75,
            125,
            OptionalDouble.of(2.5),
            Set.of("H1"));
    PlateResult result =
        analysed(plate(KIT, 0) + "C5,sample,s,,1,2.6\nC6,sample,s,,1,2.0\n", settings);
    assertThat(result.standards().getFirst().replicates().positions()).isEqualTo("H2");
    assertThat(sample(result, "s").value()).isInstanceOf(Value.Above.class);
  }

  @Test
  void withoutACurveThereIsNoConcentration() throws BadInputException {
    StringBuilder text = new StringBuilder("well,kind,name,concentration,dilution,signal\n");
    for (int i = 1; i <= 8; i++) {
      text.append("A" + i + ",standard,," + (1 << i) + ",,0." + (i % 2 == 0 ? 51 : 50) + "\n");
    }
    PlateResult result = analysed(text + "B1,sample,s,,1,0.5\n", PlateSettings.DEFAULT);
    assertThat(result.outcome()).isEqualTo(new CurveOutcome.NoCurve(CurveOutcome.Reason.FLAT));
    assertThat(result.samples()).isEmpty();
  }
}
