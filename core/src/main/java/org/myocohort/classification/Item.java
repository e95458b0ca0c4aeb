package org.myocohort.classification;

/// The items that criteria sets ask for, each read from the record by [Facts].
public enum Item {
  ANTI_SYNTHETASE_ANTIBODY("anti-synthetase-antibody"),
  ANTI_JO_1("anti-jo-1"),
  ARTHRITIS("arthritis"),
  /// Arthritis or symmetrical inflammatory arthralgia.
  ARTICULAR_INVOLVEMENT("articular-involvement"),
  INTERSTITIAL_LUNG_DISEASE("ild"),
  MECHANICS_HANDS("mechanics-hands"),
  MYOCARDITIS("myocarditis"),
  MYOSITIS("myositis"),
  RAYNAUD("raynaud"),
  FEVER("fever"),
  /// Onset at 18 years or later.
  ONSET_FROM_18("onset-from-18"),
  /// Onset at 40 years or later.
  ONSET_FROM_40("onset-from-40"),
  UPPER_LIMB_WEAKNESS("proximal-upper-limb-weakness"),
  LOWER_LIMB_WEAKNESS("proximal-lower-limb-weakness"),
  NECK_FLEXOR_WEAKNESS("neck-flexor-weakness"),
  LEG_WEAKNESS_PROXIMAL("leg-proximal-weaker-than-distal"),
  HELIOTROPE_RASH("heliotrope-rash"),
  GOTTRON_PAPULES("gottron-papules"),
  GOTTRON_SIGN("gottron-sign"),
  DYSPHAGIA("dysphagia"),
  /// CK, LDH, AST or ALT above its upper limit, at worst.
  RAISED_ENZYME("raised-enzyme"),
  BIOPSY_DONE("biopsy-done"),
  BIOPSY_ENDOMYSIAL("biopsy-endomysial"),
  BIOPSY_PERIMYSIAL("biopsy-perimysial"),
  BIOPSY_PERIFASCICULAR_ATROPHY("biopsy-perifascicular-atrophy"),
  BIOPSY_RIMMED_VACUOLES("biopsy-rimmed-vacuoles"),
  FINGER_FLEXOR_WEAKNESS("finger-flexor-weakness"),
  NO_RESPONSE_TO_TREATMENT("no-response-to-treatment"),
  PROXIMAL_WEAKNESS("proximal-weakness"),
  BIOPSY_COMPATIBLE("biopsy-compatible"),
  EMG_TRIAD("emg-triad"),
  /// Any inflammatory rash.
  RASH("rash");

  private final String code;

  Item(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// What a person would be asked to settle it; the two onset items are one question.
  public String question() {
    return this == ONSET_FROM_18 || this == ONSET_FROM_40 ? "onset-age" : code;
  }
}
