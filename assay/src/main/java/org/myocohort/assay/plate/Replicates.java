package org.myocohort.assay.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Wells that hold the same, after the blank is taken off.
///
/// @param wells all of them
/// @param corrected signals of those that gave a number
/// @param readWells the wells of these numbers, in order
/// @param saturated whether a well gave more than the reader can tell
public record Replicates(
    List<Well> wells, List<Double> corrected, List<String> readWells, boolean saturated) {
  public Replicates {
    wells = List.copyOf(wells);
    corrected = List.copyOf(corrected);
    readWells = List.copyOf(readWells);
  }

  static Replicates of(List<Well> wells, double blank, PlateSettings settings) {
    List<Double> corrected = new ArrayList<>();
    List<String> read = new ArrayList<>();
    boolean saturated = false;
    for (Well well : wells) {
      switch (well.signal()) {
        case Signal.Read(double value) -> {
          if (value >= settings.saturation().orElse(Double.POSITIVE_INFINITY)) {
            saturated = true;
          } else {
            corrected.add(value - blank);
            read.add(well.position());
          }
        }
        case Signal.Saturated _ -> saturated = true;
        case Signal.Missing _ -> {}
      }
    }
    return new Replicates(wells, corrected, read, saturated);
  }

  public String positions() {
    return wells.stream().map(Well::position).collect(Collectors.joining(" "));
  }

  /// The mean of the signals; empty where none is left.
  public OptionalDouble mean() {
    return corrected.stream().mapToDouble(Double::doubleValue).average();
  }

  /// The coefficient of variation of the corrected signals in percent: the standard deviation (n -
  /// 1) by the mean; empty for fewer than two or a mean not above 0.
  public OptionalDouble cv() {
    return cv(corrected);
  }

  private static OptionalDouble cv(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (values.size() < 2 || !(mean > 0)) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return OptionalDouble.of(100 * Math.sqrt(squares / (values.size() - 1)) / mean);
  }

  Set<Flag> flags(PlateSettings settings) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (cv().orElse(0) > settings.largestCv()) {
      flags.add(Flag.CV_ABOVE_LIMIT);
    }
    if (saturated) {
      flags.add(Flag.SATURATED);
    }
    if (wells.stream().anyMatch(well -> well.signal() instanceof Signal.Missing)) {
      flags.add(Flag.MISSING_WELL);
    }
    if (corrected.size() == 1) {
      flags.add(Flag.SINGLE_WELL);
    }
    return flags;
  }

  /// Of three or more replicates that scatter too much, the one without which the others agree.
  Optional<String> odd(PlateSettings settings) {
    if (corrected.size() < 3 || !(cv().orElse(0) > settings.largestCv())) {
      return Optional.empty();
    }
    return IntStream.range(0, corrected.size())
        .boxed()
        .min(Comparator.comparingDouble(i -> cv(without(i)).orElse(Double.POSITIVE_INFINITY)))
        .filter(i -> cv(without(i)).orElse(Double.POSITIVE_INFINITY) <= settings.largestCv())
        .map(readWells::get);
  }

  private List<Double> without(int index) {
    List<Double> rest = new ArrayList<>(corrected);
    rest.remove(index);
    return rest;
  }

  /// Of replicates that scatter too much, the one farther from what was expected.
  Optional<String> farthestFrom(double expected, PlateSettings settings) {
    if (!(cv().orElse(0) > settings.largestCv())) {
      return Optional.empty();
    }
    return IntStream.range(0, corrected.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> Math.abs(corrected.get(i) - expected)))
        .map(readWells::get);
  }
}
