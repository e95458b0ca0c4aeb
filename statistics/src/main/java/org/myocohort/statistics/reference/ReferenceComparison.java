package org.myocohort.statistics.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;

/// What can honestly be said of own values beside a group that is known by its summary only.
///
/// - The share of own values beyond the group's range, with its exact interval: describes the own
///   values, tests nothing.
/// - With the group's number also a test: were all values of one kind, how likely is it that so
///   many of the largest were own ones (Rosenbaum's test; independent values, no ties).
/// - With its standard deviation Welch's comparison of the means. Without it none: a range is not a
///   standard deviation. But with number, mean and range the standard deviation has limits, and so
///   has the p of Welch's test.
///
/// Own values below or above a limit count where the limit decides, else they are left out of a
/// share and named; they have no mean.
///
/// - **Source:** Rosenbaum, Annals of Mathematical Statistics 1954;25:146-150 (cited from memory;
///   tested by counting).
public final class ReferenceComparison {
  private static final int STEPS = 400;

  private final List<Observed> own;
  private final ReferenceGroup group;
  private final double level;

  private ReferenceComparison(List<Observed> own, ReferenceGroup group, double level) {
    this.own = List.copyOf(own);
    this.group = group;
    this.level = level;
  }

  /// A comparison.
  ///
  /// @param level of the intervals, such as 0.95
  /// @throws IllegalArgumentException if there is no own value
  public static ReferenceComparison of(List<Observed> own, ReferenceGroup group, double level) {
    if (own.isEmpty()) {
      throw new IllegalArgumentException("at least one own value expected but was none");
    }
    return new ReferenceComparison(own, group, level);
  }

  /// A share of own values.
  ///
  /// @param count how many lie there
  /// @param of how many it can be told
  /// @param undecided own values whose limit does not tell
  /// @param interval exact (Clopper-Pearson)
  public record Share(int count, int of, int undecided, ConfidenceInterval interval) {}

  /// Own values above the group's maximum; empty where that is not known, or no value tells.
  public Optional<Share> aboveMaximum() {
    return group.maximum().isEmpty() ? Optional.empty() : share(group.maximum().getAsDouble(), 1);
  }

  /// Own values below the group's minimum; empty where that is not known, or no value tells.
  public Optional<Share> belowMinimum() {
    return group.minimum().isEmpty() ? Optional.empty() : share(group.minimum().getAsDouble(), -1);
  }

  private Optional<Share> share(double limit, int way) {
    int count = 0;
    int told = 0;
    for (Observed each : own) {
      int above = each.above(limit, -way);
      count += above == way ? 1 : 0;
      told += above == 0 ? 0 : 1;
    }
    return told == 0
        ? Optional.empty()
        : Optional.of(
            new Share(
                count,
                told,
                own.size() - told,
                ProportionInterval.CLOPPER_PEARSON.interval(count, told, level)));
  }

  /// The chance that at least so many of the largest values were own ones, were own values and
  /// group of one kind: one-sided. Empty where number or maximum is not known, or a value does not
  /// tell.
  ///
  ///     p = m(m-1)…(m-k+1) / ((m+n)(m+n-1)…(m+n-k+1)),  k of m own values above the maximum of n
  public OptionalDouble exceedance() {
    return aboveMaximum().map(this::chance).orElse(OptionalDouble.empty());
  }

  private OptionalDouble chance(Share share) {
    if (group.n().isEmpty() || share.undecided() > 0) {
      return OptionalDouble.empty();
    }
    int all = share.of() + group.n().getAsInt();
    double p = 1;
    for (int i = 0; i < share.count(); i++) {
      p *= (double) (share.of() - i) / (all - i);
    }
    return OptionalDouble.of(p);
  }

  /// The mean of the own values; empty where one is only a limit.
  public OptionalDouble ownMean() {
    return own.stream().allMatch(each -> each.side() == Observed.Side.EXACT)
        ? own.stream().mapToDouble(Observed::value).average()
        : OptionalDouble.empty();
  }

