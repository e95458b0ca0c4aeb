package org.myocohort.strength;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.StudySettings;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.strength.Muscle.Side;
import org.myocohort.strength.Muscle.Site;

/// MMT8: manual muscle testing of eight muscle groups.
///
/// - **Input:** each muscle 0 to 10, higher is stronger.
/// - **Unilateral, 0 to 80:** the right side unless it cannot be tested, with the neck flexors; a
///   muscle that was not tested may be replaced by the other side, and the answer says so.
/// - **Bilateral, 0 to 150:** seven limb muscles on both sides and the neck flexors once. Nothing
///   stands in for a missing muscle (ours).
/// - **Missing:** no total, but the bounds that the missing muscles leave.
/// - **Source:** International Myositis Assessment and Clinical Studies Group, MMT8 testing
///   procedures (18 June 2007) and Form 04; the bilateral range is from memory.
public final class ManualMuscleTest8 implements Instrument {

  public static final String CODE = "mmt8";

  // The form's order.
  private static final List<Muscle> MUSCLES =
      List.of(
          Muscle.NECK_FLEXORS,
          Muscle.DELTOID,
          Muscle.BICEPS,
          Muscle.GLUTEUS_MAXIMUS,
          Muscle.GLUTEUS_MEDIUS,
          Muscle.QUADRICEPS,
          Muscle.WRIST_EXTENSORS,
          Muscle.ANKLE_DORSIFLEXORS);

  /// The total of one side, 0 to 80.
  ///
  /// @param strength what was tested; a muscle that is not in the map was not
  /// @param row where the values stand
  public static Assessment unilateral(
      Side side, Map<Site, Value<BigDecimal>> strength, RowReference row, @Nullable Moment at) {
    return StrengthTotal.of(
        CODE,
        MUSCLES.stream().map(muscle -> muscle.on(side)).toList(),
        true,
        false,
        strength,
        row,
        at);
  }

  /// The total of both sides, 0 to 150.
  public static Assessment bilateral(
      Map<Site, Value<BigDecimal>> strength, RowReference row, @Nullable Moment at) {
    return StrengthTotal.of(
        CODE,
        MUSCLES.stream().flatMap(muscle -> muscle.sites().stream()).toList(),
        false,
        false,
        strength,
        row,
        at);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "2007";
  }

  @Override
  public String citation() {
    return "International Myositis Assessment and Clinical Studies Group. Muscle strength testing:"
        + " manual muscle testing of 8 muscles (MMT8) procedures, 18 June 2007; Form 04";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("muscles", Verification.VERIFIED, "[6][7]"),
        new Rule("unilateral", Verification.VERIFIED, "[6]"),
        new Rule("contralateral", Verification.VERIFIED, "[6]"),
        new Rule("bilateral", Verification.FROM_MEMORY, ""),
        new Rule("missing", Verification.OURS, ""));
  }

  /// None: a record holds the total of a visit, not single muscles.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    return List.of();
  }
}
