package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.myocohort.statistics.curve.CurveFit;
import org.myocohort.statistics.curve.CurveOutcome;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.Inverse;

/// Works a plate out.
///
/// 1. The mean of the blanks is taken off every signal; without blanks that of the standard of 0,
///    where the curve rises.
/// 2. The curve is fitted to each well of the standards; a standard of 0 only where the curve
///    falls, for there it tells the upper end.
/// 3. Each standard's mean signal is read back. The range runs from the lowest to the highest
///    standard above 0 that comes back within the limits of an end.
/// 4. Each sample's mean signal is read back and multiplied by its dilution. What lies outside the
///    range is a limit (`<31.25`, `>4000`, times the dilution), never a number, and so is what
///    saturates the reader.
/// 5. Of several dilutions of a sample the lowest that lies in the range is its result; else the
///    widest limit that is certain.
public final class PlateAnalysis {
  private final Plate plate;
  private final PlateSettings settings;
  private final Blank blank;
  private final SequencedMap<BigDecimal, Replicates> levels;
  private final boolean rises;

  private PlateAnalysis(Plate whole, PlateSettings settings) {
    this.settings = settings;
    plate =
        new Plate(
            whole.file(),
            whole.marker(),
            whole.unit(),
            whole.batch(),
            whole.wells().stream()
                .filter(well -> !settings.excluded().contains(well.position()))
                .toList());
    rises = rises();
    blank = blank();
    levels = levels(blank.mean());
  }

  /// Works it out.
  public static PlateResult of(Plate plate, PlateSettings settings) {
    return new PlateAnalysis(plate, settings).result();
  }

  private List<Well> of(WellKind kind) {
    return plate.wells().stream().filter(well -> well.kind() == kind).toList();
  }

  private SequencedMap<BigDecimal, Replicates> levels(double off) {
    Map<BigDecimal, List<Well>> wells = new TreeMap<>();
    for (Well well : of(WellKind.STANDARD)) {
      if (well.concentration() != null) {
        wells.computeIfAbsent(well.concentration(), _ -> new ArrayList<>()).add(well);
      }
    }
    SequencedMap<BigDecimal, Replicates> levels = new LinkedHashMap<>();
    wells.forEach((level, each) -> levels.put(level, Replicates.of(each, off, settings)));
    return levels;
  }

  /// Whether more analyte gives more signal: the upper half of the standards against the lower.
  private boolean rises() {
    List<Double> means = new ArrayList<>();
    levels(0)
        .forEach((level, each) -> {
          if (level.signum() > 0) {
            each.mean().ifPresent(means::add);
          }
        });
    int half = means.size() / 2;
    double low = means.subList(0, half).stream().mapToDouble(each -> each).average().orElse(0);
    double high =
        means.subList(means.size() - half, means.size()).stream()
            .mapToDouble(each -> each)
            .average()
            .orElse(0);
    return high >= low;
  }

  private Blank blank() {
    Replicates blanks = Replicates.of(of(WellKind.BLANK), 0, settings);
    if (blanks.mean().isPresent()) {
      return new Blank(Blank.Source.BLANK_WELLS, blanks.readWells(), blanks.mean().getAsDouble());
    }
    for (Map.Entry<BigDecimal, Replicates> level : levels(0).entrySet()) {
      OptionalDouble mean = level.getValue().mean();
      if (rises && level.getKey().signum() == 0 && mean.isPresent()) {
        return new Blank(
            Blank.Source.ZERO_STANDARD, level.getValue().readWells(), mean.getAsDouble());
      }
    }
    return new Blank(Blank.Source.NONE, List.of(), 0);
  }

  private boolean isFitted(BigDecimal level) {
    return level.signum() > 0 || !rises;
  }

