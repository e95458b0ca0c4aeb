package org.myocohort.app.simulation;

import java.time.LocalDate;
import java.util.List;
import org.myocohort.patient.Moment;

/// What does not change in one invented patient.
///
/// All distributions are OURS: 65 % women, age at first visit about 54 (standard deviation 13, 21
/// to 84), first visit in the first three and a half of five years, diagnosis 10 to 120 days before
/// it, first symptom 30 to 700 days before that.
///
/// @param number 1 for the first patient
/// @param birth day of birth; only its year or month gets into a table
/// @param organs organs and signs
/// @param index code of the index drug, empty where there is none
/// @param entry day of the first visit
/// @param severity activity at diagnosis, 0 to 1
/// @param weakness share of the muscle test lost at full activity
/// @param disability how much of the health assessment questionnaire follows activity
/// @param extramuscular how much of the activity is outside the muscles
/// @param enzymes natural logarithm of the CK ratio gained from none to full activity
/// @param inflammation how strongly CRP and ferritin follow activity
/// @param weight in kilograms
record Traits(
    int number,
    Centre centre,
    boolean female,
    long birth,
    Serotype serotype,
    Serotype.Organs organs,
    String index,
    long onset,
    long diagnosis,
    long entry,
    double severity,
    double weakness,
    double disability,
    double extramuscular,
    double enzymes,
    double inflammation,
    double weight) {

  static final long STUDY_START = LocalDate.of(2021, 1, 4).toEpochDay();
  static final long STUDY_END = LocalDate.of(2025, 12, 19).toEpochDay();

  static Traits draw(int number, Chance chance) {
    Centre centre = chance.pick(List.of(Centre.MILAN, Centre.MILAN, Centre.STOCKHOLM, Centre.LYON));
    boolean female = chance.happens(0.65);
    Serotype serotype = Serotype.draw(chance);
    Serotype.Organs organs = serotype.organs(chance);
    String index = serotype.indexDrug(chance);
    long entry = STUDY_START + chance.days(0, 1280);
    long diagnosis = entry - chance.days(10, 120);
    long onset = diagnosis - chance.days(30, 700);
    double age = Cell.within(21, chance.normal(54, 13), 84);
    long birth = entry - (long) (age * Moment.DAYS_PER_YEAR);
    boolean necrotising = serotype == Serotype.SRP || serotype == Serotype.HMGCR;
    return new Traits(
        number,
        centre,
        female,
        birth,
        serotype,
        organs,
        index,
        onset,
        diagnosis,
        entry,
        chance.between(0.60, 0.95),
        organs.myositis() ? chance.between(0.18, necrotising ? 0.50 : 0.38) : 0.03,
        organs.myositis() ? chance.between(0.55, 0.95) : chance.between(0.35, 0.65),
        organs.ild() || organs.arthritis() || organs.rash()
            ? chance.between(0.65, 1.05)
            : chance.between(0.10, 0.30),
        necrotising
            ? chance.between(3.8, 4.8)
            : organs.myositis() ? chance.between(1.8, 3.8) : chance.between(0.1, 0.7),
        chance.between(0.6, 1.1),
        Cell.within(44, chance.normal(female ? 66 : 80, 11), 118));
  }

  /// `SC-014`: a pseudonym that is plainly one of the synthetic centre.
  String pseudonym() {
    return "SC-" + digits();
  }

  /// `SC014`, as it stands inside the ids of this patient's rows.
  String rowPrefix() {
    return "SC" + digits();
  }

  private String digits() {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }

  boolean hasIndexDrug() {
    return !index.isEmpty();
  }

  /// Prednisone 1 mg/kg to the nearest 5 mg, at most 75 mg, in tenths of a milligram.
  int fullPrednisone() {
    return Math.min(750, (int) Math.round(weight / 5) * 50);
  }
}
