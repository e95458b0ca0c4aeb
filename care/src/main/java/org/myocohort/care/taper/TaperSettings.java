package org.myocohort.care.taper;

import java.math.BigDecimal;

/// The numbers that the history of a taper is read by. None of them was found in a text that was
/// read, but the 10 mg of the letter: they are this project's, shown with every result.
///
/// @param heldDays how many days in a row make a dose "held"
/// @param lowDose mg a day; a relapse below it is told apart
/// @param abruptAbove mg a day; a stop from more than this is named abrupt
/// @param abruptAfterDays a stop after at least so many days in a row on glucocorticoids is
/// @param gapDays a pause of up to so many days between two doses neither ends an attempt nor is a
///   stop; the same as in the check of records, where a stop is named from 20 mg a day on
/// @param escalationDays a dose or a drug raised or added within so many days answers a flare
/// @param flareDays for how long a flare is taken to last where no later visit tells
/// @param assessmentDays how old the last assessment may be to say that there is no flare
public record TaperSettings(
    int heldDays,
    BigDecimal lowDose,
    BigDecimal abruptAbove,
    int abruptAfterDays,
    int gapDays,
    int escalationDays,
    int flareDays,
    int assessmentDays) {

  public static final TaperSettings DEFAULT =
      new TaperSettings(28, BigDecimal.TEN, BigDecimal.valueOf(5), 28, 7, 28, 28, 90);

  public TaperSettings {
    atLeast(1, heldDays, "heldDays");
    atLeast(0, abruptAfterDays, "abruptAfterDays");
    atLeast(0, gapDays, "gapDays");
    atLeast(0, escalationDays, "escalationDays");
    atLeast(0, flareDays, "flareDays");
    atLeast(0, assessmentDays, "assessmentDays");
    if (lowDose.signum() < 0 || abruptAbove.signum() < 0) {
      throw new IllegalArgumentException(
          "doses must be at least 0 but were " + lowDose + " and " + abruptAbove);
    }
  }

  private static void atLeast(int least, int days, String name) {
    if (days < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + " but was " + days);
    }
  }
}
