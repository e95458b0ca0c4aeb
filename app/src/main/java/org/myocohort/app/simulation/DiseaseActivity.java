package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.List;

/// The hidden disease activity of one patient over time, 0 quiet to 1 worst: straight lines between
/// knots. All measures of a visit follow it, which makes them agree with one another.
final class DiseaseActivity {
  private static final int KNOT_EVERY = 21;

  private record Knot(long day, double level) {}

  private final List<Knot> knots = new ArrayList<>();

  /// Sets the level on a day and forgets what was planned for later.
  void reach(long day, double level) {
    knots.removeIf(knot -> knot.day() >= day);
    knots.add(new Knot(day, Cell.within(0.02, level, 1)));
  }

  /// Moves from the level of that day towards another, exponentially with this time constant, for
  /// the days given.
  void settle(long day, double target, double timeConstant, int days) {
    double from = at(day);
    reach(day, from);
    for (int after = KNOT_EVERY; after <= days; after += KNOT_EVERY) {
      knots.add(
          new Knot(
              day + after,
              Cell.within(
                  0.02, target + (from - target) * StrictMath.exp(-after / timeConstant), 1)));
    }
  }

  /// The level on a day; before the first and after the last knot as there.
  double at(long day) {
    int low = 0;
    int high = knots.size() - 1;
    if (day <= knots.get(low).day()) {
      return knots.get(low).level();
    }
    if (day >= knots.get(high).day()) {
      return knots.get(high).level();
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (knots.get(middle).day() <= day) {
        low = middle;
      } else {
        high = middle;
      }
    }
    Knot before = knots.get(low);
    Knot after = knots.get(high);
    double share = (double) (day - before.day()) / (after.day() - before.day());
    return before.level() + share * (after.level() - before.level());
  }
}
