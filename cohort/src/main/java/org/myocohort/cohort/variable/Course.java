package org.myocohort.cohort.variable;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Value;

/// Values of a member over time.
///
/// @param points in order of time, those of one day in the order of their table
/// @param undated values without a date, or with one on another scale than day 0
/// @param missing what the record lacks, such as day 0
public record Course(List<Point> points, int undated, List<Missing> missing) {
  public Course {
    points = points.stream().sorted(Comparator.comparingLong(Point::day)).toList();
    missing = List.copyOf(missing);
  }

  /// The points known only to lie between bounds, each with its lower bound in the place of the
  /// value, so that they can be picked by time.
  Course ofPartial() {
    return new Course(
        points.stream()
            .filter(point -> point.value().isAbsent() && point.bounds().isPresent())
            .map(point ->
                new Point(
                    point.day(),
                    point.isExact(),
                    point.lower(),
                    point.lower(),
                    point.upper(),
                    point.used(),
                    point.flags()))
            .toList(),
        undated,
        missing);
  }

  /// One value.
  ///
  /// @param day days from day 0, negative before it; from the middle of a month or year
  /// @param isExact whether both days are known
  /// @param value the number, or its limit, or why it is absent
  /// @param lower lowest value that missing parts leave open; the value where there is one
  /// @param upper highest such value
  /// @param used where it stands
  /// @param flags what a reader must know of it
  public record Point(
      long day,
      boolean isExact,
      Value<BigDecimal> value,
      Value<BigDecimal> lower,
      Value<BigDecimal> upper,
      Used used,
      Set<Flag> flags) {
    public Point {
      flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    }

    /// What the value lies between; empty where a bound is not known.
    public Optional<Bounds> bounds() {
      return lower instanceof Value.Known<BigDecimal>(BigDecimal least)
              && upper instanceof Value.Known<BigDecimal>(BigDecimal most)
          ? Optional.of(new Bounds(least, most))
          : Optional.empty();
    }
  }

  /// What a reader must know of a value.
  public enum Flag {
    /// Another treatment was added or raised since baseline, or the index drug was not taken: no
    /// response to the index drug alone.
    RESCUED("rescued"),
    /// What was measured is a drug that was, or may have been, taken: exposure, not effect.
    DRUG_IS_ANALYTE("drug-is-analyte"),
    /// The replicates of the measurement scatter more than allowed.
    SCATTERED("scattered");

    private final String code;

    Flag(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