  private CurveOutcome fit() {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    levels.forEach((level, replicates) -> {
      if (isFitted(level)) {
        replicates
            .corrected()
            .forEach(signal -> {
              x.add(level.doubleValue());
              y.add(signal);
            });
      }
    });
    double[] doses = x.stream().mapToDouble(Double::doubleValue).toArray();
    double[] signals = y.stream().mapToDouble(Double::doubleValue).toArray();
    return settings
        .model()
        .map(model -> CurveFit.of(doses, signals, model, settings.weighting()))
        .orElseGet(() -> CurveFit.best(doses, signals, settings.weighting()));
  }

  private PlateResult result() {
    CurveOutcome outcome = fit();
    return switch (outcome) {
      case CurveOutcome.NoCurve _ ->
          new PlateResult(plate, settings, blank, outcome, Optional.empty(), List.of(), List.of());
      case FittedCurve curve -> {
        Optional<PlateResult.Range> range = range(curve);
        yield new PlateResult(
            plate,
            settings,
            blank,
            outcome,
            range,
            standards(curve, range),
            range.map(each -> samples(curve, each)).orElse(List.of()));
      }
    };
  }

  private static OptionalDouble concentration(FittedCurve curve, OptionalDouble signal) {
    return signal.isPresent()
            && curve.curve().inverse(signal.getAsDouble()) instanceof Inverse.At(double dose)
        ? OptionalDouble.of(dose)
        : OptionalDouble.empty();
  }

  private static OptionalDouble recovery(OptionalDouble found, BigDecimal expected) {
    return found.isPresent() && expected.signum() > 0
        ? OptionalDouble.of(100 * found.getAsDouble() / expected.doubleValue())
        : OptionalDouble.empty();
  }

  private Optional<PlateResult.Range> range(FittedCurve curve) {
    List<BigDecimal> passing = new ArrayList<>();
    levels.forEach((level, replicates) -> {
      OptionalDouble recovery = recovery(concentration(curve, replicates.mean()), level);
      if (recovery.isPresent() && settings.passesAtAnEnd(recovery.getAsDouble())) {
        passing.add(level);
      }
    });
    return passing.size() < 2
        ? Optional.empty()
        : Optional.of(new PlateResult.Range(passing.getFirst(), passing.getLast()));
  }

  private List<StandardLevel> standards(FittedCurve curve, Optional<PlateResult.Range> range) {
    List<StandardLevel> standards = new ArrayList<>();
    levels.forEach((level, replicates) -> {
      OptionalDouble found = concentration(curve, replicates.mean());
      OptionalDouble recovery = recovery(found, level);
      boolean end =
          range
              .filter(each -> each.low().compareTo(level) == 0 || each.high().compareTo(level) == 0)
              .isPresent();
      boolean passes =
          recovery.isPresent() && (end || settings.passesInside(recovery.getAsDouble()));
      List<Flag> flags = new ArrayList<>(replicates.flags(settings));
      if (!isFitted(level)) {
        flags.add(Flag.NOT_FITTED);
      } else if (!passes && level.signum() > 0) {
        flags.add(Flag.RECOVERY_OUTSIDE);
      }
      standards.add(
          new StandardLevel(
              level,
              replicates,
              found,
              recovery,
              passes,
              replicates.farthestFrom(curve.curve().response(level.doubleValue()), settings),
              flags));
    });
    return standards;
  }

  private List<MeasuredSample> samples(FittedCurve curve, PlateResult.Range range) {
    Map<String, List<Well>> groups = new LinkedHashMap<>();
    for (Well well : plate.wells()) {
      if (well.kind() == WellKind.SAMPLE || well.kind() == WellKind.CONTROL) {
        groups
            .computeIfAbsent(
                well.kind() + " " + well.name() + " " + well.dilution().stripTrailingZeros(),
                _ -> new ArrayList<>())
            .add(well);
      }
    }
    ReadBack readBack = new ReadBack(curve, range, settings, blank.mean());
    Map<String, List<MeasuredSample>> byName =
        groups.values().stream()
            .map(readBack::sample)
            .collect(
                Collectors.groupingBy(
                    sample -> sample.kind() + " " + sample.name(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byName.values().stream().flatMap(each -> Dilutions.reported(each).stream()).toList();
  }
}
