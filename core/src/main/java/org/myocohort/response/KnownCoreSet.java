package org.myocohort.response;

import java.util.Arrays;
import java.util.List;
import org.myocohort.patient.MuscleEnzyme;

/// The adult core set of one visit whose scales are all known: whole thousandths, exact in an `int`
/// up to two million. Any other visit is a [org.myocohort.patient.Visit].
///
/// @see KnownFollowUp
public final class KnownCoreSet {
  /// Parts of one.
  public static final int ONE = 1000;

  /// An enzyme or an upper limit that was not recorded.
  public static final int NOT_RECORDED = -1;

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
  /// @param upperLimits their upper limits of normal; kept, not copied
  public KnownCoreSet(
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

  int enzyme(int index) {
    return enzymes[index];
  }

  int upperLimit(int index) {
    return upperLimits[index];
  }

  /// The enzyme highest above its upper limit, the first of equals, compared without dividing.
  ///
  /// @return its index, or -1 where there is none or one lacks its upper limit
  int mostAbnormalEnzyme() {
    int most = -1;
    for (int i = 0; i < enzymes.length; i++) {
      if (enzymes[i] == NOT_RECORDED) {
        continue;
      }
      if (upperLimits[i] == NOT_RECORDED) {
        return -1;
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
