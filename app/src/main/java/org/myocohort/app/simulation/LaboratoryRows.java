package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.patient.MuscleEnzyme;

/// Blood tests and weight around every visit.
///
/// OURS: enzymes, CRP, ferritin and troponin follow the hidden activity on a logarithmic scale; a
/// test is missing at 4 % of visits, less common ones at up to 40 %; values under the assay's limit
/// are written with `<`, one laboratory's ferritin above 1000 with `>`. Neutrophils are low exactly
/// during a recorded neutropenia, within its CTCAE v5.0 grade.
final class LaboratoryRows {
  private static final String LOWER_NEUTROPHILS = "1.8";

  private final Story story;
  private final Traits traits;
  private final PatientRows rows;
  private final Chance chance;
  private final double neutrophils;
  private final double platelets;
  private final double haemoglobin;
  private final double creatinine;

  private LaboratoryRows(Story story, PatientRows rows, Chance chance) {
    this.story = story;
    this.traits = story.traits();
    this.rows = rows;
    this.chance = chance;
    neutrophils = chance.between(3.2, 6.2);
    platelets = chance.between(190, 350);
    haemoglobin = traits.female() ? chance.between(12.4, 14.4) : chance.between(13.6, 15.6);
    creatinine = traits.female() ? chance.between(0.52, 0.88) : chance.between(0.66, 1.08);
  }

  static void write(Story story, List<VisitPlan.Planned> visits, PatientRows rows, Chance chance) {
    LaboratoryRows writer = new LaboratoryRows(story, rows, chance);
    writer.outsideLaboratory();
    List<Long> counted = new ArrayList<>();
    for (VisitPlan.Planned visit : visits) {
      long day = visit.day() - chance.weighted(80, 10, 6, 4);
      if (!chance.happens(0.03)) {
        writer.panel(Math.max(day, story.traits().diagnosis()), visit.baseline());
        counted.add(day);
      }
    }
    writer.monitoring(counted);
  }

  /// What the referring hospital told by word only, for a third of patients.
  private void outsideLaboratory() {
    if (chance.happens(0.33)) {
      rows.add(
          SimulatedTable.MEASUREMENTS,
          Cell.day(traits.diagnosis()),
          "ferritin",
          "",
          traits.inflammation() > 0.8 ? "increased" : "normal",
          "",
          "",
          "",
          "referring hospital");
    }
  }

  private void panel(long day, boolean baseline) {
    double activity = story.activity().at(day);
    enzymes(day, activity, baseline);
    inflammation(day, activity);
    if (traits.organs().myocarditis() && chance.happens(0.93)) {
      double troponin = StrictMath.exp(1.6 + 4.8 * activity + chance.normal(0, 0.25));
      row(day, "troponin-t-hs", limited(troponin, 5, 0), "ng/L", "", "14", "hs assay");
    }
    if (chance.happens(0.75)) {
      row(
          day,
          "creatinine",
          Cell.number(creatinine + chance.normal(0, 0.05), 2),
          "mg/dL",
          "",
          traits.female() ? "1.1" : "1.3",
          traits.centre().laboratory());
    }
    if (chance.happens(0.95)) {
      neutrophils(day);
      row(
          day,
          "platelets",
          Cell.number(platelets + 40 * activity + chance.normal(0, 15), 0),
          "10*9/L",
          "150",
          "400",
          traits.centre().laboratory());
      row(
          day,
          "haemoglobin",
          Cell.number(haemoglobin - 1.1 * activity + chance.normal(0, 0.3), 1),
          "g/dL",
          traits.female() ? "12" : "13",
          "",
          traits.centre().laboratory());
    }
    if (chance.happens(0.8)) {
      double heavier = 0.03 * story.prednisone().doseOn(day - 30) / 10;
      row(
          day,
          "weight",
          Cell.number(traits.weight() + heavier + chance.normal(0, 0.7), 1),
          "kg",
          "",
          "",
          "");
    }
  }

