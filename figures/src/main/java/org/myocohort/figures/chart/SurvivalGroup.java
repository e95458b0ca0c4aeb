package org.myocohort.figures.chart;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.Finite;
import org.myocohort.figures.Mark;
import org.myocohort.figures.SeriesStyle;

/// One curve of time to an event.
///
/// @param name of the curve
/// @param style colour and dash
/// @param steps kept in the order of time, the first usually at 0; each holds until the next
/// @param until how far the curve is known, at or after its last step
/// @param censored times at which subjects were last seen without the event
/// @param atRisk how many were still followed, at times of the caller's choice
public record SurvivalGroup(
    String name,
    SeriesStyle style,
    List<Level> steps,
    double until,
    List<Censored> censored,
    List<AtRisk> atRisk) {
  /// The share from a time on.
  ///
  /// @param time when it begins to hold
  /// @param share without the event, or with it
  /// @param limits between which it lies with confidence; null where there are none
  /// @param mark title and row
  public record Level(double time, double share, @Nullable Limits limits, Mark mark) {
    public Level {
      Finite.require("the time", time, mark);
      Finite.require("the share", share, mark);
      if (limits != null) {
        Finite.requireOrder("the limits", limits.lower(), limits.upper(), mark);
      }
    }
  }

  /// Limits of confidence.
  ///
  /// @param lower the lower one
  /// @param upper the upper one
  public record Limits(double lower, double upper) {}

  /// A subject last seen without the event.
  ///
  /// @param time when
  /// @param mark title and row
  public record Censored(double time, Mark mark) {
    public Censored {
      Finite.require("the time", time, mark);
    }
  }

  /// How many were still followed at a time.
  ///
  /// @param time when
  /// @param count how many
  public record AtRisk(double time, int count) {}

  public SurvivalGroup {
    steps = steps.stream().sorted(Comparator.comparingDouble(Level::time)).toList();
    censored = censored.stream().sorted(Comparator.comparingDouble(Censored::time)).toList();
    atRisk = atRisk.stream().sorted(Comparator.comparingDouble(AtRisk::time)).toList();
    if (!steps.isEmpty() && !(until >= steps.getLast().time())) {
      throw new IllegalArgumentException(
          "curve '"
              + name
              + "' must be known up to its last step at "
              + steps.getLast().time()
              + " or beyond but ended at "
              + until);
    }
  }

  /// The share at a time; that of the first step before it.
  double shareAt(double time) {
    double share = steps.getFirst().share();
    for (Level step : steps) {
      if (step.time() > time) {
        break;
      }
      share = step.share();
    }
    return share;
  }

  /// Where a step ends.
  double end(int step) {
    return step + 1 < steps.size() ? steps.get(step + 1).time() : until;
  }
}
