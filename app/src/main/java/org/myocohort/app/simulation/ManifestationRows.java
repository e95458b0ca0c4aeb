package org.myocohort.app.simulation;

import java.util.OptionalLong;

/// Manifestations as dated episodes.
///
/// OURS: what a patient does not have is stated as absent in 93 % and not reported in the others;
/// first seen between first symptom and diagnosis; fever, arthritis and rash end two to six months
/// after diagnosis in most; a relapse brings a second episode of arthritis to half of those who had
/// one.
final class ManifestationRows {
  private final Story story;
  private final Traits traits;
  private final PatientRows rows;
  private final Chance chance;

  private ManifestationRows(Story story, PatientRows rows, Chance chance) {
    this.story = story;
    this.traits = story.traits();
    this.rows = rows;
    this.chance = chance;
  }

  static void write(Story story, PatientRows rows, Chance chance) {
    new ManifestationRows(story, rows, chance).write();
  }

  private void write() {
    Serotype.Organs organs = traits.organs();
    state("myositis", organs.myositis(), 0);
    state("ILD", organs.ild(), 0);
    state("arthritis", organs.arthritis(), 0.7);
    state("raynaud", organs.raynaud(), 0);
    state("mechanics-hands", organs.mechanicsHands(), 0.4);
    state("fever", organs.fever(), 1);
    state("rash", organs.rash(), 0.5);
    state("dysphagia", organs.dysphagia(), 0.5);
    heart(organs.myocarditis());
    muscle(organs.myositis());
    skin(organs.rash());
    if (organs.arthritis() && !story.relapses().isEmpty() && chance.happens(0.5)) {
      long relapse = story.relapses().getFirst();
      row("arthritis", "present", Cell.day(relapse), Cell.day(relapse + chance.days(10, 45)));
    }
  }

  /// @param passing how likely it is over after some months
  private void state(String finding, boolean present, double passing) {
    if (!present) {
      row(finding, chance.happens(0.93) ? "absent" : "not reported", "", "");
      return;
    }
    long span = traits.diagnosis() - traits.onset();
    long from = traits.onset() + (long) (span * chance.between(0, 0.9));
    long to = traits.diagnosis() + chance.days(60, 180);
    boolean over = chance.happens(passing) && to < story.ending().day();
    row(
        finding,
        "present",
        chance.happens(0.85) ? Cell.month(from) : Cell.year(from),
        over ? Cell.month(to) : "");
  }

  /// Myocarditis comes with the flare before the index drug.
  private void heart(boolean present) {
    OptionalLong flare = flareDay();
    if (present && flare.isPresent()) {
      row("myocarditis", "present", Cell.day(flare.getAsLong()), "");
    } else {
      state("myocarditis", present, 0);
    }
  }

  private OptionalLong flareDay() {
    return story.happenings().stream()
        .filter(
            happening -> happening instanceof Happening.Event event && event.kind().equals("flare"))
        .mapToLong(Happening::day)
        .findFirst();
  }

  /// Examination, biopsy and EMG, as the classification criteria ask for them.
  private void muscle(boolean myositis) {
    if (!myositis) {
      row("proximal-weakness", "absent", "", "");
      row("biopsy-done", "absent", "", "");
      return;
    }
    state("proximal-upper-limb-weakness", chance.happens(0.65), 0);
    state("proximal-lower-limb-weakness", chance.happens(0.85), 0);
    state("neck-flexor-weakness", chance.happens(0.4), 0);
    state("leg-proximal-weaker-than-distal", chance.happens(0.65), 0);
    boolean biopsy = chance.happens(0.5);
    String day = Cell.day(traits.diagnosis() - chance.days(0, 9));
    row("biopsy-done", biopsy ? "present" : "absent", biopsy ? day : "", "");
    if (biopsy) {
      boolean necrotising =
          traits.serotype() == Serotype.SRP || traits.serotype() == Serotype.HMGCR;
      biopsyFinding("biopsy-necrotising", necrotising, day);
      biopsyFinding("biopsy-perifascicular-atrophy", !necrotising && chance.happens(0.4), day);
      biopsyFinding("biopsy-perimysial", !necrotising && chance.happens(0.6), day);
      biopsyFinding("biopsy-endomysial", !necrotising && chance.happens(0.3), day);
      biopsyFinding("biopsy-rimmed-vacuoles", false, day);
    }
    if (chance.happens(0.6)) {
      boolean triad = chance.happens(0.75);
      row("emg-triad", triad ? "present" : "absent", triad ? day : "", "");
    }
  }

  private void biopsyFinding(String finding, boolean present, String day) {
    row(finding, present ? "present" : "absent", present ? day : "", "");
  }

  private void skin(boolean rash) {
    boolean typical =
        rash && (traits.serotype() == Serotype.MDA5 || traits.serotype() == Serotype.MI_2);
    state("gottron-sign", typical && chance.happens(0.7), 0.3);
    state("gottron-papules", typical && chance.happens(0.6), 0.3);
    state("heliotrope-rash", typical && chance.happens(0.5), 0.5);
  }

  private void row(String finding, String status, String from, String to) {
    rows.add(SimulatedTable.MANIFESTATIONS, finding, status, from, to);
  }
}
