package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.List;

/// Lung function of patients with interstitial lung disease and ejection fraction of those with
/// myocarditis, about once a year and before the index drug.
///
/// OURS: FVC and DLCO fall with the activity of a month before, DLCO is not done in 6 %.
final class OrganRows {
  private OrganRows() {}

  static void write(Story story, PatientRows rows, Chance chance) {
    Traits traits = story.traits();
    double bestCapacity = chance.between(82, 104);
    double bestTransfer = bestCapacity - chance.between(6, 24);
    double loss = chance.between(18, 36);
    for (long day : days(story, chance)) {
      double activity = story.activity().at(day - 30);
      if (traits.organs().ild()) {
        row(
            rows,
            day,
            "fvc-percent",
            Cell.number(bestCapacity - loss * activity + chance.normal(0, 1.8), 0),
            "80");
        row(
            rows,
            day,
            "dlco-percent",
            chance.happens(0.06)
                ? Cell.NOT_DONE
                : Cell.number(
                    Cell.within(20, bestTransfer - loss * activity + chance.normal(0, 3), 120), 0),
            "75");
      }
      if (traits.organs().myocarditis()) {
        row(
            rows,
            day,
            "lvef",
            Cell.number(Cell.within(25, 63 - 22 * activity + chance.normal(0, 2), 70), 0),
            "52");
      }
    }
  }

  private static List<Long> days(Story story, Chance chance) {
    List<Long> days = new ArrayList<>();
    long day = story.traits().entry() + chance.days(0, 15);
    while (day <= story.ending().day()) {
      days.add(day);
      day += chance.days(345, 390);
    }
    if (story.hasIndexDrug()) {
      long before = story.indexStart() - chance.days(1, 15);
      if (days.stream().noneMatch(other -> Math.abs(other - before) < 60)) {
        days.add(before);
      }
    }
    days.sort(null);
    return days;
  }

  private static void row(
      PatientRows rows, long day, String code, String value, String lowerLimit) {
    rows.add(SimulatedTable.MEASUREMENTS, Cell.day(day), code, value, "", "%", lowerLimit, "", "");
  }
}
