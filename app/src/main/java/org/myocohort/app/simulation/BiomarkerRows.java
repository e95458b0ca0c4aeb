package org.myocohort.app.simulation;

/// Serum IL-1Ra and memory T cells before the index drug and half a year later, for half of the
/// patients on anakinra and a sixth of the others.
///
/// OURS: IL-1Ra rises on anakinra because the assay measures the drug; the share of CD4+CD45RO+
/// cells moves a little with activity; 7 % of the cell counts are missing.
final class BiomarkerRows {
  private static final int HALF_A_YEAR = 182;

  private BiomarkerRows() {}

  static void write(Story story, PatientRows rows, Chance chance) {
    if (!story.hasIndexDrug()
        || !chance.happens(story.traits().index().equals("anakinra") ? 0.5 : 0.16)) {
      return;
    }
    double own = chance.between(350, 2200);
    double memory = chance.between(38, 62);
    long first = story.indexStart() - chance.days(0, 8);
    long second = story.indexStart() + HALF_A_YEAR + chance.days(-10, 10);
    int batch = chance.days(1, 6);
    sample(story, rows, chance, first, 1, own, memory, batch);
    if (second <= story.ending().day()) {
      // A third of the pairs were not measured on one plate: a batch effect to look for.
      int later = chance.happens(0.67) ? batch : batch + 1;
      sample(story, rows, chance, second, 2, own, memory, later);
    }
  }

  private static void sample(
      Story story,
      PatientRows rows,
      Chance chance,
      long day,
      int number,
      double own,
      double memory,
      int batch) {
    double activity = story.activity().at(day);
    double antagonist =
        story.takes("anakinra", day)
            ? chance.between(14_000, 24_000)
            : own * StrictMath.exp(1.2 * activity + chance.normal(0, 0.15));
    String sample = "S-" + story.traits().rowPrefix() + "-" + number;
    rows.add(
        SimulatedTable.BIOMARKERS,
        sample,
        Cell.day(day),
        "IL-1Ra",
        "ELISA",
        antagonist > 20_000 ? ">20000" : Cell.number(antagonist, 0),
        "pg/mL",
        "",
        "",
        "ELISA-" + batch);
    rows.add(
        SimulatedTable.BIOMARKERS,
        sample,
        Cell.day(day),
        "CD4+CD45RO+",
        "flow cytometry",
        chance.happens(0.07)
            ? Cell.NOT_DONE
            : Cell.number(Cell.within(15, memory + 9 * activity + chance.normal(0, 3), 88), 1),
        "%",
        "Lymphocytes/CD4/CD45RO",
        "Lymphocytes/CD4",
        "FACS-" + batch);
  }
}
