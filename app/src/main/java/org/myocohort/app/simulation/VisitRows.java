package org.myocohort.app.simulation;

import java.util.List;

/// The core set of every visit. No row is marked as a baseline: the study's rule has to find it.
///
/// Each measure follows the hidden activity with its own noise: visual analogue scales in tenths,
/// the muscle test in whole points of the centre's form, the questionnaire in eighths.
///
/// Missing values are OURS: 2.5 % of visits have no core set at all, 18 % (8 % at baseline) have
/// gaps, where each measure is missing with probability 0.35; so a measure is missing at about 8 %
/// of visits. Seven in ten gaps are just empty, others say ND, NR or, for what the patient fills
/// in, refused.
final class VisitRows {
  private final Story story;
  private final Traits traits;
  private final PatientRows rows;
  private final Chance chance;

  /// Whether the visit at hand has gaps.
  private boolean gaps;

  private VisitRows(Story story, PatientRows rows, Chance chance) {
    this.story = story;
    this.traits = story.traits();
    this.rows = rows;
    this.chance = chance;
  }

  static void write(Story story, List<VisitPlan.Planned> visits, PatientRows rows, Chance chance) {
    VisitRows writer = new VisitRows(story, rows, chance);
    // A patient sees the own state a little better or worse than the physician does.
    double outlook = chance.normal(0, 0.8);
    for (VisitPlan.Planned visit : visits) {
      writer.write(visit, outlook);
    }
  }

  private void write(VisitPlan.Planned visit, double outlook) {
    double activity = story.activity().at(visit.day());
    boolean telephone = visit.regular() && chance.happens(0.025);
    if (telephone) {
      row(visit, "", "", "", "", "", "");
      return;
    }
    gaps = chance.happens(visit.baseline() ? 0.08 : 0.18);
    int maximum = traits.centre().strengthMaximum();
    row(
        visit,
        scale(10 * activity + chance.normal(0, 0.45), false),
        scale(8.5 * activity + 0.6 + outlook + chance.normal(0, 0.8), true),
        scale(10 * activity * traits.extramuscular() + chance.normal(0, 0.4), false),
        gap(
            Cell.number(
                Cell.within(
                    0,
                    maximum * (1 - traits.weakness() * activity - 0.01) + chance.normal(0, 1.2),
                    maximum),
                0),
            false),
        Integer.toString(maximum),
        questionnaire(activity));
  }

  /// A visual analogue scale of 0 to 10 in tenths.
  private String scale(double value, boolean byPatient) {
    return gap(Cell.number(Cell.within(0, value, 10), 1), byPatient);
  }

  private String questionnaire(double activity) {
    double value = 3 * activity * traits.disability() + chance.normal(0.08, 0.13);
    return gap(Cell.eighths((int) Math.round(Cell.within(0, value, 3) * 8)), true);
  }

  private String gap(String value, boolean byPatient) {
    if (!gaps || !chance.happens(0.35)) {
      return value;
    }
    return switch (chance.weighted(70, 18, 7, 5)) {
      case 0 -> Cell.NOT_RECORDED;
      case 1 -> Cell.NOT_DONE;
      case 2 -> Cell.NOT_REPORTED;
      default -> byPatient ? Cell.REFUSED : Cell.NOT_DONE;
    };
  }

  private void row(
      VisitPlan.Planned visit,
      String physician,
      String patient,
      String extramuscular,
      String strength,
      String maximum,
      String questionnaire) {
    rows.add(
        SimulatedTable.VISITS,
        Cell.day(visit.day()),
        physician,
        patient,
        extramuscular,
        strength,
        maximum,
        questionnaire);
  }
}
