package org.myocohort.strength;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.myocohort.strength.Muscle.Site;

/// MMT24: manual muscle testing of axial, proximal and distal muscles on both sides.
///
/// - **Input:** each muscle 0 to 10, higher is stronger; the muscles are those of [Muscle].
/// - **Result:** 0 to 260, of which axial 0 to 20, proximal 0 to 160, distal 0 to 80.
/// - **Missing:** no total, but the bounds that the missing muscles leave. Nothing stands in for a
///   missing muscle (ours).
/// - **Source:** International Myositis Assessment and Clinical Studies Group, Form 04.
public final class ManualMuscleTest24 implements Instrument {

  public static final String CODE = "mmt24";

  /// The total, 0 to 260, with the totals of the regions as notes.
  ///
  /// @param strength what was tested; a muscle that is not in the map was not
  /// @param row where the values stand
  public static Assessment total(
      Map<Site, Value<BigDecimal>> strength, RowReference row, @Nullable Moment at) {
    return StrengthTotal.of(
        CODE,
        Stream.of(Muscle.values()).flatMap(muscle -> muscle.sites().stream()).toList(),
        false,
        true,
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
    return "form 04";
  }

  @Override
  public String citation() {
    return "International Myositis Assessment and Clinical Studies Group. Manual muscle testing"
        + " score sheet, Form 04";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("muscles", Verification.VERIFIED, "[6]"),
        new Rule("total", Verification.VERIFIED, "[6]"),
        new Rule("missing", Verification.OURS, ""));
  }

  /// None: a record holds the total of a visit, not single muscles.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    return List.of();
  }
}