  private void enzymes(long day, double activity, boolean baseline) {
    double gain = traits.enzymes() * activity;
    double ck = -0.75 + gain + chance.normal(0, 0.22);
    if (chance.happens(baseline ? 0.99 : 0.95)) {
      enzyme(day, MuscleEnzyme.CK, ck);
    }
    if (chance.happens(0.6)) {
      double ldh = -0.35 + 0.25 * gain + 0.35 * activity + chance.normal(0, 0.1);
      enzyme(day, MuscleEnzyme.LDH, ldh);
    }
    if (chance.happens(0.9)) {
      double transaminases = -0.55 + 0.42 * gain;
      enzyme(day, MuscleEnzyme.AST, transaminases + chance.normal(0, 0.15));
      enzyme(day, MuscleEnzyme.ALT, transaminases + chance.normal(0, 0.20));
    }
  }

  /// @param logarithm natural logarithm of the value as a multiple of the upper limit
  private void enzyme(long day, MuscleEnzyme enzyme, double logarithm) {
    Centre centre = traits.centre();
    double upperLimit = centre.upperLimit(enzyme, traits.female());
    row(
        day,
        enzyme.code(),
        Cell.number(StrictMath.exp(logarithm) * upperLimit, centre.enzymeDecimals()),
        centre.enzymeUnit(),
        "",
        Cell.number(upperLimit, centre.enzymeDecimals()),
        centre.laboratory());
  }

  private void inflammation(long day, double activity) {
    boolean infected = story.infectedAround(day);
    if (chance.happens(0.96)) {
      double crp =
          -0.1
              + 4.6 * traits.inflammation() * activity
              + chance.normal(0, 0.4)
              + (infected ? 1 : 0);
      double value = Math.min(StrictMath.exp(crp), 350);
      row(
          day,
          "crp",
          limited(value, 1, value < 10 ? 1 : 0),
          "mg/L",
          "",
          "5",
          traits.centre().laboratory());
    }
    if (chance.happens(0.55)) {
      double steep = traits.serotype() == Serotype.MDA5 ? 4.0 : 2.7;
      double value =
          (traits.female() ? 55 : 120)
              * StrictMath.exp(steep * traits.inflammation() * activity + chance.normal(0, 0.25));
      boolean capped = traits.centre() == Centre.LYON && value > 1000;
      row(
          day,
          "ferritin",
          chance.happens(0.02)
              ? Cell.NOT_DONE
              : capped ? ">1000" : Cell.number(Math.min(value, 9000), 0),
          "ng/mL",
          "",
          traits.female() ? "150" : "400",
          traits.centre().laboratory());
    }
  }

  private void neutrophils(long day) {
    double value =
        story
            .neutropenia(day)
            .map(adverse ->
                switch (adverse.grade()) {
                  case 1 -> chance.between(1.52, 1.74);
                  case 2 -> chance.between(1.05, 1.44);
                  default -> chance.between(0.55, 0.94);
                })
            .orElseGet(() ->
                Cell.within(
                    2.1,
                    neutrophils
                        + 0.004 * story.prednisone().doseOn(day)
                        - (story.takes("anakinra", day) ? 0.9 : 0)
                        + chance.normal(0, 0.5),
                    14));
    row(
        day,
        "neutrophils",
        Cell.number(value, 2),
        "10*9/L",
        LOWER_NEUTROPHILS,
        "7.5",
        traits.centre().laboratory());
  }

  /// Counts that anakinra's label asks for (monthly at first) and those that a neutropenia brings.
  private void monitoring(List<Long> counted) {
    List<Long> due = new ArrayList<>();
    if (traits.index().equals("anakinra")) {
      for (int month = 1; month <= 3; month++) {
        long day = story.indexStart() + 30L * month + chance.days(-3, 3);
        if (story.takes("anakinra", day)
            && counted.stream().noneMatch(other -> Math.abs(other - day) < 10)) {
          due.add(day);
        }
      }
    }
    for (Happening.Adverse adverse : story.neutropenias()) {
      due.add(adverse.day());
      due.add(adverse.stop());
    }
    due.removeIf(day -> counted.contains(day) || day > story.ending().day());
    due.stream().sorted().distinct().forEach(this::neutrophils);
  }

  private void row(
      long day,
      String code,
      String value,
      String unit,
      String lowerLimit,
      String upperLimit,
      String assay) {
    rows.add(
        SimulatedTable.MEASUREMENTS,
        Cell.day(day),
        code,
        value,
        "",
        unit,
        lowerLimit,
        upperLimit,
        assay);
  }

  private static String limited(double value, int limit, int decimals) {
    return value < limit ? "<" + limit : Cell.number(value, decimals);
  }
}
