package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The prednisone of one patient: raised at once, lowered in steps. Doses are in tenths of a
/// milligram a day.
///
/// The pace is OURS: a step every 14 to 21 days above 20 mg, every 21 to 30 days above 10 mg, every
/// 35 to 70 days below.
final class Prednisone {
  private static final List<Integer> LADDER =
      List.of(750, 600, 500, 400, 300, 250, 200, 150, 125, 100, 75, 50, 25, 0);

  private record Step(long day, int dose, String reason) {}

  private final List<Step> steps = new ArrayList<>();

  /// Gives this dose from a day on and forgets what was planned for later.
  void give(long day, int dose, String reason) {
    steps.removeIf(step -> step.day() >= day);
    if (dose != doseOn(day)) {
      steps.add(new Step(day, dose, reason));
    }
  }

  /// Lowers the dose step by step from a day on, down to a floor.
  void taper(long day, int floor, Chance chance) {
    long next = day;
    int dose = doseOn(day);
    for (int rung : LADDER) {
      if (rung < dose && rung >= floor) {
        give(next, rung, "taper");
        dose = rung;
        next +=
            dose > 200
                ? chance.days(14, 21)
                : dose > 100 ? chance.days(21, 30) : chance.days(35, 70);
      }
    }
  }

  int doseOn(long day) {
    int dose = 0;
    for (Step step : steps) {
      if (step.day() <= day) {
        dose = step.dose();
      }
    }
    return dose;
  }

  /// The first day from this one on with less than 10 mg, if the taper gets there.
  OptionalLong firstDayBelowTen(long from) {
    return steps.stream()
        .filter(step -> step.day() >= from && step.dose() < 100 && step.dose() > 0)
        .mapToLong(Step::day)
        .findFirst();
  }

  /// A raised dose: a rung above the present one, at most about four times it, so that a step in
  /// the table looks like a decision and not like a slip of the pen.
  int raisedFrom(long day, int wanted) {
    int present = doseOn(day);
    int most = present == 0 ? wanted : Math.max(present * 4, 100);
    int raised = Math.min(wanted, most);
    return LADDER.stream()
        .filter(rung -> rung <= raised && rung > present)
        .findFirst()
        .orElse(present);
  }

  /// One course a step, as the treatments table wants it.
  List<Course> courses() {
    List<Course> courses = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.dose() == 0) {
        continue;
      }
      long stop = Course.ONGOING;
      String why = "";
      if (i + 1 < steps.size()) {
        Step next = steps.get(i + 1);
        stop = next.day();
        why =
            next.dose() == 0
                ? "tapered off"
                : next.dose() < step.dose() ? "dose lowered" : "dose raised";
      }
      courses.add(
          new Course(
              "prednisone",
              Cell.milligrams(step.dose()),
              "mg",
              "oral",
              "daily",
              step.day(),
              stop,
              step.reason(),
              why));
    }
    return courses;
  }
}
