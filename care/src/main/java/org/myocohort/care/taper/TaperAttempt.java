package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;
import org.myocohort.treatment.CumulativeDose;

/// One way down: from a highest dose over at least one lower one to the next higher one.
///
/// @param from first day of the highest dose
/// @param firstReduction the first day of a lower dose
/// @param to the last day
/// @param end how it ended
/// @param peak mg a day, the highest dose
/// @param lowest mg a day, the lowest dose
/// @param raisedTo the higher dose that ended it, or null where none did
/// @param held the lowest dose held, or null where none certainly was
/// @param lowerMayHaveBeenHeld whether dates or doses leave open that a lower one was held
/// @param relapses those of its days, and of the day that ended it
/// @param cumulative what was taken in it, or null where its days are none of the calendar
public record TaperAttempt(
    Moment from,
    Moment firstReduction,
    Moment to,
    End end,
    BigDecimal peak,
    BigDecimal lowest,
    @Nullable BigDecimal raisedTo,
    @Nullable Held held,
    boolean lowerMayHaveBeenHeld,
    List<Relapse> relapses,
    @Nullable CumulativeDose cumulative) {
  public TaperAttempt {
    relapses = List.copyOf(relapses);
  }

  /// How an attempt ended.
  public enum End {
    /// The dose was raised.
    RAISED("raised"),
    /// Glucocorticoid was begun again after none.
    RESTARTED("restarted"),
    /// None is taken at the end of the record.
    STOPPED("stopped"),
    /// The last dose goes on at the end of the record.
    ONGOING("ongoing"),
    /// The doses after it are not known.
    UNKNOWN("unknown");

    private final String code;

    End(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// A dose that was held without a flare.
  ///
  /// @param dose mg a day
  /// @param from first day
  /// @param days how many days in a row, at least
  public record Held(BigDecimal dose, Moment from, long days) {}
}
