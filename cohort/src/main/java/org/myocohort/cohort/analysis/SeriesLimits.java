package org.myocohort.cohort.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.counts.FisherDesign;
import org.myocohort.statistics.counts.IntervalChoice;
import org.myocohort.statistics.inference.Alternative;

/// What a series of this size cannot show.
///
/// @param next of each group that is all yes or all no: what the next patient would change
/// @param smallestP the smallest p of two groups of these sizes, empty unless there are two and
///   neither is empty
/// @param smallestPOfMargins the same with as many events as were seen
/// @param power of the test where the true shares are 75 % and 25 %, empty where there are too many
///   tables or no two groups with a member each
/// @param fragility how many patients p rests on, empty where it is above the level
public record SeriesLimits(
    List<Next> next,
    OptionalDouble smallestP,
    OptionalDouble smallestPOfMargins,
    OptionalDouble power,
    OptionalInt fragility) {

  /// Shares that lie as far apart as few treatments ever bring them: what is not seen with these is
  /// not seen (this project's choice).
  public static final double HIGH = 0.75;

  public static final double LOW = 0.25;

  public SeriesLimits {
    next = List.copyOf(next);
  }

  /// A group in which all agree, and the same group with one more patient who does not.
  ///
  /// @param group position
  /// @param yes how many
  /// @param known of how many
  /// @param now exact limits
  /// @param then exact limits with the next patient
  public record Next(
      int group, int yes, int known, ConfidenceInterval now, ConfidenceInterval then) {
    /// How many there are with the next patient, who does what nobody did so far.
    public int yesThen() {
      return oneMore(yes);
    }

    private static int oneMore(int yes) {
      return yes == 0 ? 1 : yes;
    }
  }

  static SeriesLimits of(List<Counts> groups, double level) {
    List<Next> next = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Counts each = groups.get(i);
      if (each.known() > 0 && (each.yes() == 0 || each.no() == 0)) {
        next.add(
            new Next(
                i,
                each.yes(),
                each.known(),
                limits(each.yes(), each.known(), level),
                limits(Next.oneMore(each.yes()), each.known() + 1, level)));
      }
    }
    if (groups.size() != 2 || groups.stream().anyMatch(each -> each.known() == 0)) {
      return new SeriesLimits(
          next,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty());
    }
    Counts first = groups.get(0);
    Counts second = groups.get(1);
    int n1 = first.known();
    int n2 = second.known();
    return new SeriesLimits(
        next,
        OptionalDouble.of(FisherDesign.smallestP(n1, n2)),
        OptionalDouble.of(FisherDesign.smallestP(n1, n2, first.yes() + second.yes())),
        FisherDesign.power(n1, n2, HIGH, LOW, 1 - level),
        FisherDesign.fragility(first.yes(), n1, second.yes(), n2, 1 - level));
  }

  private static ConfidenceInterval limits(int yes, int known, double level) {
    return IntervalChoice.CLOPPER_PEARSON.interval(yes, known, Alternative.TWO_SIDED, level);
  }
}
