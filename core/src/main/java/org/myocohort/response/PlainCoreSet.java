package org.myocohort.response;

import java.util.Arrays;
import java.util.List;
import org.myocohort.patient.MuscleEnzyme;

/// The adult core set of one visit whose values are plain numbers or missing, none of them a limit
/// such as `<30`: whole thousandths, exact in an `int` up to two million. Any other visit is a
/// [org.myocohort.patient.Visit].
///
/// @see PlainFollowUp
public final class PlainCoreSet {
  /// Parts of one.
  public static final int ONE = 1000;

  /// A value that is absent, for whatever reason.
  public static final int MISSING = -1;

  static final List<MuscleEnzyme> ENZYMES = List.of(MuscleEnzyme.values());

  final int physicianGlobal;
  final int patientGlobal;
  final int extramuscular;
  final int strength;
  final int strengthMaximum;
  final int questionnaire;
  private final int[] enzymes;
  private final int[] upperLimits;

  /// @param strength manual muscle test
  /// @param strengthMaximum the maximum of its form
  /// @param questionnaire health assessment questionnaire
  /// @param enzymes a value for each of [MuscleEnzyme], in its order; kept, not copied
  /// @param upperLimits their upper limits of normal, missing where the value is; kept, not copied
  public PlainCoreSet(
      int physicianGlobal,
      int patientGlobal,
      int extramuscular,
      int strength,
      int strengthMaximum,
      int questionnaire,
      int[] enzymes,
      int[] upperLimits) {
    this.physicianGlobal = physicianGlobal;
    this.patientGlobal = patientGlobal;
    this.extramuscular = extramuscular;
    this.strength = strength;
    this.strengthMaximum = strengthMaximum;
    this.questionnaire = questionnaire;
    this.enzymes = enzymes;
    this.upperLimits = upperLimits;
  }

  /// The muscle test where the maximum of its form places it on a scale, else missing.
  int placedStrength() {
    return strengthMaximum == MISSING ? MISSING : strength;
  }

  int enzyme(int index) {
    return enzymes[index];
  }

  int upperLimit(int index) {
    return upperLimits[index];
  }

  boolean lacksUpperLimit(int index) {
    return enzymes[index] != MISSING && upperLimits[index] == MISSING;
  }

  boolean hasEnzyme() {
    for (int enzyme : enzymes) {
      if (enzyme != MISSING) {
        return true;
      }
    }
    return false;
  }

  /// The enzyme highest above its upper limit, the first of equals, compared without dividing.
  ///
  /// @return its index, or -1 where there is none with an upper limit
  int mostAbnormalEnzyme() {
    int most = -1;
    for (int i = 0; i < enzymes.length; i++) {
      if (enzymes[i] == MISSING || upperLimits[i] == MISSING) {
        continue;
      }
      if (most < 0
          || (long) enzymes[i] * upperLimits[most] > (long) enzymes[most] * upperLimits[i]) {
        most = i;
      }
    }
    return most;
  }

  @Override
  public String toString() {
    return "thousandths "
        + List.of(
            physicianGlobal, patientGlobal, extramuscular, strength, strengthMaximum, questionnaire)
        + Arrays.toString(enzymes)
        + Arrays.toString(upperLimits);
  }
}