  /// Where a mean lies beside the group.
  public enum Place {
    BELOW_MINIMUM,
    AT_OR_BELOW_MEAN,
    ABOVE_MEAN,
    ABOVE_MAXIMUM
  }

  /// Where the own mean lies; empty where there is none or the group's mean is not known.
  public Optional<Place> place() {
    if (ownMean().isEmpty() || group.mean().isEmpty()) {
      return Optional.empty();
    }
    double mean = ownMean().getAsDouble();
    if (mean > group.maximum().orElse(Double.POSITIVE_INFINITY)) {
      return Optional.of(Place.ABOVE_MAXIMUM);
    }
    if (mean < group.minimum().orElse(Double.NEGATIVE_INFINITY)) {
      return Optional.of(Place.BELOW_MINIMUM);
    }
    return Optional.of(
        mean > group.mean().getAsDouble() ? Place.ABOVE_MEAN : Place.AT_OR_BELOW_MEAN);
  }

  /// A comparison of two means.
  ///
  /// @param difference own mean less the group's
  /// @param interval of the difference
  /// @param p two-sided
  public record Welch(
      double difference,
      ConfidenceInterval interval,
      double t,
      double degreesOfFreedom,
      double p) {}

  /// Welch's comparison, as R's `t.test`; empty where number, mean or standard deviation of the
  /// group is not printed, or the own values have no mean or no spread.
  public Optional<Welch> welch() {
    return group.standardDeviation().isEmpty()
        ? Optional.empty()
        : welch(group.standardDeviation().getAsDouble());
  }

  private Optional<Welch> welch(double spread) {
    int m = own.size();
    if (m < 2 || ownMean().isEmpty() || group.mean().isEmpty() || group.n().orElse(0) < 2) {
      return Optional.empty();
    }
    double mean = ownMean().getAsDouble();
    double squares = 0;
    for (Observed each : own) {
      squares += (each.value() - mean) * (each.value() - mean);
    }
    int n = group.n().getAsInt();
    double ours = squares / (m - 1) / m;
    double theirs = spread * spread / n;
    if (!(ours + theirs > 0)) {
      return Optional.empty();
    }
    double freedom =
        (ours + theirs) * (ours + theirs) / (ours * ours / (m - 1) + theirs * theirs / (n - 1));
    double error = Math.sqrt(ours + theirs);
    double difference = mean - group.mean().getAsDouble();
    TDistribution distribution = TDistribution.of(freedom);
    double reach = error * distribution.inverseSurvivalProbability((1 - level) / 2);
    double t = difference / error;
    return Optional.of(
        new Welch(
            difference,
            new ConfidenceInterval(difference - reach, difference + reach, level),
            t,
            freedom,
            Math.min(1, 2 * distribution.survivalProbability(Math.abs(t)))));
  }

  /// The smallest and the largest p of Welch's test over every standard deviation that the group
  /// can have; see [ReferenceGroup#possibleSpread].
  ///
  /// @param lowest p with the spread that favours a difference most
  /// @param highest p with the spread that favours it least
  public record PossibleP(double lowest, double highest) {}

  /// The limits of p; empty where the group's spread has no limits or is printed.
  public Optional<PossibleP> possibleWelch() {
    if (group.standardDeviation().isPresent()) {
      return Optional.empty();
    }
    return group
        .possibleSpread()
        .flatMap(limits -> {
          double lowest = Double.POSITIVE_INFINITY;
          double highest = Double.NEGATIVE_INFINITY;
          for (int i = 0; i <= STEPS; i++) {
            double spread = limits.lowest() + (limits.highest() - limits.lowest()) * i / STEPS;
            Optional<Welch> welch = welch(spread);
            if (welch.isEmpty()) {
              return Optional.empty();
            }
            lowest = Math.min(lowest, welch.get().p());
            highest = Math.max(highest, welch.get().p());
          }
          return Optional.of(new PossibleP(lowest, highest));
        });
  }
}
